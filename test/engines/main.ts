// `npm run test:engines`: every payload in every engine, all engines at a time. Ends with an error if any column of any engine
// is not zero, or if a column's zero proves nothing because raw markup shows nothing in it either.
// Options: --engine chromium,firefox,webkit  --route output,scoped,light,string  --only handler,svg-3,…  --batch N
//          --no-growth  --control (payloads raw: do all of them show what they are here for?)
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { mounted } from '../corpora/index.js'
import { buildHarness } from './build.js'
import { lookedUpHosts } from './chromium.js'
import { checkControl, evident, type Shown, takeRaw } from './control.js'
import { drive, type Incident } from './drive.js'
import { within } from './engine.js'
import { type Growth, measureGrowth } from './growth.js'
import { type EngineName, engineNames, Lane } from './lane.js'
import { controlTable, list, type Row, table } from './report.js'
import { startServer } from './server.js'
import { leads, named, ways } from './tours.js'
import { acts, vacuous } from './vacuous.js'

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: engineNames.join() },
    route: { type: 'string' },
    only: { type: 'string' },
    batch: { type: 'string', default: '90' },
    control: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const prefixes = values.only?.split(',')
const chosen = mounted.filter(
  ({ id }) => !prefixes || prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}-`)),
)
const ids = chosen.map(({ id }) => id)
const routes = values.route?.split(',')
const engines = values.engine.split(',').map((name) => {
  const found = engineNames.find((known) => known === name)
  if (!found) throw new Error(`There is no engine ${name}: the engines are ${engineNames.join(', ')}.`)
  return found
})
// An engine waits a lot: for frames, for its own processes, for what a payload might do.
const AT_ONCE = 3

/** Runs everything that was asked for; the exit code says whether all is zero. */
export async function main(): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const root = await buildHarness()
  try {
    return values.control ? await control(root) : await tours(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function tours(root: string): Promise<number> {
  const rows = await sideBySide(engines, (name) => withLane(name, root, (lane) => tour(lane)))
  // By themselves: what another engine does at the same time is not a payload's doing.
  const growths: Growth[] = []
  for (const name of values.growth ? engines : []) {
    const growth = await withLane(name, root, (lane) => measureGrowth(lane))
    console.log(`\nGrowth in ${growth.title}, ${growth.seconds.toFixed(0)} s\n${growth.lines}`)
    growths.push(growth)
  }
  const incidents = [...rows, ...growths].flatMap((part) => part.incidents)
  console.log(`\n${controlTable(rows)}\n\n${table(rows, growths)}`)
  if (incidents.length > 0) console.log(`\n${list(incidents)}`)
  const checks = [...rows, ...growths].reduce((sum, part) => sum + part.checks, 0)
  const failed = new Set(incidents.map(({ engine, route, id }) => `${engine} ${route} ${id}`)).size
  console.log(`\n${checks - failed} passed, ${failed} failed`)
  keep('engines.json', { rows, growths })
  return incidents.length === 0 ? 0 : 1
}

async function tour(lane: Lane): Promise<Row> {
  const incidents: Incident[] = []
  const started = Date.now()
  const { version } = await lane.engine()
  const control = await checkControl(lane)
  // Raw markup may leave something behind: cookies, storage, visited links.
  await lane.close()
  for (const [column, count] of control) {
    if (count > 0) continue
    const detail = 'raw markup shows nothing in this column, so its zero proves nothing'
    incidents.push({ engine: lane.name, route: 'control', id: 'any', column, detail })
  }
  const taken = ways[lane.name].filter(({ route }) => !routes || routes.includes(route))
  let checks = 0
  for (const way of taken) {
    const from = Date.now()
    const there = chosen.filter((payload) => leads(way, payload)).map(({ id }) => id)
    checks += there.length
    const note = (line: string): void => console.log(`${lane.name} ${named(way)}: ${line}, ${since(from)}`)
    incidents.push(...(await drive({ lane, ...way }, there, { size: Number(values.batch), note })))
  }
  if (lane.name === 'chromium') incidents.push(...(await lookUps(lane)))
  const row: Row = {
    engine: lane.name,
    version,
    routes: taken.map(named),
    payloads: ids.length,
    checks,
    seconds: (Date.now() - started) / 1000,
    control: Object.fromEntries(control),
    incidents,
  }
  console.log(`${lane.name} is done\n${table([row], [])}`)
  return row
}

// A name that is looked up ahead of time sends no request that a proxy would see.
async function lookUps({ server }: Lane): Promise<Incident[]> {
  const incidents: Incident[] = []
  for (const route of ['output', 'scoped', 'string'] as const) {
    const mounts: string[] = []
    for (let start = 0; start < ids.length; start += 100) {
      mounts.push(`harness.mount(${JSON.stringify(ids.slice(start, start + 100))}, '${route}')`)
    }
    const asked = lookedUpHosts(`${server.origin}/engine/`, mounts)
    const hosts = await within(600_000, 'looking at the names', asked)
    for (const host of hosts) {
      const detail = `looked up ${host}`
      incidents.push({ engine: 'chromium', route, id: 'any', column: 'network', detail })
    }
    console.log(`chromium ${route}: ${hosts.length} names looked up`)
  }
  return incidents
}

async function control(root: string): Promise<number> {
  const [first = 'chromium'] = engines
  const claiming = chosen.filter(({ mustNot }) => mustNot.length > 0).map(({ id }) => id)
  const seen = new Set(await withLane(first, root, (lane) => evident(lane, claiming)))
  const shown: Shown[] = []
  // What one engine shows, no other needs to.
  for (const name of engines) {
    const left = claiming.filter((id) => !seen.has(id) && !acts(id, shown))
    const note = (line: string): void => console.log(`${name} raw: ${line}`)
    shown.push(await withLane(name, root, (lane) => takeRaw(lane, left, { size: 6, note })))
  }
  const { lines, missing } = vacuous(claiming, { seen, shown })
  console.log(lines)
  keep('control.json', { seen: [...seen], shown: shown.map(plain) })
  return missing === 0 ? 0 : 1
}

function plain(shown: Shown): object {
  return Object.fromEntries([...shown].map(([id, found]) => [id, [...found]]))
}

async function withLane<T>(name: EngineName, root: string, use: (lane: Lane) => Promise<T>): Promise<T> {
  const server = await startServer(root)
  const lane = new Lane(name, server)
  try {
    return await use(lane)
  } finally {
    await lane.close()
    server.close()
  }
}

async function sideBySide<I, O>(items: readonly I[], work: (item: I) => Promise<O>): Promise<O[]> {
  const results: O[] = []
  const waiting = [...items.entries()]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

function since(from: number): string {
  return `${((Date.now() - from) / 1000).toFixed(0)} s`
}

function keep(name: string, value: unknown): void {
  mkdirSync('artifacts', { recursive: true })
  writeFileSync(`artifacts/${name}`, `${JSON.stringify(value, null, 1)}\n`)
}
