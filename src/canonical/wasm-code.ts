// The tokenizer as a WebAssembly module. In the source there is none: the build compiles it (scripts/tokenizer-plugin.mjs).

/** The module as base64, so that every bundler takes it along; empty where nothing compiled it, and JavaScript does the work. */
export const wasmCode: string = ''
