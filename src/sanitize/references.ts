// Counts what the references of a drawing stand for. Ten groups that each use the one before ten times are ten thousand million
// shapes to draw; a drawing that stands for too much loses its references.
import { record, type WalkContext } from './context.js'

const ADDRESSES = /#([^\s"')]+)/g

/** Takes the references out of every drawing that stands for more elements than the limit. Linear in nodes and references. */
export function pruneReferences(root: DocumentFragment, context: WalkContext): void {
  const referring = [...root.querySelectorAll('svg *')].filter((element) => referencesOf(element).length > 0)
  if (!referring.length) return
  const limit = context.options.limits.references
  const weights = weigh(root)
  let total = 0
  for (const element of referring) {
    for (const name of referencesOf(element)) total += weights.get(name) ?? 0
    if (total > limit) break
  }
  if (total <= limit) return
  for (const element of referring) {
    const tag = element.localName.toLowerCase()
    for (const name of element.getAttributeNames()) {
      if (!isReference(element, name)) continue
      element.removeAttribute(name)
      record(context, {
        kind: 'attribute',
        name: name.toLowerCase(),
        within: tag,
        reason: 'over the limit',
      })
    }
  }
}

// How many elements each id stands for, its own references counted, up to a number that is over every limit.
function weigh(root: DocumentFragment): Map<string, number> {
  const targets = new Map<string, Element>()
  for (const element of root.querySelectorAll('svg [id], svg[id]')) {
    if (!targets.has(element.id)) targets.set(element.id, element)
  }
  const weights = new Map<string, number>()
  const working = new Set<string>()
  for (const start of targets.keys()) {
    // Depth first without recursion: a name is settled after all that it refers to.
    const stack = [start]
    while (stack.length) {
      const name = stack.at(-1) ?? ''
      const target = targets.get(name)
      if (!target || weights.has(name)) {
        stack.pop()
        continue
      }
      const inside = within(target)
      if (!working.has(name)) {
        working.add(name)
        const open = inside.names.filter(
          (inner) => targets.has(inner) && !weights.has(inner) && !working.has(inner),
        )
        if (open.length) {
          stack.push(...open)
          continue
        }
      }
      // A name that is still being worked on refers to itself in a circle, which is not drawn.
      const sum = inside.names.reduce((total, inner) => total + (weights.get(inner) ?? 0), inside.size)
      weights.set(name, Math.min(sum, 1e9))
      stack.pop()
    }
  }
  return weights
}

function within(target: Element): { size: number; names: string[] } {
  const all = [target, ...target.querySelectorAll('*')]
  return { size: all.length, names: all.flatMap(referencesOf) }
}

function isReference(element: Element, name: string): boolean {
  const lower = name.toLowerCase()
  if (lower === 'href' || lower === 'xlink:href') {
    return element.localName !== 'a' && (element.getAttribute(name) ?? '').startsWith('#')
  }
  return (element.getAttribute(name) ?? '').includes('url(')
}

function referencesOf(element: Element): string[] {
  if (!element.hasAttributes()) return []
  const names: string[] = []
  for (const name of element.getAttributeNames()) {
    if (!isReference(element, name)) continue
    for (const [, reference = ''] of (element.getAttribute(name) ?? '').slice(0, 2000).matchAll(ADDRESSES)) {
      names.push(reference)
    }
  }
  return names
}
