// Cuts a notebook's file between its cells while it comes in, so that it need not be in memory as a whole. For files of version
// 4 whose first key is `cells`, as Jupyter and most who write notebooks have it.

/** Thrown where a file cannot be read in parts. As a whole it may be a notebook all the same. */
export class Uncuttable extends Error {}

/** What a file in parts begins with, but for white space before each sign. */
const opening = '{"cells":['
const signs: readonly number[] = [0, 1, 8, 9]

/** The last part: what is not in a cell. */
export interface LastPart {
  /** The notebook without its cells. */
  readonly bytes: Uint8Array
  /** Its `nbformat_minor`. */
  readonly minor: number
}

/** Takes a file in pieces of any size, and gives parts of it, each of which is a notebook with some of the cells. */
export class NotebookCutter {
  readonly #part: Growing
  readonly #rest: Growing = new Growing('{"cells":[]')
  readonly #suffix: Uint8Array
  readonly #enough: number
  #opened = 0
  #state: 'first cell' | 'cell' | 'comma' | 'in a cell' | 'after the cells' = 'first cell'
  #inString = false
  #escaped = false
  #depth = 0

  /** A part gets the end `suffix`, and no more cells once it has `enough` bytes. */
  constructor(suffix: string, enough: number) {
    this.#part = new Growing(opening)
    this.#suffix = new TextEncoder().encode(suffix)
    this.#enough = enough
  }

  /** Takes the next bytes. What it gives is only good until the next one is asked for. @throws Uncuttable. */
  *push(bytes: Uint8Array): Generator<Uint8Array, void, void> {
    let at = this.#readOpening(bytes)
    while (at < bytes.length) {
      if (this.#state === 'after the cells') {
        this.#rest.append(bytes.subarray(at))
        return
      }
      const end = this.#endOfPart(bytes, at)
      this.#part.append(bytes.subarray(at, end))
      at = end + 1
      if (end < bytes.length && this.#part.size > 0) yield this.#finishPart()
    }
  }

  /** The last part, when the file has come to its end. @throws Uncuttable. */
  end(): LastPart {
    if (this.#state !== 'after the cells') throw new Uncuttable()
    const { bytes } = this.#rest
    const members = membersAfterCells(bytes.subarray(opening.length + 1))
    // Cells that come first in the file come first in what is signed as well, unless another key does or they come again.
    for (const key of members.keys()) if (key <= 'cells') throw new Uncuttable()
    const minor = members.get('nbformat_minor')
    if (members.get('nbformat') !== 4 || typeof minor !== 'number') throw new Uncuttable()
    return { bytes, minor }
  }

  #readOpening(bytes: Uint8Array): number {
    let at = 0
    for (; this.#opened < opening.length && at < bytes.length; at++) {
      if (bytes[at] === opening.charCodeAt(this.#opened)) this.#opened++
      else if (!signs.includes(this.#opened) || !isSpace(bytes[at])) throw new Uncuttable()
    }
    return at
  }

  // Where the part ends, before a comma or the bracket after the last cell; the number of bytes if it goes on.
  #endOfPart(bytes: Uint8Array, from: number): number {
    let at = from
    while (at < bytes.length) {
      if (this.#state === 'in a cell') at = this.#skipCell(bytes, at)
      else if (!isSpace(bytes[at]) && this.#endsBetween(bytes[at], at - from)) return at
      else at++
    }
    return bytes.length
  }

  // Between cells, at what is no white space: true if the part ends before it.
  #endsBetween(byte: number | undefined, size: number): boolean {
    if (byte === 0x7b && this.#state !== 'comma') {
      this.#state = 'in a cell'
      this.#depth = 1
      return false
    }
    if (byte === 0x2c && this.#state === 'comma') {
      this.#state = 'cell'
      return this.#part.size + size >= this.#enough
    }
    if (byte !== 0x5d || this.#state === 'cell') throw new Uncuttable()
    this.#state = 'after the cells'
    return true
  }

  // The offset after the bracket that ends a cell, or after the last byte there is.
  #skipCell(bytes: Uint8Array, from: number): number {
    let depth = this.#depth
    let at = from
    if (this.#inString) at = this.#skipString(bytes, at)
    while (at < bytes.length && depth > 0) {
      const byte = bytes[at++]
      if (byte === 0x22) at = this.#skipString(bytes, at)
      else if (byte === 0x7b || byte === 0x5b) depth++
      else if (byte === 0x7d || byte === 0x5d) depth--
    }
    this.#depth = depth
    if (depth === 0) this.#state = 'comma'
    return at
  }

  // The same of a string and its quote.
  #skipString(bytes: Uint8Array, from: number): number {
    const { length } = bytes
    let at = this.#escaped ? from + 1 : from
    while (at < length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1
    this.#inString = at >= length
    // What a backslash at the end stands before comes next.
    this.#escaped = at > length
    return Math.min(at + 1, length)
  }

  #finishPart(): Uint8Array {
    this.#part.append(this.#suffix)
    const { bytes } = this.#part
    this.#part.clear()
    return bytes
  }
}

// A text that is read wrongly here is rejected by the tokenizer, which reads all of it too.
function membersAfterCells(end: Uint8Array): Map<string, unknown> {
  const text = new TextDecoder().decode(end)
  try {
    // The key stands for the cells, and is behind them whatever else there is.
    return new Map(Object.entries(JSON.parse(`{"d":0${text}`)))
  } catch {
    throw new Uncuttable()
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/** Bytes that become more. */
class Growing {
  readonly #first: number
  #memory: Uint8Array
  #size: number

  constructor(start: string) {
    this.#memory = new TextEncoder().encode(start)
    this.#first = this.#memory.length
    this.#size = this.#first
  }

  /** How many there are beside those at the start. */
  get size(): number {
    return this.#size - this.#first
  }

  get bytes(): Uint8Array {
    return this.#memory.subarray(0, this.#size)
  }

  append(bytes: Uint8Array): void {
    const size = this.#size + bytes.length
    if (size > this.#memory.length) {
      const larger = new Uint8Array(size * 2)
      larger.set(this.bytes)
      this.#memory = larger
    }
    this.#memory.set(bytes, this.#size)
    this.#size = size
  }

  /** Leaves those at the start. */
  clear(): void {
    this.#size = this.#first
  }
}
