// The encodings of a notebook: how it becomes the bytes that are signed.
import { NbtrustError } from '../lib/errors.js'
import type { NotebookSource } from '../nbformat/model.js'
import { jcsBytes } from './jcs.js'
import { nbformatBytes } from './nbformat.js'

export { canonicalizeJson, jcsBytes } from './jcs.js'
export { nbformatBytes } from './nbformat.js'
export { pythonFloat, pythonNumber } from './python.js'

/** `nbformat`: what Jupyter signs, byte for byte. `jcs`: injective, so that no two notebooks share their bytes. */
export type Encoding = 'nbformat' | 'jcs'

/**
 * The bytes that are signed, of a notebook of version 3 or 4. A live notebook stands for the text that JSON.stringify
 * gives it, which may differ from the file it came from (`1.0` is `1` there): sign the file's bytes where they are known.
 * @throws NbtrustError where the notebook has no bytes in this encoding; see `nbformatBytes` and `jcsBytes`.
 */
export function canonicalBytes(source: NotebookSource, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'nbformat') return nbformatBytes(source)
  if (encoding === 'jcs') return jcsBytes(source)
  throw new NbtrustError('ERR_ALGORITHM', `There is no encoding ${JSON.stringify(encoding)}.`)
}
