// Filters a style sheet for the shadow root of its output: rules with harmless selectors and declarations, inside @media,
// @supports, @container and @layer. Everything else goes: @import and @font-face load, @property and @namespace reach further.
import type { DroppedDeclaration } from './css-declarations.js'
import { filterDeclarationTokens } from './css-declarations.js'
import { filterSelectors, MOST_HAS } from './css-selectors.js'
import { isBalanced, isDelim } from './css-token-lists.js'
import { type CssToken, tokenizeCss } from './css-tokens.js'
import type { CssContext } from './css-values.js'
import { writeTokens } from './css-write.js'
import { wordSet } from './words.js'

/** What is left of a style sheet, and what is not. */
export interface FilteredSheet {
  readonly css: string
  readonly dropped: readonly DroppedDeclaration[]
}

const CONDITIONAL: ReadonlySet<string> = wordSet('media.supports.container.layer.scope')
const LOADING: ReadonlySet<string> = wordSet('import.font-face.document.-moz-document')
const MAX_NESTING = 8

/** Filters the text of a style element whose media attribute is `media`. Linear; never throws. */
export function filterStyleSheet(
  source: string,
  { css, media = '' }: { css: CssContext; media?: string },
): FilteredSheet {
  const dropped: DroppedDeclaration[] = []
  // Old pages hide a style sheet from older browsers in an HTML comment.
  const text = source.replace('<!--', '').replace('-->', '')
  const kept = filterRules(tokenizeCss(text), { css: { ...css, sheet: true }, dropped, nesting: 0 })
  const condition = filterCondition(tokenizeCss(media))
  if (kept === '' || condition === undefined) return { css: '', dropped }
  return { css: condition === '' ? kept : `@media ${condition} {\n${kept}\n}`, dropped }
}

interface SheetContext {
  readonly css: CssContext
  readonly dropped: DroppedDeclaration[]
  readonly nesting: number
}

function filterRules(tokens: readonly CssToken[], context: SheetContext): string {
  const kept: string[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token?.type === 'whitespace' || isDelim(token, ';', '}')) {
      at++
      continue
    }
    const rule = readRule(tokens, at)
    at = rule.end
    const text =
      token?.type === 'at-keyword' ? filterAtRule(token.value, rule, context) : filterRule(rule, context)
    if (text !== '') kept.push(text)
  }
  return kept.join('\n')
}

interface Rule {
  readonly prelude: readonly CssToken[]
  readonly block: readonly CssToken[] | undefined
  readonly end: number
}

// From `start` to the end of the rule: `prelude { block }` or `prelude;`.
function readRule(tokens: readonly CssToken[], start: number): Rule {
  let at = start
  const isAt = tokens[start]?.type === 'at-keyword'
  while (at < tokens.length && !isDelim(tokens[at], '{')) {
    if (isAt && isDelim(tokens[at], ';'))
      return { prelude: tokens.slice(start, at), block: undefined, end: at + 1 }
    at++
  }
  const prelude = tokens.slice(start, at)
  if (at >= tokens.length) return { prelude, block: undefined, end: at }
  let depth = 0
  const open = at
  for (; at < tokens.length; at++) {
    if (isDelim(tokens[at], '{')) depth++
    else if (isDelim(tokens[at], '}') && --depth === 0) break
  }
  return { prelude, block: tokens.slice(open + 1, at), end: at + 1 }
}

function filterRule({ prelude, block }: Rule, context: SheetContext): string {
  if (!block) return ''
  const { has } = context.css
  const before = has.count
  const selectors = filterSelectors(prelude, context.css)
  const exceeded = has.count > Math.max(before, MOST_HAS)
  const { text, dropped } = filterDeclarationTokens(block, context.css)
  // One by one: a call has room for some ten thousand arguments.
  for (const one of dropped) context.dropped.push(one)
  if (exceeded || selectors === '') {
    context.dropped.push({ property: 'selector', reason: exceeded ? 'over the limit' : 'restyles the page' })
  }
  if (selectors === '') return ''
  return text === '' ? '' : `${selectors} { ${text} }`
}

function filterAtRule(name: string, { prelude, block }: Rule, context: SheetContext): string {
  if (name === 'charset') return ''
  if (!CONDITIONAL.has(name) || !block || context.nesting >= MAX_NESTING || name === 'scope') {
    const reason = LOADING.has(name) ? 'loads remote content' : 'not on the allow-list'
    const address = [...prelude, ...(block ?? [])].find(
      (token) => token.type === 'url' || token.type === 'string',
    )
    context.dropped.push({ property: `@${name}`, reason, host: address && context.css.host(address.value) })
    return ''
  }
  const condition = filterCondition(prelude.slice(1))
  const inside = filterRules(block, { ...context, nesting: context.nesting + 1 })
  return inside === '' || condition === undefined ? '' : `@${name} ${condition} {\n${inside}\n}`
}

// A condition asks about the screen or the browser; it can hold names, numbers and brackets, and no address.
function filterCondition(tokens: readonly CssToken[]): string | undefined {
  const harmless = tokens.every(({ type, value }) =>
    type === 'delim' ? '(),:<>=/.-*'.includes(value) : !IN_NO_CONDITION.has(type),
  )
  return harmless && isBalanced(tokens) ? writeTokens(tokens).trim() : undefined
}

const IN_NO_CONDITION: ReadonlySet<string> = wordSet('at-keyword.bad.string.url')
