// The tokenizer as WebAssembly: compiled from the same source as in JavaScript, and faster by what docs/performance.md says.
import { type Engine, type Tokenizer, withinMemory } from './engine.js'
import { margin, NotebookTape } from './tape.js'
import { wasmCode } from './wasm-code.js'

const page = 65_536

/** What assembly/index.ts exports. */
interface Exports {
  beginFile(json: boolean, size: number, at: number, end: number): void
  placeNodes(nodes: number): void
  readSlice(pause: number): number
  joinLines(list: number, withEnds: boolean): number
  at(): number
  size(): number
  count(): number
  unordered(): number
}

/** Undefined where there is no WebAssembly with vectors, and where a policy forbids it (`script-src` without `wasm-unsafe-eval`). */
export async function compileTokenizer(): Promise<WebAssembly.Module | undefined> {
  try {
    return await WebAssembly.compile(fromBase64(wasmCode))
  } catch {
    return undefined
  }
}

// A loop, because this runs once in the life of a page, when to call a function for each byte takes four times as long.
function fromBase64(code: string): Uint8Array<ArrayBuffer> {
  const chars = atob(code)
  const bytes = new Uint8Array(chars.length)
  for (let i = 0; i < chars.length; i++) bytes[i] = chars.charCodeAt(i)
  return bytes
}

/** A memory, and a tokenizer in it. */
export class WasmTokenizer implements Tokenizer {
  readonly #memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1 })
  readonly #exports: Exports
  #tape: NotebookTape | undefined

  constructor(module: WebAssembly.Module) {
    const host = {
      reject: (at: number) => this.#refreshed().host.reject(at),
      tooDeep: () => this.#refreshed().host.tooDeep(),
      respell: (start: number, end: number, size: number) => this.#refreshed().host.respell(start, end, size),
      noteLone: (at: number, size: number) => this.#refreshed().host.noteLone(at, size),
    }
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory }, 'host.js': host })
    this.#exports = exports as unknown as Exports
  }

  needed = 0

  get bytes(): number {
    return this.#memory.buffer.byteLength
  }

  readonly open: Engine = (bytes, place) => {
    const wasm = this.#exports
    const memory = this.#memory
    // The module's own page, the text, its nodes.
    const nodesAt = page + ((place.gap + bytes.length + margin + 15) & ~15)
    this.needed = nodesAt + page + (bytes.length >> 3)
    const missing = this.needed - this.bytes
    if (missing > 0) withinMemory(bytes, () => memory.grow(Math.ceil(missing / page)))
    const nodes = new Int32Array(memory.buffer, nodesAt)
    const tape = new NotebookTape(bytes, { ...place, buffer: memory.buffer, begin: page, nodes })
    tape.joinLines = wasm.joinLines
    this.#tape = tape
    wasm.beginFile(tape.json, tape.size, tape.at, tape.end)
    wasm.placeNodes(nodesAt)
    const next = (slice: number): number | undefined => {
      const done = withinMemory(bytes, () => wasm.readSlice(wasm.at() + slice))
      if (done === 0) return wasm.at() - page - place.gap
      this.#refreshed()
      tape.nodes = new Int32Array(memory.buffer, nodesAt, wasm.count() * 4)
      tape.count = wasm.count()
      tape.size = wasm.size()
      tape.unordered = wasm.unordered() !== 0
      return undefined
    }
    return { next, tape }
  }

  // A memory that has grown is another buffer to JavaScript.
  #refreshed(): NotebookTape {
    const tape = this.#tape
    if (tape === undefined) throw new Error('No file is read.')
    if (tape.text.buffer !== this.#memory.buffer) tape.moveTo(this.#memory.buffer)
    return tape
  }
}
