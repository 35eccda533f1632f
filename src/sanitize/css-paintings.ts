// Counts how often one declaration has a box painted: each shadow, each layer of a background and each filter is once more. Fifty
// filters on ten boxes make a browser stop for seconds.
import { bracketStep, splitAt } from './css-token-lists.js'
import type { CssToken } from './css-tokens.js'

const LAYERED = /^(?:background|box-shadow|mask|text-shadow)/
const MOST_LAYERS = 100
const MOST_FILTERS = 8

/** Whether the value has more painted than a page can bear. Linear. */
export function paintsTooOften(property: string, tokens: readonly CssToken[]): boolean {
  if (property !== 'filter') return LAYERED.test(property) && splitAt(',', tokens).length > MOST_LAYERS
  let depth = 0
  let filters = 0
  for (const token of tokens) {
    if (depth === 0 && (token.type === 'function' || token.type === 'url')) filters++
    depth += bracketStep(token)
  }
  return filters > MOST_FILTERS
}
