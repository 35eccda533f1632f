// Cell ids, which version 4.5 and later require: without them nbformat makes up new ones at every reading, and then the
// notebook never has the digest that was signed.
import type { Notebook } from './model.js'

/** Gives ids to the cells of a 4.5+ notebook that have none, or one that an earlier cell has. Changes the notebook. */
export function fillCellIds(notebook: Notebook): void {
  if (notebook.nbformat !== 4 || notebook.nbformat_minor < 5) return
  const taken = new Set(notebook.cells.map((cell) => cell.id))
  const seen = new Set<string>()
  for (const cell of notebook.cells) {
    if (cell.id === undefined || seen.has(cell.id)) {
      cell.id = newId(taken)
      taken.add(cell.id)
    }
    seen.add(cell.id)
  }
}

// Eight hex digits, as nbformat's `random_cell_id`. getRandomValues exists in insecure contexts too.
function newId(taken: ReadonlySet<string | undefined>): string {
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    const id = number.toString(16).padStart(8, '0')
    if (!taken.has(id)) return id
  }
}
