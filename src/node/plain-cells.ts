// Leaves out of a review the cells in which it could find nothing, which is most of them, and so mostly the DOM as well: to
// load jsdom takes longer than to read a hundred notebooks, and to sanitize a table in it a hundred times as long as to see
// that it is one.
import { cellSource, outputBundle } from '../nbformat/index.js'
import type { Cell, JsonValue, Notebook, Output, RawCellV4 } from '../nbformat/model.js'
import { dataOnlyName } from '../rendermime/data-only-table.js'
import { isPlainHtml, isPlainMarkdown } from './plain-markup.js'

// Known to the renderers, and nothing in them runs, leads anywhere or is loaded.
const plainTypes: ReadonlySet<string> = new Set([
  'text/plain',
  'text/latex',
  'image/png',
  'image/jpeg',
  'image/gif',
  'application/json',
])

const emptyCell: RawCellV4 = { cell_type: 'raw', metadata: {}, source: '' }

/**
 * The notebook with an empty raw cell in place of each cell that is plain beyond doubt, so that the others keep their
 * places. `undefined` if all are plain: a review would find nothing.
 */
export function withoutPlainCells(notebook: Notebook): Notebook | undefined {
  // Version 3 has rules of its own, and few use it any more.
  if (notebook.nbformat !== 4) return notebook
  const cells = notebook.cells.map((cell) => (isPlainCell(cell) ? emptyCell : cell))
  return cells.every((cell) => cell === emptyCell) ? undefined : { ...notebook, cells }
}

function isPlainCell(cell: Cell): boolean {
  if (cell.cell_type === 'raw') return true
  return cell.cell_type === 'code' ? cell.outputs.every(isPlainOutput) : isPlainMarkdown(cellSource(cell))
}

function isPlainOutput(output: Output): boolean {
  if (output.output_type === 'stream' || output.output_type === 'error') return true
  try {
    return Object.entries(outputBundle(output).data).every(([type, data]) => isPlainData(type, data))
  } catch {
    return false // What cannot be read is a finding.
  }
}

/** True for a MIME type whose data is plain whatever it is. */
export function isPlainType(mimeType: string): boolean {
  return plainTypes.has(mimeType) || dataOnlyName(mimeType) !== undefined
}

function isPlainData(mimeType: string, data: JsonValue): boolean {
  if (isPlainType(mimeType)) return true
  if (typeof data !== 'string') return false
  if (mimeType === 'text/html') return isPlainHtml(data)
  return mimeType === 'text/markdown' && isPlainMarkdown(data)
}
