// Turns an untrusted SVG document into inert inline SVG. It is read as HTML reads it, in the same inert parse and by the same
// rules as SVG inside HTML; as XML it could bring entities and namespaces of its own.

import { record } from './context.js'
import { sanitizeMarkup } from './html.js'
import { requireText, resolveOptions, type SafeResult, type SanitizeOptions } from './options.js'

const mimeType = 'image/svg+xml'

/**
 * Sanitizes an untrusted SVG document (`image/svg+xml`). The XML declaration, doctype and comments before the drawing are skipped;
 * what else stands beside it goes, and the report says so.
 * @throws NbtrustError `ERR_ARGUMENT` for anything but a string; `ERR_MISSING_DEPENDENCY` without a DOM.
 */
export function sanitizeSvg(text: string, options: SanitizeOptions = {}): SafeResult {
  requireText(text, 'SVG to sanitize')
  const drawing = text.slice(endOfProlog(text))
  const start = drawing.search(/<svg[\s>/]/i)
  return sanitizeMarkup(start < 0 ? '' : drawing.slice(start), {
    options: resolveOptions(options),
    mimeType,
    finish: (fragment, context) => {
      const isOnly = keepDrawings(fragment) && start === 0
      if (!isOnly && drawing !== '')
        record(context, { kind: 'content', name: mimeType, reason: 'not what its type says' })
      return context
    },
  })
}

// A doctype may hold entity declarations; HTML would read the tail of them as text.
const PROLOG = /\s+|<\?[^>]*>|<!--.*?-->|<!doctype[^[>]*(?:\[.*?\]\s*)?>/isy

function endOfProlog(text: string): number {
  PROLOG.lastIndex = 0
  let end = 0
  while (PROLOG.test(text)) end = PROLOG.lastIndex
  return end
}

// What the HTML parser moved out of the drawing is not part of it. False if there was anything.
function keepDrawings(fragment: DocumentFragment): boolean {
  let isOnly = true
  for (const node of [...fragment.childNodes]) {
    if (node.nodeName.toLowerCase() === 'svg') continue
    isOnly &&= (node.textContent ?? '').trim() === ''
    node.remove()
  }
  return isOnly
}
