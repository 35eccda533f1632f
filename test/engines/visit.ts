// One batch of payloads in one page: mount, hover, focus, scroll, resize, print, wait, then click and type.
import { setTimeout as pause } from 'node:timers/promises'
import type { Route } from '../corpora/present.js'
import { type Engine, within } from './engine.js'
import type { Lane } from './lane.js'
import type { PageFinding } from './page/harness.js'
import type { Target } from './page/targets.js'
import type { Logged, TestServer } from './server.js'

/** A way through the page. */
export interface Tour {
  readonly lane: Lane
  readonly route: Route
  /** `engine`, or `engine-csp` with the strict policy. */
  readonly page: 'engine' | 'engine-csp'
}

interface Visit {
  readonly engine: Engine
  readonly server: TestServer
  readonly route: Route
  readonly ids: readonly string[]
}

/** How long a page may need: a lot for a busy machine, and some for each payload. */
const patience = (payloads: number): number => 45_000 + payloads * 2000

/** Takes the payloads through a page. A page that is lost is a finding; the engine is started anew after it. */
export async function visit({ lane, route, page }: Tour, ids: readonly string[]): Promise<PageFinding[]> {
  const found: PageFinding[] = []
  const engine = await lane.engine()
  const here: Visit = { engine, server: lane.server, route, ids }
  const mark = lane.server.mark()
  try {
    await within(patience(ids.length), 'the page', through(here, page, found))
  } catch (error) {
    if (await wasLeft(engine)) found.push({ column: 'navigation', detail: 'the page was left' })
    else {
      found.push({ column: 'resources', detail: `the page was lost: ${String(error).slice(0, 160)}` })
      await lane.close()
    }
    found.push(...requests(lane.server.since(mark), new Set()))
  }
  return unique(found)
}

// An engine that answers has another page now.
async function wasLeft(engine: Engine): Promise<boolean> {
  const asked = engine.evaluate<boolean>(`typeof harness !== 'object'`)
  return await within(5000, 'an answer', asked).catch(() => false)
}

async function through(here: Visit, page: Tour['page'], found: PageFinding[]): Promise<void> {
  const { engine, server, route, ids } = here
  await engine.open(`${server.origin}/${page}/`)
  await ready(engine)
  await engine.evaluate('harness.begin()')
  const token = await engine.evaluate<number>('harness.token')
  const chrome = await engine.chrome?.()
  const mark = server.mark()
  found.push(...(await engine.evaluate<PageFinding[]>(`harness.mount(${JSON.stringify(ids)}, '${route}')`)))
  await everyScreen(engine, (targets) => engine.act(targets.filter(({ action }) => action === 'hover')))
  await engine.evaluate('harness.activate()')
  await engine.resize(900, 700)
  await engine.resize(0, 0)
  // What nothing contains may be of any size, and paper takes minutes for it.
  if (route !== 'raw') await engine.print()
  await engine.evaluate('harness.settle(60)')
  found.push(...(await engine.evaluate<PageFinding[]>('harness.finish()')))
  if (chrome !== undefined && !(await chromeIs(engine, chrome))) {
    found.push({ column: 'style', detail: 'the pixels around the outputs changed' })
  }
  found.push(...requests(server.since(mark), new Set()))
  found.push(...(await clicks(here, token)))
  for (const incident of engine.incidents()) found.push({ column: 'navigation', detail: incident })
}

/** Waits for the page's module, which on a busy machine comes after the load event. */
export async function ready(engine: Engine): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await engine.evaluate<boolean>(`typeof harness === 'object'`).catch(() => false)) return
    await pause(50)
  }
  throw new Error('the harness is not there')
}

// The page may be left on the way, by a click or by itself; that is found afterwards.
async function everyScreen(engine: Engine, act: (targets: Target[]) => Promise<void>): Promise<void> {
  await engine.evaluate('globalThis.harness?.firstScreen()')
  for (;;) {
    const targets = await engine.evaluate<Target[] | null>('globalThis.harness?.nextScreen() ?? null')
    if (!targets) return
    if (targets.length > 0) await act(targets)
  }
}

