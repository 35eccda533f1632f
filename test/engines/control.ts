// The control: raw markup, in a page that protects itself from nothing. A column in which nothing is found here proves nothing
// when it is zero for what was sanitized.
import { payloads } from '../corpora/index.js'
import { type Column, columns } from '../corpora/payload.js'
import type { Driving } from './drive.js'
import type { Lane } from './lane.js'
import type { PageFinding } from './page/harness.js'
import { ready, visit } from './visit.js'

// For each column some payloads that show in every engine; the large one overflows a parser's stack.
const samples: { readonly [column in Column]: readonly string[] } = {
  execution: ['handler-1', 'svg-1', 'advisory-output-3'],
  network: ['url-remote-14', 'css-load-5', 'url-remote-15'],
  navigation: ['navigate-1', 'navigate-2', 'advisory-html-4'],
  clobbering: ['clobber-1', 'clobber-2', 'advisory-html-3'],
  style: ['css-cover-1', 'css-cover-2', 'css-read-1'],
  imitation: ['imitate-1', 'imitate-2', 'advisory-html-1'],
  resources: ['growth-markdown-1'],
}

const claims: ReadonlyMap<string, readonly string[]> = new Map(
  payloads.map(({ id, mustNot }) => [id, mustNot]),
)

/** The columns that each payload shows in when nothing is sanitized, by id. */
export type Shown = ReadonlyMap<string, ReadonlySet<string>>

/** Those payloads in whose raw markup a look alone finds what they are here for: the questions of `inspect` bite. */
export async function evident(lane: Lane, ids: readonly string[]): Promise<readonly string[]> {
  const engine = await lane.engine()
  await engine.open(`${lane.server.origin}/engine/`)
  await ready(engine)
  return await engine.evaluate<string[]>(`harness.evident(${JSON.stringify(ids)})`)
}

/** Takes payloads through the page raw. What a batch shows without saying whose doing it is, its payloads show again alone. */
export async function takeRaw(lane: Lane, ids: readonly string[], { size, note }: Driving): Promise<Shown> {
  const shown = new Map(ids.map((id) => [id, new Set<string>()]))
  const acts = (id: string): boolean => aimsOf(id).some((column) => shown.get(id)?.has(column))
  for (let start = 0; start < ids.length; start += size) {
    const batch = ids.slice(start, start + size)
    const found = await visitRaw(lane, batch)
    for (const { id, column } of found) shown.get(id ?? '')?.add(column)
    // What one does may hide what another would do.
    for (const id of found.length > 0 ? batch.filter((id) => !acts(id)) : []) {
      for (const { column } of await visitRaw(lane, [id])) shown.get(id)?.add(column)
    }
    note(`${Math.min(start + size, ids.length)} of ${ids.length}`)
  }
  return shown
}

async function visitRaw(lane: Lane, ids: readonly string[]): Promise<readonly PageFinding[]> {
  return await visit({ lane, route: 'raw', page: 'engine' }, ids)
}

/** The columns that a payload is here for. */
export function aimsOf(id: string): readonly Column[] {
  const mustNot = claims.get(id) ?? []
  return columns.filter((column) => mustNot.includes(column))
}

/** How many of the samples of each column show in it, raw. A busy machine gets some more looks before it is none. */
export async function checkControl(lane: Lane): Promise<ReadonlyMap<Column, number>> {
  const counts = new Map<Column, number>()
  for (const column of columns) {
    for (let look = 0; look < 4 && !counts.get(column); look++) {
      const shown = await takeRaw(lane, samples[column], { size: 1, note: () => undefined })
      counts.set(column, [...shown.values()].filter((found) => found.has(column)).length)
    }
  }
  return counts
}
