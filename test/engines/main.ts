// `npm run test:engines`: every payload in every engine. Ends with an error if any column of any engine is not zero.
// Options: --engine chromium,firefox,webkit  --route output,scoped,light,string  --only handler,svg-3,…  --batch N  --control
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { mounted } from '../corpora/index.js'
import { type Route, routes } from '../corpora/present.js'
import { buildHarness } from './build.js'
import { lookedUpHosts, openChromium } from './chromium.js'
import { drive, type Incident, type Tour } from './drive.js'
import type { Engine, EngineSetup } from './engine.js'
import { openFirefox } from './firefox.js'
import { measureGrowth } from './growth.js'
import { list, type Row, table } from './report.js'
import { startServer, type TestServer } from './server.js'
import { openWebKit } from './webkit.js'

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'chromium,firefox,webkit' },
    route: { type: 'string' },
    only: { type: 'string' },
    batch: { type: 'string', default: '60' },
    control: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: true },
  },
  allowNegative: true,
})

const openers: { readonly [name: string]: (setup: EngineSetup) => Promise<Engine> } = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebKit,
}
const prefixes = values.only?.split(',')
const ids = mounted
  .map(({ id }) => id)
  .filter((id) => !prefixes || prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}-`)))
const chosen = (values.route?.split(',') as Route[] | undefined) ?? routes
const tours: readonly Pick<Tour, 'route' | 'page'>[] = values.control
  ? [{ route: 'raw', page: 'engine' }]
  : [
      ...chosen.map((route) => ({ route, page: 'engine' }) as const),
      // A page with Trusted Types takes no strings.
      ...chosen
        .filter((route) => route === 'output' || route === 'scoped')
        .map((route) => ({ route, page: 'engine-csp' }) as const),
    ]

async function run(name: string, server: TestServer): Promise<Row> {
  const open = openers[name]
  if (!open)
    throw new Error(`There is no engine ${name}: the engines are ${Object.keys(openers).join(', ')}.`)
  const started = Date.now()
  const engine = await open({ proxy: server.proxy })
  const incidents: Incident[] = []
  try {
    for (const tour of tours) {
      const from = Date.now()
      const found = await drive({ engine, server, ...tour }, ids, Number(values.batch))
      incidents.push(...found)
      console.log(
        `${name} ${engine.version} ${tour.page} ${tour.route}: ${found.length} findings, ${((Date.now() - from) / 1000).toFixed(0)} s`,
      )
      if (found.length > 0) console.log(list(found))
    }
    if (name === 'chromium' && !values.control) incidents.push(...(await lookUps(server)))
    if (values.growth && !values.control) {
      const growth = await measureGrowth(engine, `${server.origin}/engine/`)
      incidents.push(...growth.incidents)
      console.log(growth.lines)
      if (growth.incidents.length > 0) console.log(list(growth.incidents))
    }
  } finally {
    await engine.close()
  }
  return {
    engine: `${name} ${engine.version}`,
    payloads: ids.length,
    mounts: ids.length * tours.length,
    seconds: (Date.now() - started) / 1000,
    incidents,
  }
}

// A name that is looked up ahead of time sends no request that a proxy would see.
async function lookUps(server: TestServer): Promise<Incident[]> {
  const incidents: Incident[] = []
  for (const route of ['output', 'scoped', 'string'] as const) {
    const mounts: string[] = []
    for (let start = 0; start < ids.length; start += 100) {
      mounts.push(`harness.mount(${JSON.stringify(ids.slice(start, start + 100))}, '${route}')`)
    }
    const hosts = await lookedUpHosts(`${server.origin}/engine/`, mounts)
    for (const host of hosts) {
      const detail = `looked up ${host}`
      incidents.push({ engine: 'chromium', route, id: 'any', column: 'network', detail })
    }
    console.log(`chromium, names looked up, ${route}: ${hosts.length}`)
  }
  return incidents
}

/** Runs everything that was asked for; the exit code says whether all is zero. */
export async function main(): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const root = await buildHarness()
  const server = await startServer(root)
  const rows: Row[] = []
  try {
    for (const name of values.engine.split(',')) rows.push(await run(name, server))
  } finally {
    server.close()
    rmSync(root, { recursive: true, force: true })
  }
  const incidents = rows.flatMap((row) => row.incidents)
  console.log(table(rows))
  return incidents.length === 0 ? 0 : 1
}
