// The inert document of a window, in which markup is parsed and nodes are built: it has no window of its own, so that no
// script runs there, no picture loads and no custom element wakes up.
import type { DomWindow } from './options.js'

/** What is used of a Trusted Types policy, whose types TypeScript's own library does not have. https://w3c.github.io/trusted-types/ */
export interface TypedPolicy {
  createHTML(text: string): unknown
}

/** What belongs to one window. */
export interface WindowTools {
  readonly template: HTMLTemplateElement
  readonly policy: TypedPolicy | undefined
}

const tools: WeakMap<DomWindow, WindowTools> = new WeakMap()

/** An empty fragment of the inert document, for content that is built node by node. */
export function inertFragment(window: DomWindow): DocumentFragment {
  return inertTools(window).template.content.ownerDocument.createDocumentFragment()
}

/** An element of the inert document. */
export function inertElement(window: DomWindow, tag: string): HTMLElement {
  return inertFragment(window).ownerDocument.createElement(tag)
}

/** The Trusted Types policy of this package in a window, `undefined` where there are none. */
export function trustedTypesPolicy(window: DomWindow): TypedPolicy | undefined {
  return inertTools(window).policy
}

/** The inert template and the Trusted Types policy of a window, made when they are first asked for. */
export function inertTools(window: DomWindow): WindowTools {
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
