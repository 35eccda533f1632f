// Puts filtered declarations onto elements. A strict style-src refuses a style attribute that is set as text, or parsed, but not
// the same declarations set through the CSSOM; a copy of such an element keeps them.
import type { StyleWriter } from './css-style-attribute.js'
import { inertElement } from './inert.js'
import type { DomWindow } from './options.js'
import { QUIET_PREFIX, QUIETED } from './scan.js'

/** The name under which style attributes come out of the parser. */
const QUIET_STYLE: string = `${QUIET_PREFIX}style`

/** Sets the style attribute to declarations that the browser has written before. */
export function setInlineStyle(element: Element, declarations: string): void {
  const { style } = element as HTMLElement
  if (style && hasCssom(element.ownerDocument.defaultView)) {
    style.cssText = declarations
    // This browser knows none of them. Chromium writes the attribute when it is asked for it, and before that takes nothing away.
    if (style.length === 0 && element.hasAttribute('style')) element.removeAttribute('style')
  } else {
    element.setAttribute('style', declarations)
  }
}

/** Writes declarations as the browsers of this window do. Its element is in no document that shows anything. */
export function styleWriter(window: DomWindow): StyleWriter {
  if (!hasCssom(window)) return (declarations) => declarations
  let style: CSSStyleDeclaration | undefined
  return (declarations) => {
    style ??= inertElement(window, 'p').style
    style.cssText = declarations
    return style.cssText
  }
}

/** The name an attribute was written with, in lower case. */
export function spokenName(name: string): string {
  const lower = name.toLowerCase()
  const spoken = lower.slice(QUIET_PREFIX.length)
  // Only what the scan renames: an author's own `data-nbtrust-href` is no address.
  return lower.startsWith(QUIET_PREFIX) && QUIETED.test(spoken) ? spoken : lower
}

/** Gives the style attributes of parsed markup that was checked before their name back. */
export function restoreInlineStyles(root: ParentNode): void {
  for (const element of root.querySelectorAll(`[${QUIET_STYLE}]`)) {
    const declarations = element.getAttribute(QUIET_STYLE) ?? ''
    element.removeAttribute(QUIET_STYLE)
    setInlineStyle(element, declarations)
  }
}

/** Applies style attributes that got lost on the way into a page. Mostly they did not, which the first one tells. */
export function applyInlineStyles(root: ParentNode): void {
  const first = root.querySelector<HTMLElement>('[style]')
  if (!first?.style || first.style.length > 0) return
  for (const element of root.querySelectorAll<HTMLElement>('[style]')) {
    if (element.style) element.style.cssText = element.getAttribute('style') ?? ''
  }
}

// jsdom's CSSOM does not know what browsers know, and drops it. Its documents have no policy either. Inert documents have no window.
function hasCssom(window: { readonly CSS?: typeof CSS } | null): boolean {
  return typeof (window ?? globalThis).CSS?.supports === 'function'
}
