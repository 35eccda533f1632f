// Filters style attributes and remembers the answers: a table of a thousand rows repeats the same few declarations.
import { type DroppedDeclaration, type FilteredDeclarations, filterDeclarations } from './css-declarations.js'
import type { CssContext } from './css-values.js'
import type { Limits } from './limits.js'

export type { CssContext } from './css-values.js'

import { wordSet } from './words.js'

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
  const whole = new Map<string, FilteredStyle>()
  const parts = new Map<string, FilteredDeclarations>()
  const filterPart = (source: string): FilteredDeclarations =>
    remembered(parts, source, () => filterDeclarations(source, context))
  return (source) => {
    if (source.length > limits.declarations) return TOO_LONG
    return remembered(whole, source, () => {
      const { text, dropped } = joinParts(splitSimple(source).map(filterPart))
      return { text: mayUnsettle(text) ? settle(text, context, write) : text, dropped }
    })
  }
}

function remembered<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  if (memory.size < REMEMBERED) memory.set(key, made)
  return made
}

// Declarations without quotes, brackets, escapes and comments end at every semicolon, so each can be remembered by itself.
function splitSimple(source: string): readonly string[] {
  return /["'()[\]{}\\/]/.test(source) ? [source] : source.split(';')
}

function joinParts(parts: readonly FilteredDeclarations[]): FilteredDeclarations {
  const [only] = parts
  if (only && parts.length === 1) return only
  const texts = parts.map(({ text }) => text).filter((text) => text !== '')
  return { text: texts.join(' '), dropped: parts.flatMap(({ dropped }) => dropped) }
}

// Browsers join and split declarations only where a shorthand meets another of its family: `border` and `border-left`.
function mayUnsettle(text: string): boolean {
  const families = new Set<string>()
  for (const declaration of text.split('; ')) {
    const property = declaration.slice(0, declaration.indexOf(':'))
    const dash = property.indexOf('-', 1)
    const family = dash < 0 ? property : property.slice(0, dash)
    if (families.has(family) || UNSETTLED.has(property)) return true
    families.add(family)
  }
  return false
}

const UNSETTLED: ReadonlySet<string> = wordSet('all.animation.background.columns.font.grid.mask.transition')

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
