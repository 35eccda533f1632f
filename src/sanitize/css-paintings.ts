// Counts how often one declaration has a box painted: each shadow, each layer of a background and each filter is once more. Fifty
// filters on ten boxes make a browser stop for seconds.
import type { CssToken } from './css-tokens.js'

const LAYERED = /^(?:background|box-shadow|mask|text-shadow)/
const MOST_LAYERS = 100
const MOST_FILTERS = 8

/** Whether the value has more painted than a page can bear. Linear. */
export function paintsTooOften(property: string, tokens: readonly CssToken[]): boolean {
  if (property === 'filter') return count(tokens, isFunction) > MOST_FILTERS
  return LAYERED.test(property) && count(tokens, isComma) >= MOST_LAYERS
}

// Outside of brackets only: a colour and a gradient have commas of their own.
function count(tokens: readonly CssToken[], counted: (token: CssToken) => boolean): number {
  let depth = 0
  let found = 0
  for (const token of tokens) {
    if (depth === 0 && counted(token)) found++
    if (token.type === 'function' || (token.type === 'delim' && token.value === '(')) depth++
    else if (token.type === 'delim' && token.value === ')') depth--
  }
  return found
}

const isFunction = ({ type }: CssToken): boolean => type === 'function' || type === 'url'
const isComma = ({ type, value }: CssToken): boolean => type === 'delim' && value === ','
