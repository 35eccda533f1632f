// Reads what is neither string nor list nor object: a number, `true`, `false` or `null`, and for Python NaN and the
// infinities.
import { appendAscii } from './append.js'
import { readNumber } from './read-number.js'
import { reject } from './reject.js'
import { Kind, type Tape } from './tape.js'

interface Word {
  readonly text: string
  readonly python: string
  readonly kind: number
}

const words: readonly Word[] = [
  { text: 'true', python: 'True', kind: Kind.true },
  { text: 'false', python: 'False', kind: Kind.false },
  { text: 'null', python: 'None', kind: Kind.null },
]
const pythonWords: readonly Word[] = [
  { text: 'NaN', python: 'nan', kind: Kind.float },
  { text: 'Infinity', python: 'inf', kind: Kind.float },
  { text: '-Infinity', python: '-inf', kind: Kind.float },
]

/** Reads the scalar at `start`; returns where it ends. */
export function readScalar(tape: Tape, start: number): number {
  const { bytes, spelling } = tape
  const letter = bytes[start] === 0x2d ? (bytes[start + 1] ?? 0) : (bytes[start] ?? 0)
  if (letter <= 0x39) return readNumber(tape, start)
  const known = spelling === 'json' ? words : [...words, ...pythonWords]
  const word = known.find(({ text }) => text.charCodeAt(0) === bytes[start])
  if (word === undefined) reject(tape, start)
  const { text, python } = word
  for (let i = 0; i < text.length; i++) {
    if (bytes[start + i] !== text.charCodeAt(i)) reject(tape, start + i)
  }
  appendAscii(tape, spelling === 'json' ? text : python)
  return start + text.length
}

/** The kind of the scalar at `start`, as Python tells them apart; only right if it can be read. */
export function scalarKind(bytes: Uint8Array, start: number): number {
  for (let at = start; ; at++) {
    switch (bytes[at]) {
      case 0x74:
        return Kind.true
      case 0x66:
        return Kind.false
      case 0x6e:
        return Kind.null
      // A point, an exponent, NaN, the infinities.
      case 0x2e:
      case 0x65:
      case 0x45:
      case 0x4e:
      case 0x49:
        return Kind.float
      default:
        if (bytes[at] !== 0x2d && ((bytes[at] ?? 0) ^ 0x30) >= 10) return Kind.integer
    }
  }
}
