// The one walk over parsed content. Everything that is not on our lists goes, whatever parsed it and whatever looked at it
// before; what stays is checked value by value. It works on nodes in an inert document, in place.
import { record, type WalkContext } from './context.js'
import { removeForms, visitElement } from './elements.js'

/** What became of a node: its content is next, it has none to look at, or it is gone and something else may be in its place. */
export type Step = 'enter' | 'skip' | 'gone'

/** The limit at which a walk was given up. */
export type Exceeded = 'tags' | 'depth'

/**
 * Cleans everything below `root`. Linear in its nodes; no recursion, so depth costs nothing. Answers the limit that was
 * exceeded, if one was: then nothing of the fragment may be shown.
 */
export function walk(root: DocumentFragment, context: WalkContext): Exceeded | undefined {
  const { tags, depth: deepest } = context.options.limits
  removeForms(root, context)
  let elements = 0
  let depth = 1
  let node: Node | null = root.firstChild
  while (node) {
    const parent: Node = node.parentNode ?? root
    const before: Node | null = node.previousSibling
    let step: Step = 'skip'
    if (node.nodeType === 1) {
      elements++
      if (elements > tags) return 'tags'
      step = visitElement(node as Element, context)
    } else if (node.nodeType !== 3) {
      step = removeOther(node, context)
    }
    if (step === 'enter' && node.firstChild) {
      depth++
      if (depth > deepest) return 'depth'
      node = node.firstChild
      continue
    }
    let next: Node | null =
      step === 'gone' ? (before ? before.nextSibling : parent.firstChild) : node.nextSibling
    let above: Node | null = parent
    while (!next && above && above !== root) {
      next = above.nextSibling
      above = above.parentNode
      depth--
    }
    node = next
  }
  return undefined
}

function removeOther(node: Node, context: WalkContext): Step {
  if (node.nodeType === 8) {
    record(context, { kind: 'comment', name: '#comment', reason: 'not on the allow-list' })
  } else {
    record(context, {
      kind: 'content',
      name: node.nodeName.toLowerCase(),
      reason: 'not on the allow-list',
    })
    context.plain = false
  }
  node.parentNode?.removeChild(node)
  return 'gone'
}
