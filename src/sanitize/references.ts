// Counts what the references of a drawing stand for. Ten groups that each use the one before ten times are ten thousand million
// shapes to draw; a drawing that stands for too much loses its references.
import { dropAttribute, type WalkContext } from './context.js'
import { tokenizeCss } from './css-tokens.js'
import { HTML } from './namespaces.js'
import { decodeName } from './url.js'
import { wordSet } from './words.js'

/** Takes the references out of drawings that stand for many more elements than they hold. Linear in nodes and references. */
export function pruneReferences(root: DocumentFragment, context: WalkContext): void {
  // Drawings inherit the markers of the HTML around them.
  const elements = [...root.querySelectorAll('svg, svg *, [style*="marker"]')]
  const references = new Map<Element, readonly string[]>()
  for (const element of elements) {
    const names = referencesOf(element)
    if (names.length) references.set(element, names)
  }
  if (!references.size) return
  if (weightOf(elements, references) <= elements.length + context.options.limits.references) return
  for (const element of references.keys()) {
    for (const name of element.getAttributeNames()) {
      if (isReference(element, name)) dropAttribute(element, name, context)
    }
  }
}

// What each element stands for is itself, what it holds and what it refers to; a marker as often as the lines in it have corners.
// Answers the sum over the outermost drawings.
function weightOf(elements: readonly Element[], references: ReadonlyMap<Element, readonly string[]>): number {
  const named = new Map<string, Element>()
  for (const element of elements) if (element.id && !named.has(element.id)) named.set(element.id, element)
  const parts = (element: Element): Element[] => {
    const targets = (references.get(element) ?? []).map((name) => named.get(name))
    const list = targets.filter((target) => target !== undefined)
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) list.push(child)
    return list
  }
  const markers = (element: Element): readonly Element[] =>
    references.has(element) ? referencesOf(element, isMarker).flatMap((name) => named.get(name) ?? []) : []
  const weights = new Map<Element, Weight>()
  const outermost = elements.filter(({ parentNode }) => parentNode?.nodeName.toLowerCase() !== 'svg')
  for (const start of outermost) settleWeight(start, { parts, markers }, weights)
  const drawings = outermost.filter((element) => element.localName === 'svg' || element.namespaceURI === HTML)
  return drawings.reduce((sum, drawing) => sum + (weights.get(drawing)?.[0] ?? 0), 0)
}

type Weight = readonly [elements: number, corners: number]
type PartsOf = (element: Element) => readonly Element[]

const NOTHING: Weight = [0, 0]

// Depth first without recursion: an element is settled after all its parts. One that is met again before that is part of itself,
// which browsers do not draw: it weighs nothing there.
function settleWeight(
  start: Element,
  { parts, markers }: { parts: PartsOf; markers: PartsOf },
  weights: Map<Element, Weight>,
): void {
  const weightOf = (element: Element): Weight => weights.get(element) ?? NOTHING
  const stack: (readonly [element: Element, parts: readonly Element[] | undefined])[] = [[start, undefined]]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [element, known] = top
    if (known) {
      let [sum, corners] = ownWeight(element)
      for (const part of known) {
        sum += weightOf(part)[0]
        corners += weightOf(part)[1]
      }
      for (const marker of markers(element)) sum += weightOf(marker)[0] * corners
      weights.set(element, [Math.min(sum, HEAVIEST), Math.min(corners, HEAVIEST)])
    } else if (!weights.has(element)) {
      weights.set(element, NOTHING)
      const own = parts(element)
      stack.push([element, own])
      for (const part of own) if (!weights.has(part)) stack.push([part, undefined])
    }
  }
}

const HEAVIEST = Number.MAX_SAFE_INTEGER / 1e6
const LINES: ReadonlySet<string> = wordSet('line.path.polygon.polyline')

// A filter looks at every pixel of the area once more for each of its steps. Of a line, few corners take less than four letters.
function ownWeight(element: Element): Weight {
  const { localName } = element
  const lengthOf = (name: string): number => element.getAttribute(name)?.length ?? 0
  return [
    localName.startsWith('fe') ? 100 : 1,
    LINES.has(localName) ? 2 + (lengthOf('d') + lengthOf('points')) / 4 : 0,
  ]
}

function isReference(element: Element, name: string): boolean {
  const lower = name.toLowerCase()
  const value = element.getAttribute(name) ?? ''
  if (lower === 'href' || lower === 'xlink:href') return element.localName !== 'a' && value.startsWith('#')
  return value.includes('url(')
}

function referencesOf(element: Element, isWanted = isReference): readonly string[] {
  if (!element.hasAttributes()) return []
  const names: string[] = []
  for (const name of element.getAttributeNames()) {
    if (!isWanted(element, name)) continue
    const value = element.getAttribute(name) ?? ''
    // As browsers read them: in CSS a name may be escaped, in any address it may be percent-encoded.
    const addresses = value.startsWith('#') ? [value] : tokenizeCss(value).map((token) => token.value)
    for (const address of addresses) if (address.startsWith('#')) names.push(decodeName(address.slice(1)))
  }
  return names
}

// On a line itself, the markers of its two ends are drawn once.
function isMarker(element: Element, name: string): boolean {
  const css = name === 'style' ? (element.getAttribute(name) ?? '') : `${name}:url`
  return (LINES.has(element.localName) ? /marker(?:-mid)?:\s*url/i : /marker[\w-]*:\s*url/i).test(css)
}
