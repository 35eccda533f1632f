// What a notebook is read from: text or bytes. Whatever else arrives is refused by name, so that a missing `await`, an
// ArrayBuffer or JSON that is parsed already is found early.
import { NbtrustError } from './errors.js'

/** Passes text, bytes and, as `live`, what can be a notebook in memory. @throws NbtrustError `ERR_ARGUMENT` for anything else. */
export function requireSource(value: unknown, kind?: 'live'): asserts value is string | Uint8Array {
  // By name, because a class of another window is another class. `Object`, `Uint8Array` (also Buffer), `Promise`, `Null`.
  const name = Object.prototype.toString.call(value).slice(8, -1)
  if (typeof value === 'string' || (name === 'Uint8Array' && ArrayBuffer.isView(value))) return
  if (name === 'Object' && kind) return
  const advice = name === 'Object' ? ': pass JSON.stringify of JSON that is parsed already' : ''
  throw new NbtrustError('ERR_ARGUMENT', `A notebook is a string or a Uint8Array, not ${name}${advice}.`)
}
