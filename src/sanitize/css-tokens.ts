// Splits CSS into tokens, one pass, no regular expressions, as css-syntax-3 section 4 says. Escapes are decoded, so that
// `u\72l(` is what it means; what is written out again never needs to be decoded.
import { isLetter, isSpace } from './code-units.js'

export type CssTokenType =
  | 'ident'
  | 'function'
  | 'at-keyword'
  | 'hash'
  | 'string'
  | 'url'
  | 'number'
  | 'percentage'
  | 'dimension'
  | 'whitespace'
  | 'delim'
  /** A string or url that is broken off, or a stray backslash. Nothing that holds one is kept. */
  | 'bad'

export interface CssToken {
  readonly type: CssTokenType
  /** Name, decoded text or the delimiter itself. In lower case for functions and units. */
  readonly value: string
  /** For number, percentage and dimension. */
  readonly number?: number
  /** The spelling of the number. */
  readonly repr?: string
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isHex = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)
const isNewline = (code: number): boolean => code === 10 || code === 12 || code === 13
const isNameStart = (code: number): boolean => isLetter(code) || code === 95 || code >= 128
const isName = (code: number): boolean => isNameStart(code) || isDigit(code) || code === 45

/** The tokens of a style sheet, declaration list or value. Linear in the length. Never throws. */
export function tokenizeCss(source: string): CssToken[] {
  return new Tokenizer(source).all()
}

