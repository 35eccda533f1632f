// Types for the code that is compiled twice: by TypeScript to JavaScript, and by AssemblyScript, which has types of its
// own by these names (assembly/portable.ts), to WebAssembly.

/** A whole number of 32 bits. */
export type int = number
/** Bytes, by offset. Between two languages it has to be said that there is one: `bytes[at] as int`. */
export type Bytes = Uint8Array<ArrayBuffer>
/** Bytes that are only read, in memory of whatever kind. */
export type AnyBytes = Uint8Array
/** The same bytes, several at a time wherever they begin. */
export type Words = DataView
/** Whole numbers of 32 bits, by index. */
export type Ints = Int32Array
