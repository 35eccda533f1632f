// What a page and its encoding worker say to each other.
import type { ErrorData } from '../lib/error-data.js'
import type { Encoding } from './encode.js'
import type { NbformatOptions } from './nbformat.js'

/** From the page, once. */
export interface EncodeRequest {
  readonly source: Uint8Array<ArrayBufferLike>
  readonly encoding: Encoding
  readonly options: NbformatOptions
}

/** From the worker: `ready` once it listens; how many bytes are read, several times; then one of the others. */
export type EncodeAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly read: number }
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly error: ErrorData }
