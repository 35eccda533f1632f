// Marking and checking cells as nbformat does, for programs that hand a notebook on with its trust flags. Inside this
// package trust lives in the session and the signature store, never in the document.
import { codeCells } from './cells.js'
import type { CodeCell, Notebook, Output } from './model.js'

/** Sets `metadata.trusted` on every code cell (nbformat: `mark_cells`). Changes the notebook. */
export function markCells(notebook: Notebook, trust: 'trusted' | 'untrusted'): void {
  for (const cell of codeCells(notebook)) {
    cell.metadata ??= {}
    cell.metadata.trusted = trust === 'trusted'
  }
}

/**
 * True if every code cell is marked as trusted or has only safe outputs; true without code cells. Removes every mark
 * (nbformat: `check_cells`).
 */
export function checkCells(notebook: Notebook): boolean {
  // Not `every`: the marks of all cells have to go.
  return codeCells(notebook).filter((cell) => !checkCell(cell)).length === 0
}

/**
 * True for an output that shows plain text and nothing else: `stream`, `error`, and version 3's `pyerr`. An allow-list,
 * where nbformat names the unsafe types: an output type that does not exist yet is not safe.
 */
export function isSafeOutput(output: Output): boolean {
  return output.output_type === 'stream' || output.output_type === 'error' || output.output_type === 'pyerr'
}

/** True if an output of the notebook shows more than plain text: only such a one can be trusted, or not. */
export function hasUnsafeOutputs(notebook: Notebook): boolean {
  return codeCells(notebook).some((cell) => !hasOnlySafeOutputs(cell))
}

function hasOnlySafeOutputs(cell: CodeCell): boolean {
  return cell.outputs.every((output: Output) => isSafeOutput(output))
}

function checkCell(cell: CodeCell): boolean {
  const marked =
    cell.metadata !== undefined && Object.hasOwn(cell.metadata, 'trusted') && !!cell.metadata.trusted
  delete cell.metadata?.trusted
  return marked || hasOnlySafeOutputs(cell)
}
