// Decides whether a CSS value is harmless: known functions only, no address but a checked image or `#name`, no number
// that is absurd, and outside a clipped box nothing negative.

import { paintsTooOften } from './css-paintings.js'
import {
  CSS_FUNCTIONS,
  CSS_KEYWORDS,
  CSS_MATH,
  CSS_PROPERTIES,
  IMAGE_PROPERTIES,
  type PropertySurface,
  REFERRING_PROPERTIES,
  SIGNED_PROPERTIES,
} from './css-properties.js'
import { largestNumber } from './css-sizes.js'
import { trimSpace } from './css-token-lists.js'
import type { CssToken } from './css-tokens.js'
import { writeTokens } from './css-write.js'
import type { RemovalReason } from './removal.js'
import { wordSet } from './words.js'

/** What a value is checked against. */
export interface CssContext {
  readonly surface: PropertySurface
  /** Put before names in `url(#name)`. */
  readonly prefixed: (name: string) => string
  /** The address of an image if it may be shown, as it is to be written. */
  readonly image: (address: string) => string | undefined
  /** The host of an address that would be loaded. */
  readonly host: (address: string) => string | undefined
  /** In a style sheet, where nobody counts the corners of the lines that a rule is for. */
  readonly sheet?: true
  /** How many `:has()` there were so far in all style sheets. */
  readonly has: { count: number }
}

/** A value as it may be written, or why not. */
export type CheckedValue =
  | { readonly text: string }
  | { readonly reason: RemovalReason; readonly host?: string | undefined }

/** Checks the value of a property whose name is in `CSS_PROPERTIES` or begins with `--`. Never throws. */
export function checkValue(property: string, tokens: readonly CssToken[], context: CssContext): CheckedValue {
  const custom = property.startsWith('--')
  if (!custom) {
    const surface = CSS_PROPERTIES.get(property)
    if (!surface || (surface === 'contained' && context.surface !== 'contained')) {
      return { reason: 'restyles the page' }
    }
  }
  const trimmed = trimSpace(tokens)
  const keywords = CSS_KEYWORDS.get(property)
  if (keywords) return checkKeyword(trimmed, keywords, context)
  return checkTokens(property, trimmed, context)
}

function checkKeyword(
  tokens: readonly CssToken[],
  keywords: ReadonlyMap<string, PropertySurface>,
  context: CssContext,
): CheckedValue {
  const words: string[] = []
  for (const token of tokens) {
    if (token.type === 'whitespace') continue
    const word = token.type === 'ident' ? token.value.toLowerCase() : token.value
    const surface = token.type === 'ident' ? keywords.get(word) : undefined
    const important = word === '!' || word === 'important'
    if (!important && (!surface || (surface === 'contained' && context.surface !== 'contained'))) {
      return { reason: 'restyles the page' }
    }
    words.push(word)
  }
  return words.length ? { text: words.join(' ').replace('! important', '!important') } : REFUSED
}

/** What is on no list. */
export const REFUSED: CheckedValue = { reason: 'not on the allow-list' }

const OPENING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
])

function checkTokens(property: string, tokens: readonly CssToken[], context: CssContext): CheckedValue {
  if (!tokens.length) return REFUSED
  const contained = context.surface === 'contained'
  const kept: CssToken[] = []
  const closing: string[] = []
  // Whether each open bracket, or one around it, is of a function in which a negative number stays where the box is.
  const inside: boolean[] = []
  for (const token of tokens) {
    switch (token.type) {
      case 'bad':
      case 'at-keyword':
        return REFUSED
      case 'url': {
        const url = checkUrl(property, token.value, context)
        if ('reason' in url) return url
        kept.push({ type: 'url', value: url.text })
        continue
      }
      case 'function': {
        const refused = checkFunction(property, token.value, context)
        if (refused) return refused
        closing.push(')')
        inside.push(inside.at(-1) || !CSS_MATH.has(token.value))
        break
      }
      case 'delim': {
        const close = OPENING.get(token.value)
        if (close) {
          closing.push(close)
          inside.push(true)
        } else if (token.value === ')' || token.value === ']') {
          if (closing.pop() !== token.value) return REFUSED
          inside.pop()
        } else if (!'!,/*+-<>=.%?#:'.includes(token.value)) {
          return REFUSED
        }
        break
      }
      case 'number':
      case 'percentage':
      case 'dimension': {
        const number = token.number ?? Number.NaN
        const limit = largestNumber(token.value, { property, after: lastOf(kept), contained })
        if (limit === undefined || !(Math.abs(number) <= limit)) return { reason: 'restyles the page' }
        const free = contained || SIGNED_PROPERTIES.has(property) || inside.at(-1)
        if (number < 0 && !free) return { reason: 'restyles the page' }
        break
      }
      default:
    }
    kept.push(token)
  }
  if (paintsTooOften(property, kept)) return { reason: 'over the limit' }
  // A value that is left open would swallow the declarations written after it.
  return closing.length ? REFUSED : { text: writeTokens(kept) }
}

function lastOf(tokens: readonly CssToken[]): CssToken | undefined {
  return tokens.findLast(({ type }) => type !== 'whitespace')
}

function checkFunction(property: string, name: string, context: CssContext): CheckedValue | undefined {
  if (name === 'attr' && property === 'content' && context.surface === 'contained') return undefined
  if (LOADING.has(name)) return { reason: 'loads remote content' }
  if (!CSS_FUNCTIONS.has(name)) return REFUSED
  if (context.surface === 'contained') return undefined
  // Without a clipped box a computed length may be negative, and drop-shadow paints outside.
  const sizes =
    !property.includes('color') && property !== 'background' && property !== 'fill' && property !== 'stroke'
  if (CSS_MATH.has(name) && name !== 'var' && sizes) return { reason: 'restyles the page' }
  if (name === 'var' && sizes && !VARIABLE.test(property)) {
    return { reason: 'restyles the page' }
  }
  return undefined
}

// Whose variables are colours and names, mostly; a number in a variable is bounded where it is declared.
const VARIABLE = /^(?:border|font-(?!size))/

/** Functions that fetch. */
const LOADING: ReadonlySet<string> = wordSet(
  'url.src.image.image-set.-webkit-image-set.cross-fade.-webkit-cross-fade',
)

function checkUrl(
  property: string,
  address: string,
  context: CssContext,
): { readonly text: string } | { readonly reason: RemovalReason; readonly host?: string | undefined } {
  if (address.startsWith('#') && REFERRING_PROPERTIES.has(property)) {
    if (context.sheet && /^marker(?:-mid)?$/.test(property)) return { reason: 'over the limit' }
    // What is percent-encoded wrongly, each browser takes for another name.
    return address.includes('%') ? REFUSED : { text: `#${context.prefixed(address.slice(1))}` }
  }
  const image = IMAGE_PROPERTIES.has(property) ? context.image(address) : undefined
  if (image !== undefined) return { text: image }
  return { reason: 'loads remote content', host: context.host(address) }
}
