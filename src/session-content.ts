// What an output said at the moment it was trusted: a copy to compare it with.
import type { JsonValue } from './nbformat/model.js'

/** A private copy of an output. The strings are shared, so it costs time and memory for its nodes, not for its bytes. */
export interface OutputContent {
  readonly value: JsonValue
  /** Characters and nodes. */
  readonly size: number
  /** Two outputs that differ in this differ: the size, and a sum over some of the characters. */
  readonly mark: string
}

// So many characters of a text, evenly spread, go into the mark: most outputs of one size differ in one of them.
const sampled = 32

// As deep as JSON may be that is signed; the stack has a limit, JSON.parse has none.
const maxDepth = 1000

/** Copies an output. `undefined` for what is not plain JSON, such as an object of a class, a cycle, a function. */
export function contentOf(output: object): OutputContent | undefined {
  let size = 0
  let sum = 0

  // A sum, because the order of keys makes no difference.
  function look(text: string): void {
    size += text.length
    let hash = text.length
    const step = Math.ceil(text.length / sampled)
    for (let index = 0; index < text.length; index += step)
      hash = Math.imul(hash, 31) + text.charCodeAt(index)
    sum = (sum + hash) | 0
  }

  function copy(value: unknown, depth: number): JsonValue {
    size++
    if (typeof value === 'string') look(value)
    if (isLeaf(value)) return value
    if (depth > maxDepth) throw new NotPlain()
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1))
    if (!isPlainObject(value)) throw new NotPlain()
    // Object.fromEntries defines `__proto__` as an ordinary key.
    return Object.fromEntries(
      membersOf(value).map(([key, member]) => {
        look(key)
        return [key, copy(member, depth + 1)]
      }),
    )
  }

  try {
    const value = copy(output, 0)
    return { value, size, mark: `${size} ${sum}` }
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
