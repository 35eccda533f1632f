// Opens the links of drawings by hand: WebKit gives the page that one opens a way back to this one, whatever its `rel` says. Where
// no hand can be had, in text and in nodes that are handed out, they lose their address.
import { hardenLink } from './harden.js'

const SVG = 'http://www.w3.org/2000/svg'
const handled: WeakSet<Element | ShadowRoot> = new WeakSet()

/** Opens the drawings' links below a root from now on, without a way back; once, however often it is called. */
export function openDrawingLinks(root: Element | ShadowRoot): void {
  if (handled.has(root)) return
  handled.add(root)
  // The Enter key on a link is a click for everybody who listens.
  root.addEventListener('click', (event) => open(event as MouseEvent))
}

/** Takes the addresses of drawings' links out of nodes that nobody listens to. Links within the same output stay. */
export function dropDrawingLinks(fragment: DocumentFragment): void {
  for (const link of fragment.querySelectorAll('svg a')) {
    if (addressOf(link) === undefined) continue
    link.removeAttribute('href')
    link.removeAttribute('xlink:href')
    hardenLink(link)
  }
}

function open(event: MouseEvent): void {
  // With a modifier key the browser itself opens the address, in a tab that nobody opened.
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
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
  const link = target as Element
  const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '#'
  return address.startsWith('#') ? undefined : address
}
