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
 * @throws NbtrustError where the notebook has no bytes in this encoding: `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8`, `ERR_JSON_NUMBER`,
 * `ERR_JSON_SURROGATE` with the place in the text; `ERR_JSON_DEPTH` beyond 1,000 levels; `ERR_NOTEBOOK_SHAPE` with the path;
 * `ERR_NOTEBOOK_VERSION`; `ERR_TOO_LARGE`; for `nbformat` `ERR_NO_STABLE_DIGEST`; `ERR_ALGORITHM` for an encoding that does not exist.
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
