// What an output said at the moment it was trusted: a copy to compare it with, and a digest to know it again by.
import { canonicalizeJson } from './canonical/index.js'
import { sha256Hex } from './digest/index.js'
import type { JsonValue } from './nbformat/model.js'

/** A private copy of an output. The strings are shared, so it costs time and memory for its nodes, not for its bytes. */
export interface OutputContent {
  readonly value: JsonValue
  /** Characters and nodes: two outputs that differ in this differ. */
  readonly size: number
}

// As deep as JSON may be that is signed; the stack has a limit, JSON.parse has none.
const maxDepth = 1000

/** Copies an output. `undefined` for what is not plain JSON, such as an object of a class, a cycle, a function. */
export function contentOf(output: object): OutputContent | undefined {
  let size = 0

  function copy(value: unknown, depth: number): JsonValue {
    size++
    if (typeof value === 'string') size += value.length
    if (isLeaf(value)) return value
    if (depth > maxDepth) throw new NotPlain()
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1))
    if (!isPlainObject(value)) throw new NotPlain()
    // Object.fromEntries defines `__proto__` as an ordinary key.
    return Object.fromEntries(
      membersOf(value).map(([key, member]) => {
        size += key.length
        return [key, copy(member, depth + 1)]
      }),
    )
  }

  try {
    return { value: copy(output, 0), size }
  } catch {
    return undefined // A getter or a proxy may also throw.
  }
}

/** True if an output still says what it said when it was copied. */
export function isSameContent(output: unknown, kept: JsonValue): boolean {
  if (isLeaf(kept)) return output === kept
  if (Array.isArray(kept)) {
    if (!Array.isArray(output) || output.length !== kept.length) return false
    return kept.every((item, position) => isSameContent(output[position], item))
  }
  if (!isPlainObject(output)) return false
  const members = membersOf(output)
  if (members.length !== Object.keys(kept).length) return false
  return members.every(([key, member]) => {
    const keptMember = Object.hasOwn(kept, key) ? kept[key] : undefined
    return keptMember !== undefined && isSameContent(member, keptMember)
  })
}

/** Lower-case hex of SHA-256 over the canonical JSON; `undefined` where there is none (a lone surrogate). */
export function contentDigest(value: JsonValue): string | undefined {
  try {
    return sha256Hex(canonicalizeJson(value))
  } catch {
    return undefined
  }
}

class NotPlain extends Error {}

function isLeaf(value: unknown): value is null | boolean | number | string {
  return (
    value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string'
  )
}

// What an object of a class says is not in its own members, so it cannot be compared. A plain object of another frame
// has another Object.prototype, whose prototype is null too.
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

// JSON leaves out what is undefined, so a copy that went through JSON is the same output without it.
function membersOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined)
}
