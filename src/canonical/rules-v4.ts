// What nbformat does to a version 4 notebook between reading and signing it: v4/rwbase.py and validator.py. Joining
// lines never changes a version 4 digest, so here it only has to be possible.

import { NbtrustError } from '../lib/errors.js'
import type { JsonPath } from '../lib/json.js'
import { shapeError } from '../nbformat/shape.js'
import { isRepeatedId } from './python-ids.js'
import type { NotebookTape } from './tape.js'
import { arrayKind, endOf, integerKind, kindOf, objectKind, startOf, stringKind } from './tokenizer/tape.js'
import {
  dropKeys,
  expectLines,
  expectObjectNode,
  expectObjects,
  isText,
  memberOf,
  membersOf,
} from './walk.js'

/**
 * Flags what is dropped: `metadata.orig_nbformat`, `orig_nbformat_minor`, and every cell's `metadata.trusted`. No cell may
 * have one of the ids in `seen`, to which all are added.
 * @throws NbtrustError `ERR_NOTEBOOK_SHAPE` with the path where nbformat fails; `ERR_NO_STABLE_DIGEST` where it makes up
 * cell ids.
 */
export function applyRulesV4(tape: NotebookTape, seen: Set<string> = new Set()): void {
  const metadata = expectObjectNode(tape, memberOf(tape, 0, 'metadata'), ['metadata'])
  dropKeys(tape, metadata, ['orig_nbformat', 'orig_nbformat_minor'])
  const cells = expectObjects(tape, memberOf(tape, 0, 'cells'), ['cells'])
  cells.forEach((cell, index) => {
    const path: JsonPath = ['cells', index]
    const own = expectObjectNode(tape, memberOf(tape, cell, 'metadata'), [...path, 'metadata'])
    dropKeys(tape, own, ['trusted'])
    checkCell(tape, cell, path)
  })
  if (needsIds(tape)) checkIds(tape, cells, seen)
}

function checkCell(tape: NotebookTape, cell: number, path: JsonPath): void {
  expectLines(tape, memberOf(tape, cell, 'source'), [...path, 'source'])
  const attachments = memberOf(tape, cell, 'attachments')
  if (attachments >= 0) {
    const place = [...path, 'attachments']
    for (const bundle of membersOf(tape, expectObjectNode(tape, attachments, place))) {
      expectObjectNode(tape, bundle, place)
    }
  }
  const type = memberOf(tape, cell, 'cell_type')
  const outputs = memberOf(tape, cell, 'outputs')
  if (type < 0 || kindOf(tape, type) !== stringKind || !isText(tape, type, 'code') || outputs < 0) return
  expectObjects(tape, outputs, [...path, 'outputs']).forEach((output, index) => {
    checkOutput(tape, output, [...path, 'outputs', index])
  })
}

function checkOutput(tape: NotebookTape, output: number, path: JsonPath): void {
  const type = memberOf(tape, output, 'output_type')
  if (type < 0) return
  const kind = kindOf(tape, type)
  if (kind === objectKind || kind === arrayKind) throw shapeError([...path, 'output_type'], 'is not a string')
  if (kind === stringKind && (isText(tape, type, 'execute_result') || isText(tape, type, 'display_data'))) {
    const data = memberOf(tape, output, 'data')
    if (data >= 0) expectObjectNode(tape, data, [...path, 'data'])
  } else if (isTruthy(tape, type)) {
    expectLines(tape, memberOf(tape, output, 'text'), [...path, 'text'])
  }
}

// Python's truth of a scalar: not None, False, zero or the empty string.
function isTruthy(tape: NotebookTape, node: number): boolean {
  const falsy: readonly string[] = ['', '0', '0.0', '-0.0', 'None', 'False']
  const kind = kindOf(tape, node)
  if (kind === stringKind) return !isText(tape, node, '')
  return !falsy.some((text) => isText(tape, node, text))
}

// Ids came with 4.5. `true` counts as 1 in Python, so it does not need any.
function needsIds(tape: NotebookTape): boolean {
  const minor = memberOf(tape, 0, 'nbformat_minor')
  if (minor < 0 || kindOf(tape, minor) !== integerKind) return false
  const digits = endOf(tape, minor) - startOf(tape, minor)
  const first = tape.text[startOf(tape, minor)] ?? 0
  return first !== 0x2d && (digits > 1 || first >= 0x35)
}

function checkIds(tape: NotebookTape, cells: readonly number[], seen: Set<string>): void {
  let reason = ''
  let place = 'cells'
  const refuse = (index: number, sentence: string): void => {
    if (reason === '') [reason, place] = [sentence, `cells[${index}]`]
  }
  cells.forEach((cell, index) => {
    const id = memberOf(tape, cell, 'id')
    if (id < 0) refuse(index, `cells lack ids, the first of them cells[${index}]`)
    else if (isRepeatedId(tape, id, { seen, path: ['cells', index, 'id'] })) {
      refuse(index, `cells lack ids of their own, cells[${index}] repeats one`)
    }
  })
  if (reason === '') return
  const sentence = `The notebook has no stable digest, because ${reason}: save it with ids first.`
  throw new NbtrustError('ERR_NO_STABLE_DIGEST', sentence, { place })
}
