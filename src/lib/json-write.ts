// Writes JSON with sorted keys, without recursion. JSON.stringify cannot: it puts integer-like keys first, whatever
// the order they were given in.
import { NbtrustError } from './errors.js'
import { type JsonObject, type JsonPath, type JsonValue, pathText } from './json.js'
import { maxJsonDepth, tooDeep } from './json-depth.js'

/** How JSON is written. */
export interface JsonStyle {
  /** By what keys are sorted: UTF-16 code units (RFC 8785, `Array#sort`) or code points (Python). */
  readonly order?: 'utf-16' | 'code point'
  /** What each level is indented by; empty for no white space at all. */
  readonly indent?: string
  /** `escape` writes half a surrogate pair as `\udXXX`, as JSON.stringify does. */
  readonly loneSurrogates?: 'escape' | 'refuse'
}

interface Frame {
  readonly container: JsonValue[] | JsonObject
  /** The sorted keys of an object. */
  readonly keys: readonly string[] | undefined
  next: number
}

/**
 * The JSON text of a value. Members that are `undefined` are left out, as JSON.stringify does.
 * @throws NbtrustError `ERR_JSON_DEPTH` (also for a value that contains itself), `ERR_JSON_NUMBER` for NaN and the
 * infinities, `ERR_JSON_SURROGATE`, `ERR_ARGUMENT` for what JSON cannot say; all but the first with the path as place.
 */
export function writeJson(value: JsonValue, style: JsonStyle = {}): string {
  const { order = 'utf-16', indent = '', loneSurrogates = 'escape' } = style
  const open: Frame[] = []
  let text = ''
  let current = value
  for (;;) {
    if (typeof current === 'object' && current !== null) {
      if (open.length >= maxJsonDepth) throw tooDeep()
      const keys = Array.isArray(current) ? undefined : sortedKeys(current, order)
      open.push({ container: current, keys, next: 0 })
      text += keys === undefined ? '[' : '{'
    } else {
      text += scalar(current, open, loneSurrogates)
    }
    // Closes what is complete, then steps to the next value.
    for (;;) {
      const frame = open.at(-1)
      if (frame === undefined) return text
      const { container, keys, next } = frame
      const size = Array.isArray(container) ? container.length : (keys?.length ?? 0)
      if (next < size) {
        if (next > 0) text += ','
        if (indent !== '') text += `\n${indent.repeat(open.length)}`
        frame.next++
        if (Array.isArray(container)) {
          current = container[next] ?? null
        } else {
          const key = keys?.[next] ?? ''
          text += quoted(key, open, loneSurrogates) + (indent === '' ? ':' : ': ')
          current = container[key] ?? null
        }
        break
      }
      open.pop()
      if (indent !== '' && size > 0) text += `\n${indent.repeat(open.length)}`
      text += keys === undefined ? ']' : '}'
    }
  }
}

/** Compares as Python does: by code point, where JavaScript's `<` goes by UTF-16 unit and puts U+1F600 before U+FFFD. */
function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

// Surrogates stand for code points above every other unit.
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

function sortedKeys(object: JsonObject, order: 'utf-16' | 'code point'): string[] {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined)
  return order === 'utf-16' ? keys.sort() : keys.sort(compareCodePoints)
}

function scalar(value: JsonValue, open: readonly Frame[], loneSurrogates: 'escape' | 'refuse'): string {
  if (typeof value === 'string') return quoted(value, open, loneSurrogates)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    const place = pathText(pathOf(open))
    throw new NbtrustError('ERR_JSON_NUMBER', `${value} at ${place} has no JSON spelling.`, { place })
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value)
  const place = pathText(pathOf(open))
  throw new NbtrustError('ERR_ARGUMENT', `A ${typeof value} at ${place} is not a JSON value.`, { place })
}

function quoted(value: string, open: readonly Frame[], loneSurrogates: 'escape' | 'refuse'): string {
  const json = JSON.stringify(value)
  // JSON.stringify writes a lone surrogate as \udXXX, so almost every string is cleared by this search.
  if (loneSurrogates === 'refuse' && json.includes('\\ud') && /\p{Surrogate}/u.test(value)) {
    const place = pathText(pathOf(open))
    throw new NbtrustError('ERR_JSON_SURROGATE', `The string at ${place} holds half a surrogate pair.`, {
      place,
    })
  }
  return json
}

function pathOf(open: readonly Frame[]): JsonPath {
  return open.map(({ keys, next }) => (keys === undefined ? next - 1 : (keys[next - 1] ?? '')))
}
