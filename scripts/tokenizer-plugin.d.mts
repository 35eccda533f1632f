import type { Plugin } from 'vite'

/** Puts the compiled tokenizer into src/canonical/wasm-code.ts. */
export function tokenizerPlugin(): Plugin
