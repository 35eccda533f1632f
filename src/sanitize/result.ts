// Wraps a clean fragment as a SafeHtml, with the stricter copies that are made of it when somebody asks for them.
import { createContext, type WalkContext } from './context.js'
import type { PropertySurface } from './css-properties.js'
import { dropDrawingLinks } from './drawing-links.js'
import { inertFragment } from './inert.js'
import { restoreInlineStyles } from './inline-styles.js'
import type { SafeResult } from './options.js'
import { createSafeHtml } from './safe-html.js'
import { scanMarkup } from './scan.js'
import { parseInert, serializeFragment } from './sink.js'
import { walk } from './walk.js'

/** The result of a run. The fragment must not be touched afterwards. */
export function safeResult(
  fragment: DocumentFragment,
  context: WalkContext,
  surface: PropertySurface = context.surface,
): SafeResult {
  // One copy, straight into the document that asks. Nodes that moved instead would keep the prototypes of the window they were
  // made in.
  const anywhere = (document: Document = fragment.ownerDocument): DocumentFragment =>
    surface === 'anywhere'
      ? document.importNode(fragment, true)
      : document.importNode(tighten(fragment.cloneNode(true) as DocumentFragment, context), true)
  const unattended = (document?: Document): DocumentFragment =>
    context.foreign ? dropDrawingLinks(anywhere(document)) : anywhere(document)
  const html = createSafeHtml({
    fragment,
    surface,
    styleSheets: Object.freeze([...context.styleSheets]),
    anywhere,
    unattended,
    markup: () => stableMarkup(unattended(), context),
  })
  return { html, removed: Object.freeze([...context.removed]) }
}

// The same walk with the stricter rules. It only ever takes away, and what it takes away was harmless where it was.
function tighten(copy: DocumentFragment, { options }: WalkContext): DocumentFragment {
  const stricter = createContext({ ...options, styles: 'strip' }, { surface: 'anywhere' })
  return walk(copy, stricter) ? inertFragment(options.window) : copy
}

const ROUNDS = 4

// Markup is parsed again by whoever gets it, and HTML does not promise that this gives the same nodes. So it is tried here: text is
// handed out only if parsing it gives exactly what was written; if that never settles, only the text content is.
function stableMarkup(fragment: DocumentFragment, context: WalkContext): string {
  const { window } = context.options
  let current = fragment
  for (let round = 0; round < ROUNDS; round++) {
    current.normalize()
    const markup = serializeFragment(window, current)
    const scanned = scanMarkup(markup, context.options.limits)
    if ('exceeded' in scanned) break
    const parsed = parseInert(window, scanned.quiet)
    restoreInlineStyles(parsed)
    if (parsed.isEqualNode(current)) return markup
    if (walk(parsed, createContext({ ...context.options, styles: 'strip' }, { surface: 'anywhere' }))) break
    current = parsed
  }
  const text = inertFragment(window)
  text.append(current.textContent ?? '')
  return serializeFragment(window, text)
}
