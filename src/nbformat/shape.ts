// The checks at the door: a value is what the model promises, or the error names the place where it is not.
import { NbtrustError } from '../lib/errors.js'
import {
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  ownValue,
  pathText,
} from '../lib/json.js'
import { isLines } from './lines.js'

/** The error for JSON that is not a notebook, with the path as place. */
export function shapeError(path: JsonPath, sentence: string): NbtrustError {
  const place = pathText(path)
  return new NbtrustError('ERR_NOTEBOOK_SHAPE', `Not a notebook: ${place} ${sentence}.`, { place })
}

/** The value as an object. */
export function expectObject(value: JsonValue | undefined, path: JsonPath): JsonObject {
  if (isJsonObject(value)) return value
  throw shapeError(path, `is ${kindOf(value)} where an object should be`)
}

/** The value as an array. */
export function expectArray(value: JsonValue | undefined, path: JsonPath): JsonValue[] {
  if (Array.isArray(value)) return value
  throw shapeError(path, `is ${kindOf(value)} where a list should be`)
}

/** Passes an own key that is a string; a missing one is set to `missing`, or is an error where there is none. */
export function expectString(owner: JsonObject, key: string, at: { path: JsonPath; missing?: string }): void {
  const value = fill(owner, key, at.missing)
  if (typeof value !== 'string')
    throw shapeError([...at.path, key], `is ${kindOf(value)} where a string should be`)
}

/** Passes an own key that is a string or a list of strings; a missing one is set to the empty string. */
export function expectText(owner: JsonObject, key: string, path: JsonPath): void {
  const value = fill(owner, key, '')
  if (typeof value === 'string' || isLines(value)) return
  if (!Array.isArray(value)) {
    throw shapeError([...path, key], `is ${kindOf(value)} where a string or a list of lines should be`)
  }
  const line = value.findIndex((item) => typeof item !== 'string')
  throw shapeError([...path, key, line], `is ${kindOf(value[line])} where a line of text should be`)
}

/** Passes an own key that is a number or null; a missing one is set to null. */
export function expectCount(owner: JsonObject, key: string, path: JsonPath): void {
  const value = fill(owner, key, null)
  if (value !== null && typeof value !== 'number') {
    throw shapeError([...path, key], `is ${kindOf(value)} where a number or null should be`)
  }
}

/** Passes an own key that is an object; a missing one is set to an empty object. */
export function expectMembers(owner: JsonObject, key: string, path: JsonPath): JsonObject {
  return expectObject(fill(owner, key, {}), [...path, key])
}

/** Passes an own key that is an array; a missing one is set to an empty array. */
export function expectItems(owner: JsonObject, key: string, path: JsonPath): JsonValue[] {
  return expectArray(fill(owner, key, []), [...path, key])
}

function fill(owner: JsonObject, key: string, missing: JsonValue | undefined): JsonValue | undefined {
  if (!Object.hasOwn(owner, key) && missing !== undefined) owner[key] = missing
  return ownValue(owner, key)
}

function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
