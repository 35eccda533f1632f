// Bounds what the macros of one text may grow its formulas to. KaTeX counts how often it expands a macro, but one expansion may be
// as long as the author likes: `\def\a{…}` of 2,500 letters, used 400 times, is a million letters to set.

/** How much may still be set of one text. */
export interface MacroBudget {
  /** How many expansions KaTeX may make for the next formula; undefined if none of it may be set. */
  admit(tex: string): number | undefined
  /** Says what became of it: its markup, undefined if KaTeX threw. */
  charge(markup: string | undefined): void
}

/** Without macros of the author's. KaTeX's own are short. */
const MOST_EXPANSIONS = 1000
// Tokens: letters, mostly. KaTeX sets some 100,000 of them in a second, and reads as many again before it fails.
const FORMULA = 20_000
const TEXT = 200_000
/** Characters of MathML for one token. */
const MARKUP = 10

/** A budget for one text, whose formulas may use the macros of the ones before. */
export function macroBudget(): MacroBudget {
  let body = 0
  let parameters = 0
  let left = TEXT
  let renamed = false
  return {
    admit(tex) {
      // A command for defining may have got another name; then any formula may define.
      renamed ||= /\\(?:future)?let(?![a-zA-Z])/.test(tex)
      for (const definition of renamed ? [tex] : definitionsIn(tex)) {
        body = Math.max(body, definition.length)
        parameters = Math.max(parameters, definition.split('#').length - 1)
      }
      if (body === 0) return MOST_EXPANSIONS
      const expansion = body + parameters * (tex.length + body)
      const expansions = Math.min(MOST_EXPANSIONS, Math.floor(FORMULA / expansion))
      return left > 0 && expansions > 0 ? expansions : undefined
    },
    charge(markup) {
      if (body > 0) left -= markup === undefined ? FORMULA : Math.min(FORMULA, markup.length / MARKUP)
    },
  }
}

const PIECES =
  /\\(?:([egx]?def|let|futurelet|(?:re|provide)?newcommand|providecommand)(?![a-zA-Z])|[\s\S])|[{}]/g

// The formula cut before each definition that is not part of another one. What follows a definition only makes it seem longer.
function definitionsIn(tex: string): string[] {
  const starts: number[] = []
  let depth = 0
  for (const { 0: piece, 1: defines, index } of tex.matchAll(PIECES)) {
    if (piece === '{') depth++
    else if (piece === '}') depth = Math.max(0, depth - 1)
    else if (defines !== undefined && (depth === 0 || !starts.length)) starts.push(index)
  }
  return starts.map((start, index) => tex.slice(start, starts[index + 1]))
}
