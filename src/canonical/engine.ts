// What reads a file onto a tape: JavaScript or WebAssembly, each with a memory of its own.
import type { Spelling } from './file-host.js'
import { tooLarge } from './source-bytes.js'
import type { NotebookTape } from './tape.js'

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

/** Reads one file after the other into the same memory. A tape lies in it until the next one is read. */
export interface Tokenizer {
  readonly open: Engine
  /** How many bytes of memory the last file needed. */
  readonly needed: number
  /** How large the memory is. It never gets smaller. */
  readonly bytes: number
}

/** @throws NbtrustError `ERR_TOO_LARGE` where there is no more memory, and whatever else `work` throws. */
export function withinMemory<Answer>(file: Uint8Array, work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    // What a memory that cannot grow throws: a RangeError in JavaScript, and in the module, which then gives up, a trap.
    if (error instanceof RangeError || isTrap(error)) throw tooLarge(file.length, error)
    throw error
  }
}

function isTrap(error: unknown): boolean {
  return typeof WebAssembly !== 'undefined' && error instanceof WebAssembly.RuntimeError
}