// A class only because the position is shared by a dozen small steps; it is not exported.
class Tokenizer {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    // The standard's preprocessing: a NUL is a replacement character from the start.
    this.#source = source.includes('\0') ? source.replaceAll('\0', '\ufffd') : source
  }

  all(): CssToken[] {
    const tokens: CssToken[] = []
    while (this.#at < this.#source.length) {
      const token = this.#next()
      if (token) tokens.push(token)
    }
    return tokens
  }

  #code(ahead = 0): number {
    const at = this.#at + ahead
    return at < this.#source.length ? this.#source.charCodeAt(at) : -1
  }

  #next(): CssToken | undefined {
    const code = this.#code()
    if (code === 47 && this.#code(1) === 42) return this.#comment()
    if (isSpace(code)) return this.#space()
    if (code === 34 || code === 39) return this.#string(code)
    if (code === 35 && (isName(this.#code(1)) || this.#isEscape(1))) {
      this.#at++
      return { type: 'hash', value: this.#name() }
    }
    if (this.#startsNumber()) return this.#numeric()
    if (code === 64) return this.#atKeyword()
    if (this.#startsIdent(0)) return this.#identLike()
    this.#at++
    // A backslash that escapes nothing would escape what is written after it.
    return { type: code === 92 ? 'bad' : 'delim', value: String.fromCharCode(code) }
  }

  #comment(): undefined {
    const end = this.#source.indexOf('*/', this.#at + 2)
    this.#at = end < 0 ? this.#source.length : end + 2
    return undefined
  }

  #space(): CssToken {
    while (isSpace(this.#code())) this.#at++
    return { type: 'whitespace', value: ' ' }
  }

  #string(quote: number): CssToken {
    this.#at++
    let value = ''
    for (;;) {
      const code = this.#code()
      if (code === quote) {
        this.#at++
        return { type: 'string', value }
      }
      // css-syntax closes an open string at the end of input; a string that was broken off is nothing to keep.
      if (code === -1 || isNewline(code)) return { type: 'bad', value }
      if (code === 92) {
        if (this.#code(1) === -1) {
          this.#at++
        } else if (isNewline(this.#code(1))) {
          this.#at += this.#code(1) === 13 && this.#code(2) === 10 ? 3 : 2
        } else {
          value += this.#escape()
        }
      } else {
        value += this.#source[this.#at++]
      }
    }
  }

  #isEscape(ahead: number): boolean {
    return this.#code(ahead) === 92 && this.#code(ahead + 1) !== -1 && !isNewline(this.#code(ahead + 1))
  }

  #startsIdent(ahead: number): boolean {
    const code = this.#code(ahead)
    if (code === 45) {
      return isNameStart(this.#code(ahead + 1)) || this.#code(ahead + 1) === 45 || this.#isEscape(ahead + 1)
    }
    return (code !== -1 && isNameStart(code)) || this.#isEscape(ahead)
  }

  #startsNumber(): boolean {
    const code = this.#code()
    const sign = code === 43 || code === 45 ? 1 : 0
    if (isDigit(this.#code(sign))) return true
    return this.#code(sign) === 46 && isDigit(this.#code(sign + 1))
  }

  // The backslash is at the current position. Reads it and what it stands for.
  #escape(): string {
    this.#at++
    let digits = ''
    while (digits.length < 6 && isHex(this.#code())) digits += this.#source[this.#at++]
    if (!digits) {
      const point = this.#source.codePointAt(this.#at) ?? 0xfffd
      this.#at += point > 0xffff ? 2 : 1
      return String.fromCodePoint(point)
    }
    if (this.#code() === 13 && this.#code(1) === 10) this.#at += 2
    else if (isSpace(this.#code())) this.#at++
    const point = Number.parseInt(digits, 16)
    const usable = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    return usable ? String.fromCodePoint(point) : '\ufffd'
  }

  #name(): string {
    let start = this.#at
    let name = ''
    for (;;) {
      const code = this.#code()
      if (code !== -1 && isName(code)) {
        this.#at++
      } else if (this.#isEscape(0)) {
        name += this.#source.slice(start, this.#at) + this.#escape()
        start = this.#at
      } else {
        return name + this.#source.slice(start, this.#at)
      }
    }
  }

  #numeric(): CssToken {
    const start = this.#at
    if (this.#code() === 43 || this.#code() === 45) this.#at++
    while (isDigit(this.#code())) this.#at++
    if (this.#code() === 46 && isDigit(this.#code(1))) {
      this.#at++
      while (isDigit(this.#code())) this.#at++
    }
    const exponent = this.#code() === 101 || this.#code() === 69
    const sign = this.#code(1) === 43 || this.#code(1) === 45 ? 2 : 1
    if (exponent && isDigit(this.#code(sign))) {
      this.#at += sign
      while (isDigit(this.#code())) this.#at++
    }
    const repr = this.#source.slice(start, this.#at)
    const number = Number(repr)
    if (this.#code() === 37) {
      this.#at++
      return { type: 'percentage', value: '%', number, repr }
    }
    if (this.#startsIdent(0)) return { type: 'dimension', value: this.#name().toLowerCase(), number, repr }
    return { type: 'number', value: '', number, repr }
  }

  #atKeyword(): CssToken {
    this.#at++
    if (!this.#startsIdent(0)) return { type: 'delim', value: '@' }
    return { type: 'at-keyword', value: this.#name().toLowerCase() }
  }

  #identLike(): CssToken {
    const name = this.#name()
    if (this.#code() !== 40) return { type: 'ident', value: name }
    this.#at++
    const lower = name.toLowerCase()
    if (lower !== 'url') return { type: 'function', value: lower }
    let ahead = 0
    while (isSpace(this.#code(ahead))) ahead++
    this.#at += ahead
    const quote = this.#code()
    return quote === 34 || quote === 39 ? this.#quotedUrl(quote) : this.#bareUrl()
  }

  // url("...") is a function in the standard. Here it is a url like the other, or bad if it holds anything but the string.
  #quotedUrl(quote: number): CssToken {
    const string = this.#string(quote)
    while (isSpace(this.#code())) this.#at++
    if (string.type !== 'string' || this.#code() !== 41) return { type: 'bad', value: string.value }
    this.#at++
    return { type: 'url', value: string.value }
  }

  #bareUrl(): CssToken {
    let value = ''
    for (;;) {
      const code = this.#code()
      if (code === 41 || code === -1) {
        this.#at++
        return { type: code === -1 ? 'bad' : 'url', value }
      }
      if (isSpace(code)) {
        while (isSpace(this.#code())) this.#at++
        if (this.#code() === 41) continue
        return this.#restOfBadUrl(value)
      }
      if (code === 34 || code === 39 || code === 40) return this.#restOfBadUrl(value)
      if (code === 92) {
        if (!this.#isEscape(0)) return this.#restOfBadUrl(value)
        value += this.#escape()
      } else {
        value += this.#source[this.#at++]
      }
    }
  }

  #restOfBadUrl(value: string): CssToken {
    while (this.#code() !== 41 && this.#code() !== -1) {
      if (this.#isEscape(0)) this.#escape()
      else this.#at++
    }
    this.#at++
    return { type: 'bad', value }
  }
}
