// Decides about one element: stays, goes with everything inside, or is replaced by what it holds. Then its attributes.

import { decideAttribute } from './attributes.js'
import { doubt, record, type WalkContext } from './context.js'
import { dropElement, recordDropped, recordHandlers, takeStyleSheet } from './drop.js'
import { visitForeign } from './foreign.js'
import { hardenElement, precheckElement, SPECIAL_ELEMENTS } from './harden.js'
import { DROPPED_WHOLE, PLAIN_ELEMENTS } from './html-elements.js'
import { setInlineStyle, spokenName } from './inline-styles.js'
import { HTML, MATHML } from './namespaces.js'
import { takeThePlaceOf, unwrap } from './take-out.js'
import { contactedHost } from './url.js'
import type { Step } from './walk.js'
import { wordSet } from './words.js'

// Where the HTML parser lets HTML stand inside MathML. In SVG it may not stand anywhere: desc, title and foreignObject hold text.
const MATHML_TEXT: ReadonlySet<string> = wordSet('mi.mo.mn.ms.mtext')

/** Decides about one element and its attributes. */
export function visitElement(element: Element, context: WalkContext): Step {
  if (element.namespaceURI !== HTML) return visitForeign(element, context)
  const tag = element.localName
  if (!context.options.policy.elements.has(tag)) return refuseElement(element, tag, context)
  if (!PLAIN_ELEMENTS.has(tag)) doubt(element, context)
  if (context.foreign && !mayHoldHtml(element.parentNode)) return unwrapElement(element, context)
  const special = SPECIAL_ELEMENTS.has(tag)
  const attributed = element.hasAttributes()
  if (!special && !attributed) return 'enter'
  if (attributed && element.hasAttribute('is')) return makeAnew(element, tag, context)
  const refused = special ? precheckElement(element, tag, context) : undefined
  if (refused) return refused
  const style = attributed ? filterAttributes(element, tag, context) : undefined
  if (special) hardenElement(element, tag, context)
  // Always the last attribute, so that sanitizing again writes the same.
  if (style !== undefined) setInlineStyle(element, style)
  return 'enter'
}

// An element remembers the `is` it was parsed with, and every copy of it is that custom element again, whatever becomes of the
// attribute. So its place is taken by an element that never had one.
function makeAnew(element: Element, tag: string, context: WalkContext): Step {
  context.plain = false
  record(context, { kind: 'attribute', name: 'is', within: tag, reason: 'runs script' })
  const fresh = element.ownerDocument.createElement(tag)
  for (const { name, value } of element.attributes) if (name !== 'is') setSafely(fresh, name, value)
  while (element.firstChild) fresh.append(element.firstChild)
  return takeThePlaceOf(element, fresh)
}

// The parser makes attributes with names that setAttribute refuses; none of those is on the list.
function setSafely(element: Element, name: string, value: string): void {
  if (/^[a-z][a-z-]*$/.test(name)) element.setAttribute(name, value)
}

function mayHoldHtml(parent: Node | null): boolean {
  if (parent?.nodeType !== 1) return true
  const { namespaceURI, localName } = parent as Element
  return namespaceURI === HTML || (namespaceURI === MATHML && MATHML_TEXT.has(localName))
}

// Checks every attribute of an HTML element, from the last to the first, because some go. Answers the style to set.
function filterAttributes(element: Element, tag: string, context: WalkContext): string | undefined {
  let style: string | undefined
  // By name: the parser writes names of HTML elements in lower case, each once, and an object for each attribute would cost more
  // than the element.
  for (const written of element.getAttributeNames().reverse()) {
    const value = element.getAttribute(written) ?? ''
    const name = spokenName(written)
    const kept = decideAttribute({ tag, name, value }, context)
    if (name === 'style') style = kept
    if (kept === undefined || name === 'style') element.removeAttribute(written)
    else if (kept !== value) element.setAttribute(written, kept)
  }
  return style
}

function refuseElement(element: Element, tag: string, context: WalkContext): Step {
  if (tag === 'style') return takeStyleSheet(element, context)
  context.plain = false
  if (DROPPED_WHOLE.has(tag) || isUnparsed(element, tag)) return dropElement(element, context)
  return unwrapElement(element, context)
}

// Its place is taken by what it holds, which is looked at next.
function unwrapElement(element: Element, context: WalkContext): Step {
  context.plain = false
  recordDropped(element, undefined, context)
  return unwrap(element)
}

// A parser that has scripts switched on reads what noscript holds as text.
function isUnparsed(element: Element, tag: string): boolean {
  return tag === 'noscript' && !element.firstElementChild && (element.textContent ?? '').includes('<')
}

// A form's named controls hide its own properties (`form.attributes` may be an input), so forms go first, touched only through
// the prototypes' own methods. After that every element is what it says it is.
/** Replaces every form by what it holds. */
export function removeForms(root: DocumentFragment, context: WalkContext): void {
  const forms = root.querySelectorAll('form')
  if (!forms.length) return
  const { Node, Element } = context.options.window
  const firstChild = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild')?.get
  const parentNode = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get
  for (const form of forms) {
    context.plain = false
    const parent: Node | null = parentNode?.call(form) ?? null
    if (!parent) continue
    const action = Element.prototype.getAttribute.call(form, 'action')
    const host = action ? contactedHost(action, context.options.pageHost) : undefined
    record(context, { kind: 'element', name: 'form', reason: 'submits a form', host })
    recordHandlers(Element.prototype.getAttributeNames.call(form), 'form', context)
    // All at once: jsdom counts the siblings before the place of each insertion.
    const inside = root.ownerDocument.createDocumentFragment()
    for (let child: Node | null = firstChild?.call(form); child; child = firstChild?.call(form)) {
      inside.append(child)
    }
    Node.prototype.replaceChild.call(parent, inside, form)
  }
}
