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

// So many characters of a text go into the mark, and so many texts of a list, evenly spread: most outputs of one size differ in
// one of them.
const sampled = 32
const sampledTexts = 32

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
    return Array.isArray(value) ? copyList(value, depth + 1) : copyObject(value, depth + 1)
  }

  // Loops, and numbers and texts copied all at once, because there are very many of them, and this is done while somebody
  // waits for a notebook to open.
  function copyList(list: readonly unknown[], depth: number): JsonValue[] {
    const copied = list.slice() as JsonValue[]
    const step = Math.ceil(list.length / sampledTexts)
    for (let index = 0; index < copied.length; index++) {
      const item: unknown = copied[index]
      if (typeof item === 'number') size++
      else if (typeof item === 'string') {
        size++
        if (index % step === 0) look(item)
        else size += item.length
      } else copied[index] = copy(item, depth)
    }
    return copied
  }

  function copyObject(object: unknown, depth: number): JsonValue {
    if (!isPlainObject(object)) throw new NotPlain()
    const copied: { [key: string]: JsonValue } = {}
    for (const key of Object.keys(object)) {
      const member = object[key]
      if (member === undefined) continue
      look(key)
      if (key === '__proto__') defineMember(copied, copy(member, depth))
      else copied[key] = copy(member, depth)
    }
    return copied
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
  if (Array.isArray(kept)) return Array.isArray(output) && isSameList(output, kept)
  if (!isPlainObject(output)) return false
  // JSON leaves out what is undefined, so a copy that went through JSON is the same output without it.
  const members = Object.entries(output).filter(([, member]) => member !== undefined)
  if (members.length !== Object.keys(kept).length) return false
  return members.every(([key, member]) => {
    const keptMember = Object.hasOwn(kept, key) ? kept[key] : undefined
    return keptMember !== undefined && isSameContent(member, keptMember)
  })
}

function isSameList(list: readonly unknown[], kept: readonly JsonValue[]): boolean {
  if (list.length !== kept.length) return false
  for (let index = 0; index < kept.length; index++) {
    const item = kept[index]
    if (list[index] !== item && (item === undefined || !isSameContent(list[index], item))) return false
  }
  return true
}

// What JSON.parse makes of this key is an ordinary member; to assign it would set the prototype.
function defineMember(object: object, value: JsonValue): void {
  Object.defineProperty(object, '__proto__', { value, enumerable: true, configurable: true, writable: true })
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
