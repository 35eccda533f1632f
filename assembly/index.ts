// The tokenizer as a WebAssembly module that reads one file at a time. Its own data lie in the memory's first page; what
// lies where behind it is up to src/canonical/wasm-tokenizer.ts.
import { joinLines as joinTapeLines } from '../src/canonical/tokenizer/join-lines.js'
import { readSlice as readTapeSlice } from '../src/canonical/tokenizer/read-slice.js'
import { Tape } from '../src/canonical/tokenizer/tape.js'
import type { Host } from './host.js'
import type { Bytes, Ints, Words } from './portable.js'

// Offsets in text are addresses, so it begins at none.
const text: usize = 0
const tape = new Tape(
  changetype<Bytes>(text),
  changetype<Words>(text),
  changetype<Ints>(text),
  false,
  changetype<Host>(text),
)

/** Begins a file from `at` to `end`, whose spelling is written from `size` on. */
export function beginFile(json: bool, size: i32, at: i32, end: i32): void {
  tape.json = json
  tape.size = size
  tape.at = at
  tape.end = end
  tape.open = -1
  tape.depth = 0
  tape.count = 0
  tape.unordered = false
}

/** Where nodes go: from here to the end of the memory, which is made larger when it is full. */
export function placeNodes(nodes: i32): void {
  tape.nodes = changetype<Ints>(<usize>nodes)
  tape.room = ((memory.size() << 16) - nodes) >> 4
}

/** Reads on up to `pause`; true at the end of the file. */
export function readSlice(pause: i32): bool {
  tape.pause = pause
  return readTapeSlice(tape)
}

/** Joins a list of lines of the file that was read; see src/canonical/tokenizer/join-lines.ts. */
export function joinLines(list: i32, withEnds: bool): i32 {
  return joinTapeLines(tape, list, withEnds)
}

export function at(): i32 {
  return tape.at
}

export function size(): i32 {
  return tape.size
}

export function count(): i32 {
  return tape.count
}

export function unordered(): bool {
  return tape.unordered
}
