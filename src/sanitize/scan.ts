// Looks at markup before any parser does, once and in linear time, and says which limit it exceeds. It need not understand HTML
// as a browser does: what it overlooks is counted again after parsing, and what it counts twice only errs to the safe side.
// On the way it gives style attributes and handlers another name: browsers hold them against the page's Content-Security-Policy,
// and report them, even in documents that nothing is ever shown of.

import { isLetter, isSpace } from './code-units.js'
import type { Limits } from './limits.js'
import {
  BOUNDARY,
  BREAKOUT,
  ENDS,
  FOREIGN,
  FOREIGN_INSIDE,
  FORMATTING,
  INTEGRATION,
  KINDS,
  RAW,
  VOID,
} from './tag-kinds.js'

/** Which limit, `undefined` for none. */
export type OverLimit =
  | 'length'
  | 'tags'
  | 'depth'
  | 'attributes'
  | 'reopened'
  | 'candidates'
  | 'comments'
  | 'brackets'

/** Stands before the names of style attributes and handlers in quiet markup. */
export const QUIET_PREFIX = 'data-nbtrust-'

/** Stands for the text of a long script, which is taken out whatever it says: of a chart it is nearly everything. */
export const LEFT_OUT = 'nbtrust-left-out'

/** A script whose text is longer is not read by a parser. */
const LONG_SCRIPT = 4096

/** Markup that is within the limits, ready for a parser. */
export interface QuietMarkup {
  /** Its style attributes and handlers are renamed, the text of long scripts is left out. */
  readonly quiet: string
  /** The same with the text of all scripts. */
  entire(): string
}

/** Markup that is within the limits, or the first limit that it exceeds. */
export type ScannedMarkup = QuietMarkup | { readonly exceeded: OverLimit }

/** Checks markup against the limits and quiets it. Linear; never throws. */
export function scanMarkup(source: string, limits: Limits): ScannedMarkup {
  const changes: number[] = []
  const exceeded = overLimit(source, limits, changes)
  if (exceeded) return { exceeded }
  return {
    quiet: quieten(source, changes),
    entire: () => quieten(source, changes, true),
  }
}

function quieten(source: string, changes: readonly number[], entire?: boolean): string {
  const pieces: string[] = []
  let done = 0
  changes.forEach((from, index) => {
    const to = changes[index + 1] ?? 0
    const isText = to > from
    if (index % 2 || (entire && isText)) return
    pieces.push(source.slice(done, from), isText ? LEFT_OUT : QUIET_PREFIX)
    done = to
  })
  return pieces.join('') + source.slice(done)
}

/**
 * The first limit that `source` exceeds. What is to be replaced is added to `changes`, as offsets of its beginning and its end:
 * the texts of long scripts, and nothing before the names of style attributes and handlers.
 */
export function overLimit(source: string, limits: Limits, changes: number[] = []): OverLimit | undefined {
  if (source.length > limits.length) return 'length'
  const open: string[] = []
  // The traits of the open elements, and of some that no longer are.
  const kinds: number[] = []
  const above = (): number => kinds[open.length - 1] ?? 0
  const breakOut = (): void => {
    while (above() & FOREIGN_INSIDE) open.pop()
  }
  let tags = 0
  let active = 0
  let reopened = 0
  let comments = 0
  let brackets = 0
  let at = source.indexOf('<')
  while (at >= 0 && at < source.length) {
    const code = source.charCodeAt(at + 1)
    if (isLetter(code)) {
      const tag = readTag(source, at + 1, changes)
      at = tag.end
      if (++tags > limits.tags) return 'tags'
      if (tag.attributes > limits.attributes) return 'attributes'
      if (tag.candidates > limits.candidates) return 'candidates'
      reopened += active
      if (reopened > limits.reopened) return 'reopened'
      const { name } = tag
      const kind = KINDS.get(name) ?? 0
      if (kind & FORMATTING) active++
      if (kind & BREAKOUT) breakOut()
      const around = above() & FOREIGN_INSIDE
      const foreign = around || kind & FOREIGN
      if (foreign ? !tag.closed : !(kind & VOID)) {
        // In SVG and MathML no text is raw and a slash closes.
        if (!foreign) while (above() & (kind >> ENDS)) open.pop()
        kinds[open.length] = kind | (foreign && !(around && kind & INTEGRATION) ? FOREIGN_INSIDE : 0)
        open.push(name)
        if (open.length + Math.min(active, 8) > limits.depth) return 'depth'
      }
      if (!foreign && kind & RAW) {
        const end = endOfRaw(source, at, name)
        // After `<!--` another script may begin in the text of this one, and then it ends elsewhere.
        if (name === 'script' && end - at > LONG_SCRIPT && !source.slice(at, end).includes('<!--')) {
          changes.push(at, end)
        }
        at = end
      }
      if (!foreign && name === 'plaintext') return undefined
    } else if (code === 47 && isLetter(source.charCodeAt(at + 2))) {
      const tag = readTag(source, at + 2, [])
      at = tag.end
      if ((KINDS.get(tag.name) ?? 0) & FORMATTING && active > 0) active--
      if (tag.name === 'p' || tag.name === 'br') breakOut()
      close(open, kinds, tag.name)
    } else if (code === 33 || code === 63 || code === 47) {
      at = endOfComment(source, at)
      if (++comments > limits.comments) return 'comments'
    } else {
      at++
      if (++brackets > limits.brackets) return 'brackets'
    }
    at = source.indexOf('<', at)
  }
  return undefined
}

