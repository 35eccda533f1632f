// From markup that was scanned to its nodes.
import { HTML } from './namespaces.js'
import type { DomWindow } from './options.js'
import { LEFT_OUT, type QuietMarkup } from './scan.js'
import { parseInert } from './sink.js'

/** The nodes of scanned markup. Those of long scripts are without their text. Throws as `parseInert`. */
export function parseMarkup(window: DomWindow, markup: QuietMarkup): DocumentFragment {
  return inFull(parseInert(window, markup.quiet), window, markup)
}

/**
 * The nodes that were parsed, if everything whose text was left out is a script to the parser as well. It reads more of what is
 * broken than the scan does; then all is parsed again with every text.
 */
export function inFull(parsed: DocumentFragment, window: DomWindow, markup: QuietMarkup): DocumentFragment {
  const leftOut = markup.quiet.split(LEFT_OUT).length - 1
  if (!leftOut) return parsed
  // What is called so in SVG and MathML holds markup.
  const found = [...parsed.querySelectorAll('script')].filter(
    ({ textContent, namespaceURI }) => namespaceURI === HTML && textContent === LEFT_OUT,
  )
  return found.length === leftOut ? parsed : parseInert(window, markup.entire())
}
