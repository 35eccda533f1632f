// Shows sanitized content inside a shadow root with clipped overflow: ids, names, classes, labels, style sheets and boxes all end at
// its border. Links to `#names` inside it are followed by hand, because the page's own address knows nothing of them.
import { NbtrustError } from '../lib/errors.js'
import { BASE_STYLES } from './base-styles.js'
import { OUTPUT_CLASS } from './css-selectors.js'
import type { DomWindow } from './options.js'
import { contentOf, type SafeHtml } from './safe-html.js'
import { applyInlineStyles } from './sink.js'

/** Options of `mountSafeHtml`. */
export interface MountOptions {
  /** The host's own style sheets for inside, such as KaTeX's. They come after ours and before the content's. */
  readonly styleSheets?: readonly CSSStyleSheet[] | undefined
}

/** The event that a link to a name outside this output fires on the host element; `detail.name` is the name without the prefix. Not cancelable. */
export const FRAGMENT_EVENT = 'nbtrust-fragment'

/**
 * Shows the content as the only content of the host's shadow root, which is made if need be. Mounting again replaces it. Throws
 * `ERR_ARGUMENT` for anything but a SafeHtml, and for an element that cannot have a shadow root (use a `div`).
 */
export function mountSafeHtml(
  host: HTMLElement,
  safe: SafeHtml,
  { styleSheets = [] }: MountOptions = {},
): ShadowRoot {
  const content = contentOf(safe)
  if (!content) {
    throw new NbtrustError('ERR_ARGUMENT', 'mountSafeHtml takes what the sanitizer made, not text.')
  }
  const root = host.shadowRoot ?? attachShadow(host)
  const document = host.ownerDocument
  const output = document.createElement('div')
  output.className = OUTPUT_CLASS
  output.append(document.importNode(content.fragment, true))
  root.replaceChildren(output)
  adopt(root, { own: [BASE_STYLES], handed: styleSheets, content: content.styleSheets })
  applyInlineStyles(output)
  return root
}

function attachShadow(host: HTMLElement): ShadowRoot {
  try {
    const root = host.attachShadow({ mode: 'open' })
    root.addEventListener('click', (event) => followFragment(event as MouseEvent, root))
    return root
  } catch (cause) {
    throw new NbtrustError(
      'ERR_ARGUMENT',
      `A <${host.localName}> cannot have a shadow root: mount into a <div>.`,
      {
        cause,
      },
    )
  }
}

interface Sheets {
  readonly own: readonly string[]
  readonly handed: readonly CSSStyleSheet[]
  readonly content: readonly string[]
}

// Constructed style sheets are allowed under `style-src 'self'`, style elements are not.
function adopt(root: ShadowRoot, { own, handed, content }: Sheets): void {
  const window = root.ownerDocument.defaultView as DomWindow | null
  if (!window || !('adoptedStyleSheets' in root)) {
    adoptAsElements(root, [...own, ...content])
    return
  }
  const construct = (text: string): CSSStyleSheet => {
    const sheet = new window.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  }
  root.adoptedStyleSheets = [...own.map(construct), ...handed, ...content.map(construct)]
}

// jsdom knows no constructed style sheets. The text is ours or filtered, and is set as text.
function adoptAsElements(root: ShadowRoot, texts: readonly string[]): void {
  for (const text of texts) {
    const style = root.ownerDocument.createElement('style')
    style.textContent = text
    root.append(style)
  }
}

function followFragment(event: MouseEvent, root: ShadowRoot): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.composedPath().find((target) => isFragmentLink(target)) as Element | undefined
  if (!link) return
  event.preventDefault()
  const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
  const name = decode(address.slice(1))
  const target = findNamed(root, name)
  if (target) target.scrollIntoView({ block: 'nearest' })
  else
    root.host.dispatchEvent(
      new CustomEvent(FRAGMENT_EVENT, { bubbles: true, composed: true, detail: { name } }),
    )
}

function isFragmentLink(target: EventTarget): boolean {
  const element = target as Partial<Element>
  if (element.localName !== 'a' || !element.getAttribute) return false
  return (element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '').startsWith('#')
}

// `#Some-Heading` and `#some-heading` are both written for the same heading.
function findNamed(root: ShadowRoot, name: string): Element | undefined {
  const lower = name.toLowerCase()
  let similar: Element | undefined
  for (const element of root.querySelectorAll('[id], a[name]')) {
    const names = [element.id, element.getAttribute('name') ?? '']
    if (names.includes(name)) return element
    if (!similar && names.some((one) => one !== '' && one.toLowerCase() === lower)) similar = element
  }
  return similar
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
