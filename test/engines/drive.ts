// Takes all payloads through a page, batch by batch. A batch that is not clean is taken apart until every finding has a
// payload's name, and what a payload does alone is looked at again, so that a busy machine is not a finding.

import type { Column } from '../corpora/payload.js'
import type { PageFinding } from './page/harness.js'
import { type Tour, visit } from './visit.js'

/** Something that happened and should not have. */
export interface Incident {
  readonly engine: string
  readonly route: string
  readonly id: string
  readonly column: Column | 'remains'
  readonly detail: string
}

/** How a tour is taken. */
export interface Driving {
  /** Payloads on one page. */
  readonly size: number
  /** Told now and then what happens. */
  readonly note: (line: string) => void
}

/** A payload alone is only guilty of what it does each of these times. */
const LOOKS = 5

/** Takes `ids` through the page, `size` at a time. */
export async function drive(
  tour: Tour,
  ids: readonly string[],
  { size, note }: Driving,
): Promise<Incident[]> {
  const incidents: Incident[] = []
  for (let start = 0; start < ids.length; start += size) {
    const found = await search(tour, ids.slice(start, start + size), note)
    incidents.push(...found)
    for (const { column, id, detail } of found) note(`FOUND ${column} ${id} ${detail}`)
    note(`${Math.min(start + size, ids.length)} of ${ids.length}`)
  }
  return incidents
}

async function search(tour: Tour, batch: readonly string[], note: Driving['note']): Promise<Incident[]> {
  const found = await visit(tour, batch)
  const [only] = batch
  if (found.length === 0 || only === undefined) return []
  const loose = found.find(({ id }) => id === undefined)
  if (loose)
    note(`${batch.length} payloads from ${only} on are looked at again: ${loose.column}, ${loose.detail}`)
  if (batch.length === 1) return await again(tour, only, found)
  const incidents: Incident[] = []
  const suspects = new Set(found.flatMap(({ id }) => id ?? []))
  for (const id of suspects) incidents.push(...(await search(tour, [id], note)))
  if (loose) {
    const rest = batch.filter((id) => !suspects.has(id))
    const half = Math.ceil(rest.length / 2)
    for (const part of [rest.slice(0, half), rest.slice(half)])
      incidents.push(...(await search(tour, part, note)))
  }
  // How long a payload takes is for it alone to show.
  if (incidents.length > 0 || found.every(({ column, id }) => column === 'resources' && id)) return incidents
  // Seen with all of them on the page, but with none of the parts.
  const second = await visit(tour, batch)
  for (const { column, detail } of second.length > 0 ? [] : found) note(`not seen again: ${column} ${detail}`)
  const certain = second.length > 0 ? second : found.filter(isCertain)
  return certain.map((finding) => named(tour, finding, `${batch[0]}…${batch.at(-1)}`))
}

async function again(tour: Tour, id: string, first: readonly PageFinding[]): Promise<Incident[]> {
  let found = first
  for (let look = 1; look < LOOKS && found.length > 0; look++) found = await visit(tour, [id])
  return [...first.filter(isCertain), ...found].map((finding) => named(tour, finding, id))
}

// No busy machine sends a request or calls a function of the payload's.
function isCertain({ column }: PageFinding): boolean {
  return column === 'network' || column === 'execution'
}

function named({ lane, route, page }: Tour, { id, column, detail }: PageFinding, batch: string): Incident {
  const through = page === 'engine-csp' ? `${route}, strict page` : route
  return { engine: lane.name, route: through, id: id ?? batch, column, detail }
}