// Looks several times: a frame that is late on a busy machine is not a change.
async function chromeIs(engine: Engine, wanted: string): Promise<boolean> {
  await engine.act([{ x: 640, y: 70, action: 'hover' }])
  for (const wait of [0, 300, 1000, 3000]) {
    await engine.evaluate(`harness.settle(${wait})`)
    if ((await engine.chrome?.()) === wanted) return true
  }
  return false
}

// A click on a link is a person's wish, and may open another site in a tab of its own without a way back. Nothing else may.
async function clicks({ engine, server, route }: Visit, token: number): Promise<PageFinding[]> {
  const found: PageFinding[] = []
  await engine.popups()
  const mark = server.mark()
  // A control that takes no focus leaves it where it was: what is typed then must not go to the host's.
  await engine.evaluate('document.activeElement?.blur?.()')
  await everyScreen(engine, (targets) => engine.act(targets.filter(({ action }) => action !== 'hover')))
  await engine.evaluate('globalThis.harness?.settle(40)').catch(() => undefined)
  const opened = await tabs({ engine, server, mark }, found)
  found.push(...requests(server.since(mark), opened))
  const still = await engine.evaluate<number>('globalThis.harness ? harness.token : 0').catch(() => 0)
  if (still !== token) return [...found, { column: 'navigation', detail: 'the page was left' }]
  const log = await engine.evaluate<PageFinding[]>('harness.log()')
  return [...found, ...log.filter((finding) => !isOwnPlace(finding, route))]
}

interface Clicked extends Pick<Visit, 'engine' | 'server'> {
  readonly mark: number
}

// Closes the tabs that the clicks opened, and answers whose sites they are. A tab that comes late on a busy machine, or has
// requested something before it can be seen, belongs to these clicks as well.
async function tabs({ engine, server, mark }: Clicked, found: PageFinding[]): Promise<ReadonlySet<string>> {
  const opened = new Set<string>()
  for (let round = 0, rest = 1; round < 10 && (rest > 0 || round < 2); round++) {
    if (round > 0) await pause(150)
    const popups = await engine.popups()
    for (const { url, opener } of popups) {
      const host = hostOf(url)
      // A mail program or a telephone takes it from there.
      if (/^(?:mailto|tel):/.test(url) && !opener) continue
      if (opener) found.push({ column: 'navigation', detail: `a window with an opener: ${url.slice(0, 80)}` })
      else if (host === '' || url.startsWith(server.origin)) {
        found.push({ column: 'navigation', detail: `a window: ${url.slice(0, 80)}` })
      } else opened.add(host)
    }
    rest = popups.length + requests(server.since(mark), opened).length
  }
  return opened
}

function requests(logged: readonly Logged[], opened: ReadonlySet<string>): PageFinding[] {
  return logged
    .filter(({ host }) => !opened.has(host) && !isBrowsersOwn(host))
    .map(({ host, path, method }) => {
      const id = /(?:__canary\/|example\/|^\/)([a-z]+(?:-[a-z]+)*-\d+)/.exec(path)?.[1]
      return { column: 'network', detail: `${method} ${host}${path.slice(0, 80)}`, ...(id ? { id } : {}) }
    })
}

// Markup in a string has nobody who handles its clicks: a link to a place in the output itself moves the page's fragment there.
function isOwnPlace({ detail }: PageFinding, route: Route): boolean {
  return route === 'string' && /^(?:hashchange|popstate) \S+#nbout-/.test(detail)
}

// What engines fetch for themselves. Payloads only use names below `.example`.
function isBrowsersOwn(host: string): boolean {
  return /(?:^|\.)(?:google|googleapis|gstatic|mozilla|firefox|mozgcp|gnome)\.(?:com|org|net)(?::\d+)?$/.test(
    host,
  )
}

// Not the URL parser: Chromium opens hosts that Node's refuses.
function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? ''
}

function unique(findings: readonly PageFinding[]): PageFinding[] {
  const seen = new Map(
    findings.map((finding) => [`${finding.id} ${finding.column} ${finding.detail}`, finding]),
  )
  return [...seen.values()]
}
