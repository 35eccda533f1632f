// Shows what the sanitizer made: inside a shadow root of its own, so that its ids and styles end at its border.
import { mountSafeHtml, type SafeResult } from '../sanitize/index.js'
import { styleSheet } from './adopt-styles.js'
import type { Content, RenderContext } from './content.js'
import { build } from './dom.js'
import { contentCss } from './styles.js'

/** Mounts the result in a new element. `css` is what its shadow root is styled with, besides the context's sheets. */
export function safeContent(
  { html, removed }: SafeResult,
  { document, styleSheets }: RenderContext,
  css: readonly string[] = [contentCss],
): Content {
  const node = build(document, 'div')
  const own = css.flatMap((text) => styleSheet(document, text) ?? [])
  mountSafeHtml(node, html, { styleSheets: [...own, ...styleSheets] })
  return { node, removed, empty: !showsAnything(node.shadowRoot ?? node) }
}

// What a reader can see without any text in it.
const visible =
  'img, svg, math, picture, video, audio, hr, progress, meter, input, textarea, select, td, details, [style*=background], [style*=border]'

function showsAnything(root: ParentNode & Node): boolean {
  return (root.textContent ?? '').trim() !== '' || root.querySelector(visible) !== null
}
