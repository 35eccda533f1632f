// Filters style attributes and remembers the answers: a table of a thousand rows repeats the same few declarations.
import { type DroppedDeclaration, filterDeclarations } from './css-declarations.js'
import type { CssContext } from './css-values.js'
import type { Limits } from './limits.js'

export type { CssContext } from './css-values.js'

/** What is left of a style attribute, and what is not. */
export interface FilteredStyle {
  readonly text: string
  readonly dropped: readonly DroppedDeclaration[]
}

const REMEMBERED = 5_000
const TOO_LONG: FilteredStyle = Object.freeze({
  text: '',
  dropped: Object.freeze([{ property: 'style', reason: 'over the limit' as const }]),
})

/** Writes declarations as the browser would, and gives them back as it wrote them. */
export type StyleWriter = (declarations: string) => string

/** A filter for style attributes that answers the same question once. The memory is the run's, not the module's. */
export function memoizedStyles(
  context: CssContext,
  limits: Limits,
  write: StyleWriter,
): (source: string) => FilteredStyle {
  const known = new Map<string, FilteredStyle>()
  return (source) => {
    const before = known.get(source)
    if (before) return before
    if (source.length > limits.declarations) return TOO_LONG
    const { text, dropped } = filterDeclarations(source, context)
    const filtered = { text: settle(text, context, write), dropped }
    if (known.size < REMEMBERED) known.set(source, filtered)
    return filtered
  }
}

const ROUNDS = 4

// A browser joins and splits declarations as it writes them, not always into what it would write of that again. What stays is a
// text that passes the filter unchanged and that the browser leaves as it is.
function settle(declarations: string, context: CssContext, write: StyleWriter): string {
  let text = declarations
  for (let round = 0; round < ROUNDS && text !== ''; round++) {
    const written = filterDeclarations(write(text), context).text
    if (written === text) return text
    text = written
  }
  return ''
}
