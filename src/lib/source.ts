// What a notebook is read from: text or bytes. Whatever else arrives is refused by name, so that a missing `await`, an
// ArrayBuffer or JSON that is parsed already is found early.
import { NbtrustError } from './errors.js'

/** Passes text, bytes and what else is named. @throws NbtrustError `ERR_ARGUMENT` for anything else, with the advice. */
export function requireSource(
  value: unknown,
  other?: 'Object',
  advice = '',
): asserts value is string | Uint8Array {
  // By name, because a class of another window is another class. `Object`, `Uint8Array` (also Buffer), `Promise`, `Null`.
  const name = Object.prototype.toString.call(value).slice(8, -1)
  if (typeof value === 'string' || name === 'Uint8Array' || name === other) return
  throw new NbtrustError('ERR_ARGUMENT', `A notebook is text or a Uint8Array, not ${name}${advice}.`)
}
