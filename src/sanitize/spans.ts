// Counts the places in tables that cells stretch over. Browsers look at each for every cell beside it: two hundred cells of a
// thousand columns and all rows make them stop.
import { dropAttribute, type WalkContext } from './context.js'
import { MOST_PLACES } from './limits.js'

const SPANS: readonly string[] = ['rowspan', 'colspan', 'columnspan', 'span']

/** Takes away how far cells stretch, from where they take too many places together. Linear in nodes. */
export function boundSpans(root: DocumentFragment, context: WalkContext): void {
  const rows = root.querySelectorAll('tr, mtr').length
  let places = 0
  for (const cell of root.querySelectorAll(`[${SPANS.join('],[')}]`)) {
    const [down = 0, ...across] = SPANS.map((name) => Number.parseInt(cell.getAttribute(name) ?? '1', 10))
    // Zero is all rows that are left. Columns of one row are cheap, and there are a thousand of them at most.
    const height = Math.min(Math.abs(down) || rows, rows)
    const width = Math.min(Math.max(...across.map(Math.abs)) || 1, 1000)
    places += height > 1 ? width * height : width / 10
    if (places <= MOST_PLACES) continue
    for (const name of SPANS) if (cell.hasAttribute(name)) dropAttribute(cell, name, context)
  }
}
