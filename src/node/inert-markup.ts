// HTML, SVG and Markdown that stay inert as text in a notebook file, whoever shows it.
import type { Mimebundle } from '../nbformat/index.js'
import { isCosmetic } from '../rendermime/summarize.js'
import { activeParts, inAny } from '../sanitize/active-parts.js'
import { LIMITS, renderMarkdown, type SafeResult, sanitizeHtml, sanitizeSvg } from '../sanitize/index.js'
import { markdownMarkup } from '../sanitize/markdown.js'
import type { Removal } from '../sanitize/removal.js'
import { isPlainHtml, isPlainMarkdown } from './plain-markup.js'

/** Where markup is parsed, and whether it is kept at all. */
export interface InertOptions {
  readonly window: Window & typeof globalThis
  /** `drop` keeps only the text of Markdown, and nothing of an output's markup. */
  readonly markup: 'sanitize' | 'drop'
}

/** Markup that was made inert. */
export interface InertMarkup {
  readonly text: string
  readonly removed: readonly Removal[]
}

// That nothing was taken out is no reason to keep a text: it may say something else to another parser. What the sanitizer writes
// says the same to all.
/** The sanitized HTML, or undefined for what is plain beyond doubt or was sanitized before. */
export function inertHtml(html: string, { window }: InertOptions): InertMarkup | undefined {
  return isPlainHtml(html) ? undefined : rewritten(html, sanitizeHtml(html, { window }))
}

/** The sanitized SVG, or undefined if it was sanitized before. */
export function inertSvg(svg: string, { window }: InertOptions): InertMarkup | undefined {
  return rewritten(svg, sanitizeSvg(svg, { window }))
}

/** How Markdown is shown. */
export interface InertMarkdownOptions extends InertOptions {
  readonly attachments?: { readonly [name: string]: Mimebundle }
}

/**
 * Markdown that shows what is safe of it, or undefined if all of it is. Markdown can't be sanitized as Markdown (what a line
 * means depends on those around it), so it becomes one HTML block, and a block has no blank line: after one, Markdown begins
 * again, and what was text could become a link.
 */
export function inertMarkdown(source: string, options: InertMarkdownOptions): InertMarkup | undefined {
  const { window, markup, attachments } = options
  const { html, removed } = renderMarkdown(source, { window, ...(attachments ? { attachments } : {}) })
  if (markup === 'drop') return { text: block(`<pre>${escapeText(source)}</pre>`), removed }
  // Every frontend sanitizes Markdown, so a class or a style that went is no reason to give up the Markdown itself.
  const all = isPlainMarkdown(source) ? removed : inAny([removed, activeInMarkdown(source, window)])
  return isCosmetic(all) ? undefined : { text: block(html.toString()), removed: all }
}

function rewritten(text: string, { html, removed }: SafeResult): InertMarkup | undefined {
  const written = html.toString()
  if (written === text) return undefined
  return { text: written, removed: removed.filter(({ kind }) => kind !== 'comment') }
}

function activeInMarkdown(source: string, window: InertOptions['window']): readonly Removal[] {
  const parsed = markdownMarkup(source, LIMITS)
  return typeof parsed === 'string' ? [] : activeParts(parsed.markup, window)
}

function block(html: string): string {
  return `<div>${html.replace(/\r\n?|\n/g, '&#10;')}</div>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
