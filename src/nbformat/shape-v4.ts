// The shape of a version 4 notebook, as far as the model promises it. What Jupyter fills in is filled in; cells and
// outputs of types that are not known yet are kept as they are, for readers to treat as the least trusted kind.
import { type JsonObject, type JsonPath, type JsonValue, ownValue } from '../lib/json.js'
import {
  expectArray,
  expectCount,
  expectItems,
  expectMembers,
  expectObject,
  expectString,
  expectText,
} from './shape.js'

/** Checks and completes a notebook whose `nbformat` is 4. @throws NbtrustError `ERR_NOTEBOOK_SHAPE` with the path. */
export function checkShapeV4(notebook: JsonObject): void {
  expectMembers(notebook, 'metadata', [])
  expectArray(ownValue(notebook, 'cells'), ['cells']).forEach((cell, index) => {
    checkCell(cell, ['cells', index])
  })
}

function checkCell(value: JsonValue, path: JsonPath): void {
  const cell = expectObject(value, path)
  expectString(cell, 'cell_type', { path })
  if (Object.hasOwn(cell, 'id')) expectString(cell, 'id', { path })
  expectMembers(cell, 'metadata', path)
  expectText(cell, 'source', path)
  if (Object.hasOwn(cell, 'attachments')) {
    const attachments = expectMembers(cell, 'attachments', path)
    for (const name of Object.keys(attachments)) {
      expectObject(ownValue(attachments, name), [...path, 'attachments', name])
    }
  }
  if (cell.cell_type !== 'code') return
  expectCount(cell, 'execution_count', path)
  expectItems(cell, 'outputs', path).forEach((output, index) => {
    checkOutput(output, [...path, 'outputs', index])
  })
}

function checkOutput(value: JsonValue, path: JsonPath): void {
  const output = expectObject(value, path)
  expectString(output, 'output_type', { path })
  switch (output.output_type) {
    case 'stream':
      expectString(output, 'name', { path, missing: 'stdout' })
      expectText(output, 'text', path)
      break
    case 'error':
      expectString(output, 'ename', { path, missing: '' })
      expectString(output, 'evalue', { path, missing: '' })
      checkTraceback(output, path)
      break
    case 'execute_result':
      expectCount(output, 'execution_count', path)
      expectMembers(output, 'data', path)
      expectMembers(output, 'metadata', path)
      break
    case 'display_data':
      expectMembers(output, 'data', path)
      expectMembers(output, 'metadata', path)
      break
  }
}

/** Passes a traceback that is a list of strings; a missing one is set to an empty list. */
export function checkTraceback(output: JsonObject, path: JsonPath): void {
  expectItems(output, 'traceback', path)
  expectText(output, 'traceback', path)
}
