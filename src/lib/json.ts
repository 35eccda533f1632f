// What JSON can say, as types, with the own-key access that every module shares.

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject
/** A JSON object. `__proto__` and `constructor` are ordinary keys: read it with {@link ownValue}. */
export interface JsonObject {
  [key: string]: JsonValue
}
/** Where a value is: keys and array indexes from the top. */
export type JsonPath = readonly (string | number)[]

/** True for a JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of an own key, or undefined; never something inherited from `Object.prototype`. */
export function ownValue(object: object, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? (object as JsonObject)[key] : undefined
}

/** Writes a path as people do: `cells[3].data["text/html"]`; `the top level` for the empty one. */
export function pathText(path: JsonPath): string {
  if (path.length === 0) return 'the top level'
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[A-Za-z_$][\w$]*$/.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${JSON.stringify(step)}]`
  }
  return text
}
