// Reads an age such as 30d, or a date.
import { NbtrustError } from '../lib/errors.js'
import { messages } from './messages.js'

const hours: Readonly<Record<string, number>> = { h: 1, d: 24, w: 24 * 7, y: 24 * 365 }

/** The moment that is so long ago. @throws NbtrustError `ERR_ARGUMENT` for what is neither an age nor a date. */
export function parseAge(text: string, now: number): Date {
  const age = /^(\d{1,6})([hdwy])$/.exec(text)
  if (age) return new Date(now - Number(age[1]) * (hours[age[2] ?? ''] ?? 0) * 3_600_000)
  const date = new Date(/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/.test(text) ? text : Number.NaN)
  if (Number.isNaN(date.getTime())) throw new NbtrustError('ERR_ARGUMENT', messages.badAge(text))
  return date
}
