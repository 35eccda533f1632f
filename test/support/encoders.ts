// Both ways to encode a notebook, by JavaScript and by WebAssembly: what holds for one holds for the other.
import { expect } from 'vitest'
import { jcsSteps } from '../../src/canonical/jcs.js'
import { JsTokenizer } from '../../src/canonical/js-tokenizer.js'
import { type NbformatOptions, nbformatSteps } from '../../src/canonical/nbformat.js'
import { sourceBytes } from '../../src/canonical/source-bytes.js'
import { finish } from '../../src/canonical/steps.js'
import type { TokenizerOptions } from '../../src/canonical/tokenize.js'
import { TokenizerPool } from '../../src/canonical/tokenizer-pool.js'
import { WasmTokenizer } from '../../src/canonical/wasm-tokenizer.js'
import type { NotebookSource } from '../../src/nbformat/model.js'

interface Encoder {
  readonly name: string
  nbformatBytes(source: NotebookSource, options?: NbformatOptions): Uint8Array
  jcsBytes(source: NotebookSource): Uint8Array
}

function encoder(name: string, { engine }: TokenizerOptions): Encoder {
  return {
    name,
    // Copies, because the memory is used again.
    nbformatBytes: (source, options) =>
      finish(nbformatSteps(sourceBytes(source), { ...options, engine })).slice(),
    jcsBytes: (source) => finish(jcsSteps(sourceBytes(source), { engine })).slice(),
  }
}

const wasm = await new TokenizerPool().take()
expect(wasm).toBeInstanceOf(WasmTokenizer)

export const encoders: readonly Encoder[] = [
  encoder('JavaScript', { engine: new JsTokenizer().open }),
  encoder('WebAssembly', { engine: wasm.open }),
]
