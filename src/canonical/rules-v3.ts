// What nbformat does to notebooks of versions 2 and 3 before it computes their digest: v3/rwbase.py and v2/rwbase.py.
// Lists of lines are joined, and how they are joined changes the digest. Nothing but the signature is dropped.

import type { JsonPath } from '../lib/json.js'
import { shapeError } from '../nbformat/shape.js'
import { multilineKeysV3 } from '../nbformat/shape-v3.js'
import { checkSurrogates } from './assemble.js'
import { type NotebookTape, nodeBytes, replaceNode } from './tape.js'
import { endOf, kindOf, startOf, stringKind } from './tokenizer/tape.js'
import { childrenOf, expectLines, expectObjects, isText, memberOf } from './walk.js'

/** Joins the lists of lines. @throws NbtrustError `ERR_NOTEBOOK_SHAPE` with the path where nbformat fails. */
export function applyRulesV3(tape: NotebookTape, version: 2 | 3): void {
  expectObjects(tape, memberOf(tape, 0, 'worksheets'), ['worksheets']).forEach((worksheet, index) => {
    const path: JsonPath = ['worksheets', index, 'cells']
    expectObjects(tape, memberOf(tape, worksheet, 'cells'), path).forEach((cell, number) => {
      joinCell(tape, cell, { path: [...path, number], version })
    })
  })
}

interface Context {
  readonly path: JsonPath
  readonly version: 2 | 3
}

function joinCell(tape: NotebookTape, cell: number, { path, version }: Context): void {
  const type = memberOf(tape, cell, 'cell_type')
  if (type < 0) throw shapeError([...path, 'cell_type'], 'is missing')
  const code = kindOf(tape, type) === stringKind && isText(tape, type, 'code')
  joinKeys(tape, cell, { path, version, keys: code ? ['input'] : ['source', 'rendered'] })
  if (!code) return
  const place = [...path, 'outputs']
  expectObjects(tape, memberOf(tape, cell, 'outputs'), place).forEach((output, index) => {
    joinKeys(tape, output, { path: [...place, index], version, keys: multilineKeysV3 })
    if (version === 2) spellAsBytes(tape, output, [...place, index])
  })
}

function joinKeys(
  tape: NotebookTape,
  owner: number,
  context: Context & { readonly keys: readonly string[] },
): void {
  const { path, version, keys } = context
  for (const key of keys) {
    const list = memberOf(tape, owner, key)
    if (!expectLines(tape, list, [...path, key])) continue
    const lines = childrenOf(tape, list)
    const [first, second] = lines
    if (first === undefined || second === undefined) continue
    // Old writers dropped the line ends. Version 2 always joins by them, version 3 looks at the first line.
    if (version === 3 && endsLine(tape, first)) continue
    replaceNode(tape, list, joinNodes(tape, lines))
  }
}

function endsLine(tape: NotebookTape, line: number): boolean {
  const end = endOf(tape, line)
  const last = end > startOf(tape, line) ? tape.text[end - 1] : undefined
  return last === 0x0a || last === 0x0d
}

function joinNodes(tape: NotebookTape, lines: readonly number[]): Uint8Array {
  const size = lines.reduce((sum, line) => sum + nodeBytes(tape, line).length + 1, -1)
  const joined = new Uint8Array(size).fill(0x0a)
  let at = 0
  for (const line of lines) {
    checkSurrogates(tape, startOf(tape, line), endOf(tape, line))
    joined.set(nodeBytes(tape, line), at)
    at += nodeBytes(tape, line).length + 1
  }
  return joined
}

// Version 2 turns these into Python bytes, and what is hashed is their repr: b'iVBORw0KGgo='.
function spellAsBytes(tape: NotebookTape, output: number, path: JsonPath): void {
  for (const key of ['png', 'jpeg']) {
    const image = memberOf(tape, output, key)
    if (image < 0) continue
    const bytes = nodeBytes(tape, image)
    if (kindOf(tape, image) !== stringKind || bytes.some((byte) => byte >= 0x80)) {
      throw shapeError([...path, key], 'is not a string of ASCII')
    }
    replaceNode(tape, image, new TextEncoder().encode(bytesRepr(bytes)))
  }
}

function bytesRepr(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escapes: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    '\t': '\\t',
    '\n': '\\n',
    '\r': '\\r',
    [quote]: `\\${quote}`,
  }
  const escaped = Array.from(text, (char) => {
    const code = char.charCodeAt(0)
    if (Object.hasOwn(escapes, char)) return escapes[char]
    return code < 0x20 || code > 0x7e ? `\\x${code.toString(16).padStart(2, '0')}` : char
  })
  return `b${quote}${escaped.join('')}${quote}`
}
