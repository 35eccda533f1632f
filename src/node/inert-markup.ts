// HTML, SVG and Markdown that stay inert as text in a notebook file, whoever shows it.
import type { Mimebundle } from '../nbformat/index.js'
import { isCosmetic } from '../rendermime/summarize.js'
import { renderMarkdown, type SafeResult, sanitizeHtml, sanitizeSvg } from '../sanitize/index.js'
import type { Removal } from '../sanitize/removal.js'

/** Where markup is parsed, and whether it is kept at all. */
export interface Limits {
  readonly window: Window & typeof globalThis
  /** `drop` keeps only what it says as text. */
  readonly markup: 'sanitize' | 'drop'
}

/** Markup that was made inert. */
export interface InertMarkup {
  readonly text: string
  readonly removed: readonly Removal[]
}

/** The sanitized HTML, or undefined if there is nothing in it to take out. */
export function inertHtml(html: string, { window }: Limits): InertMarkup | undefined {
  return replaced(sanitizeHtml(html, { window }))
}

/** The sanitized SVG, or undefined if there is nothing in it to take out. */
export function inertSvg(svg: string, { window }: Limits): InertMarkup | undefined {
  return replaced(sanitizeSvg(svg, { window }))
}

/** How Markdown is shown. */
export interface MarkdownLimits extends Limits {
  readonly attachments?: { readonly [name: string]: Mimebundle }
}

/**
 * Markdown that shows what is safe of it, or undefined if all of it is. Markdown can't be sanitized as Markdown (what a line
 * means depends on those around it), so it becomes one HTML block, and a block has no blank line: after one, Markdown begins
 * again, and what was text could become a link.
 */
export function inertMarkdown(source: string, limits: MarkdownLimits): InertMarkup | undefined {
  const { window, markup, attachments } = limits
  const { html, removed } = renderMarkdown(source, { window, ...(attachments ? { attachments } : {}) })
  if (markup === 'drop') return { text: block(`<pre>${escapeText(source)}</pre>`), removed }
  // Every frontend sanitizes Markdown, so a class or a style that went is no reason to give up the Markdown itself.
  return isCosmetic(removed) ? undefined : { text: block(html.toString()), removed }
}

function replaced({ html, removed }: SafeResult): InertMarkup | undefined {
  const missed = removed.filter(({ kind }) => kind !== 'comment')
  return missed.length === 0 ? undefined : { text: html.toString(), removed: missed }
}

function block(html: string): string {
  return `<div>${html.replace(/\r\n?|\n/g, '&#10;')}</div>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
