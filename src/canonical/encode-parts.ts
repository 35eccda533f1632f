// Encodes a notebook that comes in pieces: part by part, each of them a small notebook of which only the cells count.
import { NotebookCutter, Uncuttable } from './cut-notebook.js'
import type { Encoding } from './encode.js'
import { encodeHere } from './encode-here.js'
import { jcsTag } from './jcs.js'

export { Uncuttable } from './cut-notebook.js'

/** What to do with a file in pieces. */
export interface PartsJob {
  readonly pieces: AsyncIterable<Uint8Array>
  /** The `nbformat_minor` that the file is thought to have. */
  readonly minor: number
  /** Takes the bytes of an encoding one after the other; they are only good until it returns. */
  readonly takers: ReadonlyMap<Encoding, (bytes: Uint8Array) => void>
  /** How many bytes a part gets at least, unless it is the last. Default 1,000,000: the edges of parts hardly cost time then. */
  readonly enough?: number
}

/**
 * Encodes a file, of which it never holds more than a part: some cells, or all that is not in cells.
 * @returns the encodings in which there was an error; what was taken of these is worth nothing.
 * @throws Uncuttable (rejects) if the file has to be read as a whole, and whatever `pieces` throw.
 */
export async function encodeParts(job: PartsJob): Promise<ReadonlySet<Encoding>> {
  const { pieces, minor, takers, enough = 1_000_000 } = job
  const suffix = `],"metadata":{},"nbformat":4,"nbformat_minor":${minor}}`
  const cutter = new NotebookCutter(suffix, enough)
  const encoders = [...takers].map(([encoding, take]) => new PartEncoder({ encoding, minor, suffix, take }))
  for await (const piece of pieces) {
    for (const part of cutter.push(piece)) for (const encoder of encoders) await encoder.addCells(part)
    // Whoever has nothing to win from the rest need not read it twice.
    if (encoders.every(({ failed }) => failed)) throw new Uncuttable()
  }
  const last = cutter.end()
  if (last.minor !== minor) throw new Uncuttable()
  for (const encoder of encoders) await encoder.addRest(last.bytes)
  return new Set(encoders.filter(({ failed }) => failed).map(({ encoding }) => encoding))
}

interface PartsOf {
  readonly encoding: Encoding
  readonly minor: number
  readonly suffix: string
  readonly take: (bytes: Uint8Array) => void
}

class PartEncoder {
  readonly encoding: Encoding
  failed = false
  readonly #take: (bytes: Uint8Array) => void
  readonly #seenIds = new Set<string>()
  // What the encoding of a part has before its cells and after them.
  readonly #before: Uint8Array
  readonly #after: Uint8Array
  readonly #between: Uint8Array
  #begun = false

  constructor({ encoding, minor, suffix, take }: PartsOf) {
    const json = encoding === 'jcs'
    const utf8 = new TextEncoder()
    this.encoding = encoding
    this.#take = take
    this.#before = utf8.encode(json ? `${jcsTag}{"cells":[` : 'cells')
    this.#after = utf8.encode(json ? suffix : `metadatanbformat4nbformat_minor${minor}`)
    this.#between = utf8.encode(json ? ',' : '')
  }

  async addCells(part: Uint8Array): Promise<void> {
    await this.#add(part, (bytes) => {
      this.#take(this.#begun ? this.#between : this.#before)
      this.#begun = true
      this.#take(bytes.subarray(this.#before.length, bytes.length - this.#after.length))
    })
  }

  async addRest(rest: Uint8Array): Promise<void> {
    await this.#add(rest, (bytes) => this.#take(bytes.subarray(this.#begun ? this.#before.length : 0)))
  }

  async #add(file: Uint8Array, use: (bytes: Uint8Array) => void): Promise<void> {
    if (this.failed) return
    try {
      await encodeHere({ file, encoding: this.encoding, seenIds: this.#seenIds }, use)
    } catch {
      // Who reads the file as a whole says why.
      this.failed = true
    }
  }
}
