// Finds formulas in Markdown or LaTeX source before Markdown sees them, as JupyterLab does: $…$, $$…$$, \(…\), \[…\] and
// \begin{…}…\end{…}, but not inside code spans and fences. Each is replaced by a mark that Markdown takes for a letter.

/** A formula, and how it is set. */
export interface Formula {
  /** Without its delimiters; environments keep their \begin and \end. */
  readonly tex: string
  readonly display: boolean
  /** As it stands in the source. */
  readonly source: string
}

/** A text with marks in the place of its formulas. */
export interface ExtractedMath {
  readonly text: string
  readonly formulas: readonly Formula[]
  /** Two characters that stand around the number of each formula, and nowhere else in the text. */
  readonly marks: readonly [open: string, close: string]
}

interface Span {
  readonly start: number
  readonly end: number
  readonly formula: Formula
}

/** Which syntax the source has around its formulas: code is found in Markdown only. */
export type MathHost = 'markdown' | 'latex'

/** Takes the formulas out, at most `limit` of them. Linear; never throws. */
export function extractMath(
  source: string,
  { host, limit }: { host: MathHost; limit: number },
): ExtractedMath {
  const marks = /[$\\]/.test(source) ? unusedMarks(source) : undefined
  if (!marks) return { text: source, formulas: [], marks: ['', ''] }
  const formulas: Formula[] = []
  let text = ''
  let done = 0
  for (const { start, end, formula } of findMath(source, host)) {
    if (formulas.length >= limit) break
    text += `${source.slice(done, start)}${marks[0]}${formulas.length}${marks[1]}`
    formulas.push(formula)
    done = end
  }
  return { text: text + source.slice(done), formulas, marks }
}

// Two private-use characters that the source does not hold, of the first 66. A source that holds them has its formulas left as text.
function unusedMarks(source: string): readonly [string, string] | undefined {
  const free: string[] = []
  for (let code = 0xe000; code < 0xe042 && free.length < 2; code++) {
    const character = String.fromCharCode(code)
    if (!source.includes(character)) free.push(character)
  }
  const [open, close] = free
  return open !== undefined && close !== undefined ? [open, close] : undefined
}

function* findMath(source: string, host: MathHost): Generator<Span> {
  const search = new Search(source)
  let at = 0
  let lineStart = true
  while (at < source.length) {
    const character = source[at]
    if (host === 'markdown' && lineStart) {
      const fence = fenceAt(source, at)
      if (fence) {
        at = endOfFence(source, fence)
        continue
      }
    }
    lineStart = character === '\n'
    if (host === 'markdown' && character === '`') {
      at = endOfCodeSpan(search, source, at)
      continue
    }
    if (character === '\\' || character === '$') {
      const span = character === '$' ? dollars(search, source, at) : backslash(search, source, at)
      if (span) {
        yield span
        at = span.end
        continue
      }
      at += character === '\\' ? 2 : 1
      continue
    }
    at++
  }
}

// Looks for the next of a needle, remembering where it is and where there is none, so that many openings without an end stay linear.
class Search {
  readonly #source: string
  readonly #absentFrom: Map<string, number> = new Map()
  readonly #found: Map<string, readonly [from: number, at: number]> = new Map()
  readonly #ticks: number[][] = []

