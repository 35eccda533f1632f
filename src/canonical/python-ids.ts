// Whether two cell ids are the same to Python, where 1, 1.0 and True are equal and hash alike.

import type { JsonPath } from '../lib/json.js'
import { shapeError } from '../nbformat/shape.js'
import type { NotebookTape } from './tape.js'
import {
  falseKind,
  floatKind,
  integerKind,
  kindOf,
  nullKind,
  stringKind,
  trueKind,
} from './tokenizer/tape.js'
import { exactText, textOf } from './walk.js'

/**
 * Adds an id to those seen, and says whether it was among them.
 * @throws NbtrustError `ERR_NOTEBOOK_SHAPE` for a list or an object, which Python cannot hash.
 */
export function isRepeatedId(
  tape: NotebookTape,
  id: number,
  context: { seen: Set<string>; path: JsonPath },
): boolean {
  const { seen, path } = context
  const name = nameOf(tape, id, path)
  if (seen.has(name)) return true
  seen.add(name)
  return false
}

function nameOf(tape: NotebookTape, id: number, path: JsonPath): string {
  switch (kindOf(tape, id)) {
    case stringKind:
      // The bytes count: half surrogate pairs all look the same as text.
      return `string ${exactText(tape, id)}`
    case integerKind:
      return `number ${BigInt(textOf(tape, id))}`
    case trueKind:
      return 'number 1'
    case falseKind:
      return 'number 0'
    case nullKind:
      return 'null'
    case floatKind: {
      // Python's `nan` is one and the same object for every NaN of a file, and so equal to itself in a set.
      const text = textOf(tape, id)
      const value = Number(text)
      return Number.isInteger(value) ? `number ${BigInt(value)}` : `float ${text}`
    }
    default:
      throw shapeError(path, 'is not a string')
  }
}
