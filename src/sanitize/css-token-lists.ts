// Small questions about lists of CSS tokens that every filter of CSS asks.
import type { CssToken } from './css-tokens.js'

/** Whether a token is one of these signs. */
export function isDelim(token: CssToken | undefined, ...signs: readonly string[]): boolean {
  return token?.type === 'delim' && signs.includes(token.value)
}

/** 1 where a token opens brackets, -1 where it closes them. */
export function bracketStep(token: CssToken | undefined): number {
  if (token?.type === 'function' || isDelim(token, '(', '[', '{')) return 1
  return isDelim(token, ')', ']', '}') ? -1 : 0
}

/** A list cut at every `separator` that is not inside brackets. */
export function splitAt(separator: string, tokens: readonly CssToken[]): readonly (readonly CssToken[])[] {
  const parts: CssToken[][] = []
  let part: CssToken[] = []
  let depth = 0
  for (const token of tokens) {
    depth = Math.max(0, depth + bracketStep(token))
    if (depth > 0 || !isDelim(token, separator)) {
      part.push(token)
    } else {
      parts.push(part)
      part = []
    }
  }
  return [...parts, part]
}

/** A list without the white space around it. */
export function trimSpace(tokens: readonly CssToken[]): readonly CssToken[] {
  let start = 0
  let end = tokens.length
  while (tokens[start]?.type === 'whitespace') start++
  while (end > start && tokens[end - 1]?.type === 'whitespace') end--
  return start === 0 && end === tokens.length ? tokens : tokens.slice(start, end)
}

/** Whether each bracket is closed by its own. */
export function isBalanced(tokens: readonly CssToken[]): boolean {
  const open: string[] = []
  for (const token of tokens) {
    if (token.type === 'function' || isDelim(token, '(')) open.push(')')
    else if (isDelim(token, '[')) open.push(']')
    else if (isDelim(token, ')', ']') && open.pop() !== token.value) return false
  }
  return open.length === 0
}
