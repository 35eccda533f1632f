// Reads of a notebook's file only what a review could find something in. Most of a file are programs, pictures, charts and
// logs, in which it never does: the tokenizer passes over them in a third of the time that it takes to parse them.
import { assemble } from '../canonical/assemble.js'
import type { Engine } from '../canonical/engine.js'
import { joinJsonLines } from '../canonical/join-json-lines.js'
import { type NotebookTape, replaceNode } from '../canonical/tape.js'
import { tokenize } from '../canonical/tokenize.js'
import { arrayKind, kindOf, stringKind } from '../canonical/tokenizer/tape.js'
import { TokenizerPool } from '../canonical/tokenizer-pool.js'
import { childrenOf, isLines, isText, keysOf, memberOf, textOf } from '../canonical/walk.js'
import { NbtrustError } from '../lib/errors.js'
import { defaultMaxBytes, parseNotebook } from '../nbformat/index.js'
import { isPlainType, withoutPlainCells } from './plain-cells.js'

const pool = new TokenizerPool()
const nothing = new TextEncoder().encode('""')

/**
 * True if this is the file of a notebook in which all cells are plain beyond doubt (see `withoutPlainCells`). False says
 * nothing, not even that it is a notebook's: whoever wants to know parses it.
 */
export async function isPlainNotebook(file: Uint8Array): Promise<boolean> {
  if (file.length > defaultMaxBytes) return false
  const tokenizer = await pool.take()
  try {
    const left = skim(file, tokenizer.open)
    return withoutPlainCells(parseNotebook(characterForByte(left))) === undefined
  } catch (error) {
    if (error instanceof NbtrustError) return false
    throw error
  } finally {
    pool.giveBack(tokenizer)
  }
}

/**
 * The file with empty strings for sources of programs, logs, and data of plain types. What is left is a notebook of version 4
 * exactly if the file is one: nothing is taken out that has to be of a certain shape. Lies in the engine's memory.
 * @throws NbtrustError for what is no JSON, and for some JSON that has no canonical form.
 */
function skim(file: Uint8Array, engine: Engine): Uint8Array {
  const steps = tokenize(file, { spelling: 'json', engine })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const tape = step.value
  for (const cell of itemsOf(tape, 0, 'cells')) {
    const type = memberOf(tape, cell, 'cell_type')
    if (isString(tape, type, 'code') || isString(tape, type, 'raw'))
      emptyText(tape, memberOf(tape, cell, 'source'))
    for (const output of itemsOf(tape, cell, 'outputs')) skimOutput(tape, output)
  }
  return assemble(tape)
}

function skimOutput(tape: NotebookTape, output: number): void {
  emptyText(tape, memberOf(tape, output, 'text'))
  for (const type of keysOf(tape, memberOf(tape, output, 'data'))) {
    const name = textOf(tape, type)
    if (isPlainType(name)) replaceNode(tape, type + 1, nothing)
    else if (name === 'text/html') joinJsonLines(tape, type + 1, 'in the lines')
  }
}

// Anything else stays as it is, for the parser to refuse.
function emptyText(tape: NotebookTape, text: number): void {
  if (text >= 0 && (kindOf(tape, text) === stringKind || isLines(tape, text)))
    replaceNode(tape, text, nothing)
}

function itemsOf(tape: NotebookTape, owner: number, key: string): number[] {
  const list = memberOf(tape, owner, key)
  return kindOf(tape, list) === arrayKind ? childrenOf(tape, list) : []
}

function isString(tape: NotebookTape, node: number, text: string): boolean {
  return kindOf(tape, node) === stringKind && isText(tape, node, text)
}

// Nothing that is looked for is more than ASCII, and each byte of UTF-8 that is not is no ASCII either. Strings of such
// characters are decoded, parsed and searched in half the time.
function characterForByte({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('latin1')
}
