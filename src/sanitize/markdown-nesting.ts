// Says whether Markdown is nested deeper than a limit. marked calls itself once per level and is quadratic in some of them, so this
// is asked before; it counts the marks that could open a level, which errs to the safe side.

/** Whether a line or a run of marks could nest deeper than `limit`. Linear. */
export function isTooNested(source: string, limit: number): boolean {
  let at = 0
  while (at < source.length) {
    const next = source.indexOf('\n', at)
    const end = next < 0 ? source.length : next
    if (lineDepth(source, at, end) > limit) return true
    at = end + 1
  }
  return bracketDepth(source, limit * 4)
}

// Block quotes and list items opened by one line: `> > - 1. `, and the indentation before them, which stands for lists above.
function lineDepth(source: string, start: number, end: number): number {
  let depth = 0
  let spaces = 0
  let at = start
  while (at < end) {
    const character = source[at]
    if (character === ' ' || character === '\t') {
      // The one space after a mark belongs to it.
      if (depth === 0 || character === '\t') spaces += character === '\t' ? 4 : 1
      at++
    } else if (character === '>') {
      depth++
      at++
    } else if ((character === '-' || character === '*' || character === '+') && isGap(source, at + 1, end)) {
      depth++
      at++
    } else if (isDigit(source, at)) {
      let digits = at
      while (digits - at < 10 && isDigit(source, digits)) digits++
      if ((source[digits] !== '.' && source[digits] !== ')') || !isGap(source, digits + 1, end)) break
      depth++
      at = digits + 1
    } else {
      break
    }
  }
  // Two spaces are the least that another level of a list can be indented by.
  return depth === 0 ? 0 : depth + Math.floor(spaces / 2)
}

// Brackets of links and pictures inside each other.
function bracketDepth(source: string, limit: number): boolean {
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

function isGap(source: string, at: number, end: number): boolean {
  return at >= end || source[at] === ' ' || source[at] === '\t'
}

function isDigit(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  return code >= 48 && code <= 57
}
