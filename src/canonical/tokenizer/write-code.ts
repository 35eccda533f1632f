// Writes characters that the file has as escapes. Compiled to WebAssembly too.
import type { int } from '../../lib/portable.js'
import type { Tape } from './tape.js'

/** Writes a code point as a string holds it: UTF-8, in JSON with the escape that RFC 8785 asks for. */
export function writeCode(tape: Tape, code: int): void {
  if (code < 0x80) {
    if (tape.json) writeCanonical(tape, code)
    else writeByte(tape, code)
    return
  }
  if (code < 0x800) {
    writeByte(tape, 0xc0 | (code >> 6))
  } else {
    if (code < 0x10000) {
      writeByte(tape, 0xe0 | (code >> 12))
    } else {
      writeByte(tape, 0xf0 | (code >> 18))
      writeByte(tape, 0x80 | ((code >> 12) & 0x3f))
    }
    writeByte(tape, 0x80 | ((code >> 6) & 0x3f))
  }
  writeByte(tape, 0x80 | (code & 0x3f))
}

// RFC 8785, 3.2.2.2: control characters, the quote and the backslash are escaped, by a letter where they have one.
function writeCanonical(tape: Tape, code: int): void {
  const letter = letterOf(code)
  if (letter !== 0) {
    writeByte(tape, 0x5c)
    writeByte(tape, letter)
  } else if (code < 0x20) {
    const digit = code & 0x0f
    writeByte(tape, 0x5c)
    writeByte(tape, 0x75)
    writeByte(tape, 0x30)
    writeByte(tape, 0x30)
    writeByte(tape, 0x30 + (code >> 4))
    writeByte(tape, digit < 10 ? 0x30 + digit : 0x57 + digit)
  } else {
    writeByte(tape, code)
  }
}

function letterOf(code: int): int {
  switch (code) {
    case 0x22:
    case 0x5c:
      return code
    case 0x08:
      return 0x62
    case 0x09:
      return 0x74
    case 0x0a:
      return 0x6e
    case 0x0c:
      return 0x66
    case 0x0d:
      return 0x72
    default:
      return 0
  }
}

function writeByte(tape: Tape, byte: int): void {
  tape.text[tape.size++] = byte
}
