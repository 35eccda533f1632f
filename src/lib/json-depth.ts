// How deeply JSON may be nested, and what is said where it is deeper.
import { NbtrustError } from './errors.js'

/**
 * How many arrays and objects may lie inside each other. Python's own reader stops between 490 and 990 levels, depending
 * on its version, so no notebook that Jupyter can sign is refused; and recursion over what was read stays safe.
 */
export const maxJsonDepth = 1000

/** The error for a text or a value that is nested deeper than the limit, with its place where that is known. */
export function tooDeep(place?: string): NbtrustError {
  const where = place === undefined ? '' : ` at ${place}`
  const sentence = `The JSON is nested deeper than the limit of ${maxJsonDepth} levels${where}.`
  return new NbtrustError('ERR_JSON_DEPTH', sentence, { place })
}
