// Writes CSS tokens as text that every CSS parser reads as these very tokens again.
import { isDelim } from './css-token-lists.js'
import type { CssToken } from './css-tokens.js'
import { wordSet } from './words.js'

const NEEDS_ESCAPE = /[^a-zA-Z0-9_\-\u0080-\uffff]/gu

/** Text of a token list. Anything unusual in a name or string is written as an escape. */
export function writeTokens(tokens: readonly CssToken[]): string {
  let text = ''
  let previous: CssToken | undefined
  for (const token of tokens) {
    if (token.type === 'whitespace' && previous?.type === 'whitespace') continue
    // Where a comment stood between two tokens, or a number is followed by a name, writing them side by side would join them.
    if (previous && joins(previous, token)) text += ' '
    text += writeToken(token)
    previous = token
  }
  return text
}

/** Text of one token. */
function writeToken(token: CssToken): string {
  switch (token.type) {
    case 'ident':
      return writeName(token.value)
    case 'function':
      return `${writeName(token.value)}(`
    case 'at-keyword':
      return `@${writeName(token.value)}`
    case 'hash':
      return `#${escapeName(token.value)}`
    case 'string':
      return writeString(token.value)
    case 'url':
      return `url(${writeString(token.value)})`
    case 'number':
    case 'percentage':
      return `${token.repr}${token.value}`
    case 'dimension':
      // `1e3` as number 1 with unit e3 would be read as a number: the unit's first letter is escaped.
      return `${token.repr}${/^e-?\d/i.test(token.value) ? `\\65 ${escapeName(token.value.slice(1))}` : writeName(token.value)}`
    default:
      return token.value
  }
}

/** A name as an identifier. */
export function writeName(name: string): string {
  const escaped = escapeName(name)
  if (/^-?\d/.test(escaped) || escaped === '-') {
    const at = escaped.startsWith('-') && escaped.length > 1 ? 1 : 0
    return `${escaped.slice(0, at)}${escapeCharacter(escaped.charAt(at))}${escaped.slice(at + 1)}`
  }
  return escaped
}

function escapeName(name: string): string {
  return name.replace(NEEDS_ESCAPE, escapeCharacter)
}

function writeString(value: string): string {
  // `<` is escaped too, so that no style sheet can end the element that holds it.
  return `"${value.replace(/["\\<\p{Cc}]/gu, escapeCharacter)}"`
}

function escapeCharacter(character: string): string {
  return `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `
}

const WORDY: ReadonlySet<string> = wordSet('ident.function.at-keyword.hash.url.number.percentage.dimension')
const NUMERIC: ReadonlySet<string> = wordSet('number.percentage.dimension')

function joins(left: CssToken, right: CssToken): boolean {
  switch (left.type) {
    case 'ident':
    case 'at-keyword':
    case 'hash':
      return WORDY.has(right.type) || isDelim(right, '-', '(')
    case 'dimension':
    case 'number':
      return WORDY.has(right.type) || isDelim(right, '%', '-')
    case 'delim':
      if ('#@-\\'.includes(left.value)) return WORDY.has(right.type) || isDelim(right, '-')
      if (left.value === '/') return isDelim(right, '*')
      return (left.value === '.' || left.value === '+') && NUMERIC.has(right.type)
    default:
      return false
  }
}
