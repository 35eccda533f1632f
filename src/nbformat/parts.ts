// Cuts a notebook into parts and joins them again, so that a page can receive it from a worker without a long pause.
import type { Cell, Notebook } from './model.js'

/** The notebook without its cells, or some cells of one worksheet (version 4 has one). */
export type NotebookPart =
  | { readonly kind: 'head'; readonly notebook: Notebook }
  | { readonly kind: 'cells'; readonly worksheet: number; readonly cells: readonly Cell[] }

// A page takes 1 to 3 ms to receive as much as this: JSON values, and characters at the rate at which they are copied.
const maxWeight = 10_000
const charactersForOne = 200

/** The parts of a notebook in order. A cell is never cut; one that is larger than a part is a part of its own. */
export function* notebookParts(notebook: Notebook): Iterable<NotebookPart> {
  yield { kind: 'head', notebook: withoutCells(notebook) }
  for (const [worksheet, cells] of listsOf(notebook).entries()) {
    let [batch, weight]: [Cell[], number] = [[], 0]
    for (const cell of cells) {
      batch.push(cell)
      weight += weightOf(cell)
      if (weight < maxWeight) continue
      yield { kind: 'cells', worksheet, cells: batch }
      ;[batch, weight] = [[], 0]
    }
    if (batch.length > 0) yield { kind: 'cells', worksheet, cells: batch }
  }
}

/** Adds a part to the notebook that came as the head. Undefined before there is a head. */
export function joinPart(notebook: Notebook | undefined, part: NotebookPart): Notebook | undefined {
  if (part.kind === 'head') return part.notebook
  const list = notebook && listsOf(notebook)[part.worksheet]
  // Not `push(...)`: a list may be longer than a function takes arguments.
  for (const cell of part.cells) list?.push(cell)
  return notebook
}

// The lists of one notebook hold cells of one version, which the checks of `parse.ts` have seen to.
function listsOf(notebook: Notebook): Cell[][] {
  return notebook.nbformat === 4 ? [notebook.cells] : notebook.worksheets.map(({ cells }): Cell[] => cells)
}

function withoutCells(notebook: Notebook): Notebook {
  if (notebook.nbformat === 4) return { ...notebook, cells: [] }
  return { ...notebook, worksheets: notebook.worksheets.map((sheet) => ({ ...sheet, cells: [] })) }
}

function weightOf(cell: Cell): number {
  let weight = 0
  const open: unknown[] = [cell]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    weight++
    if (typeof value === 'string') weight += value.length / charactersForOne
    else if (typeof value === 'object' && value !== null)
      for (const child of childrenOf(value)) open.push(child)
  }
  return weight
}

const childrenOf = (value: object): unknown[] => (Array.isArray(value) ? value : Object.values(value))
