// How Python's str() spells what JSON can say, which is what nbformat feeds its HMAC.
import { NbtrustError } from '../lib/errors.js'

/** Python reads no integer of more digits than this (`sys.set_int_max_str_digits`, since 3.11). */
const maxIntegerDigits = 4300

/**
 * Python's spelling of a JSON number, given as it stands in the file: an integer keeps its digits, whatever its size;
 * anything with a point or an exponent is a float.
 * @throws NbtrustError `ERR_JSON_NUMBER` for an integer of more than {@link maxIntegerDigits} digits, which is at `place`.
 */
export function pythonNumber(lexeme: string, place?: () => string): string {
  if (/[.eE]/.test(lexeme)) return pythonFloat(Number(lexeme))
  if (lexeme === '-0') return '0'
  if (lexeme.replace('-', '').length > maxIntegerDigits) throw integerTooLong(place?.())
  return lexeme
}

/** Python's `repr` of a float: scientific below 1e-4 and from 1e16, where JavaScript begins at 1e-7 and 1e21. */
export function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf'
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const size = Math.abs(value)
  if (size >= 1e-4 && size < 1e16) {
    const fixed = String(value)
    return fixed.includes('.') ? fixed : `${fixed}.0`
  }
  // Both languages print the shortest digits that read back as the same number; the exponent has two digits at least.
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  const sign = exponent.startsWith('-') ? '-' : '+'
  return `${mantissa}e${sign}${exponent.slice(1).padStart(2, '0')}`
}

function integerTooLong(place?: string): NbtrustError {
  const where = place === undefined ? '' : ` at ${place}`
  const sentence = `The integer${where} has more than ${maxIntegerDigits} digits, which Python does not read.`
  return new NbtrustError('ERR_JSON_NUMBER', sentence, { place })
}
