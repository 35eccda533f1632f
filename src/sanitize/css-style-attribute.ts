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

/** A filter for style attributes that answers the same question once. The memory is the run's, not the module's. */
export function memoizedStyles(context: CssContext, limits: Limits): (source: string) => FilteredStyle {
  const known = new Map<string, FilteredStyle>()
  return (source) => {
    const before = known.get(source)
    if (before) return before
    if (source.length > limits.declarations) return TOO_LONG
    const filtered = filterDeclarations(source, context)
    if (known.size < REMEMBERED) known.set(source, filtered)
    return filtered
  }
}
