// A JSON reader that knows where it is. It says what is wrong with a text that JSON.parse refuses, and tells a listener
// where every value begins and ends; it builds nothing itself.
import { maxJsonDepth, tooDeep } from './json-depth.js'
import { jsonError } from './json-errors.js'
import { scanNumber, scanString, scanWord, skipSpace } from './json-tokens.js'
import { linePlace } from './place.js'

/** `python` also knows NaN, Infinity and -Infinity, as Python's `json` does. */
export type JsonDialect = 'json' | 'python'

/** Told what the scanner passes. Offsets are UTF-16 units of the text. */
export interface JsonListener {
  /** A key; its value comes next. `name` has its escapes resolved. */
  onKey?(name: string, start: number): void
  /** A value begins. */
  onStart?(kind: 'object' | 'array' | 'scalar', start: number): void
  /** The value that began last and has not ended ends before this offset. */
  onEnd?(end: number): void
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'comma or end'

/**
 * Reads the text from end to end, without recursion.
 * @throws NbtrustError `ERR_JSON_SYNTAX` or `ERR_JSON_DEPTH` with `line, column`.
 */
export function scanJson(text: string, listener: JsonListener = {}, dialect: JsonDialect = 'json'): void {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    at = skipSpace(text, at)
    const char = text[at]
    const container = open.at(-1)
    if (container === undefined && expected === 'comma or end') {
      if (at >= text.length) return
      throw jsonError(text, at, 'after the end')
    }
    const closes = char === (container === '{' ? '}' : ']') && expected !== 'value' && expected !== 'key'
    if (container !== undefined && closes) {
      open.pop()
      at++
      listener.onEnd?.(at)
      expected = 'comma or end'
    } else if (expected === 'comma or end') {
      if (char !== ',') throw jsonError(text, at, container ?? '[')
      at++
      expected = container === '{' ? 'key' : 'value'
    } else if (expected === 'key' || expected === 'key or }') {
      if (char !== '"') throw jsonError(text, at, 'key')
      const end = scanString(text, at)
      listener.onKey?.(String(JSON.parse(text.slice(at, end))), at)
      at = skipSpace(text, end)
      if (text[at] !== ':') throw jsonError(text, at, 'colon')
      at++
      expected = 'value'
    } else if (char === '{' || char === '[') {
      if (open.length >= maxJsonDepth) throw tooDeep(linePlace(text, at))
      listener.onStart?.(char === '{' ? 'object' : 'array', at)
      open.push(char)
      at++
      expected = char === '{' ? 'key or }' : 'value or ]'
    } else {
      listener.onStart?.('scalar', at)
      at = char === '"' ? scanString(text, at) : (scanNumber(text, at) ?? scanWord(text, at, dialect))
      listener.onEnd?.(at)
      expected = 'comma or end'
    }
  }
}
