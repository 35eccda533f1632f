// The bytes of a notebook's text, whichever way it is given.
import { sizeText, utf8Encode } from '../lib/bytes.js'
import { NbtrustError } from '../lib/errors.js'
import { requireSource } from '../lib/source.js'
import type { NotebookSource } from '../nbformat/model.js'
import { liveText } from './live-text.js'

/** The largest file that is read: 500 MB. */
const maxSourceBytes = 500_000_000

/**
 * The UTF-8 of a file's text, or its bytes as they are. A live notebook stands for what JSON.stringify makes of it.
 * @throws NbtrustError `ERR_TOO_LARGE` beyond {@link maxSourceBytes}; `ERR_JSON_SURROGATE`; `ERR_ARGUMENT` for what is none
 * of these or cannot be said in JSON; `ERR_JSON_DEPTH`.
 */
export function sourceBytes(source: NotebookSource): Uint8Array {
  const text = typeof source === 'string' || ArrayBuffer.isView(source) ? source : liveText(source)
  requireSource(text)
  if (text.length > maxSourceBytes) throw tooLarge(text.length)
  return typeof text === 'string' ? utf8Encode(text) : text
}

/** The error for a notebook of so many bytes. */
export function tooLarge(size: number, cause?: unknown): NbtrustError {
  const sentence =
    size > maxSourceBytes
      ? `The notebook has ${sizeText(size)}, more than the limit of ${sizeText(maxSourceBytes)}.`
      : `The notebook of ${sizeText(size)} is too large for this machine's memory.`
  return new NbtrustError('ERR_TOO_LARGE', sentence, cause === undefined ? {} : { cause })
}
