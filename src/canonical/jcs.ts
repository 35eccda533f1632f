// The injective encoding: a version tag, then RFC 8785 canonical JSON. Different notebooks never share these bytes.
import type { NotebookSource } from '../nbformat/model.js'
import { shapeError } from '../nbformat/shape.js'
import { versionError } from '../nbformat/version.js'
import { assemble } from './assemble.js'
import { applyRulesJcs } from './rules-jcs.js'
import { sourceBytes } from './source-bytes.js'
import { type EncodingSteps, finish } from './steps.js'
import { Kind, kindOf, newTape } from './tape.js'
import { tokenize } from './tokenize.js'
import { isText, memberOf, textOf } from './walk.js'

/** Begins the bytes, so that they can never be another encoding's, or those of a later version of this one. */
const jcsTag = 'nbtrust-jcs-1\n'

/**
 * The bytes of a notebook of version 3 or 4 in the `jcs` encoding. Left out: `metadata.signature`, `orig_nbformat`,
 * every cell's `metadata.trusted`. A list of lines and the text it stands for are the same. Nothing is filled in, and
 * cells need no ids.
 * @throws NbtrustError `ERR_JSON_SURROGATE`, `ERR_JSON_NUMBER` (larger than a double), `ERR_JSON_UTF8`, `ERR_JSON_SYNTAX` with
 * the place in the text; `ERR_JSON_DEPTH` beyond 1,000 levels;
 * `ERR_NOTEBOOK_SHAPE`, `ERR_NOTEBOOK_VERSION`, `ERR_TOO_LARGE`.
 */
export function jcsBytes(source: NotebookSource): Uint8Array<ArrayBuffer> {
  return finish(jcsSteps(sourceBytes(source)))
}

/** The same in steps; see {@link EncodingSteps}. */
export function* jcsSteps(bytes: Uint8Array): EncodingSteps {
  const tape = newTape(bytes, 'json', jcsTag)
  yield* tokenize(tape)
  if (kindOf(tape, 0) !== Kind.object) throw shapeError([], 'is not an object')
  const major = memberOf(tape, 0, 'nbformat')
  const version = ([3, 4] as const).find((known) => isText(tape, major, String(known)))
  if (version === undefined || kindOf(tape, major) === Kind.string) {
    throw versionError(major < 0 ? undefined : textOf(tape, major))
  }
  applyRulesJcs(tape, version)
  yield bytes.length
  return assemble(tape)
}
