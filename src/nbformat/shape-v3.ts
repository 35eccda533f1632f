// The shape of a version 3 notebook, whose cells lie in worksheets and whose outputs carry their data as short keys.
import { type JsonObject, type JsonPath, type JsonValue, ownValue } from '../lib/json.js'
import { isLines, joinLinesV3 } from './lines.js'
import { expectArray, expectItems, expectMembers, expectObject, expectString, expectText } from './shape.js'
import { checkTraceback } from './shape-v4.js'

/** The keys of an output that may be lists of lines (nbformat/v3/rwbase.py, `_multiline_outputs`). */
export const multilineKeysV3: readonly string[] = ['text', 'html', 'svg', 'latex', 'javascript', 'json']

/**
 * Checks and completes a notebook whose `nbformat` is 3. Lists of lines that lack their line ends become the text they
 * stand for, so that afterwards every list joins by nothing, as in version 4.
 * @throws NbtrustError `ERR_NOTEBOOK_SHAPE` with the path.
 */
export function checkShapeV3(notebook: JsonObject): void {
  expectMembers(notebook, 'metadata', [])
  expectArray(ownValue(notebook, 'worksheets'), ['worksheets']).forEach((value, index) => {
    const worksheet = expectObject(value, ['worksheets', index])
    expectArray(ownValue(worksheet, 'cells'), ['worksheets', index, 'cells']).forEach((cell, number) => {
      checkCell(cell, ['worksheets', index, 'cells', number])
    })
  })
}

function checkCell(value: JsonValue, path: JsonPath): void {
  const cell = expectObject(value, path)
  expectString(cell, 'cell_type', { path })
  expectMembers(cell, 'metadata', path)
  if (cell.cell_type !== 'code') {
    expectText(cell, 'source', path)
    completeLines(cell, ['source', 'rendered'])
    return
  }
  expectText(cell, 'input', path)
  completeLines(cell, ['input'])
  expectItems(cell, 'outputs', path).forEach((value, index) => {
    const place = [...path, 'outputs', index]
    const output = expectObject(value, place)
    expectString(output, 'output_type', { path: place })
    if (output.output_type === 'stream') expectText(output, 'text', place)
    if (output.output_type === 'pyerr') checkTraceback(output, place)
    completeLines(output, multilineKeysV3)
  })
}

function completeLines(owner: JsonObject, keys: readonly string[]): void {
  for (const key of keys) {
    const lines = ownValue(owner, key)
    if (isLines(lines) && joinLinesV3(lines) !== lines.join('')) owner[key] = joinLinesV3(lines)
  }
}
