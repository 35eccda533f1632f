// Looks for payloads whose claim is empty: raw, neither a look at their markup nor any engine shows what they are here for, and
// nobody has said why.
import { columns } from '../corpora/payload.js'
import { quiet } from '../corpora/quiet.js'
import { aimsOf, type Shown } from './control.js'
import { aligned } from './report.js'

/** What the control found. */
export interface Control {
  /** Payloads whose raw markup a look finds fault with. */
  readonly seen: ReadonlySet<string>
  /** What the others did, in each engine. */
  readonly shown: readonly Shown[]
}

/** Whether a payload does what it is here for in one of the engines. */
export function acts(id: string, shown: readonly Shown[]): boolean {
  return shown.some((engine) => aimsOf(id).some((column) => engine.get(id)?.has(column)))
}

/** The table of the control, and how many payloads nobody accounts for. */
export function vacuous(
  ids: readonly string[],
  { seen, shown }: Control,
): { readonly lines: string; readonly missing: number } {
  const excused = new Set(Object.values(quiet).flat())
  const rows = columns.map((column) => {
    const aiming = ids.filter((id) => aimsOf(id).includes(column))
    const kinds = [
      aiming.filter((id) => seen.has(id)),
      aiming.filter((id) => !seen.has(id) && acts(id, shown)),
    ]
    const rest = aiming.filter((id) => !seen.has(id) && !acts(id, shown))
    return [column, ...[aiming, ...kinds, rest].map(({ length }) => String(length))]
  })
  const silent = ids.filter((id) => !seen.has(id) && !acts(id, shown))
  const missing = silent.filter((id) => !excused.has(id))
  const lines = [
    aligned([['column', 'payloads', 'seen by a look', 'shown by an engine', 'quiet'], ...rows]),
    `${silent.length} are quiet raw, ${silent.length - missing.length} of them with a reason in test/corpora/quiet.ts`,
    ...missing.map((id) => `vacuous: ${id}`),
  ]
  return { lines: lines.join('\n'), missing: missing.length }
}
