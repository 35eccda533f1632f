// Where values stand in a JSON text, and how to replace some of them and leave every other character as it was: numbers
// keep their digits, keys their order, white space its style.
import { NbtrustError } from './errors.js'
import { type JsonPath, type JsonValue, pathText } from './json.js'
import { scanJson } from './json-scan.js'
import { writeJson } from './json-write.js'

/** Where a value begins and, exclusively, ends, in UTF-16 units of the text. */
export interface JsonSpan {
  readonly start: number
  readonly end: number
}

/**
 * The spans of the values at these paths, in the order asked for; undefined where there is none. Of a key that is given
 * twice the last value counts, as for JSON.parse.
 * @throws NbtrustError `ERR_JSON_SYNTAX` or `ERR_JSON_DEPTH` with `line, column`.
 */
export function jsonSpans(text: string, paths: readonly JsonPath[]): (JsonSpan | undefined)[] {
  const root = treeOf(paths)
  locate(text, root)
  return paths.map((path) => find(root, path)?.span)
}

/**
 * The text with the values at these paths replaced. New values are indented as the text is, their keys sorted.
 * @throws NbtrustError `ERR_ARGUMENT` for a path that is not there, lies within another, or passes a key that is given
 * twice (readers differ in which one they see); `ERR_JSON_SYNTAX`, `ERR_JSON_DEPTH`; and as `writeJson`.
 */
export function replaceJsonValues(
  text: string,
  replacements: readonly (readonly [path: JsonPath, value: JsonValue])[],
): string {
  const root = treeOf(replacements.map(([path]) => path))
  locate(text, root)
  const style = styleOf(text)
  const edits = replacements.map(([path, value]) => ({ span: spanToReplace(root, path), path, value }))
  edits.sort((a, b) => a.span.start - b.span.start)
  let result = ''
  let from = 0
  for (const { span, path, value } of edits) {
    if (span.start < from) throw badPath(path, 'is replaced already')
    result += text.slice(from, span.start) + styled(value, text, { ...style, at: span.start })
    from = span.end
  }
  return result + text.slice(from)
}

interface Tree {
  readonly children: Map<string | number, Tree>
  span: JsonSpan | undefined
  repeated: boolean
}

function newTree(): Tree {
  return { children: new Map(), span: undefined, repeated: false }
}

function treeOf(paths: readonly JsonPath[]): Tree {
  const root = newTree()
  for (const path of paths) {
    let tree = root
    for (const step of path) {
      const child = tree.children.get(step) ?? newTree()
      tree.children.set(step, child)
      tree = child
    }
  }
  return root
}

// Notes the spans of all values that lie on a path. `tree` is undefined wherever no path leads.
function locate(text: string, root: Tree): void {
  const open: { readonly tree: Tree | undefined; readonly start: number; index: number }[] = []
  let member: Tree | undefined
  scanJson(text, {
    onKey(name) {
      member = open.at(-1)?.tree?.children.get(name)
      if (member?.span) forget(member)
    },
    onStart(kind, start) {
      const parent = open.at(-1)
      const item =
        parent !== undefined && parent.index >= 0 ? parent.tree?.children.get(parent.index++) : member
      open.push({ tree: parent === undefined ? root : item, start, index: kind === 'array' ? 0 : -1 })
    },
    onEnd(end) {
      const closed = open.pop()
      if (closed?.tree) closed.tree.span = { start: closed.start, end }
    },
  })
}

// An earlier value of the same key does not count, nor does what was found in it.
function forget(tree: Tree): void {
  tree.span = undefined
  tree.repeated = true
  for (const child of tree.children.values()) forget(child)
}

function find(root: Tree, path: JsonPath): Tree | undefined {
  return path.reduce<Tree | undefined>((tree, step) => tree?.children.get(step), root)
}

function spanToReplace(root: Tree, path: JsonPath): JsonSpan {
  const tree = find(root, path)
  if (tree?.repeated) throw badPath(path, 'is given twice')
  if (tree?.span === undefined) throw badPath(path, 'is not there')
  return tree.span
}

function badPath(path: JsonPath, problem: string): NbtrustError {
  const place = pathText(path)
  return new NbtrustError('ERR_ARGUMENT', `A value cannot be replaced: ${place} ${problem}.`, { place })
}

interface Style {
  readonly indent: string
  readonly lineEnd: string
}

// The first line after the opening bracket shows one level of indent.
function styleOf(text: string): Style {
  const [, lineEnd = '', indent = ''] = /^\s*[{[](\r?\n)([ \t]+)/.exec(text) ?? []
  return { indent, lineEnd }
}

function styled(value: JsonValue, text: string, style: Style & { readonly at: number }): string {
  const { indent, lineEnd, at } = style
  const [base = ''] = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at)) ?? []
  // Inside strings line feeds are escaped, so every one here is white space.
  return writeJson(value, { order: 'code point', indent }).replaceAll('\n', lineEnd + base)
}
