// What a notebook is read from: text or bytes. Whatever else arrives is refused by name, so that a missing `await`, an
// ArrayBuffer or JSON that is parsed already is found early.
import { NbtrustError } from './errors.js'

/** Passes text and bytes. @throws NbtrustError `ERR_ARGUMENT` for anything else. */
export function requireSource(value: unknown): asserts value is string | Uint8Array {
  if (typeof value === 'string' || isBytes(value)) return
  const name = nameOf(value)
  const advice =
    name === 'Object' ? ': of JSON that is parsed already give what JSON.stringify makes of it' : ''
  throw new NbtrustError(
    'ERR_ARGUMENT',
    `A notebook is read from a string or a Uint8Array, not from ${name}${advice}.`,
  )
}

/** Passes what can be a live notebook, whatever it says. @throws NbtrustError `ERR_ARGUMENT` for anything else. */
export function requireLive(value: unknown): asserts value is object {
  const name = nameOf(value)
  if (name === 'Object') return
  throw new NbtrustError(
    'ERR_ARGUMENT',
    `A notebook is a string, a Uint8Array or an object with its cells, not ${name}.`,
  )
}

// By name, because that of another window or of jsdom is another class. Buffer is one too.
function isBytes(value: unknown): boolean {
  return ArrayBuffer.isView(value) && nameOf(value) === 'Uint8Array'
}

/** `Object`, `ArrayBuffer`, `Promise`; `undefined`, `number` for what is no object. */
function nameOf(value: unknown): string {
  if (value === null) return 'null'
  return typeof value === 'object' ? Object.prototype.toString.call(value).slice(8, -1) : typeof value
}
