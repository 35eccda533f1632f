// Takes nodes out of the tree that is being walked, and says where the walk goes on.

/** What to look at next, and what that is inside of: `next` is undefined at the end of `parent`. */
export interface Resume {
  readonly next: Node | null
  readonly parent: Node | null
}

/** Takes a node out with everything inside. */
export function takeOut(node: ChildNode): Resume {
  const resume = { next: node.nextSibling, parent: node.parentNode }
  node.remove()
  return resume
}

/** Puts a node in the place of another, which is looked at next. */
export function takeThePlaceOf(node: ChildNode, replacement: Node): Resume {
  const parent = node.parentNode
  node.replaceWith(replacement)
  return { next: replacement, parent }
}

/** Puts what an element holds in its place, which is looked at next. */
export function unwrap(element: Element): Resume {
  const parent = element.parentNode
  const next = element.firstChild ?? element.nextSibling
  // All at once: jsdom counts the siblings before the place of each insertion.
  const inside = element.ownerDocument.createDocumentFragment()
  while (element.firstChild) inside.append(element.firstChild)
  element.replaceWith(inside)
  return { next, parent }
}
