// Keeps the compiled tokenizer, and one memory that is already there: making one for each file would cost as much as reading it.
import { compileTokenizer, WasmTokenizer } from './wasm-tokenizer.js'

// A page should not hold more than this for the next notebook, except for some seconds after one that needed it: for large ones fresh
// memory costs as much as reading them.
const mostIdleBytes = 32_000_000
const keptFor = 10_000

/** Tokenizers that are compiled when the first is asked for. */
export class WasmPool {
  #making: Promise<(() => WasmTokenizer) | undefined> | undefined
  #idle: WasmTokenizer | undefined
  #leaving: ReturnType<typeof setTimeout> | undefined

  /** A tokenizer for one file after the other, until it is given back. Undefined where there is no WebAssembly. */
  async take(): Promise<WasmTokenizer | undefined> {
    this.#making ??= prepare()
    const make = await this.#making
    const idle = this.#idle
    this.#idle = undefined
    return idle ?? make?.()
  }

  /** What lies in the tokenizer's memory is lost. */
  giveBack(tokenizer: WasmTokenizer): void {
    if (tokenizer.needed > mostIdleBytes) this.#keepForLarge()
    // A small file that found a large memory does not prolong its time.
    if (tokenizer.bytes <= mostIdleBytes || this.#leaving !== undefined) this.#idle = tokenizer
  }

  #keepForLarge(): void {
    clearTimeout(this.#leaving)
    const leaving = setTimeout(() => {
      this.#leaving = undefined
      if (this.#idle && this.#idle.bytes > mostIdleBytes) this.#idle = undefined
    }, keptFor)
    this.#leaving = leaving
    // A process need not wait for it. In pages it is a number.
    if (typeof leaving === 'object') leaving.unref()
  }
}

async function prepare(): Promise<(() => WasmTokenizer) | undefined> {
  const module = await compileTokenizer()
  return module && (() => new WasmTokenizer(module))
}
