// Follows links to `#names` inside an output by hand. The page's own address must not change (it may be a route of the page's), and
// knows nothing of names inside a shadow root.

import type { DomWindow } from './options.js'
import { dropLinkAddress, linkAddress, onPlainClick } from './plain-clicks.js'
import { decodeName } from './url.js'

/**
 * The event that a link to a name outside this output fires on its element, so that a page can look in its other outputs. It
 * bubbles; `detail.name` is the name with its prefix.
 */
export const FRAGMENT_EVENT = 'nbtrust-fragment'

const heard: WeakSet<Element | ShadowRoot> = new WeakSet()

/** Follows the fragment links below a root from now on; once, however often it is called. */
export function followFragments(root: Element | ShadowRoot): void {
  onPlainClick(root, { handle: follow, heard })
}

/**
 * Takes the addresses out of links to `#names` in nodes that nobody listens to, where a `<base>` of the page would make them lead to
 * another page. Elsewhere the browser itself follows them.
 */
export function dropMisledFragments(fragment: DocumentFragment, { document }: DomWindow): void {
  if (withoutFragment(document.baseURI) === withoutFragment(document.URL)) return
  for (const link of fragment.querySelectorAll('a, area')) {
    if (isFragmentLink(link)) dropLinkAddress(link)
  }
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? ''
}

function follow(event: MouseEvent, root: Element | ShadowRoot): void {
  const link = event.composedPath().find((target) => isFragmentLink(target)) as Element | undefined
  if (!link) return
  event.preventDefault()
  const name = decodeName(linkAddress(link).slice(1))
  const target = findNamed(root, name)
  if (target) {
    target.scrollIntoView({ block: 'nearest' })
    return
  }
  const host = 'host' in root ? root.host : root
  host.dispatchEvent(new CustomEvent(FRAGMENT_EVENT, { bubbles: true, composed: true, detail: { name } }))
}

function isFragmentLink(target: EventTarget): boolean {
  const { localName, getAttribute } = target as Partial<Element>
  if ((localName !== 'a' && localName !== 'area') || !getAttribute) return false
  return linkAddress(target as Element).startsWith('#')
}

/** `#Some-Heading` and `#some-heading` are both written for the same heading. */
function findNamed(root: ParentNode, name: string): Element | undefined {
  const lower = name.toLowerCase()
  let similar: Element | undefined
  for (const element of root.querySelectorAll('[id], a[name]')) {
    const names = [element.id, element.getAttribute('name') ?? '']
    if (names.includes(name)) return element
    if (names.some((one) => one !== '' && one.toLowerCase() === lower)) similar ??= element
  }
  return similar
}
