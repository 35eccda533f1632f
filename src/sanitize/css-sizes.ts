// How large a number in a CSS value may be. What multiplies has narrow bounds everywhere, and where no box of ours clips and scrolls
// the content, so has everything that makes it higher or paints outside of it.
import { CSS_UNITS } from './css-properties.js'
import type { CssToken } from './css-tokens.js'

// A line's height multiplies, by the font's size and by the number of lines.
const LINE_HEIGHTS: ReadonlyMap<string, number> = new Map([
  ['', 20],
  ['%', 1000],
  ['em', 20],
  ['pt', 200],
  ['px', 300],
  ['rem', 20],
])

// How far a filter or a shadow reaches from each pixel.
const FILTER_REACH: ReadonlyMap<string, number> = new Map([
  ['em', 8],
  ['px', 100],
  ['rem', 8],
])

// A factor on the font's size.
const SIZE_ADJUST: ReadonlyMap<string, number> = new Map([['', 2]])

// What these add to a box, it adds to the page.
const ADDS_HEIGHT = /^(?:--|border(?!.*radius)|font|margin|padding|text|vertical-align)/
const ADDED: ReadonlyMap<string, number> = new Map([
  ['cm', 10],
  ['in', 4],
  ['mm', 100],
  ['pt', 300],
  ['px', 400],
  ['q', 400],
])
/** Of all other units of length: `em` and the hundredths of a window. */
const ADDED_OTHER = 25
const NO_LENGTH: ReadonlySet<string> = new Set([
  '',
  '%',
  'deg',
  'dppx',
  'fr',
  'grad',
  'ms',
  'rad',
  's',
  'turn',
])

/** Where a number stands. */
export interface NumberPlace {
  readonly property: string
  /** The token before it, without white space. */
  readonly after: CssToken | undefined
  /** Inside a box that clips and scrolls. */
  readonly contained: boolean
}

/** The largest absolute value of a number with this unit, undefined if none may stand there. */
export function largestNumber(unit: string, { property, after, contained }: NumberPlace): number | undefined {
  const slash = after?.type === 'delim' && after.value === '/'
  if (property === 'line-height' || (property === 'font' && slash)) return LINE_HEIGHTS.get(unit)
  if (property === 'font-size-adjust') return SIZE_ADJUST.get(unit)
  if (/^filter$|-shadow$/.test(property) && !NO_LENGTH.has(unit)) return FILTER_REACH.get(unit)
  const limit = CSS_UNITS.get(unit)
  if (limit === undefined || contained || NO_LENGTH.has(unit) || !ADDS_HEIGHT.test(property)) return limit
  const added = Math.min(limit, ADDED.get(unit) ?? ADDED_OTHER)
  // Lines on and under text are thinner than the text is high.
  return property.startsWith('text') ? added / 20 : added
}