  constructor(source: string) {
    this.#source = source
    // By their length, the last ones first.
    for (const { 0: run, index } of [...source.matchAll(/`+/g)].reverse()) {
      const starts = this.#ticks[run.length] ?? []
      this.#ticks[run.length] = starts
      starts.push(index)
    }
  }

  next(needle: string, from: number): number {
    if (from >= (this.#absentFrom.get(needle) ?? from + 1)) return -1
    const [asked, found] = this.#found.get(needle) ?? [0, -1]
    if (asked <= from && from <= found) return found
    const at = this.#source.indexOf(needle, from)
    if (at < 0) this.#absentFrom.set(needle, from)
    else this.#found.set(needle, [from, at])
    return at
  }

  /** Where the next run of just so many backticks begins. `from` must not be less than before. */
  nextTicks(length: number, from: number): number {
    const starts = this.#ticks[length] ?? []
    while ((starts.at(-1) ?? from) < from) starts.pop()
    return starts.at(-1) ?? -1
  }
}

function dollars(search: Search, source: string, at: number): Span | undefined {
  if (source[at + 1] === '$') {
    const end = unescaped(search, source, '$$', at + 2)
    return end < 0 ? undefined : span(source, { at, from: at + 2, to: end, end: end + 2, display: true })
  }
  // A price is not a formula: no space after the first dollar, none before the last, no digit after it, no blank line between.
  const after = source[at + 1]
  if (after === undefined || /\s/.test(after)) return undefined
  const end = unescaped(search, source, '$', at + 1)
  if (end < 0 || /[\s\\]/.test(source[end - 1] ?? ' ') || /\d/.test(source[end + 1] ?? '')) return undefined
  if (end - at > MAX_INLINE || hasBlankLine(source, at, end)) return undefined
  return span(source, { at, from: at + 1, to: end, end: end + 1, display: false })
}

const MAX_INLINE = 20_000

function unescaped(search: Search, source: string, needle: string, from: number): number {
  let at = search.next(needle, from)
  while (at >= 0 && isEscaped(source, at)) at = search.next(needle, at + 1)
  return at
}

function isEscaped(source: string, at: number): boolean {
  let slashes = 0
  while (slashes < 64 && source[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}

function backslash(search: Search, source: string, at: number): Span | undefined {
  // In Markdown `\(` is an escaped bracket; JupyterLab asks for `\\(`, KaTeX's own renderer for `\(`. Both are taken.
  const double = source[at + 1] === '\\' ? 1 : 0
  const slashes = double ? '\\\\' : '\\'
  const open = source[at + 1 + double]
  if (open === '(' || open === '[') {
    const close = slashes + (open === '(' ? ')' : ']')
    const from = at + 2 + double
    const to = search.next(close, from)
    if (to < 0) return undefined
    return span(source, { at, from, to, end: to + close.length, display: open === '[' })
  }
  if (double || !source.startsWith('begin{', at + 1)) return undefined
  const close = source.indexOf('}', at + 7)
  if (close < 0 || close - at > 40) return undefined
  const name = source.slice(at + 7, close)
  if (!/^[a-zA-Z]+\*?$/.test(name)) return undefined
  const ending = `\\end{${name}}`
  const end = endOfEnvironment(search, `\\begin{${name}}`, ending, close + 1)
  if (end < 0) return undefined
  return span(source, { at, from: at, to: end, end, display: true })
}

// Environments of the same name may be nested.
function endOfEnvironment(search: Search, beginning: string, ending: string, from: number): number {
  let depth = 1
  let at = from
  for (let steps = 0; steps < 100; steps++) {
    const end = search.next(ending, at)
    if (end < 0) return -1
    const begin = search.next(beginning, at)
    if (begin >= 0 && begin < end) {
      depth++
      at = begin + beginning.length
    } else {
      depth--
      at = end + ending.length
      if (depth === 0) return at
    }
  }
  return -1
}

interface Place {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly end: number
  readonly display: boolean
}

function span(source: string, { at, from, to, end, display }: Place): Span | undefined {
  const tex = source.slice(from, to)
  if (tex.trim() === '') return undefined
  return { start: at, end, formula: { tex, display, source: source.slice(at, end) } }
}

function hasBlankLine(source: string, start: number, end: number): boolean {
  for (let at = source.indexOf('\n', start); at >= 0 && at < end; at = source.indexOf('\n', at + 1)) {
    let next = at + 1
    while (source[next] === ' ' || source[next] === '\t') next++
    if (source[next] === '\n') return true
  }
  return false
}

interface Fence {
  readonly mark: string
  readonly length: number
  readonly bodyStart: number
}

// ``` or ~~~, indented by up to three spaces.
function fenceAt(source: string, start: number): Fence | undefined {
  let at = start
  while (at < start + 3 && source[at] === ' ') at++
  const mark = source[at]
  if (mark !== '`' && mark !== '~') return undefined
  const run = runLength(source, at)
  if (run < 3) return undefined
  const lineEnd = source.indexOf('\n', at)
  if (mark === '`' && source.slice(at + run, lineEnd < 0 ? undefined : lineEnd).includes('`'))
    return undefined
  return { mark, length: run, bodyStart: lineEnd < 0 ? source.length : lineEnd + 1 }
}

function endOfFence(source: string, { mark, length, bodyStart }: Fence): number {
  let line = bodyStart
  while (line < source.length) {
    let at = line
    while (at < line + 3 && source[at] === ' ') at++
    const next = source.indexOf('\n', line)
    if (source[at] === mark && runLength(source, at) >= length) return next < 0 ? source.length : next
    if (next < 0) break
    line = next + 1
  }
  return source.length
}

function endOfCodeSpan(search: Search, source: string, start: number): number {
  const length = runLength(source, start)
  // A longer run does not end it.
  const at = search.nextTicks(length, start + length)
  return at < 0 ? start + length : at + length
}

function runLength(source: string, start: number): number {
  let end = start
  while (source[end] === source[start]) end++
  return end - start
}
