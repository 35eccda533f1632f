// The encodings of a notebook: how it becomes the bytes that are signed.
import { NbtrustError } from '../lib/errors.js'
import type { NotebookSource } from '../nbformat/model.js'
import { jcsBytes } from './jcs.js'

export { canonicalizeJson, jcsBytes } from './jcs.js'

/** `nbformat`: what Jupyter signs, byte for byte. `jcs`: injective, so that no two notebooks share their bytes. */
export type Encoding = 'nbformat' | 'jcs'

/** The bytes that are signed. @throws NbtrustError where the notebook has none in this encoding. */
export function canonicalBytes(source: NotebookSource, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'jcs') return jcsBytes(source)
  throw new NbtrustError('ERR_ALGORITHM', `There is no encoding ${JSON.stringify(encoding)}.`)
}
