// What is said of JSON that is nested too deeply.
import { NbtrustError } from './errors.js'
import { maxJsonDepth } from './json.js'

/** The error for a text or a value that is nested deeper than the limit. */
export function tooDeep(): NbtrustError {
  return new NbtrustError(
    'ERR_JSON_DEPTH',
    `The JSON is nested deeper than the limit of ${maxJsonDepth} levels.`,
  )
}
