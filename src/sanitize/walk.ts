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
  const [firstOf, nextOf] = pathOf(root)
  let elements = 0
  let depth = 1
  let node = firstOf(root)
  while (node) {
    let step: Step | undefined
    if (isElement(node)) {
      step = visitElement(node, context)
      if (++elements > tags) return 'tags'
      if (depth > deepest) return 'depth'
    } else if (node.nodeType !== 3) {
      step = removeOther(node as ChildNode, context)
    }
    let next: Node | null
    let above: Node | null
    if (typeof step === 'object') {
      next = step.next
      above = step.parent
    } else {
      next = step === 'enter' ? firstOf(node as Element) : null
      if (next) {
        depth++
        node = next
        continue
      }
      next = nextOf(node)
      above = next ? null : node.parentNode
    }
    while (!next && above && above !== root) {
      next = nextOf(above)
      above = above.parentNode
      depth--
    }
    node = next
  }
  return undefined
}

// Texts stay as they are. To make an object of each costs as much as to look at the elements, so where there is nothing else, as
// in most content, they are passed over.
function pathOf(root: DocumentFragment): [(node: ParentNode) => Node | null, (node: Node) => Node | null] {
  const elementsAndTexts = 0b101
  const others = root.ownerDocument.createTreeWalker(root, ~elementsAndTexts)
  return others.nextNode()
    ? [(node) => node.firstChild, (node) => node.nextSibling]
    : [(node) => node.firstElementChild, (node) => (node as ChildNode & Element).nextElementSibling]
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
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
