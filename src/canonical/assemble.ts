// From the tape to the bytes that are hashed: objects in key order, without what is dropped. Where nothing changes places,
// and in a file that Jupyter wrote nothing does, these are the tape's own bytes, closed up where they lie.

import { NbtrustError } from '../lib/errors.js'
import { bytesPlace } from '../lib/place.js'
import { withinMemory } from './engine.js'
import { dropFlag, hasFlag, type NotebookTape, replaceFlag } from './tape.js'
import { compareKeys } from './tokenizer/compare-keys.js'
import { endOf, nextOf, rebuildFlag, startOf } from './tokenizer/tape.js'
import { keysOf } from './walk.js'

/** The bytes of the whole tape, which is used up. @throws NbtrustError `ERR_JSON_SURROGATE` if half a surrogate pair is among them; `ERR_TOO_LARGE`. */
export function assemble(tape: NotebookTape): Uint8Array<ArrayBuffer> {
  if (!tape.edited) {
    checkSurrogates(tape, 0, tape.size)
    return tape.text.subarray(tape.begin, tape.size)
  }
  const result: Result = { bytes: tape.text, size: tape.begin }
  if (tape.moves) {
    let extra = 0
    for (const bytes of tape.replacements.values()) extra += bytes.length
    result.bytes = withinMemory(tape.bytes, () => new Uint8Array(tape.size + extra))
  }
  // Ranges still to be written, the next one last: first node, the node after it, first byte, the byte after it.
  const ranges: number[] = [0, tape.count, tape.begin, tape.size]
  while (ranges.length > 0) {
    const [first = 0, limit = 0, start = 0, end = 0] = ranges.splice(-4)
    const { node, from } = writeUntilRebuild(tape, result, { first, limit, start })
    if (node >= limit) {
      append(tape, result, { from, to: end })
      continue
    }
    append(tape, result, { from, to: startOf(tape, node) })
    ranges.push(nextOf(tape, node), limit, endOf(tape, node), end)
    pushMembers(tape, node, ranges)
  }
  return result.bytes.subarray(tape.begin, result.size)
}

interface Result {
  bytes: Uint8Array<ArrayBuffer>
  size: number
}

// Writes a range up to the first object whose members do not stay as they are. Returns that node, or the end of the
// range, and the first byte that is not written yet.
function writeUntilRebuild(
  tape: NotebookTape,
  result: Result,
  range: { readonly first: number; readonly limit: number; readonly start: number },
): { node: number; from: number } {
  const { nodes } = tape
  const { limit } = range
  let node = range.first
  let from = range.start
  for (;;) {
    while (node < limit && ((nodes[node * 4] ?? 0) & (rebuildFlag | replaceFlag)) === 0) node++
    if (node >= limit || hasFlag(tape, node, rebuildFlag)) return { node, from }
    append(tape, result, { from, to: startOf(tape, node) })
    const bytes = tape.replacements.get(node) ?? new Uint8Array(0)
    result.bytes.set(bytes, result.size)
    result.size += bytes.length
    from = endOf(tape, node)
    node = nextOf(tape, node)
  }
}

// Without `moves` what is written never overtakes what is still to be read, and `set` allows for an overlap.
function append(tape: NotebookTape, result: Result, { from, to }: { from: number; to: number }): void {
  checkSurrogates(tape, from, to)
  result.bytes.set(tape.text.subarray(from, to), result.size)
  result.size += to - from
}

// Lays the members of an object out as ranges, the first one last. In JSON each brings the byte before it, which is a
// brace or a comma and is made the right one here.
function pushMembers(tape: NotebookTape, object: number, ranges: number[]): void {
  const start = startOf(tape, object)
  const end = endOf(tape, object)
  const before = tape.spelling === 'json' ? 1 : 0
  const keys = sortedKeys(tape, object)
  ranges.push(0, 0, end - before, end)
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i] ?? 0
    const from = startOf(tape, key) - before
    if (before === 1) tape.text[from] = i === 0 ? 0x7b : 0x2c
    ranges.push(key, nextOf(tape, key + 1), from, endOf(tape, key + 1))
  }
  if (keys.length === 0) ranges.push(0, 0, start, start + before)
}

/** The keys of an object in order, without those that are dropped; of equal ones the last, as Python and JSON.parse keep it. */
function sortedKeys(tape: NotebookTape, object: number): number[] {
  // Sorting is stable, so equal keys stay in document order.
  const keys = keysOf(tape, object).sort((a, b) => compareKeys(tape, a, b))
  return keys.filter((key, index) => {
    const next = keys[index + 1]
    if (next !== undefined && compareKeys(tape, key, next) === 0) return false
    return !hasFlag(tape, key, dropFlag)
  })
}

/** @throws NbtrustError `ERR_JSON_SURROGATE` if half a surrogate pair lies in these bytes of `text`. */
export function checkSurrogates(tape: NotebookTape, from: number, to: number): void {
  const { lone } = tape
  if (lone.length === 0) return
  // They are in order. There may be very many, in what is left text.
  let low = 0
  let high = lone.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lone[middle * 2] ?? 0) < from) low = middle + 1
    else high = middle
  }
  if (low * 2 >= lone.length || (lone[low * 2] ?? 0) >= to) return
  const place = bytesPlace(tape.bytes, lone[low * 2 + 1] ?? 0)
  const sentence = `A string holds half a surrogate pair at ${place}, so the notebook has no digest.`
  throw new NbtrustError('ERR_JSON_SURROGATE', sentence, { place })
}
