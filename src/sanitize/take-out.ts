// Takes nodes out of the tree that is being walked, and says where the walk goes on. Texts that come to stand side by side become
// one: for each change WebKit looks past all texts and comments for the next element, which among thousands of them takes seconds.

/** What to look at next, and what that is inside of: `next` is undefined at the end of `parent`. */
export interface Resume {
  readonly next: Node | null
  readonly parent: Node | null
}

/** A text that is longer is left as it is: to make it longer yet costs its whole length. */
const LONG = 4096

/** Takes a node out with everything inside. */
export function takeOut(node: ChildNode): Resume {
  const { previousSibling, nextSibling, parentNode } = node
  node.remove()
  return { next: joined(previousSibling, nextSibling), parent: parentNode }
}

/** Puts a node in the place of another, which is looked at next. */
export function takeThePlaceOf(node: ChildNode, replacement: Node): Resume {
  const parent = node.parentNode
  node.replaceWith(replacement)
  return { next: replacement, parent }
}

/** Puts what an element holds in its place, which is looked at next. */
export function unwrap(element: Element): Resume {
  const { previousSibling, nextSibling, parentNode, firstChild } = element
  // All at once: jsdom counts the siblings before the place of each insertion.
  const inside = element.ownerDocument.createDocumentFragment()
  while (element.firstChild) inside.append(element.firstChild)
  element.replaceWith(inside)
  return { next: joined(previousSibling, firstChild ?? nextSibling), parent: parentNode }
}

// Adds a text to the one before it, if both are texts. Answers what comes next.
function joined(before: Node | null, after: Node | null): Node | null {
  if (!isText(before) || !isText(after) || before.data.length > LONG) return after
  const next = after.nextSibling
  before.appendData(after.data)
  after.remove()
  return next
}

function isText(node: Node | null): node is Text {
  return node?.nodeType === 3
}
