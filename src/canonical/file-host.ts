// What the tokenizer leaves to JavaScript: why bytes are no JSON, or none that Python reads, and numbers whose digits have
// to be found anew. The tokenizer only knows where it stopped, so the slow scanner reads the file again and finds the words.
import { utf8Decode } from '../lib/bytes.js'
import { NbtrustError } from '../lib/errors.js'
import { tooDeep } from '../lib/json-depth.js'
import { scanJson } from '../lib/json-scan.js'
import { bytesPlace } from '../lib/place.js'
import { pythonNumber } from './python.js'
import type { Host } from './tokenizer/host.js'

/**
 * How values are spelled: `python` as nbformat hashes them, with nothing between them and strings as they are; `json` as
 * RFC 8785 writes them, with brackets, commas, quotes and escapes.
 */
export type Spelling = 'python' | 'json'

const decoder = new TextDecoder()

/** Thrown where spelled numbers would take the room of what is still to be read. */
export class OutOfRoom extends Error {}

/** Where the file lies in a tape's text. */
export interface FilePlace {
  readonly spelling: Spelling
  readonly text: Uint8Array
  readonly start: number
}

/** The host of one file. */
export class FileHost implements Host {
  /** Half surrogate pairs, as pairs of an offset in the text and one in the file. */
  readonly lone: number[] = []
  readonly #bytes: Uint8Array
  readonly #spelling: Spelling
  readonly #start: number
  /** Where the file lies. */
  text: Uint8Array

  constructor(bytes: Uint8Array, { spelling, text, start }: FilePlace) {
    this.#bytes = bytes
    this.#spelling = spelling
    this.#start = start
    this.text = text
  }

  /** @throws NbtrustError `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8` with the place in the file. */
  reject(at: number): never {
    scanJson(utf8Decode(this.#bytes), {}, this.#spelling)
    const place = this.#placeOf(at - this.#start)
    throw new NbtrustError('ERR_JSON_SYNTAX', `Not JSON: the text cannot be read at ${place}.`, { place })
  }

  /** @throws NbtrustError `ERR_JSON_DEPTH`. */
  tooDeep(): never {
    throw tooDeep()
  }

  /** @throws NbtrustError `ERR_JSON_NUMBER` with the place in the file; OutOfRoom. */
  respell(start: number, end: number, size: number): number {
    const spelling = this.#spell(decoder.decode(this.text.subarray(start, end)), start)
    // What is copied in words and vectors may reach beyond its end.
    if (size + spelling.length + 16 > end) throw new OutOfRoom()
    for (let i = 0; i < spelling.length; i++) this.text[size + i] = spelling.charCodeAt(i)
    return size + spelling.length
  }

  noteLone(at: number, size: number): void {
    this.lone.push(size, at - this.#start)
  }

  #spell(number: string, at: number): string {
    if (this.#spelling === 'python') {
      return pythonNumber(number, () => this.#placeOf(at - this.#start))
    }
    const value = Number(number)
    if (Number.isFinite(value)) return String(value)
    const place = this.#placeOf(at - this.#start)
    const sentence = `The number at ${place} is larger than JSON readers can hold.`
    throw new NbtrustError('ERR_JSON_NUMBER', sentence, { place })
  }

  #placeOf(offset: number): string {
    return bytesPlace(this.#bytes, offset)
  }
}
