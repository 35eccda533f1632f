// Appends to the tape what is not copied from the file: words in ASCII, and characters that were written as escapes.
import type { Tape } from './tape.js'

/** Appends ASCII. There has to be room for it; see `reserve`. */
export function appendAscii(tape: Tape, text: string): void {
  const { out } = tape
  for (let i = 0; i < text.length; i++) out[tape.size++] = text.charCodeAt(i)
}

/** Appends a code point as a string holds it: UTF-8, in JSON with the escape that RFC 8785 asks for. */
export function appendCode(tape: Tape, code: number): void {
  const { out } = tape
  if (code < 0x80) {
    // JSON.stringify is what RFC 8785 defines these escapes by.
    if (tape.spelling === 'json') appendAscii(tape, JSON.stringify(String.fromCharCode(code)).slice(1, -1))
    else out[tape.size++] = code
    return
  }
  if (code < 0x800) {
    out[tape.size++] = 0xc0 | (code >> 6)
  } else {
    if (code < 0x10000) {
      out[tape.size++] = 0xe0 | (code >> 12)
    } else {
      out[tape.size++] = 0xf0 | (code >> 18)
      out[tape.size++] = 0x80 | ((code >> 12) & 0x3f)
    }
    out[tape.size++] = 0x80 | ((code >> 6) & 0x3f)
  }
  out[tape.size++] = 0x80 | (code & 0x3f)
}
