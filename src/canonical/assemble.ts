// From the tape to the bytes that are hashed: objects in key order, without what is dropped. Where nothing moves, and in
// a file that Jupyter wrote nothing does, these are the tape's own bytes.
import { NbtrustError } from '../lib/errors.js'
import { linePlace } from '../lib/place.js'
import { compareNodes, Flag, hasFlag, type Tape } from './tape.js'

/** The bytes of the whole tape. @throws NbtrustError `ERR_JSON_SURROGATE` if half a surrogate pair is among them. */
export function assemble(tape: Tape): Uint8Array<ArrayBuffer> {
  if (!tape.edited) {
    checkSurrogates(tape, 0, tape.size)
    return tape.out.subarray(0, tape.size)
  }
  let extra = 0
  for (const bytes of tape.replacements.values()) extra += bytes.length
  const result = new Uint8Array(tape.size + extra)
  let size = 0
  const append = (from: number, to: number): void => {
    checkSurrogates(tape, from, to)
    result.set(tape.out.subarray(from, to), size)
    size += to - from
  }
  // Ranges still to be written, the next one last: first node, the node after it, first byte, the byte after it.
  const ranges: number[] = [0, tape.count, 0, tape.size]
  while (ranges.length > 0) {
    const [first = 0, limit = 0, start = 0, end = 0] = ranges.splice(-4)
    const { node, from } = writeUntilReorder({ tape, first, limit, start }, append, (bytes) => {
      result.set(bytes, size)
      size += bytes.length
    })
    if (node === limit) {
      append(from, end)
      continue
    }
    append(from, tape.starts[node] ?? 0)
    ranges.push(tape.nexts[node] ?? 0, limit, tape.ends[node] ?? 0, end)
    for (const key of sortedKeys(tape, node).reverse()) {
      ranges.push(key, tape.nexts[key + 1] ?? 0, tape.starts[key] ?? 0, tape.ends[key + 1] ?? 0)
    }
  }
  return result.subarray(0, size)
}

// Writes a range up to the first object that has to be put in order. Returns that node, or the end of the range, and the
// first byte that is not written yet.
function writeUntilReorder(
  range: { tape: Tape; first: number; limit: number; start: number },
  append: (from: number, to: number) => void,
  replace: (bytes: Uint8Array) => void,
): { node: number; from: number } {
  const { tape, limit } = range
  let node = range.first
  let from = range.start
  while (node < limit) {
    const flags = (tape.kinds[node] ?? 0) & (Flag.reorder | Flag.drop | Flag.replace)
    if (flags === 0) {
      node++
      continue
    }
    if (flags === Flag.reorder) break
    append(from, tape.starts[node] ?? 0)
    // A key is dropped with its value, the node after it.
    const last = flags === Flag.drop ? node + 1 : node
    if (flags !== Flag.drop) replace(tape.replacements.get(node) ?? new Uint8Array(0))
    from = tape.ends[last] ?? 0
    node = tape.nexts[last] ?? limit
  }
  return { node, from }
}

/** The keys of an object by code point, those left out that are dropped; of equal ones the last, as Python keeps it. */
function sortedKeys(tape: Tape, object: number): number[] {
  const keys: number[] = []
  const limit = tape.nexts[object] ?? 0
  for (let key = object + 1; key < limit; key = tape.nexts[key + 1] ?? limit) keys.push(key)
  // Sorting is stable, so equal keys stay in document order.
  keys.sort((a, b) => compareNodes(tape, a, b))
  return keys.filter((key, index) => {
    const next = keys[index + 1]
    if (next !== undefined && compareNodes(tape, key, next) === 0) return false
    return !hasFlag(tape, key, Flag.drop)
  })
}

/** @throws NbtrustError `ERR_JSON_SURROGATE` if half a surrogate pair lies in these bytes of `out`. */
export function checkSurrogates(tape: Tape, from: number, to: number): void {
  const { lone } = tape
  // They are in order. There may be very many, in what is left out.
  let low = 0
  let high = lone.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lone[middle * 2] ?? 0) < from) low = middle + 1
    else high = middle
  }
  if (low * 2 >= lone.length || (lone[low * 2] ?? 0) >= to) return
  const before = new TextDecoder().decode(tape.bytes.subarray(0, lone[low * 2 + 1]))
  const place = linePlace(before, before.length)
  const sentence = `A string holds half a surrogate pair at ${place}, so the notebook has no digest.`
  throw new NbtrustError('ERR_JSON_SURROGATE', sentence, { place })
}
