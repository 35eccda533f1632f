// From a notebook and the name of an encoding to its bytes.
import { NbtrustError } from '../lib/errors.js'
import type { NotebookSource } from '../nbformat/model.js'
import { jcsSteps } from './jcs.js'
import { type NbformatOptions, nbformatSteps } from './nbformat.js'
import { sourceBytes } from './source-bytes.js'
import { type EncodingSteps, finish } from './steps.js'
import type { TokenizerOptions } from './tokenize.js'

/** `nbformat`: what Jupyter signs, byte for byte. `jcs`: injective, so that no two notebooks share their bytes. */
export type Encoding = 'nbformat' | 'jcs'

/**
 * The bytes that are signed, of a notebook of version 3 or 4. A live notebook stands for the text that JSON.stringify
 * gives it, which may differ from the file it came from (`1.0` is `1` there): sign the file's bytes where they are known.
 * @throws NbtrustError where the notebook has no bytes in this encoding; see `nbformatBytes` and `jcsBytes`.
 */
export function canonicalBytes(source: NotebookSource, encoding: Encoding): Uint8Array<ArrayBuffer> {
  return finish(encodingSteps(sourceBytes(source), encoding))
}

/** The same in steps, from the bytes of a file; see {@link EncodingSteps}. */
export function encodingSteps(
  bytes: Uint8Array,
  encoding: Encoding,
  options: NbformatOptions & TokenizerOptions = {},
): EncodingSteps {
  if (encoding === 'nbformat') return nbformatSteps(bytes, options)
  if (encoding === 'jcs') return jcsSteps(bytes, options)
  throw new NbtrustError('ERR_ALGORITHM', `There is no encoding ${JSON.stringify(encoding)}.`)
}
