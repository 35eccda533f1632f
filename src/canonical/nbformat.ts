// The encoding of Jupyter: exactly the bytes that Python's nbformat feeds its HMAC for a file. Keys and values follow
// each other without delimiters, so different notebooks can have the same bytes; it is used where Jupyter's own
// signature database is shared.

import { shapeError } from '../nbformat/shape.js'
import { versionError } from '../nbformat/version.js'
import { assemble } from './assemble.js'
import { applyRulesV3 } from './rules-v3.js'
import { applyRulesV4 } from './rules-v4.js'
import type { EncodingSteps } from './steps.js'
import type { NotebookTape } from './tape.js'
import { type TokenizerOptions, tokenize } from './tokenize.js'
import { falseKind, integerKind, kindOf, objectKind, startOf, trueKind } from './tokenizer/tape.js'
import { dropKeys, expectObjectNode, isText, memberOf, textOf } from './walk.js'

/** Which notebooks have bytes. */
export interface NbformatOptions {
  /** The oldest version of the format that is not refused; default 3. */
  readonly oldest?: 1 | 3
  /** The ids of cells that came before, of a notebook that is read in parts; those of these cells are added. */
  readonly seenIds?: Set<string>
}

/**
 * What nbformat hashes for a notebook, in steps (see {@link EncodingSteps}): for an object its keys in code-point order, each
 * followed by its value; for a list its items; for a string its UTF-8; for anything else Python's `str()`. Left out: `metadata.signature`, and in version 4
 * `metadata.orig_nbformat`, `orig_nbformat_minor` and every cell's `metadata.trusted`.
 *
 * Versions 1 and 2 have bytes as well, but Jupyter never trusts them: they are refused unless `oldest` says otherwise.
 * @throws NbtrustError `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8`, `ERR_JSON_NUMBER`, `ERR_JSON_SURROGATE` with the place in the
 * text; `ERR_JSON_DEPTH` beyond 1,000 levels; `ERR_NOTEBOOK_SHAPE` with the path; `ERR_NOTEBOOK_VERSION`;
 * `ERR_NO_STABLE_DIGEST` for a 4.5+ notebook whose cells lack ids, since nbformat makes up new ones at every reading;
 * `ERR_TOO_LARGE` beyond `maxSourceBytes`.
 */
export function* nbformatSteps(
  bytes: Uint8Array,
  { oldest = 3, engine, seenIds }: NbformatOptions & TokenizerOptions = {},
): EncodingSteps {
  const tape = yield* tokenize(bytes, { spelling: 'python', engine })
  const version = versionOf(tape)
  if (version < oldest) throw versionError(memberOf(tape, 0, 'nbformat') < 0 ? undefined : String(version))
  if (version === 4) applyRulesV4(tape, seenIds)
  else if (version !== 1) applyRulesV3(tape, version)
  dropKeys(tape, expectObjectNode(tape, memberOf(tape, 0, 'metadata'), ['metadata']), ['signature'])
  yield bytes.length
  return assemble(tape)
}

// nbformat/reader.py: a notebook that does not say its version is of the first.
function versionOf(tape: NotebookTape): 1 | 2 | 3 | 4 {
  if (kindOf(tape, 0) !== objectKind) throw shapeError([], 'is not an object')
  const major = memberOf(tape, 0, 'nbformat')
  const minor = memberOf(tape, 0, 'nbformat_minor')
  const whole: readonly number[] = [integerKind, trueKind, falseKind]
  if (minor >= 0 && !whole.includes(kindOf(tape, minor)))
    throw shapeError(['nbformat_minor'], 'is not a whole number')
  if (major < 0) return 1
  const spelling = textOf(tape, major)
  const version = ([1, 2, 3, 4] as const).find((known) => String(known) === spelling)
  if (version === undefined || kindOf(tape, major) !== integerKind) {
    throw versionError(kindOf(tape, major) === integerKind ? spelling : 'not a whole number')
  }
  // There was never a version 3.1, and nbformat fails over one.
  if (version === 3 && minor >= 0 && isPositive(tape, minor)) throw versionError(`3.${textOf(tape, minor)}`)
  return version
}

function isPositive(tape: NotebookTape, minor: number): boolean {
  if (kindOf(tape, minor) !== integerKind) return kindOf(tape, minor) === trueKind
  return !isText(tape, minor, '0') && tape.text[startOf(tape, minor)] !== 0x2d
}
