// What the tokenizer leaves to JavaScript, also where it runs as WebAssembly: errors, and what is rare.
import type { int } from '../../lib/portable.js'

/** Offsets are those of the tape's text. */
export interface Host {
  /** Throws the error of a text that cannot be read on. */
  reject(at: int): void
  /** Throws the error of a text that is nested too deeply. */
  tooDeep(): void
  /**
   * Writes the number from `start` to `end` as its spelling has it, to `size`; returns where that ends. Throws where
   * the number cannot be spelled, and where it would take the room of what is still to be read.
   */
  respell(start: int, end: int, size: int): int
  /** Remembers that the escape of half a surrogate pair at `at` is written to `size`. */
  noteLone(at: int, size: int): void
}
