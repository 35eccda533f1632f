// Takes elements out of the tree and says so: with everything inside, or, for style sheets, with their filtered text kept aside.
import { record, recordDeclarations, type WalkContext } from './context.js'
import { filterStyleSheet } from './css-sheet.js'
import { DROPPED_WHOLE, UNWRAPPED } from './html-elements.js'
import { spokenName } from './inline-styles.js'
import type { RemovalReason } from './removal.js'
import { type Resume, takeOut } from './take-out.js'
import { contactedHost } from './url.js'
import { wordSet } from './words.js'

/** Takes an element out with everything inside, and says so. */
export function dropElement(element: Element, context: WalkContext, reason?: RemovalReason): Resume {
  context.plain = false
  recordDropped(element, reason, context)
  recordInside(element, context)
  return takeOut(element)
}

/** Says what would have acted inside of an element that goes: a reader who is asked for trust wants to know. */
export function recordInside(element: Element, context: WalkContext): void {
  for (const inner of element.querySelectorAll('*')) {
    if (ACTING.has(inner.localName)) recordDropped(inner, undefined, context)
    else recordHandlers(inner.getAttributeNames(), inner.localName, context)
  }
}

const ACTING: ReadonlySet<string> = wordSet('script.iframe.object.embed.form.link.meta')

/** Says that an element is gone, why, and which host it would have asked. */
export function recordDropped(
  element: Element,
  reason: RemovalReason | undefined,
  context: WalkContext,
): void {
  const name = element.localName.toLowerCase()
  const address = element.getAttribute('src') ?? element.getAttribute('data') ?? element.getAttribute('href')
  const host = address ? contactedHost(address, context.options.pageHost) : undefined
  record(context, { kind: 'element', name, reason: reason ?? reasonFor(element, name, host), host })
  recordHandlers(element.getAttributeNames(), name, context)
}

/** Names what would have run on an element that goes without its attributes being looked at one by one. */
export function recordHandlers(attributes: readonly string[], within: string, context: WalkContext): void {
  for (const attribute of attributes) {
    const name = spokenName(attribute)
    if (name.startsWith('on')) record(context, { kind: 'attribute', name, within, reason: 'runs script' })
  }
}

function reasonFor(element: Element, name: string, host: string | undefined): RemovalReason {
  if (name === 'meta' && !element.hasAttribute('http-equiv')) return 'not on the allow-list'
  if (name === 'iframe' && host === undefined) return 'runs script'
  if (name === 'script' && !isScript(element)) return 'not on the allow-list'
  return DROPPED_WHOLE.get(name) ?? UNWRAPPED.get(name) ?? 'not on the allow-list'
}

// Data for scripts is no script; a list of pages to fetch in advance is something else again.
function isScript(element: Element): boolean {
  const type = (element.getAttribute('type') ?? '').trim().toLowerCase()
  return /^(?:module|speculationrules)?$|(?:java|ecma|j|live)script/.test(type)
}

/** A style element always goes from the tree. Where style sheets are kept, its filtered text goes into the shadow root. */
export function takeStyleSheet(element: Element, context: WalkContext): Resume {
  const scoped = context.options.styles === 'scoped' && context.surface === 'contained'
  const text = element.textContent ?? ''
  recordHandlers(element.getAttributeNames(), 'style', context)
  if (scoped && text.length <= context.options.limits.styles) {
    const { css, dropped } = filterStyleSheet(text, {
      css: context.css,
      media: element.getAttribute('media') ?? '',
    })
    if (css !== '') context.styleSheets.push(css)
    recordDeclarations(context, dropped, 'style')
  } else {
    const reason = scoped ? 'over the limit' : 'restyles the page'
    record(context, { kind: 'element', name: 'style', reason })
  }
  return takeOut(element)
}
