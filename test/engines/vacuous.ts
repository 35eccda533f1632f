// Looks for payloads whose claim is empty: raw, they show in none of the columns that they are here for, in no engine, and
// nobody has said why.
import { mounted } from '../corpora/index.js'
import { columns } from '../corpora/payload.js'
import { staticOnly } from '../corpora/static-only.js'
import { aimsOf, type Shown } from './control.js'
import { aligned } from './report.js'

/** The table of the control, and how many payloads nobody accounts for. */
export function vacuous(
  ids: ReadonlySet<string>,
  engines: readonly Shown[],
): { readonly lines: string; readonly missing: number } {
  const claiming = mounted.filter(({ id, mustNot }) => ids.has(id) && mustNot.length > 0)
  const excused = new Set(Object.values(staticOnly).flat())
  const silent = claiming.filter(
    ({ id }) => !engines.some((shown) => aimsOf(id).some((column) => shown.get(id)?.has(column))),
  )
  const missing = silent.filter(({ id }) => !excused.has(id))
  const table = columns.map((column) => {
    const aiming = claiming.filter(({ mustNot }) => mustNot.includes(column))
    return [
      column,
      String(aiming.length),
      ...engines.map((shown) => String(aiming.filter(({ id }) => shown.get(id)?.has(column)).length)),
    ]
  })
  const head = ['column', 'payloads', ...engines.map((_, at) => `engine ${at + 1}`)]
  const lines = [
    aligned([head, ...table]),
    `${claiming.length} payloads with a claim, ${silent.length} show it in no engine, of which ${silent.length - missing.length} are listed with a reason`,
    ...missing.map(({ id, title, mustNot }) => `vacuous: ${id} ${title} (${mustNot.join(', ')})`),
  ]
  return { lines: lines.join('\n'), missing: missing.length }
}
