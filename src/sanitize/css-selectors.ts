// Filters selectors: names are prefixed like the ids they mean, and nothing may reach out of the shadow root that the style
// sheet will live in.
import { isBalanced, isDelim, splitAt, trimSpace } from './css-token-lists.js'
import type { CssToken } from './css-tokens.js'
import type { CssContext } from './css-values.js'
import { writeTokens } from './css-write.js'
import { wordSet } from './words.js'

/** Pseudo-classes and -elements that look at the output only. Left out: :host, ::slotted, ::part, :visited, scroll bars and the like. */
const PSEUDOS: ReadonlySet<string> = wordSet(
  'active.after.any-link.before.checked.default.dir.disabled.empty.enabled.even.first-child.first-letter.' +
    'first-line.first-of-type.focus.focus-visible.focus-within.has.hover.indeterminate.is.lang.last-child.' +
    'last-of-type.link.marker.not.nth-child.nth-last-child.nth-last-of-type.nth-of-type.only-child.' +
    'only-of-type.open.optional.placeholder.read-only.root.scope.selection.target.where',
)
const FUNCTIONS: ReadonlySet<string> = wordSet(
  'dir has is lang not nth-child nth-last-child nth-last-of-type nth-of-type where',
)

/** Where the root of a document would be: the element that holds the output in its shadow root. */
export const OUTPUT_CLASS = 'nbtrust-output'
const ROOT: readonly CssToken[] = [
  { type: 'delim', value: '.' },
  { type: 'ident', value: OUTPUT_CLASS },
]

/** How many `:has()` an output may have: for each, browsers look from every element at all it holds. */
export const MOST_HAS = 20

/** The selectors of a list that may stay, as text; empty if none. Linear; never throws. */
export function filterSelectors(tokens: readonly CssToken[], css: CssContext): string {
  return splitAt(',', tokens)
    .map((selector) => filterSelector(selector, css))
    .filter((text) => text !== undefined && text !== '')
    .join(', ')
}

function filterSelector(tokens: readonly CssToken[], { prefixed, has }: CssContext): string | undefined {
  const kept: CssToken[] = []
  let named = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    switch (token.type) {
      case 'bad':
      case 'url':
      case 'at-keyword':
        return undefined
      case 'function':
        if (!FUNCTIONS.has(token.value)) return undefined
        if (token.value === 'has' && ++has.count > MOST_HAS) return undefined
        break
      case 'hash':
        kept.push({ type: 'hash', value: prefixed(token.value) })
        continue
      case 'delim': {
        if (!'.:>+~*[]()=^$|,-'.includes(token.value)) return undefined
        if (token.value !== ':') break
        const double = isDelim(tokens[at + 1], ':')
        const name = tokens[double ? at + 2 : at + 1]
        if (name?.type === 'function') break
        const word = name?.type === 'ident' ? name.value.toLowerCase() : ''
        if (!PSEUDOS.has(word)) return undefined
        // In Chromium `:not(:scope)` is the host, which is the page's.
        if (word === 'root' || word === 'scope') {
          kept.push(...ROOT)
          at++
          continue
        }
        break
      }
      case 'ident':
        // The values of [id], [for] and [name] have the prefix, too.
        if (isDelim(kept.at(-1), '[')) named = /^(?:id|for|name)$/i.test(token.value)
        break
      case 'string':
        if (named && startsValue(kept)) {
          kept.push({ type: 'string', value: prefixed(token.value) })
          continue
        }
        break
      default:
    }
    kept.push(token)
  }
  return isBalanced(kept) ? writeTokens(trimSpace(kept)) : undefined
}

// `=` or `^=`; the others look inside the value, where the prefix does not matter.
function startsValue(kept: readonly CssToken[]): boolean {
  if (!isDelim(kept.at(-1), '=')) return false
  const before = kept.at(-2)
  return before?.type === 'ident' || isDelim(before, '^')
}
