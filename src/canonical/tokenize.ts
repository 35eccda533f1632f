// Reads a file onto a tape in slices, by JavaScript or by WebAssembly.
import { OutOfRoom, type Spelling } from './file-host.js'
import { tooLarge } from './source-bytes.js'
import { margin, NotebookTape } from './tape.js'
import { readSlice } from './tokenizer/read-slice.js'

// How much is read before the reader of a slice hears of it.
const slice = 1_000_000

// What offsets of 31 bits reach, but for what lies around the text.
const mostBytes = 2 ** 31 - 1_000_000

/** Who reads a file. */
export interface TokenizerOptions {
  /** Default: JavaScript. */
  readonly engine?: Engine | undefined
}

/** How a file is read. */
export interface TokenizeOptions extends TokenizerOptions {
  readonly spelling: Spelling
  /** ASCII that begins the bytes; default none. */
  readonly prefix?: string
}

/** How a file becomes a tape. */
export interface Place {
  readonly spelling: Spelling
  /** ASCII that begins the bytes. */
  readonly prefix: string
  /** How far behind where it is read a file may be written. */
  readonly gap: number
}

/** Begins to read a file. */
export type Engine = (bytes: Uint8Array, place: Place) => Reading

/** A file that is being read. */
export interface Reading {
  /** Reads so many bytes; returns how many are read altogether, or undefined at the end. */
  next(slice: number): number | undefined
  /** The tape, once everything is read. */
  readonly tape: NotebookTape
}

const javascript: Engine = (bytes, place) => {
  const buffer = new ArrayBuffer(place.gap + bytes.length + margin)
  const nodes = new Int32Array((64 + (bytes.length >> 6)) * 4)
  const tape = new NotebookTape(bytes, { ...place, buffer, begin: 0, nodes })
  return {
    next: (slice) => {
      tape.pause = tape.at + slice
      return readSlice(tape) ? undefined : tape.at - place.gap
    },
    tape,
  }
}

/**
 * Reads a file onto a new tape, and stops now and then to say how many of its bytes are read: every megabyte, but never
 * within a string. For `python` there are NaN and the infinities, as for Python's reader.
 * @throws NbtrustError `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8`, `ERR_JSON_DEPTH`, `ERR_JSON_NUMBER`, with the place in the text.
 */
export function* tokenize(
  bytes: Uint8Array,
  { spelling, prefix = '', engine = javascript }: TokenizeOptions,
): Generator<number, NotebookTape> {
  // Only numbers are ever longer than in the file: `1e20,` is 22 bytes in JSON. Where the little room that is always there
  // is not enough, reading begins again with room for the worst.
  for (const room of [bytes.length >> 6, Math.min(bytes.length * 4, mostBytes - bytes.length)]) {
    try {
      const reading = engine(bytes, { spelling, prefix, gap: margin + room })
      for (let read = reading.next(slice); read !== undefined; read = reading.next(slice)) yield read
      const { tape } = reading
      if (tape.unordered) tape.edited = tape.moves = true
      return tape
    } catch (error) {
      if (!(error instanceof OutOfRoom)) throw error
    }
  }
  throw tooLarge(bytes.length)
}
