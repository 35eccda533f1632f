// JSON.stringify is much faster than any writer in JavaScript, and writes keys in the order they have. So the keys are
// put in order first, which in most files they already are.
import type { JsonObject, JsonValue } from '../lib/json.js'
import { maxJsonDepth } from '../lib/json-depth.js'

/**
 * The value with the keys of all its objects in UTF-16 order: the same one if they are, else a copy of what is not.
 * Undefined where JSON.stringify would not write canonical JSON: integer-like keys, which every engine puts first, in an
 * order of their own; numbers that are not finite; what JSON cannot say; more than 1,000 levels.
 */
export function inKeyOrder(value: JsonValue, depth = 0): JsonValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : undefined
    case 'object':
      if (value === null) return value
      if (depth === maxJsonDepth) return undefined
      return Array.isArray(value) ? itemsInOrder(value, depth + 1) : membersInOrder(value, depth + 1)
    default:
      return undefined
  }
}

function itemsInOrder(list: JsonValue[], depth: number): JsonValue[] | undefined {
  let copy: JsonValue[] | undefined
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    if (item === undefined) return undefined
    const ordered = inKeyOrder(item, depth)
    if (ordered === undefined) return undefined
    if (ordered !== item) {
      copy ??= list.slice()
      copy[i] = ordered
    }
  }
  return copy ?? list
}

function membersInOrder(object: JsonObject, depth: number): JsonObject | undefined {
  const keys = Object.keys(object)
  let changed = !isAscending(keys)
  const entries: [string, JsonValue][] = []
  for (const key of keys) {
    const member = object[key]
    const ordered = member === undefined ? undefined : inKeyOrder(member, depth)
    if (ordered === undefined) return undefined
    if (ordered !== member) changed = true
    entries.push([key, ordered])
  }
  if (!changed) return object
  const copy = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  return isAscending(Object.keys(copy)) ? copy : undefined
}

function isAscending(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if ((keys[i - 1] ?? '') >= (keys[i] ?? '')) return false
  return true
}