// The list of open elements is never longer than the limit on depth, so looking for one is not a loop over the input.
function close(open: string[], kinds: readonly number[], name: string): void {
  for (let at = open.length - 1; at >= 0; at--) {
    if (open[at] === name) {
      // To set the length takes longer.
      while (open.length > at) open.pop()
      return
    }
    if ((kinds[at] ?? 0) & (BOUNDARY | INTEGRATION)) return
  }
}

interface Tag {
  readonly name: string
  readonly attributes: number
  /** Commas in a srcset. */
  readonly candidates: number
  readonly closed: boolean
  /** After the `>`. */
  readonly end: number
}

// https://html.spec.whatwg.org/multipage/parsing.html#tag-name-state and the states after it.
function readTag(source: string, start: number, changes: number[]): Tag {
  let at = start
  while (at < source.length && !isEnd(source.charCodeAt(at))) at++
  const name = source.slice(start, Math.min(at, start + 40)).toLowerCase()
  let attributes = 0
  let candidates = 0
  let closed = false
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === 62) return { name, attributes, candidates, closed, end: at + 1 }
    if (isSpace(code) || code === 47) {
      closed = code === 47 || (closed && isSpace(code))
      at++
      continue
    }
    closed = false
    attributes++
    const from = at
    // `=` as the first character belongs to the name.
    at++
    while (at < source.length && !isEnd(source.charCodeAt(at)) && source.charCodeAt(at) !== 61) at++
    // As much of it as tells it from the ones that are looked for.
    const written = source.slice(from, Math.min(at, from + 7)).toLowerCase()
    if (written === 'style' || written.startsWith('on')) changes.push(from, from)
    let value = at
    while (isSpace(source.charCodeAt(value))) value++
    if (source.charCodeAt(value) !== 61) continue
    at = endOfValue(source, value + 1)
    if (written === 'srcset') candidates += source.slice(value, at).split(',').length - 1
  }
  return { name, attributes, candidates, closed: false, end: source.length }
}

function endOfValue(source: string, start: number): number {
  let at = start
  while (isSpace(source.charCodeAt(at))) at++
  const quote = source.charCodeAt(at)
  if (quote === 34 || quote === 39) {
    const end = source.indexOf(quote === 34 ? '"' : "'", at + 1)
    return end < 0 ? source.length : end + 1
  }
  while (at < source.length && !isSpace(source.charCodeAt(at)) && source.charCodeAt(at) !== 62) at++
  return at
}

function endOfComment(source: string, start: number): number {
  if (!source.startsWith('<!--', start)) {
    const end = source.indexOf('>', start + 2)
    return end < 0 ? source.length : end + 1
  }
  // `<!-->` and `<!--->` are whole comments.
  let at = source.indexOf('--', start + 2)
  while (at >= 0) {
    if (source[at + 2] === '>') return at + 3
    if (source[at + 2] === '!' && source[at + 3] === '>' && at > start + 3) return at + 4
    at = source.indexOf('--', at + 1)
  }
  return source.length
}

function endOfRaw(source: string, start: number, name: string): number {
  for (let at = source.indexOf('</', start); at >= 0; at = source.indexOf('</', at + 2)) {
    if (
      source.slice(at + 2, at + 2 + name.length).toLowerCase() === name &&
      isEnd(source.charCodeAt(at + 2 + name.length))
    ) {
      return at
    }
  }
  return source.length
}

const isEnd = (code: number): boolean => isSpace(code) || code === 47 || code === 62
