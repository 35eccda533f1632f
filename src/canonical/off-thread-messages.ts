// What a page and its encoding worker say to each other.
import { type ErrorCode, NbtrustError } from '../lib/errors.js'
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
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly sentence: string; readonly place: string }

/** An error as a message, since no class of ours survives the way between worker and page. */
export function failedAnswer(error: NbtrustError): EncodeAnswer {
  return { kind: 'failed', code: error.code, sentence: error.message, place: error.place ?? '' }
}

/** The error that a message stands for. */
export function errorOf(answer: Extract<EncodeAnswer, { kind: 'failed' }>): NbtrustError {
  const { code, sentence, place } = answer
  return new NbtrustError(code, sentence, place === '' ? {} : { place })
}
