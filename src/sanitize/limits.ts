// How much untrusted content is looked at before it is withheld. Parsers and sanitizers are quadratic in depth and in
// attributes per tag, so these hold before any of them sees the input.

/** Bounds on one piece of untrusted content. Lengths are UTF-16 units. */
export interface Limits {
  /** Length of the input. */
  readonly length: number
  /** Start tags in the input, and elements after parsing. */
  readonly tags: number
  /** Elements inside each other. Chromium's own parser flattens at 512. */
  readonly depth: number
  /** Attributes of one tag. */
  readonly attributes: number
  /** Elements that a parser makes of unclosed formatting tags, which it opens again in every block. */
  readonly reopened: number
  /** Commas in one srcset. Firefox's parser compares each candidate with all before it. */
  readonly candidates: number
  /** Comments in the input. WebKit's parser is quadratic in those that stand side by side. */
  readonly comments: number
  /** Angle brackets in the input that begin nothing. WebKit's parser takes microseconds for each. */
  readonly brackets: number
  /** Length of one style attribute. */
  readonly declarations: number
  /** Length of one style sheet. */
  readonly styles: number
  /** Differently styled runs in terminal output. */
  readonly runs: number
  /** Length of one formula. */
  readonly formula: number
  /** Length of all formulas in one piece of text. */
  readonly formulaText: number
  /** Formulas in one piece of text. */
  readonly formulas: number
  /** Block quotes, lists and emphasis inside each other in Markdown: marked recurses once for each. */
  readonly nesting: number
  /** Elements that an SVG's references stand for, all counted. */
  readonly references: number
}

/** The limits that apply unless smaller ones are handed in. */
export const LIMITS: Limits = Object.freeze({
  length: 32 * 1024 * 1024,
  tags: 250_000,
  depth: 256,
  attributes: 256,
  reopened: 500_000,
  candidates: 1_000,
  comments: 10_000,
  brackets: 100_000,
  declarations: 64 * 1024,
  styles: 1024 * 1024,
  runs: 100_000,
  formula: 5_000,
  formulaText: 20_000,
  formulas: 1_000,
  nesting: 64,
  references: 50_000,
})

/** How many places of tables the cells of an output may stretch over together. */
export const MOST_PLACES = 100_000

/** The given limits, each no larger than ours. Never throws; what is not a number counts as ours. */
export function limitsWith(changes: Partial<Limits> | undefined): Limits {
  if (!changes) return LIMITS
  const limits: { -readonly [Name in keyof Limits]: number } = { ...LIMITS }
  for (const name of Object.keys(LIMITS) as (keyof Limits)[]) {
    const value = changes[name]
    if (typeof value === 'number' && value < limits[name]) limits[name] = value
  }
  return Object.freeze(limits)
}
