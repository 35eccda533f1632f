// Says whether Markdown is nested deeper than a limit. marked calls itself once per level and is quadratic in some of them, so this
// is asked before; it counts the marks that could open a level, which errs to the safe side.

/** Whether a line or a run of marks could nest deeper than `limit`. Linear. */
export function isTooNested(source: string, limit: number): boolean {
  let at = 0
  do {
    if (lineDepth(source, at) > limit) return true
    at = source.indexOf('\n', at) + 1
  } while (at > 0)
  return bracketDepth(source, limit * 4)
}

// What may open a level, or indent it: one character, or the number of an item.
const OPENING = /[ \t>]|(?:[-*+]|\d{1,10}[.)])(?![^ \t\n])/y

// Block quotes and list items opened by one line: `> > - 1. `, and the indentation before them, which stands for lists above.
function lineDepth(source: string, start: number): number {
  let depth = 0
  let spaces = 0
  OPENING.lastIndex = start
  while (OPENING.test(source)) {
    const last = source[OPENING.lastIndex - 1]
    if (last === '\t') spaces += 4
    else if (last !== ' ') depth++
    // The one space after a mark belongs to it.
    else if (depth === 0) spaces++
  }
  // Two spaces are the least that another level of a list can be indented by.
  return depth === 0 ? 0 : depth + Math.floor(spaces / 2)
}

// Brackets of links and pictures inside each other.
function bracketDepth(source: string, limit: number): boolean {
  // Few brackets cannot be many inside each other, and few are found at once.
  if (source.split('[', limit + 2).length < limit + 2) return false
  let depth = 0
  for (let at = source.indexOf('['); at >= 0 && at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 92) at++
    else if (code === 91 && ++depth > limit) return true
    else if (code === 93 && depth > 0) depth--
    else if (code === 10 && source.charCodeAt(at + 1) === 10) depth = 0
  }
  return false
}
