// Wraps clean nodes as a SafeHtml, with what is made of them when somebody asks: nodes for a page, stricter nodes, markup.
import { createContext, type WalkContext } from './context.js'
import type { PropertySurface } from './css-properties.js'
import { dropDrawingLinks } from './drawing-links.js'
import { boundFontSizes } from './font-growth.js'
import { dropMisledFragments } from './fragment-links.js'
import { inertFragment } from './inert.js'
import { restoreInlineStyles } from './inline-styles.js'
import type { SafeResult } from './options.js'
import { contentOf, createSafeHtml } from './safe-html.js'
import { scanMarkup } from './scan.js'
import { parseInert, serializeFragment } from './sink.js'
import { walk } from './walk.js'

/** What `safeResult` is told besides the nodes. */
export interface ResultOptions {
  /** Where the nodes are safe, if not where the context says. */
  readonly surface?: PropertySurface | undefined
  /** Does it all again, and gives the same. Without it the nodes are always copied. */
  readonly again?: () => SafeResult
}

/** The result of a run. The fragment must not be touched afterwards. */
export function safeResult(
  fragment: DocumentFragment,
  context: WalkContext,
  { surface = context.surface, again }: ResultOptions = {},
): SafeResult {
  const { window } = context.options
  // Mostly a result is shown once, and a copy of its nodes costs a third of what parsing them did. So the first page that shows
  // them gets the nodes themselves, and whoever asks after that pays for making them again, once.
  let moves = again !== undefined
  let nodes: DocumentFragment | undefined = fragment
  const look = (): DocumentFragment => {
    nodes ??= contentOf(again?.().html)?.look() ?? inertFragment(window)
    return nodes
  }
  const show = (document: Document): DocumentFragment => {
    const shown = look()
    // In a page of another window they would keep the prototypes of this one.
    if (!moves || document.defaultView !== window) return document.importNode(shown, true)
    moves = false
    nodes = undefined
    return shown
  }
  const copy = (document: Document = look().ownerDocument): DocumentFragment =>
    surface === 'anywhere'
      ? document.importNode(look(), true)
      : document.importNode(tighten(look().cloneNode(true) as DocumentFragment, context), true)
  const unattended = (document?: Document): DocumentFragment => {
    const copied = copy(document)
    boundFontSizes(copied, stricter(context))
    if (context.foreign) dropDrawingLinks(copied)
    dropMisledFragments(copied, window)
    return copied
  }
  const html = createSafeHtml({
    look,
    show,
    styleSheets: frozen(context.styleSheets),
    anywhere: surface === 'anywhere' ? show : copy,
    unattended,
    markup: () => stableMarkup(unattended(), context),
  })
  return { html, removed: frozen(context.removed) }
}

const NOTHING: readonly never[] = Object.freeze([])

// Most content loses nothing, and to freeze a list takes as long as to look at an element.
function frozen<Item>(list: readonly Item[]): readonly Item[] {
  return list.length ? Object.freeze([...list]) : NOTHING
}

// The same walk with the stricter rules. It only ever takes away, and what it takes away was harmless where it was.
function tighten(copy: DocumentFragment, context: WalkContext): DocumentFragment {
  return walk(copy, stricter(context)) ? inertFragment(context.options.window) : copy
}

function stricter({ options }: WalkContext): WalkContext {
  return createContext({ ...options, styles: 'strip' }, { surface: 'anywhere' })
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
    if (walk(parsed, stricter(context))) break
    current = parsed
  }
  const text = inertFragment(window)
  text.append(current.textContent ?? '')
  return serializeFragment(window, text)
}
