// Everything that is markup in some language: made inert by the sanitizer, or shown as it is if the output is trusted.
import type { JsonValue } from '../../nbformat/model.js'
import {
  type MathOptions,
  renderLatex,
  renderMarkdown,
  type SanitizeOptions,
  sanitizeHtml,
  sanitizeSvg,
} from '../../sanitize/index.js'
import type { Content, MimeRenderer, RenderContext } from '../content.js'
import { textOf } from '../plain-text.js'
import { safeContent } from '../safe-content.js'
import { contentCss, markdownCss } from '../styles.js'
import { trustedContent } from '../trusted-content.js'

// Everything is mounted in a shadow root, which ends what style sheets, classes and positions can do at its border.
function safely({ window, remoteContent, messages }: RenderContext): SanitizeOptions {
  return { window, remoteContent, styles: 'scoped', labels: messages.labels }
}

// Math comes after what a trusted notebook cannot change: KaTeX never gets `trust`.
function withMath(context: RenderContext): SanitizeOptions & MathOptions {
  return { ...safely(context), katex: context.katex, mathOutput: context.mathOutput }
}

/** `text/html`. */
export const htmlRenderer: MimeRenderer = {
  mimeTypes: ['text/html'],
  rank: 50,
  safety: 'safe',
  render(data: JsonValue, context: RenderContext): Content {
    const html = textOf(data, context.mimeType)
    if (context.tier === 'trusted') return trustedContent({ html }, context)
    return safeContent(sanitizeHtml(html, safely(context)), context)
  },
}

/** `text/markdown`. Its HTML is sanitized in every tier: what Markdown holds is never trusted. */
export const markdownRenderer: MimeRenderer = {
  mimeTypes: ['text/markdown'],
  rank: 60,
  safety: 'safe',
  render(data: JsonValue, context: RenderContext): Content {
    const options = { ...withMath(context), attachments: context.attachments }
    const result = renderMarkdown(textOf(data, context.mimeType), options)
    const content = safeContent(result, context, [contentCss, markdownCss])
    nameTasks(content.node, context)
    return content
  },
}

// A screen reader would announce a box without a name.
function nameTasks({ shadowRoot }: HTMLElement, { messages }: RenderContext): void {
  for (const box of shadowRoot?.querySelectorAll<HTMLInputElement>('li input[type=checkbox]') ?? []) {
    box.setAttribute('aria-label', messages.task(box.checked ? 'done' : 'open'))
  }
}

/** `text/latex`: math through KaTeX if it was handed in, else its source. */
export const latexRenderer: MimeRenderer = {
  mimeTypes: ['text/latex'],
  rank: 70,
  safety: 'safe',
  render: (data: JsonValue, context: RenderContext): Content =>
    safeContent(renderLatex(textOf(data, context.mimeType), withMath(context)), context),
}

/** `image/svg+xml`, inline. */
export const svgRenderer: MimeRenderer = {
  mimeTypes: ['image/svg+xml'],
  rank: 80,
  safety: 'safe',
  render(data: JsonValue, context: RenderContext): Content {
    const html = textOf(data, context.mimeType)
    if (context.tier === 'trusted') return trustedContent({ html }, context)
    return safeContent(sanitizeSvg(html, safely(context)), context)
  },
}

/** JavaScript, for trusted outputs only. */
export const javascriptRenderer: MimeRenderer = {
  mimeTypes: ['application/javascript', 'text/javascript'],
  rank: 0,
  safety: 'trusted only',
  render: (data: JsonValue, context: RenderContext): Content =>
    trustedContent({ script: textOf(data, context.mimeType) }, context),
}
