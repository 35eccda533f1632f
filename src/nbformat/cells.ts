// The cells of a notebook of either version, and what they say.

import type { JsonPath } from '../lib/json.js'
import { isJsonObject, ownValue } from '../lib/json.js'
import { joinLines } from './lines.js'
import type { Cell, CodeCell, JsonObject, Mimebundle, Notebook } from './model.js'

/** Every cell in document order; version 3's worksheets one after the other. */
export function cellsOf(notebook: Notebook): Cell[] {
  if (notebook.nbformat === 4) return notebook.cells
  return notebook.worksheets.flatMap((worksheet) => worksheet.cells)
}

/** Every cell with its path: `['cells', 3]`, `['worksheets', 0, 'cells', 1]`. */
export function cellPaths(notebook: Notebook): [path: JsonPath, cell: Cell][] {
  if (notebook.nbformat === 4) return notebook.cells.map((cell, index) => [['cells', index], cell])
  return notebook.worksheets.flatMap((sheet, number) =>
    sheet.cells.map((cell, index): [JsonPath, Cell] => [['worksheets', number, 'cells', index], cell]),
  )
}

/** Every code cell in document order. */
export function codeCells(notebook: Notebook): CodeCell[] {
  return cellsOf(notebook).filter((cell) => cell.cell_type === 'code')
}

/** The number of the execution that a code cell's outputs are from, which frontends show as `[2]`; undefined if there is none. */
export function executionCount(cell: Cell): number | undefined {
  const count =
    'execution_count' in cell
      ? cell.execution_count
      : 'prompt_number' in cell
        ? cell.prompt_number
        : undefined
  return typeof count === 'number' ? count : undefined
}

/** A cell's source as one string. Version 3 calls a code cell's source `input`. */
export function cellSource(cell: Cell): string {
  return joinLines(
    'source' in cell && Object.hasOwn(cell, 'source') ? cell.source : 'input' in cell ? cell.input : '',
  )
}

/**
 * The files attached to a Markdown or raw cell of version 4, by name, as `renderMarkdownCell` takes them; empty where there are
 * none. Never throws.
 */
export function cellAttachments(cell: Cell): { readonly [name: string]: Mimebundle } {
  const attachments = isJsonObject(cell) ? ownValue(cell, 'attachments') : undefined
  if (!isJsonObject(attachments)) return {}
  const bundles = Object.entries(attachments).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  )
  // Object.fromEntries defines keys, so that `__proto__` becomes an ordinary one.
  return Object.fromEntries(bundles)
}
