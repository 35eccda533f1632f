// Explains why bytes are no JSON, or none that Python reads: the fast tokenizer only knows where it stopped, so the slow scanner
// reads the text again and finds the words.
import { utf8Decode } from '../lib/bytes.js'
import { NbtrustError } from '../lib/errors.js'
import { scanJson } from '../lib/json-scan.js'
import { linePlace } from '../lib/place.js'
import type { Tape } from './tape.js'

/** Throws the error for a file that cannot be read on from `at`, an offset in its bytes. */
export function reject(tape: Tape, at: number): never {
  const text = utf8Decode(tape.bytes)
  scanJson(text, {}, tape.spelling)
  const before = utf8Decode(tape.bytes.subarray(0, at))
  const place = linePlace(before, before.length)
  throw new NbtrustError('ERR_JSON_SYNTAX', `Not JSON: the text cannot be read at ${place}.`, { place })
}
