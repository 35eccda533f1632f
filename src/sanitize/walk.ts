// The one walk over parsed content. Everything that is not on our lists goes, whatever parsed it and whatever looked at it
// before; what stays is checked value by value. It works on nodes in an inert document, in place.
import { record, type WalkContext } from './context.js'
import { removeForms, visitElement } from './elements.js'
import { type Resume, takeOut } from './take-out.js'

/** What becomes of the walk at an element: it goes on inside, or the element is gone and it goes on elsewhere. */
export type Step = 'enter' | Resume

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
    let next: Node | null
    let above: Node | null
    const { nodeType } = node
    const step: Step | undefined =
      nodeType === 1
        ? visitElement(node as Element, context)
        : nodeType === 3
          ? undefined
          : removeOther(node as ChildNode, context)
    if (nodeType === 1 && ++elements > tags) return 'tags'
    if (typeof step === 'object') {
      next = step.next
      above = step.parent
    } else {
      next = step === 'enter' ? node.firstChild : null
      if (next) {
        if (++depth > deepest) return 'depth'
        node = next
        continue
      }
      next = node.nextSibling
      above = next ? null : node.parentNode
    }
    while (!next && above && above !== root) {
      next = above.nextSibling
      above = above.parentNode
      depth--
    }
    node = next
  }
  return undefined
}

function removeOther(node: ChildNode, context: WalkContext): Resume {
  const comment = node.nodeType === 8
  record(context, {
    kind: comment ? 'comment' : 'content',
    name: node.nodeName.toLowerCase(),
    reason: 'not on the allow-list',
  })
  if (!comment) context.plain = false
  return takeOut(node)
}
