// What the tokenizer leaves behind: every value already in its final spelling, in document order, and a flat list of
// where each object, key, string and list begins and ends in it. No JavaScript object is made per value.

/** The kinds of nodes, in the low four bits of `kinds`. */
export const Kind = {
  object: 1,
  array: 2,
  string: 3,
  key: 4,
  integer: 5,
  float: 6,
  true: 7,
  false: 8,
  null: 9,
} as const

/** What else is known of a node, in the high four bits of `kinds`. */
export const Flag = {
  /** A list that also holds numbers or literals, which are not on the tape. */
  bare: 0x10,
  /** An object whose keys are not in strictly ascending order. */
  reorder: 0x20,
  /** A key that is left out, with its value. */
  drop: 0x40,
  /** A value that is spelled otherwise; see `replacements`. */
  replace: 0x80,
} as const

/**
 * Nodes are in document order; a key is followed by its value. Numbers and literals in lists have no node, since nothing
 * ever asks for them and they are many.
 */
export interface Tape {
  /** The file, and how far it was read. */
  readonly bytes: Uint8Array
  /** The same bytes in fours; empty if the file does not lie on a word boundary. */
  readonly words: Int32Array
  at: number
  /** The values in document order, as nbformat spells them; the first `size` bytes count. */
  out: Uint8Array<ArrayBuffer>
  size: number
  /** Per node: kind and flags; its first byte in `out` and the one after its last; the node after its content. */
  kinds: Uint8Array
  starts: Int32Array
  ends: Int32Array
  nexts: Int32Array
  count: number
  /** Half surrogate pairs, as pairs of an offset in `out` and one in `bytes`. */
  readonly lone: number[]
  /** Other bytes for nodes flagged `replace`. */
  readonly replacements: Map<number, Uint8Array>
  /** True if any node is flagged `reorder`, `drop` or `replace`. */
  edited: boolean
}

/** An empty tape for a file. */
export function newTape(bytes: Uint8Array): Tape {
  const capacity = 64 + (bytes.length >> 4)
  return {
    bytes,
    words:
      bytes.byteOffset % 4 === 0
        ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
        : new Int32Array(0),
    at: 0,
    // Only floats are ever longer than in the file, and they ask for room themselves.
    out: new Uint8Array(bytes.length + 64),
    size: 0,
    kinds: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    nexts: new Int32Array(capacity),
    count: 0,
    lone: [],
    replacements: new Map(),
    edited: false,
  }
}

/** Adds a node that begins here, and returns its number. */
export function pushNode(tape: Tape, kind: number): number {
  const node = tape.count++
  if (node === tape.kinds.length) growNodes(tape)
  tape.kinds[node] = kind
  tape.starts[node] = tape.size
  return node
}

/** Ends a node here; it holds all nodes that were added since. */
export function endNode(tape: Tape, node: number): void {
  tape.ends[node] = tape.size
  tape.nexts[node] = tape.count
}

/** The kind of a node, without its flags. */
export function kindOf(tape: Tape, node: number): number {
  return (tape.kinds[node] ?? 0) & 0x0f
}

/** True if a node has a flag. */
export function hasFlag(tape: Tape, node: number, flag: number): boolean {
  return ((tape.kinds[node] ?? 0) & flag) !== 0
}

/** Sets a flag of a node. */
export function setFlag(tape: Tape, node: number, flag: number): void {
  tape.kinds[node] = (tape.kinds[node] ?? 0) | flag
  if (flag !== Flag.bare) tape.edited = true
}

/** The bytes of a node in `out`. */
export function nodeBytes(tape: Tape, node: number): Uint8Array<ArrayBuffer> {
  return tape.out.subarray(tape.starts[node], tape.ends[node])
}

/** Compares two nodes by their bytes, which for UTF-8 is by code point, as Python compares strings. */
export function compareNodes(tape: Tape, a: number, b: number): number {
  const { out, starts, ends } = tape
  let x = starts[a] ?? 0
  let y = starts[b] ?? 0
  const endX = ends[a] ?? 0
  const endY = ends[b] ?? 0
  while (x < endX && y < endY) {
    const difference = (out[x++] ?? 0) - (out[y++] ?? 0)
    if (difference !== 0) return difference
  }
  return endX - x - (endY - y)
}

/** Makes room for `extra` bytes more than the rest of the file has. */
export function reserve(tape: Tape, extra: number): void {
  const needed = tape.size + (tape.bytes.length - tape.at) + extra
  if (needed <= tape.out.length) return
  const larger = new Uint8Array(needed + (tape.out.length >> 1))
  larger.set(tape.out.subarray(0, tape.size))
  tape.out = larger
}

function growNodes(tape: Tape): void {
  const capacity = tape.kinds.length * 2
  const kinds = new Uint8Array(capacity)
  kinds.set(tape.kinds)
  tape.kinds = kinds
  tape.starts = grown(tape.starts, capacity)
  tape.ends = grown(tape.ends, capacity)
  tape.nexts = grown(tape.nexts, capacity)
}

function grown(array: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity)
  larger.set(array)
  return larger
}
