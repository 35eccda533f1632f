// Takes batches of payloads through a page: mount, hover, focus, click, type, scroll, resize, print, wait. A batch that is
// not clean is taken through again payload by payload, so that every finding has a name.

import type { Column } from '../corpora/payload.js'
import type { Route } from '../corpora/present.js'
import type { Engine } from './engine.js'
import type { PageFinding } from './page/harness.js'
import type { Target } from './page/targets.js'
import type { Logged, TestServer } from './server.js'

/** Something that happened and should not have. */
export interface Incident {
  readonly engine: string
  readonly route: string
  readonly id: string
  readonly column: Column | 'remains'
  readonly detail: string
}

/** A way through the page. */
export interface Tour {
  readonly engine: Engine
  readonly server: TestServer
  readonly route: Route
  /** `engine`, or `engine-csp` with the strict policy. */
  readonly page: 'engine' | 'engine-csp'
}

/** Takes `ids` through the page, `size` at a time. */
export async function drive(tour: Tour, ids: readonly string[], size: number): Promise<Incident[]> {
  const incidents: Incident[] = []
  for (let start = 0; start < ids.length; start += size) {
    const batch = ids.slice(start, start + size)
    const found = await visit(tour, batch)
    if (found.every(({ id }) => id !== undefined))
      incidents.push(...found.map((finding) => named(tour, finding, batch)))
    else incidents.push(...(await alone(tour, batch, found)))
  }
  return incidents
}

async function alone(
  tour: Tour,
  batch: readonly string[],
  together: readonly PageFinding[],
): Promise<Incident[]> {
  if (batch.length === 1) return together.map((finding) => named(tour, finding, batch))
  const reason = together.find(({ id }) => id === undefined)
  console.log(`  one by one from ${batch[0]}, because of: ${reason?.column}, ${reason?.detail}`)
  const incidents: Incident[] = []
  for (const id of batch) {
    const found = await visit(tour, [id])
    incidents.push(...found.map((finding) => named(tour, finding, [id])))
  }
  const columns = new Set(incidents.map(({ column }) => column))
  // Seen with all of them on the page, but with none alone: still a finding.
  const lost = together.filter(({ column, id }) => id === undefined && !columns.has(column))
  return [...incidents, ...lost.map((finding) => named(tour, finding, batch))]
}

function named({ engine, route, page }: Tour, finding: PageFinding, batch: readonly string[]): Incident {
  const id = finding.id ?? (batch.length === 1 ? (batch[0] ?? '') : `${batch[0]}…${batch.at(-1)}`)
  const through = page === 'engine-csp' ? `${route}, strict page` : route
  return { engine: engine.name, route: through, id, column: finding.column, detail: finding.detail }
}

async function visit({ engine, server, route, page }: Tour, ids: readonly string[]): Promise<PageFinding[]> {
  const found: PageFinding[] = []
  try {
    await engine.open(`${server.origin}/${page}/`)
    await engine.evaluate('harness.begin()')
    const token = await engine.evaluate<number>('harness.token')
    const chrome = await engine.chrome?.()
    const mark = server.mark()
    found.push(...(await engine.evaluate<PageFinding[]>(`harness.mount(${JSON.stringify(ids)}, '${route}')`)))
    const targets = await engine.evaluate<Target[]>('harness.targets()')
    await engine.act(targets.filter(({ action }) => action === 'hover'))
    await engine.evaluate('harness.activate()')
    await engine.resize(900, 700)
    await engine.resize(0, 0)
    await engine.print()
    await engine.evaluate('harness.settle(60)')
    found.push(...(await engine.evaluate<PageFinding[]>('harness.finish()')))
    if (chrome !== undefined && !(await chromeIs(engine, chrome))) {
      found.push({ column: 'style', detail: 'the pixels around the outputs changed' })
    }
    found.push(...requests(server.since(mark), new Set()))
    found.push(...(await clicks({ engine, server, route, targets, token })))
  } catch (error) {
    if (/connection closed|browser has been closed|ECONNREFUSED|invalid session/i.test(String(error)))
      throw error
    found.push({ column: 'navigation', detail: `the page was lost: ${String(error).slice(0, 160)}` })
  }
  for (const incident of engine.incidents()) found.push({ column: 'navigation', detail: incident })
  return unique(found)
}

// Looks twice: a frame that was late on a busy machine is not a change.
async function chromeIs(engine: Engine, wanted: string): Promise<boolean> {
  await engine.act([{ x: 640, y: 70, action: 'hover' }])
  if ((await engine.chrome?.()) === wanted) return true
  await engine.evaluate('harness.settle(300)')
  return (await engine.chrome?.()) === wanted
}

interface Clicking {
  readonly route: Route
  readonly engine: Engine
  readonly server: TestServer
  readonly targets: readonly Target[]
  readonly token: number
}

// A click on a link is a person's wish, and may open another site in a tab of its own without a way back. Nothing else may.
async function clicks({ engine, server, route, targets, token }: Clicking): Promise<PageFinding[]> {
  const found: PageFinding[] = []
  await engine.popups()
  const mark = server.mark()
  await engine.act(targets.filter(({ action }) => action !== 'hover'))
  await engine.evaluate('harness.settle(40)').catch(() => undefined)
  const opened = new Set<string>()
  for (const { url, opener } of await engine.popups()) {
    const host = hostOf(url)
    if (opener) found.push({ column: 'navigation', detail: `a window with an opener: ${url.slice(0, 80)}` })
    else if (host === '' || url.startsWith(server.origin)) {
      found.push({ column: 'navigation', detail: `a window: ${url.slice(0, 80)}` })
    } else opened.add(host)
  }
  found.push(...requests(server.since(mark), opened))
  const still = await engine.evaluate<number>('globalThis.harness ? harness.token : 0').catch(() => 0)
  if (still !== token) found.push({ column: 'navigation', detail: 'the page was left' })
  else
    found.push(
      ...(await engine.evaluate<PageFinding[]>('harness.log()')).filter(
        (finding) => !isOwnPlace(finding, route),
      ),
    )
  return found
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
