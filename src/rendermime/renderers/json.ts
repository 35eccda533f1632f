// JSON as a tree of native disclosures: keyboard and screen readers work as everywhere, and a folded part costs nothing.
import type { JsonValue } from '../../nbformat/model.js'
import type { Content, MimeRenderer, RenderContext } from '../content.js'
import { build } from '../dom.js'
import type { RenderMessages } from '../messages.js'

/** How many entries of a list are shown before a button offers more. */
const jsonPage = 100
/** A value on this level or above is unfolded at first, if it is short. */
const openLevels = 2
const openEntries = 20

/** `application/json`, and any other `+json` type for which nothing better is known. */
export const jsonRenderer: MimeRenderer = {
  mimeTypes: ['application/json'],
  rank: 0,
  safety: 'safe',
  render: (data: JsonValue, context: RenderContext): Content => ({ node: jsonTree(data, context) }),
}

/** The tree for a value. Built level by level as it is unfolded, so its cost does not grow with depth. */
export function jsonTree(data: JsonValue, { document, messages }: JsonContext): HTMLElement {
  return build(document, 'div', {
    attributes: { class: 'nbtrust-json', role: 'group', 'aria-label': messages.jsonTree },
    children: [valueNode(data, { document, messages, level: 0 })],
  })
}

interface JsonContext {
  readonly document: Document
  readonly messages: RenderMessages
}
interface Level extends JsonContext {
  readonly level: number
  readonly label?: string
}

function valueNode(value: JsonValue, at: Level): HTMLElement {
  if (value !== null && typeof value === 'object') return branch(value, at)
  const kind = value === null ? 'null' : typeof value
  const leaf = build(at.document, 'span', {
    attributes: { 'data-json': kind },
    children: [JSON.stringify(value)],
  })
  return build(at.document, 'div', { children: [...label(at), leaf] })
}

function label({ document, label: name }: Level): (Node | string)[] {
  if (name === undefined) return []
  return [build(document, 'span', { attributes: { 'data-json': 'key' }, children: [name] }), ': ']
}

function branch(value: JsonValue[] | { [key: string]: JsonValue }, at: Level): HTMLElement {
  const { document, messages, level } = at
  const list = Array.isArray(value)
  const keys = list ? undefined : Object.keys(value)
  const count = keys ? keys.length : (value as JsonValue[]).length
  const counted = build(document, 'span', {
    attributes: { 'data-json': 'count' },
    children: [list ? `[ ${messages.jsonItems(count)} ]` : `{ ${messages.jsonKeys(count)} }`],
  })
  const head = [...label(at), counted]
  if (count === 0) return build(document, 'div', { children: head })
  const entry = (index: number): [string, JsonValue] => {
    const key = keys?.[index]
    return key === undefined
      ? [String(index), (value as JsonValue[])[index] ?? null]
      : [key, (value as { [key: string]: JsonValue })[key] ?? null]
  }
  const details = build(document, 'details', { children: [build(document, 'summary', { children: head })] })
  const fill = () => {
    if (details.childElementCount > 1) return
    const items = build(document, 'ul')
    details.append(items)
    showMore({ document, messages, level, items, entry, count })
  }
  details.addEventListener('toggle', fill)
  if (level < openLevels && count <= openEntries) {
    details.open = true
    fill()
  }
  return details
}

interface Page extends JsonContext {
  readonly level: number
  readonly items: HTMLElement
  readonly entry: (index: number) => [string, JsonValue]
  readonly count: number
}

function showMore({ document, messages, level, items, entry, count }: Page): void {
  const from = items.childElementCount
  const to = Math.min(count, from + jsonPage)
  for (let index = from; index < to; index++) {
    const [name, value] = entry(index)
    const node = valueNode(value, { document, messages, level: level + 1, label: name })
    items.append(build(document, 'li', { children: [node] }))
  }
  if (to === count) return
  const next = Math.min(jsonPage, count - to)
  const button = build(document, 'button', {
    attributes: { type: 'button' },
    children: [messages.jsonMore(next, count - to)],
  })
  const place = build(document, 'li', { children: [button] })
  button.addEventListener('click', () => {
    place.remove()
    showMore({ document, messages, level, items, entry, count })
  })
  items.append(place)
}
