// A notebook's file on the tokenizer's tape, with what is to become of its values: some are left out, some replaced.
import { FileHost, type Spelling } from './file-host.js'
import { joinLines } from './tokenizer/join-lines.js'
import { endOf, rebuildFlag, startOf, Tape, textEnd, textStart } from './tokenizer/tape.js'

/** A flag of a key that is left out, with its value. */
export const dropFlag = 0x40
/** A flag of a value that is spelled otherwise; see `replacements`. */
export const replaceFlag = 0x80

/** Bytes around the text that words and vectors may be read from or written to. */
export const margin = 64

/** Where a tape is kept. */
export interface TapePlace {
  readonly spelling: Spelling
  /** ASCII that begins the bytes. */
  readonly prefix: string
  /** How far behind the beginning the file is read. */
  readonly gap: number
  /** The memory: `gap`, the file and a `margin` from `begin` on. */
  readonly buffer: ArrayBuffer
  readonly begin: number
  readonly nodes: Int32Array
}

/** The tape of a notebook. */
export class NotebookTape extends Tape {
  readonly bytes: Uint8Array
  readonly spelling: Spelling
  /** Where in `text` the spelling begins. */
  readonly begin: number
  readonly fileHost: FileHost
  /** Other bytes for nodes flagged `replaceFlag`. They may lie in the node's own part of `text`. */
  readonly replacements: Map<number, Uint8Array> = new Map()
  /** Joins a list of lines where it lies; see tokenizer/join-lines.ts. */
  joinLines: (list: number, withEnds: boolean) => number = (list, withEnds) => joinLines(this, list, withEnds)
  /** True if any node is flagged `rebuildFlag`, `dropFlag` or `replaceFlag`. */
  edited = false
  /** True if anything has to change places or gets longer, so that the result needs room of its own. */
  moves = false

  constructor(bytes: Uint8Array, place: TapePlace) {
    const { spelling, prefix, gap, buffer, begin, nodes } = place
    const text = new Uint8Array(buffer)
    const start = begin + gap
    const host = new FileHost(bytes, { spelling, text, start })
    super(text, new DataView(buffer), nodes, spelling === 'json', host)
    this.bytes = bytes
    this.spelling = spelling
    this.begin = begin
    this.fileHost = host
    this.room = nodes.length / 4
    for (let i = 0; i < prefix.length; i++) text[begin + i] = prefix.charCodeAt(i)
    text.set(bytes, start)
    // A byte that is part of nothing ends whatever the file does not, also where other files were read before.
    text.fill(0, start + bytes.length, start + bytes.length + margin)
    this.size = begin + prefix.length
    this.at = start
    this.end = start + bytes.length
  }

  /** Follows a memory that has become another buffer. */
  moveTo(buffer: ArrayBuffer): void {
    this.text = new Uint8Array(buffer)
    this.words = new DataView(buffer)
    this.fileHost.text = this.text
  }

  /** Half surrogate pairs, as pairs of an offset in `text` and one in `bytes`. */
  get lone(): readonly number[] {
    return this.fileHost.lone
  }
}

/** True if a node has a flag. */
export function hasFlag(tape: Tape, node: number, flag: number): boolean {
  return ((tape.nodes[node * 4] ?? 0) & flag) !== 0
}

/** Sets a flag of a node. */
function setFlag(tape: NotebookTape, node: number, flag: number): void {
  tape.nodes[node * 4] = (tape.nodes[node * 4] ?? 0) | flag
  tape.edited = true
}

/** Leaves a key of an object and its value out; -1 is no key. */
export function dropMember(tape: NotebookTape, object: number, key: number): void {
  if (key < 0) return
  setFlag(tape, key, dropFlag)
  setFlag(tape, object, rebuildFlag)
}

/** Has other bytes written instead of a node. */
export function replaceNode(tape: NotebookTape, node: number, bytes: Uint8Array): void {
  tape.replacements.set(node, bytes)
  setFlag(tape, node, replaceFlag)
  if (bytes.length > endOf(tape, node) - startOf(tape, node)) tape.moves = true
}

/** The bytes of a node in `text`; those of a string without its quotes. */
export function nodeBytes(tape: Tape, node: number): Uint8Array {
  return tape.text.subarray(textStart(tape, node), textEnd(tape, node))
}
