// What one run of the sanitizer carries along: its options, what it took out so far, and answers it already knows.

import { visible } from '../lib/visible.js'
import type { DroppedDeclaration } from './css-declarations.js'
import type { PropertySurface } from './css-properties.js'
import { type CssContext, type FilteredStyle, memoizedStyles } from './css-style-attribute.js'
import { checkedDataUrl } from './images.js'
import { styleWriter } from './inline-styles.js'
import { HTML } from './namespaces.js'
import type { ResolvedOptions } from './options.js'
import type { Removal, RemovalReason } from './removal.js'
import { contactedHost, remoteAddress } from './url.js'

/** Where pictures named `attachment:name` come from: the checked data: URL, or undefined. */
export type AttachmentResolver = (name: string) => string | undefined

/** State of one run. */
export interface WalkContext {
  readonly options: ResolvedOptions
  /** `contained` keeps what only a shadow root with clipped overflow makes harmless. */
  readonly surface: PropertySurface
  readonly attachment: AttachmentResolver | undefined
  readonly removed: Removal[]
  /** Filtered style sheets that were found, if they are kept. */
  readonly styleSheets: string[]
  /** Filters a style attribute; remembers what it has seen. */
  readonly style: (source: string) => FilteredStyle
  /** The same for what is inside a drawing, which clips at its own border. */
  readonly drawingStyle: (source: string) => FilteredStyle
  readonly css: CssContext
  /** Turns false at the first thing that is taken out or put in another's place: then what is left is walked once more. */
  plain: boolean
  /** Elements that are not in the plain subset, so that DOMPurify has a look as well, at each with all it holds. */
  readonly doubtful: Element[]
  /** Turns true at the first SVG or MathML element. */
  foreign: boolean
  /** Turns true at the first cell of a table that stretches over others. */
  spans: boolean
}

/** A fresh run. */
export function createContext(
  options: ResolvedOptions,
  { surface, attachment }: { surface?: PropertySurface; attachment?: AttachmentResolver | undefined } = {},
): WalkContext {
  const css: CssContext = {
    surface: surface ?? (options.styles === 'scoped' ? 'contained' : 'anywhere'),
    prefixed: (name) => prefixed(name, options.idPrefix),
    image: (address) => (options.policy.data === 'none' ? undefined : checkedDataUrl(address, 'image')),
    host: (address) =>
      /^\s*(?:[a-z]+:)?[\\/]{2}/i.test(address) ? contactedHost(address, options.pageHost) : undefined,
    has: { count: 0 },
  }
  const write = styleWriter(options.window)
  return {
    options,
    surface: css.surface,
    attachment,
    removed: [],
    styleSheets: [],
    style: memoizedStyles(css, options.limits, write),
    drawingStyle: memoizedStyles({ ...css, surface: 'contained' }, options.limits, write),
    css,
    plain: true,
    doubtful: [],
    foreign: false,
    spans: false,
  }
}

/** Notes an element that DOMPurify is to look at: a drawing or formula as a whole. One that is inside of another is looked at with it. */
export function doubt(element: Element, { doubtful }: WalkContext): void {
  if (doubtful.at(-1)?.contains(element)) return
  let outermost = element
  for (
    let around = element.parentElement;
    around && outermost.namespaceURI !== HTML && around.namespaceURI !== HTML;
    around = around.parentElement
  ) {
    outermost = around
  }
  doubtful.push(outermost)
}

const MOST_REMOVALS = 20_000
const LONGEST_NAME = 200

/** A removal; `host` may be there and say nothing. */
export interface Finding extends Omit<Removal, 'host'> {
  readonly host?: string | undefined
}

/** Adds to the report. A report that would be longer than anybody reads ends with a line that says so. */
export function record(context: WalkContext, { host, ...finding }: Finding): void {
  const { removed } = context
  if (removed.length < MOST_REMOVALS) {
    const removal = { ...finding, name: plainName(finding.name) }
    removed.push(host === undefined ? removal : { ...removal, host })
  } else if (removed.length === MOST_REMOVALS) {
    removed.push({ kind: 'content', name: 'report', reason: 'over the limit' })
  }
}

/** Takes away an attribute of which there is too much. */
export function dropAttribute(element: Element, name: string, context: WalkContext): void {
  element.removeAttribute(name)
  const within = element.localName.toLowerCase()
  record(context, { kind: 'attribute', name: name.toLowerCase(), within, reason: 'over the limit' })
}

/** Whether more was taken out than the report says. */
export function isReportFull({ removed }: WalkContext): boolean {
  return removed.length > MOST_REMOVALS
}

// A tag may be called a megabyte of letters, and what it is called stands in sentences.
function plainName(name: string): string {
  return visible(name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`)
}

/** Records why an attribute goes. Returns undefined, which is what is left of it. */
export function refuseAttribute(
  { tag, name }: { tag: string; name: string },
  reason: RemovalReason,
  context: WalkContext,
): undefined {
  record(context, { kind: 'attribute', name, within: tag, reason })
}

/** Records which declarations of an element's style, or of a style sheet, were dropped. */
export function recordDeclarations(
  context: WalkContext,
  dropped: readonly DroppedDeclaration[],
  within: string,
): void {
  for (const { property, reason, host } of dropped) {
    record(context, { kind: 'style', name: property, within, reason, host })
  }
}

/** A name with the output's prefix, which is put on once only. */
export function prefixed(name: string, prefix: string): string {
  return name.startsWith(prefix) ? name : prefix + name
}

/** The address of something that may be loaded: a checked data: URL, an attachment, or a remote one if that is allowed. */
export function loadable(address: string, kind: 'image' | 'media', context: WalkContext): string | undefined {
  const { policy, remoteContent, pageOrigin } = context.options
  const trimmed = address.trim()
  if (/^data:/i.test(trimmed)) {
    if (policy.data === 'none' || (kind === 'media' && policy.data === 'images')) return undefined
    return checkedDataUrl(trimmed, kind)
  }
  if (context.attachment && /^attachment:/i.test(trimmed)) return context.attachment(trimmed.slice(11))
  return remoteContent === 'allow' ? remoteAddress(trimmed, pageOrigin) : undefined
}

/** Records that an address was not loaded, with the reason that fits it. */
export function refuseAddress(
  address: string,
  { name, within }: { name: string; within: string },
  context: WalkContext,
): void {
  const host = contactedHost(address, context.options.pageHost)
  const data = /^\s*data:/i.test(address)
  const script = /^[\s\p{Cc}]*(?:java|vb|live)script:/iu.test(address)
  const attachment = /^\s*attachment:/i.test(address)
  const reason = data
    ? 'not what its type says'
    : script
      ? 'runs script'
      : attachment
        ? 'not on the allow-list'
        : 'loads remote content'
  const asked = reason === 'loads remote content' ? host : undefined
  record(context, { kind: 'address', name, within, reason, host: asked })
}
