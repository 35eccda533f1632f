// Writes JSON as Python's nbformat writes it into a file: sorted keys, one space of indentation, Python's spelling of floats.

/** JSON, with `Float64Array` for lists of floats: Python writes 2.0 where JavaScript would write 2. */
export type PythonJson =
  | string
  | number
  | boolean
  | null
  | Float64Array
  | readonly PythonJson[]
  | { readonly [key: string]: PythonJson }

/** The text of a value that stands `depth` levels deep. */
export function pythonJson(value: PythonJson, depth = 0): string {
  if (value instanceof Float64Array) return list(Array.from(value, pythonFloat), depth)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) {
    return list(
      value.map((item) => pythonJson(item, depth + 1)),
      depth,
    )
  }
  const members = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}: ${pythonJson(member, depth + 1)}`)
  return members.length === 0 ? '{}' : `{${lines(members, depth)}}`
}

function list(items: readonly string[], depth: number): string {
  return items.length === 0 ? '[]' : `[${lines(items, depth)}]`
}

function lines(items: readonly string[], depth: number): string {
  const indent = `\n${' '.repeat(depth + 1)}`
  return indent + items.join(`,${indent}`) + indent.slice(0, -1)
}

/** Python's `repr` of a float, within the range that measured data have. */
function pythonFloat(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential().replace(/e-(\d)$/, 'e-0$1')
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

// Array.isArray does not narrow a readonly array.
function isList(value: object): value is readonly PythonJson[] {
  return Array.isArray(value)
}
