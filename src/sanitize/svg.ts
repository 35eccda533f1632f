// Turns an untrusted SVG document into inert inline SVG. It is read as HTML reads it, in the same inert parse and by the same
// rules as SVG inside HTML; as XML it could bring entities and namespaces of its own.
import { sanitizeMarkup } from './html.js'
import { requireText, resolveOptions, type SafeResult, type SanitizeOptions } from './options.js'

/**
 * Sanitizes an untrusted SVG document (`image/svg+xml`). The XML declaration, doctype and anything before the first `<svg` is
 * skipped. Never throws for any string; throws `ERR_ARGUMENT` for anything else.
 */
export function sanitizeSvg(text: string, options: SanitizeOptions = {}): SafeResult {
  requireText(text, 'SVG to sanitize')
  const resolved = resolveOptions(options)
  return sanitizeMarkup(startOfSvg(text), {
    options: resolved,
    mimeType: 'image/svg+xml',
    finish: (fragment, context) => {
      keepDrawings(fragment)
      return context
    },
  })
}

// A doctype may hold entity declarations; HTML would read the tail of them as text.
function startOfSvg(text: string): string {
  const start = text.search(/<svg[\s>/]/i)
  return start < 0 ? '' : text.slice(start)
}

// What the HTML parser moved out of the drawing is not part of it.
function keepDrawings(fragment: DocumentFragment): void {
  for (const node of [...fragment.childNodes]) {
    if (node.nodeName.toLowerCase() !== 'svg') node.remove()
  }
}
