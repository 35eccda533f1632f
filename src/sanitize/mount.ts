// Shows sanitized content inside a shadow root with clipped overflow: ids, names, classes, labels, style sheets and boxes all end at
// its border. Links to `#names` inside it are followed by hand, because the page's own address knows nothing of them.
import { NbtrustError } from '../lib/errors.js'
import { attendShown } from './attend-shown.js'
import { BASE_STYLES } from './base-styles.js'
import { OUTPUT_CLASS } from './css-selectors.js'
import type { DomWindow } from './options.js'
import { contentOf, type SafeHtml } from './safe-html.js'

/** Options of `mountSafeHtml`. */
export interface MountOptions {
  /** The host's own style sheets for inside, such as KaTeX's. They come after ours and before the content's. */
  readonly styleSheets?: readonly CSSStyleSheet[] | undefined
}

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
  const nodes = content.show(document)
  const output = document.createElement('div')
  output.className = OUTPUT_CLASS
  // In the page before its nodes are, so that they are told once where they are.
  root.replaceChildren(output)
  adopt(root, styleSheets, content.styleSheets)
  output.append(nodes)
  attendShown(root)
  return root
}

function attachShadow(host: HTMLElement): ShadowRoot {
  try {
    return host.attachShadow({ mode: 'open' })
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

// One for each document: shadow roots share it, and a thousand outputs do not parse it a thousand times.
const baseSheets: WeakMap<Document, CSSStyleSheet> = new WeakMap()

// Constructed style sheets are allowed under `style-src 'self'`, style elements are not.
function adopt(root: ShadowRoot, handed: readonly CSSStyleSheet[], content: readonly string[]): void {
  const { ownerDocument } = root
  const window = ownerDocument.defaultView as DomWindow | null
  if (!window || !('adoptedStyleSheets' in root)) {
    adoptAsElements(root, [BASE_STYLES, ...content])
    return
  }
  const construct = (text: string): CSSStyleSheet => {
    const sheet = new window.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  }
  const base = baseSheets.get(ownerDocument) ?? construct(BASE_STYLES)
  baseSheets.set(ownerDocument, base)
  root.adoptedStyleSheets = [base, ...handed, ...content.map(construct)]
}

// jsdom knows no constructed style sheets. The text is ours or filtered, and is set as text.
function adoptAsElements(root: ShadowRoot, texts: readonly string[]): void {
  for (const text of texts) {
    const style = root.ownerDocument.createElement('style')
    style.textContent = text
    root.append(style)
  }
}
