// The tokenizer in JavaScript, for where there is no WebAssembly or a policy forbids it, and for whoever cannot wait.
import { type Engine, type Tokenizer, withinMemory } from './engine.js'
import { margin, NotebookTape } from './tape.js'
import { readSlice } from './tokenizer/read-slice.js'

/** A memory, and a tokenizer for it. */
export class JsTokenizer implements Tokenizer {
  #text = new ArrayBuffer(0)
  #nodes: Int32Array = new Int32Array(0)
  needed = 0

  get bytes(): number {
    return this.#text.byteLength + this.#nodes.byteLength
  }

  readonly open: Engine = (bytes, place) => {
    const length = place.gap + bytes.length + margin
    const least = (64 + (bytes.length >> 6)) * 4
    this.needed = length + least * 4
    withinMemory(bytes, () => {
      if (this.#text.byteLength < length) this.#text = new ArrayBuffer(length)
      if (this.#nodes.length < least) this.#nodes = new Int32Array(least)
    })
    const tape = new NotebookTape(bytes, { ...place, buffer: this.#text, begin: 0, nodes: this.#nodes })
    const next = (slice: number): number | undefined => {
      tape.pause = tape.at + slice
      const isDone = withinMemory(bytes, () => readSlice(tape))
      // More room was made where there are many.
      this.#nodes = tape.nodes
      return isDone ? undefined : tape.at - place.gap
    }
    return { next, tape }
  }
}
