// Keeps the compiled tokenizer, and one memory that is already there: making one for each file would cost as much as reading it.
import type { Tokenizer } from './engine.js'
import { JsTokenizer } from './js-tokenizer.js'
import { compileTokenizer, WasmTokenizer } from './wasm-tokenizer.js'

// A page should not hold more than this for the next notebook, except for some seconds after one that needed it: for large ones fresh
// memory costs as much as reading them.
const mostIdleBytes = 32_000_000
const keptFor = 10_000

/** Tokenizers by WebAssembly, compiled when the first is asked for; where there is none, in JavaScript. */
export class TokenizerPool {
  #making: Promise<() => Tokenizer> | undefined
  #idle: Tokenizer | undefined
  #leaving: ReturnType<typeof setTimeout> | undefined

  /** A tokenizer for one file after the other, until it is given back. */
  async take(): Promise<Tokenizer> {
    this.#making ??= prepare()
    const make = await this.#making
    const idle = this.#idle
    this.#idle = undefined
    return idle ?? make()
  }

  /** What lies in the tokenizer's memory is lost. */
  giveBack(tokenizer: Tokenizer): void {
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

async function prepare(): Promise<() => Tokenizer> {
  const module = await compileTokenizer()
  return () => (module ? new WasmTokenizer(module) : new JsTokenizer())
}
