// The one place where sanitized markup is read from text, and where it reaches the page. Text is parsed in a document without
// a window: no script runs there, no picture loads, no custom element wakes up.
import { NbtrustError } from '../lib/errors.js'
import { attendShown } from './attend-shown.js'
import { inertTools } from './inert.js'
import type { DomWindow } from './options.js'
import { contentOf, type SafeHtml } from './safe-html.js'
import { wordSet } from './words.js'

/**
 * The nodes of quiet markup (`scan.ts`), in an inert document. Nothing in it runs or loads. Throws a TypeError where the page requires
 * Trusted Types and allows no policy named `nbtrust`.
 */
export function parseInert(window: DomWindow, markup: string): DocumentFragment {
  const { template, policy } = inertTools(window)
  const parsed = template.cloneNode(false) as HTMLTemplateElement
  parsed.innerHTML = policy ? (policy.createHTML(markup) as string) : markup
  return parsed.content
}

/**
 * The page in whose body quiet markup stands, as the parser of a page reads it, and that of an element in a page: with the body's own
 * attributes, and without what only stands where there is no body. Otherwise as {@link parseInert}.
 */
export function parseAsPage(window: DomWindow, markup: string): Element {
  const { template, policy } = inertTools(window)
  const page = template.content.ownerDocument.createElement('html')
  const text = `<head></head><body>${markup}`
  page.innerHTML = policy ? (policy.createHTML(text) as string) : text
  return page
}

/** The text of a fragment of the inert document, as `innerHTML` would give it. */
export function serializeFragment(window: DomWindow, fragment: DocumentFragment): string {
  const template = inertTools(window).template.cloneNode(false) as HTMLTemplateElement
  template.content.append(fragment)
  const markup = template.innerHTML
  fragment.append(template.content)
  return markup
}

/**
 * Shows sanitized content as the only content of an element, and ends its layout at the element's border. For style sheets,
 * classes and positions use `mountSafeHtml`. Throws `ERR_ARGUMENT` for anything but a SafeHtml.
 */
export function setSafeHtml(element: HTMLElement, safe: SafeHtml): void {
  const content = contentOf(safe)
  if (!content) {
    throw new NbtrustError('ERR_ARGUMENT', 'setSafeHtml takes what the sanitizer made, not text.')
  }
  element.replaceChildren(content.anywhere(element.ownerDocument))
  attendShown(element)
  contain(element)
}

const PHRASING: ReadonlySet<string> = wordSet('span.a.b.i.em.strong.code.label.small.u.s')

// More height than any output needs, less than what makes a page hard to use: the same as in `base-styles.ts`.
const CONTAINED = 'contain: layout paint; overflow: auto; max-height: 90000px;'
// Containment has no effect on inline boxes, so those become blocks in a line.
const CONTAINED_IN_LINE = `${CONTAINED} display: inline-block;`

function contain({ style, localName }: HTMLElement): void {
  // What the page has set itself stays, but for these, unless it calls them important.
  style.cssText += PHRASING.has(localName) ? CONTAINED_IN_LINE : CONTAINED
}
