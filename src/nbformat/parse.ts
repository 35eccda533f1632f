// From a file's text or bytes to a notebook that is what its type says, or to one sentence that says why not.
import { exceedsBytes, sizeText, utf8Decode, utf8Length } from '../lib/bytes.js'
import { NbtrustError } from '../lib/errors.js'
import type { JsonObject } from '../lib/json.js'
import { parseJson } from '../lib/json-parse.js'
import { requireSource } from '../lib/source.js'
import { cellsOf } from './cells.js'
import type { Notebook } from './model.js'
import { expectObject } from './shape.js'
import { checkShapeV3 } from './shape-v3.js'
import { checkShapeV4 } from './shape-v4.js'
import { checkMinor, expectVersion } from './version.js'

/** The largest file that is read unless `maxBytes` says otherwise: 50 MB (50,000,000 bytes). */
export const defaultMaxBytes = 50_000_000

/**
 * Reads a notebook of version 3 or 4 and keeps its version. Trust never comes out of the file: every cell's
 * `metadata.trusted` and the notebook's `metadata.signature` are removed. What Jupyter tolerates is filled in (a cell
 * without `metadata` gets `{}`). Numbers become JavaScript's, so a digest is computed from the source and not from this.
 * Of JSON that is parsed already give what `JSON.stringify` makes of it.
 * @throws NbtrustError `ERR_ARGUMENT` for what is neither text nor bytes; `ERR_TOO_LARGE`; `ERR_JSON_UTF8`, `ERR_JSON_SYNTAX`, `ERR_JSON_DEPTH` with the place in the text;
 * `ERR_NOTEBOOK_VERSION`; `ERR_NOTEBOOK_SHAPE` with a path such as `cells[3].outputs[0]`.
 */
export function parseNotebook(
  source: string | Uint8Array,
  { maxBytes = defaultMaxBytes }: { readonly maxBytes?: number | undefined } = {},
): Notebook {
  requireSource(source, undefined, '; pass JSON.stringify of what is parsed already')
  checkSize(source, maxBytes)
  const notebook = expectObject(parseJson(typeof source === 'string' ? source : utf8Decode(source)), [])
  const version = expectVersion(notebook)
  checkMinor(notebook)
  if (version === 4) checkShapeV4(notebook)
  else checkShapeV3(notebook)
  return withoutTrust(notebook)
}

function checkSize(source: string | Uint8Array, maxBytes: number): void {
  const exceeds = typeof source === 'string' ? exceedsBytes(source, maxBytes) : source.length > maxBytes
  if (!exceeds) return
  const size = sizeText(typeof source === 'string' ? utf8Length(source) : source.length)
  throw new NbtrustError(
    'ERR_TOO_LARGE',
    `The notebook has ${size}, more than the limit of ${sizeText(maxBytes)}.`,
  )
}

function withoutTrust(checked: JsonObject): Notebook {
  // The one place where the checks above are believed.
  const notebook = checked as unknown as Notebook
  delete notebook.metadata.signature
  for (const cell of cellsOf(notebook)) delete cell.metadata?.trusted
  return notebook
}
