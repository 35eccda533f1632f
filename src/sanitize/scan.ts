// Looks at markup before any parser does, once and in linear time, and says which limit it exceeds. It follows a parser as far as what
// is markup and what is text depends on it, knows where it may have lost it, and lets nothing hide from then on. Otherwise it need not
// understand HTML as a browser does: what it counts twice errs to the safe side.
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
  WITHIN,
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

/** Stands before the names of style attributes and handlers in quiet markup, and of those that look like them. */
export const QUIET_PREFIX = 'data-nbtrust-'

/** The names that get it, as far as it takes to tell them from others. An author's own `data-nbtrust-style` would be the first of two. */
export const QUIETED: RegExp = /^(?:style$|on|data-nb)/

/** A script whose text is longer is not read by a parser. It is taken out whatever it says, and of a chart it is nearly everything. */
const LONG_SCRIPT = 4096

const SHORT = 2000

/**
 * Markup that is within the limits, ready for a parser, or the first limit that it exceeds. In quiet markup style attributes and
 * handlers are renamed, and the text of long scripts is left out.
 */
export type ScannedMarkup = { readonly quiet: string } | { readonly exceeded: OverLimit }

/** Checks markup against the limits and quiets it. Linear; never throws. */
export function scanMarkup(source: string, limits: Limits): ScannedMarkup {
  const changes: number[] = []
  const exceeded = overLimit(source, limits, changes)
  return exceeded ? { exceeded } : { quiet: quieten(source, changes) }
}

function quieten(source: string, changes: readonly number[]): string {
  const pieces: string[] = []
  let done = 0
  for (let at = 0; at < changes.length; at += 2) {
    const from = changes[at] ?? 0
    const to = changes[at + 1] ?? 0
    pieces.push(source.slice(done, from), to > from ? '' : QUIET_PREFIX)
    done = to
  }
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
  // What is not closed, and so not many: each start tag adds as many to `reopened`.
  const formatting: string[] = []
  // True once the parser may be elsewhere than this. From then on nothing may hide tags from being counted, but for texts so short
  // that they keep no parser busy.
  let strayed = false
  const hides = (from: number, to: number): boolean =>
    strayed && source.length > SHORT && /<[a-z]/i.test(source.slice(from, to))
  let tags = 0
  let reopened = 0
  let comments = 0
  let brackets = 0
  let at = source.indexOf('<')
  while (at >= 0 && at < source.length) {
    const code = source.charCodeAt(at + 1)
    if (isLetter(code)) {
      const tag = readTag(source, at + 1, changes)
      if (++tags > limits.tags || hides(at + 1, tag.end)) return 'tags'
      at = tag.end
      if (tag.attributes > limits.attributes) return 'attributes'
      if (tag.candidates > limits.candidates) return 'candidates'
      reopened += formatting.length
      if (reopened > limits.reopened) return 'reopened'
      const { name } = tag
      const kind = KINDS.get(name) ?? 0
      if (kind & FORMATTING) formatting.push(name)
      strayed ||= strays(name, kind, { open, around: above() })
      if (kind & BREAKOUT) breakOut()
      const around = above() & FOREIGN_INSIDE
      const foreign = around || kind & FOREIGN
      if (foreign ? !tag.closed : !(kind & VOID)) {
        // In SVG and MathML no text is raw and a slash closes.
        if (!foreign) while (above() & (kind >> ENDS)) open.pop()
        const inside = foreign && !(around && kind & INTEGRATION) ? FOREIGN_INSIDE : 0
        kinds[open.length] = kind | inside | (foreign ? WITHIN : above() & WITHIN)
        open.push(name)
        if (open.length + Math.min(formatting.length, 8) > limits.depth) return 'depth'
      }
      if (!foreign && kind & RAW) {
        const end = endOfRaw(source, at, name)
        if (hides(at, end)) return 'tags'
        if (name === 'script') {
          const text = source.slice(at, end)
          const comment = text.indexOf('<!--')
          if (comment < 0 && text.length > LONG_SCRIPT && !strayed) changes.push(at, end)
          // Another script may begin after that in the text of this one, and then it ends elsewhere.
          strayed ||= comment >= 0 && /<script/i.test(text.slice(comment))
        }
        at = end
      }
    } else if (code === 47 && isLetter(source.charCodeAt(at + 2))) {
      const { name, end } = readTag(source, at + 2, [])
      if (hides(at, end)) return 'tags'
      at = end
      const around = above()
      const isInner = around & FOREIGN_INSIDE || open.at(-1) === name
      if (name === 'p' || name === 'br') breakOut()
      const closed = close(open, kinds, name)
      if (around & WITHIN && !(isInner && closed)) strayed = true
      const last = formatting.lastIndexOf(name)
      if (last >= 0 && closed !== false && !strayed) formatting.splice(last, 1)
    } else if (code === 33 || code === 63 || code === 47) {
      const isText = source.startsWith('<![CDATA[', at)
      const end = endOf(isText && above() & FOREIGN_INSIDE ? CHARACTER_DATA : COMMENT, source, at)
      if (hides(at + 1, end) || (isText && strayed && source.length > SHORT)) return 'tags'
      at = end
      if (++comments > limits.comments) return 'comments'
    } else {
      at++
      if (++brackets > limits.brackets) return 'brackets'
    }
    at = source.indexOf('<', at)
  }
  return undefined
}

