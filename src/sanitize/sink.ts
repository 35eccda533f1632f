// The one place where sanitized markup is read from text, and where it reaches the page. Text is parsed in a document without
// a window: no script runs there, no picture loads, no custom element wakes up.
import { NbtrustError } from '../lib/errors.js'
import { followFragments } from './fragment-links.js'
import { applyInlineStyles } from './inline-styles.js'
import type { DomWindow } from './options.js'
import { contentOf, type SafeHtml } from './safe-html.js'

/** What is used of a Trusted Types policy, whose types TypeScript's own library does not have. https://w3c.github.io/trusted-types/ */
interface TypedPolicy {
  createHTML(text: string): unknown
}

interface WindowTools {
  readonly template: HTMLTemplateElement
  readonly policy: TypedPolicy | undefined
}

const tools: WeakMap<DomWindow, WindowTools> = new WeakMap()

/**
 * The nodes of quiet markup (`scan.ts`), in an inert document. Nothing in it runs or loads. Throws a TypeError where the page requires
 * Trusted Types and allows no policy named `nbtrust`.
 */
export function parseInert(window: DomWindow, markup: string): DocumentFragment {
  const { template, policy } = toolsOf(window)
  const parsed = template.cloneNode(false) as HTMLTemplateElement
  parsed.innerHTML = policy ? (policy.createHTML(markup) as string) : markup
  return parsed.content
}

/** The text of a fragment, as `innerHTML` would give it. */
export function serializeFragment(window: DomWindow, fragment: DocumentFragment): string {
  const template = toolsOf(window).template.cloneNode(false) as HTMLTemplateElement
  template.content.append(template.content.ownerDocument.importNode(fragment, true))
  return template.innerHTML
}

/** An empty fragment of the inert document, for content that is built node by node. */
export function inertFragment(window: DomWindow): DocumentFragment {
  return toolsOf(window).template.content.ownerDocument.createDocumentFragment()
}

/** The Trusted Types policy of this package in a window, `undefined` where there are none. */
export function trustedTypesPolicy(window: DomWindow): TypedPolicy | undefined {
  return toolsOf(window).policy
}

function toolsOf(window: DomWindow): WindowTools {
  const known = tools.get(window)
  if (known) return known
  const inert = window.document.implementation.createHTMLDocument('')
  const made: WindowTools = { template: inert.createElement('template'), policy: createPolicy(window) }
  tools.set(window, made)
  return made
}

function createPolicy(window: DomWindow): TypedPolicy | undefined {
  const factory = (window as { trustedTypes?: { createPolicy(name: string, rules: object): TypedPolicy } })
    .trustedTypes
  if (!factory) return undefined
  try {
    return factory.createPolicy('nbtrust', {
      // Only ever parsed in a document without a window, then sanitized.
      createHTML: (text: string) => text,
      createScriptURL: () => 'about:blank',
    })
  } catch {
    // The page's policy does not name us, or a second copy of this package made it already. Where Trusted Types are not
    // enforced, plain text does; where they are, parsing throws, and nothing is shown.
    return undefined
  }
}

/**
 * Shows sanitized content as the only content of an element, and ends its layout at the element's border. For style sheets,
 * classes and positions use `mountSafeHtml`. Throws `ERR_ARGUMENT` for anything but a SafeHtml.
 */
export function setSafeHtml(element: HTMLElement, safe: SafeHtml): void {
  if (!contentOf(safe)) {
    throw new NbtrustError('ERR_ARGUMENT', 'setSafeHtml takes what the sanitizer made, not text.')
  }
  element.replaceChildren(safe.fragment(element.ownerDocument))
  applyInlineStyles(element)
  contain(element)
  followFragments(element)
}

const PHRASING: ReadonlySet<string> = new Set([
  'span',
  'a',
  'b',
  'i',
  'em',
  'strong',
  'code',
  'label',
  'small',
  'u',
  's',
])

// Containment has no effect on inline boxes, so those become blocks in a line.
function contain(element: HTMLElement): void {
  element.style.setProperty('contain', 'layout paint')
  element.style.setProperty('overflow', 'auto')
  if (PHRASING.has(element.localName)) element.style.setProperty('display', 'inline-block')
}
