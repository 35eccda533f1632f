// Copies of JSON objects with a few members changed or left out, the rest shared. Keys are defined and never assigned,
// so that `__proto__` stays an ordinary one.
import { isJsonObject, type JsonValue } from './json.js'

/** Makes another value out of one. */
export type Change = (value: JsonValue) => JsonValue

/** A copy of an object whose named members went through their change; anything else as it is. */
export function change(value: JsonValue, changes: Readonly<Record<string, Change>>): JsonValue {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      Object.hasOwn(changes, key) ? (changes[key]?.(member) ?? member) : member,
    ]),
  )
}

/** A copy of an object without some keys; anything else as it is. */
export function omit(value: JsonValue, keys: readonly string[]): JsonValue {
  if (!isJsonObject(value) || !keys.some((key) => Object.hasOwn(value, key))) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

/** A list with every item changed; anything else as it is. */
export function each(value: JsonValue, changeItem: Change): JsonValue {
  return Array.isArray(value) ? value.map(changeItem) : value
}

/** An object with every member changed; anything else as it is. */
export function eachMember(value: JsonValue, changeMember: Change): JsonValue {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, changeMember(member)]))
}
