// Long strings in a notebook are lists of lines: joined to be read, split to be written, as nbformat does.
import type { JsonValue } from '../lib/json.js'
import type { MultilineString } from './model.js'

/** The text of a string or of a list of lines. */
export function joinLines(text: MultilineString): string {
  return typeof text === 'string' ? text : text.join('')
}

/**
 * The text of version 3's lists: old writers dropped the line ends, and then lines are joined by one.
 * nbformat/v3/rwbase.py, `_join_lines`
 */
export function joinLinesV3(text: MultilineString): string {
  if (typeof text === 'string') return text
  return text.join(/[\n\r]$/.test(text[0] ?? '') ? '' : '\n')
}

/** True for a list that holds strings only; also for the empty one. */
export function isLines(value: JsonValue | undefined): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string')
}

// Python's str.splitlines: LF, CR, VT, FF, the file, group and record separators, NEL, LS and PS.
const lineEnds = '\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029'

/** The lines of a text with their ends, exactly where Python's `str.splitlines(True)` splits. */
export function splitLines(text: string): string[] {
  const lines: string[] = []
  let start = 0
  for (const { 0: lineEnd, index } of text.matchAll(new RegExp(`\r\n|[${lineEnds}]`, 'g'))) {
    lines.push(text.slice(start, index + lineEnd.length))
    start = index + lineEnd.length
  }
  if (start < text.length) lines.push(text.slice(start))
  return lines
}

/** True for a MIME type whose lists are data and not lines (nbformat/v4/rwbase.py, `_is_json_mime`). */
export function isJsonMime(mime: string): boolean {
  return mime === 'application/json' || (mime.startsWith('application/') && mime.endsWith('+json'))
}
