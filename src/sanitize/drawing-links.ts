// Opens the links of drawings by hand: WebKit gives the page that one opens a way back to this one, whatever its `rel` says. Where
// no hand can be had, in text and in nodes that are handed out, they lose their address.

import { hardenLink } from './harden.js'
import { SVG } from './namespaces.js'
import { dropLinkAddress, linkAddress, onPlainClick } from './plain-clicks.js'

const heard: WeakSet<Element | ShadowRoot> = new WeakSet()

/** Opens the drawings' links below a root from now on, without a way back; once, however often it is called. */
export function openDrawingLinks(root: Element | ShadowRoot): void {
  onPlainClick(root, { handle: open, heard })
}

/** Takes the addresses of drawings' links out of nodes that nobody listens to. Links within the same output stay. */
export function dropDrawingLinks(fragment: DocumentFragment): void {
  for (const link of fragment.querySelectorAll('svg a')) {
    if (addressOf(link) === undefined) continue
    dropLinkAddress(link)
    hardenLink(link)
  }
}

function open(event: MouseEvent): void {
  for (const target of event.composedPath()) {
    const address = addressOf(target)
    if (address === undefined) continue
    event.preventDefault()
    const link = (target as Element).ownerDocument.createElement('a')
    link.href = address
    hardenLink(link)
    link.click()
    return
  }
}

/** The checked address of a drawing's link that leads out of the output. */
function addressOf(target: EventTarget): string | undefined {
  const { localName, namespaceURI } = target as Partial<Element>
  if (localName !== 'a' || namespaceURI !== SVG) return undefined
  const address = linkAddress(target as Element)
  return address === '' || address.startsWith('#') ? undefined : address
}
