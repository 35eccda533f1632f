// Counts how often one declaration has a box painted, and how much text it adds to every element: each shadow, each layer of a
// background and each filter is once more. Fifty filters on ten boxes make a browser stop for seconds.
import { bracketStep, splitAt } from './css-token-lists.js'
import type { CssToken } from './css-tokens.js'

const LAYERED = /^(?:background|box-shadow|mask|text-shadow)/
const MOST_LAYERS = 100
const MOST_SHADOWS = 20
const MOST_FILTERS = 8
const ADDS_TEXT = /^(?:content|list-style|quotes|text-emphasis(?!-color)|text-overflow)/
const MOST_TEXT = 200

/** Whether the value has more painted than a page can bear. Linear. */
export function paintsTooOften(property: string, tokens: readonly CssToken[]): boolean {
  if (ADDS_TEXT.test(property)) return textOf(property, tokens) > MOST_TEXT
  if (property !== 'filter') {
    const most = property.endsWith('shadow') ? MOST_SHADOWS : MOST_LAYERS
    return LAYERED.test(property) && splitAt(',', tokens).length > most
  }
  let depth = 0
  let filters = 0
  for (const token of tokens) {
    if (depth === 0 && (token.type === 'function' || token.type === 'url')) filters++
    depth += bracketStep(token)
  }
  return filters > MOST_FILTERS
}

// About how many letters it adds. A string in `counters()` stands between the numbers of all levels, one for emphasis at every
// letter, a quotation mark wherever `open-quote` does, and nobody knows how much a variable holds, or an attribute for `counters()`.
function textOf(property: string, tokens: readonly CssToken[]): number {
  const times = property === 'quotes' ? 8 : property.startsWith('text-e') ? 50 : 1
  let counters = false
  let length = 0
  for (const { type, value } of tokens) {
    if (type === 'string') length += value.length * (counters ? 50 : times)
    if (type === 'ident') length += 5
    if (type === 'function') {
      length += counters || value === 'var' ? Number.POSITIVE_INFINITY : 20
      counters = value === 'counters'
    }
    if (type === 'delim' && value === ')') counters = false
  }
  return length
}