// Of the elements with traits, those that belong there.
const OF_MATHML = /^m([inos]|text)$/
const OF_SVG = /^(a|desc|foreignobject|script|style|title)$/

interface Around {
  readonly open: readonly string[]
  /** Traits of the innermost. */
  readonly around: number
}

// Whether a parser may take a start tag otherwise than this scan, or not at all: within `select` and after a `col` without a table
// it ignores some, and SVG and MathML that is as it should be needs none of the rules that are not followed here.
function strays(name: string, kind: number, { open, around }: Around): boolean {
  if (name === 'col') return !/^(table|colgroup)$/.test(open.at(-1) ?? '')
  if (kind & (RAW | FOREIGN) && open.includes('select')) return true
  if (!(around & WITHIN)) return false
  // `mglyph` and `malignmark` are MathML again. What else begins so is rare there.
  if (!(around & FOREIGN_INSIDE)) return /^m[ag]/.test(name)
  if (name === 'annotation-xml') return true
  const own = open.lastIndexOf('math') > open.lastIndexOf('svg') ? OF_MATHML : OF_SVG
  return !!(kind & (RAW | FORMATTING | INTEGRATION | BREAKOUT)) && !own.test(name)
}

// The list of open elements is never longer than the limit on depth, so looking for one is not a loop over the input. False if it
// may be open where this end tag does not reach.
function close(open: string[], kinds: readonly number[], name: string): boolean | undefined {
  for (let at = open.length - 1; at >= 0; at--) {
    if (open[at] === name) {
      // To set the length takes longer.
      while (open.length > at) open.pop()
      return true
    }
    if ((kinds[at] ?? 0) & (BOUNDARY | INTEGRATION)) return false
  }
  return undefined
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
  const spelled = source.slice(start, at)
  // The sign for kelvin is no letter to a parser, and would become one.
  const name = spelled.includes('\u212a') ? spelled : spelled.toLowerCase()
  let attributes = 0
  let candidates = 0
  let closed = false
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === 62) break
    if (isSpace(code) || code === 47) {
      // Only right before the `>`.
      closed = code === 47
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
    if (QUIETED.test(written)) changes.push(from, from)
    let value = at
    while (isSpace(source.charCodeAt(value))) value++
    if (source.charCodeAt(value) !== 61) continue
    at = endOf(VALUE, source, value + 1)
    if (written === 'srcset') candidates += source.slice(value, at).split(',').length - 1
  }
  return { name, attributes, candidates, closed, end: Math.min(at + 1, source.length) }
}

// What each of these begins to match at an offset ends where nothing else could.
const VALUE = /[\t\n\f\r ]*(?:"[^"]*"?|'[^']*'?|[^\t\n\f\r >]*)/y
const COMMENT = /<!--(?:-?>|.*?(?:--!?>|$))|<[^>]*>?/sy
const CHARACTER_DATA = /<.*?(?:]]>|$)/sy

function endOf(rule: RegExp, source: string, start: number): number {
  rule.lastIndex = start
  rule.test(source)
  return rule.lastIndex
}

function endOfRaw(source: string, start: number, name: string): number {
  if (name === 'plaintext') return source.length
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
