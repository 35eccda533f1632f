// The injective encoding: a version tag, then RFC 8785 canonical JSON. Different notebooks never share these bytes.

import { shapeError } from '../nbformat/shape.js'
import { versionError } from '../nbformat/version.js'
import { assemble } from './assemble.js'
import { applyRulesJcs } from './rules-jcs.js'
import type { EncodingSteps } from './steps.js'
import { type TokenizerOptions, tokenize } from './tokenize.js'
import { kindOf, objectKind, stringKind } from './tokenizer/tape.js'
import { isText, memberOf, textOf } from './walk.js'

/** Begins the bytes, so that they can never be another encoding's, or those of a later version of this one. */
export const jcsTag = 'nbtrust-jcs-1\n'

/**
 * The bytes of a notebook of version 3 or 4 in the `jcs` encoding, in steps; see {@link EncodingSteps}. Left out: `metadata.signature`, `orig_nbformat`,
 * every cell's `metadata.trusted`. A list of lines and the text it stands for are the same. Nothing is filled in, and
 * cells need no ids.
 * @throws NbtrustError `ERR_JSON_SURROGATE`, `ERR_JSON_NUMBER` (larger than a double), `ERR_JSON_UTF8`, `ERR_JSON_SYNTAX` with
 * the place in the text; `ERR_JSON_DEPTH` beyond 1,000 levels;
 * `ERR_NOTEBOOK_SHAPE`, `ERR_NOTEBOOK_VERSION`, `ERR_TOO_LARGE`.
 */
export function* jcsSteps(bytes: Uint8Array, { engine }: TokenizerOptions = {}): EncodingSteps {
  const tape = yield* tokenize(bytes, { spelling: 'json', prefix: jcsTag, engine })
  if (kindOf(tape, 0) !== objectKind) throw shapeError([], 'is not an object')
  const major = memberOf(tape, 0, 'nbformat')
  const version = ([3, 4] as const).find((known) => isText(tape, major, String(known)))
  if (version === undefined || kindOf(tape, major) === stringKind) {
    throw versionError(major < 0 ? undefined : textOf(tape, major))
  }
  applyRulesJcs(tape, version)
  yield bytes.length
  return assemble(tape)
}
