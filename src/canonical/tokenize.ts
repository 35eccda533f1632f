// Reads a file onto a tape in slices, by JavaScript or by WebAssembly.
import type { Engine } from './engine.js'
import { OutOfRoom, type Spelling } from './file-host.js'
import { JsTokenizer } from './js-tokenizer.js'
import { tooLarge } from './source-bytes.js'
import { margin, type NotebookTape } from './tape.js'

// How much is read before the reader of a slice hears of it.
const slice = 1_000_000

// What offsets of 31 bits reach, but for what lies around the text.
const mostBytes = 2 ** 31 - 1_000_000

/** Who reads a file. */
export interface TokenizerOptions {
  /** Default: JavaScript, in a memory that nobody else will use. */
  readonly engine?: Engine | undefined
}

/** How a file is read. */
export interface TokenizeOptions extends TokenizerOptions {
  readonly spelling: Spelling
  /** ASCII that begins the bytes; default none. */
  readonly prefix?: string
}

const freshMemory: Engine = (bytes, place) => new JsTokenizer().open(bytes, place)

/**
 * Reads a file onto a new tape, and stops now and then to say how many of its bytes are read: every megabyte, but never
 * within a string. For `python` there are NaN and the infinities, as for Python's reader.
 * @throws NbtrustError `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8`, `ERR_JSON_NUMBER` with the place in the text; `ERR_JSON_DEPTH`.
 */
export function* tokenize(
  bytes: Uint8Array,
  { spelling, prefix = '', engine = freshMemory }: TokenizeOptions,
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
