// The injective encoding: a version tag, then RFC 8785 canonical JSON. Different notebooks never share these bytes.
import { sizeText, utf8Decode } from '../lib/bytes.js'
import { NbtrustError } from '../lib/errors.js'
import { isJsonObject, type JsonObject, type JsonValue } from '../lib/json.js'
import { parseJson } from '../lib/json-parse.js'
import { writeJson } from '../lib/json-write.js'
import type { NotebookSource } from '../nbformat/model.js'
import { shapeError } from '../nbformat/shape.js'
import { storedForm } from '../nbformat/stored.js'
import { expectVersion } from '../nbformat/version.js'
import { inKeyOrder } from './key-order.js'

/** Begins the bytes, so that they can never be another encoding's, or those of a later version of this one. */
export const jcsTag = 'nbtrust-jcs-1\n'

/**
 * The canonical JSON of a value (RFC 8785): no white space, keys sorted by UTF-16 unit, numbers and strings as
 * ECMAScript writes them. Different JSON values have different texts, equal ones the same.
 * @throws NbtrustError `ERR_JSON_SURROGATE`, `ERR_JSON_NUMBER` (NaN and the infinities) or `ERR_ARGUMENT` with the path;
 * `ERR_JSON_DEPTH` beyond 1,000 levels.
 */
export function canonicalizeJson(value: JsonValue): string {
  const ordered = inKeyOrder(value)
  if (ordered !== undefined) {
    const text = JSON.stringify(ordered)
    // Half a surrogate pair is written as \\udXXX. Where that is found, it may also be a backslash before these letters.
    if (!text.includes('\\ud')) return text
  }
  return writeJson(value, { order: 'utf-16', loneSurrogates: 'refuse' })
}

/**
 * The bytes of a notebook of version 3 or 4 in the `jcs` encoding. Left out: `metadata.signature`, `orig_nbformat`,
 * every cell's `metadata.trusted`. A list of lines and the text it stands for are the same. Nothing is filled in, and
 * cells need no ids.
 * @throws NbtrustError as {@link canonicalizeJson}; `ERR_JSON_UTF8`, `ERR_JSON_SYNTAX` with the place in the text;
 * `ERR_NOTEBOOK_SHAPE`, `ERR_NOTEBOOK_VERSION`, `ERR_TOO_LARGE`.
 */
export function jcsBytes(source: NotebookSource): Uint8Array<ArrayBuffer> {
  const notebook = jsonOf(source)
  if (!isJsonObject(notebook)) throw shapeError([], 'is not an object')
  expectVersion(notebook)
  try {
    return new TextEncoder().encode(jcsTag + canonicalizeJson(storedForm(notebook, (text) => text)))
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    // The engine's longest string: 1e20 takes four bytes of a file and twenty-one here.
    const size = ArrayBuffer.isView(source)
      ? `The notebook of ${sizeText(source.byteLength)}`
      : 'The notebook'
    throw new NbtrustError('ERR_TOO_LARGE', `${size} is too large for this encoding.`, { cause })
  }
}

function jsonOf(source: NotebookSource): JsonValue {
  if (typeof source === 'string') return parseJson(source)
  if (ArrayBuffer.isView(source)) return parseJson(utf8Decode(source))
  return source as unknown as JsonObject
}
