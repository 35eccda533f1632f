// What of a notebook does not count in the injective encoding: what `storedForm` leaves out, and whether a text is one
// string or a list of lines. Tolerant: what does not have a notebook's shape stays as it is.

import { isJsonMime } from '../nbformat/lines.js'
import { multilineKeysV3 } from '../nbformat/shape-v3.js'
import { joinJsonLines, type LineEnds } from './join-json-lines.js'
import type { NotebookTape } from './tape.js'
import { arrayKind, kindOf, stringKind } from './tokenizer/tape.js'
import { childrenOf, dropKeys, isText, keysOf, memberOf, textOf } from './walk.js'

/** Drops and joins on a tape in JSON's spelling. */
export function applyRulesJcs(tape: NotebookTape, version: 3 | 4): void {
  const origin = ['orig_nbformat', 'orig_nbformat_minor']
  dropKeys(tape, memberOf(tape, 0, 'metadata'), [...origin, 'signature'])
  if (version === 4) {
    for (const cell of itemsOf(tape, 0, 'cells')) applyToCellV4(tape, cell)
    return
  }
  dropKeys(tape, 0, origin)
  for (const worksheet of itemsOf(tape, 0, 'worksheets')) {
    for (const cell of itemsOf(tape, worksheet, 'cells')) applyToCellV3(tape, cell)
  }
}

// nbformat/v4/rwbase.py: `rejoin_lines`, `strip_transient`.
function applyToCellV4(tape: NotebookTape, cell: number): void {
  dropKeys(tape, memberOf(tape, cell, 'metadata'), ['trusted'])
  joinMember(tape, cell, 'source', 'in the lines')
  const attachments = memberOf(tape, cell, 'attachments')
  for (const key of keysOf(tape, attachments)) joinBundle(tape, key + 1)
  for (const output of itemsOf(tape, cell, 'outputs')) {
    const type = memberOf(tape, output, 'output_type')
    if (isString(tape, type, 'execute_result') || isString(tape, type, 'display_data')) {
      joinBundle(tape, memberOf(tape, output, 'data'))
    } else {
      joinMember(tape, output, 'text', 'in the lines')
    }
  }
}

function joinBundle(tape: NotebookTape, bundle: number): void {
  for (const key of keysOf(tape, bundle)) {
    if (!isJsonMime(textOf(tape, key))) joinJsonLines(tape, key + 1, 'in the lines')
  }
}

// nbformat/v3/rwbase.py; `trusted` beside the metadata is where the flag was kept before.
function applyToCellV3(tape: NotebookTape, cell: number): void {
  dropKeys(tape, cell, ['trusted'])
  dropKeys(tape, memberOf(tape, cell, 'metadata'), ['trusted'])
  if (!isString(tape, memberOf(tape, cell, 'cell_type'), 'code')) {
    joinMember(tape, cell, 'source', 'version 3')
    joinMember(tape, cell, 'rendered', 'version 3')
    return
  }
  joinMember(tape, cell, 'input', 'version 3')
  for (const output of itemsOf(tape, cell, 'outputs')) {
    for (const key of multilineKeysV3) joinMember(tape, output, key, 'version 3')
  }
}

function joinMember(tape: NotebookTape, owner: number, key: string, ends: LineEnds): void {
  joinJsonLines(tape, memberOf(tape, owner, key), ends)
}

function itemsOf(tape: NotebookTape, owner: number, key: string): number[] {
  const list = memberOf(tape, owner, key)
  return kindOf(tape, list) === arrayKind ? childrenOf(tape, list) : []
}

function isString(tape: NotebookTape, node: number, text: string): boolean {
  return kindOf(tape, node) === stringKind && isText(tape, node, text)
}
