// Counts what the references of a drawing stand for. Ten groups that each use the one before ten times are ten thousand million
// shapes to draw; a drawing that stands for too much loses its references.
import { record, type WalkContext } from './context.js'
import { tokenizeCss } from './css-tokens.js'
import { decodeName } from './url.js'

/** Takes the references out of drawings that stand for many more elements than they hold. Linear in nodes and references. */
export function pruneReferences(root: DocumentFragment, context: WalkContext): void {
  const elements = [...root.querySelectorAll('svg, svg *')]
  const references = new Map<Element, readonly string[]>()
  for (const element of elements) {
    const names = referencesOf(element)
    if (names.length) references.set(element, names)
  }
  if (!references.size) return
  if (weightOf(elements, references) <= elements.length + context.options.limits.references) return
  for (const element of references.keys()) dropReferences(element, context)
}

// What each element stands for is itself, what it holds and what it refers to. Answers the sum over the outermost drawings.
function weightOf(elements: readonly Element[], references: ReadonlyMap<Element, readonly string[]>): number {
  const named = new Map<string, Element>()
  for (const element of elements) if (element.id && !named.has(element.id)) named.set(element.id, element)
  const parts = (element: Element): Element[] => {
    const targets = (references.get(element) ?? []).map((name) => named.get(name))
    const list = targets.filter((target) => target !== undefined)
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) list.push(child)
    return list
  }
  const weights = new Map<Element, number>()
  const outermost = elements.filter(({ parentNode }) => parentNode?.nodeName.toLowerCase() !== 'svg')
  for (const start of outermost) settleWeight(start, parts, weights)
  const drawings = outermost.filter((element) => element.localName === 'svg')
  return drawings.reduce((sum, drawing) => sum + (weights.get(drawing) ?? 0), 0)
}

// Depth first without recursion: an element is settled after all its parts. One that is met again before that is part of itself,
// which browsers do not draw: it weighs nothing there.
function settleWeight(
  start: Element,
  parts: (element: Element) => readonly Element[],
  weights: Map<Element, number>,
): void {
  const stack: (readonly [element: Element, parts: readonly Element[] | undefined])[] = [[start, undefined]]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [element, known] = top
    if (known) {
      const sum = known.reduce((total, part) => total + (weights.get(part) ?? 0), ownWeight(element))
      weights.set(element, Math.min(sum, Number.MAX_SAFE_INTEGER / 1e6))
    } else if (!weights.has(element)) {
      weights.set(element, 0)
      const own = parts(element)
      stack.push([element, own])
      for (const part of own) if (!weights.has(part)) stack.push([part, undefined])
    }
  }
}

// A filter looks at every pixel of the area once more for each of its steps.
function ownWeight({ localName }: Element): number {
  return localName.startsWith('fe') ? 100 : 1
}

function dropReferences(element: Element, context: WalkContext): void {
  const within = element.localName.toLowerCase()
  for (const attribute of element.getAttributeNames()) {
    if (!isReference(element, attribute)) continue
    element.removeAttribute(attribute)
    const name = attribute.toLowerCase()
    record(context, { kind: 'attribute', name, within, reason: 'over the limit' })
  }
}

function isReference(element: Element, name: string): boolean {
  const lower = name.toLowerCase()
  const value = element.getAttribute(name) ?? ''
  if (lower === 'href' || lower === 'xlink:href') return element.localName !== 'a' && value.startsWith('#')
  return value.includes('url(')
}

function referencesOf(element: Element): readonly string[] {
  if (!element.hasAttributes()) return []
  const names: string[] = []
  for (const name of element.getAttributeNames()) {
    if (!isReference(element, name)) continue
    const value = element.getAttribute(name) ?? ''
    // As browsers read them: in CSS a name may be escaped, in any address it may be percent-encoded.
    const addresses = value.startsWith('#') ? [value] : tokenizeCss(value).map((token) => token.value)
    for (const address of addresses) if (address.startsWith('#')) names.push(decodeName(address.slice(1)))
  }
  return names
}
