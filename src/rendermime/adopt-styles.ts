// Puts a style sheet of ours into a document or shadow root, once, in the way that a strict style-src allows.

// One sheet per window and text: shadow roots share it instead of parsing it again for each output.
const sheets = new WeakMap<object, Map<string, CSSStyleSheet>>()

/**
 * The constructed style sheet for this text in this document. Undefined where there are none (jsdom, old browsers)
 * or where the document is shown in no window. Never throws.
 */
export function styleSheet(document: Document, css: string): CSSStyleSheet | undefined {
  const view = document.defaultView
  if (!view || !('adoptedStyleSheets' in document) || typeof view.CSSStyleSheet !== 'function')
    return undefined
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>()
  sheets.set(document, known)
  const sheet = known.get(css) ?? new view.CSSStyleSheet()
  if (!known.has(css)) {
    sheet.replaceSync(css)
    known.set(css, sheet)
  }
  return sheet
}

/** Adds the sheet to the root, unless it is there already. Where no sheet can be constructed, the page stays unstyled. */
export function adoptStyles(root: Document | ShadowRoot, css: string): void {
  // Not instanceof: the root may be of another window. A document alone has no owner.
  const sheet = styleSheet((root.ownerDocument ?? root) as Document, css)
  if (sheet && !root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
