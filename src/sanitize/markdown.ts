// Turns Markdown into inert nodes: formulas aside, then GitHub's Markdown through an own instance of marked, then the same sanitizer
// as for HTML. Raw HTML in Markdown gets no more than HTML in an output.

import { type AttachmentBundles, attachmentResolver } from './attachments.js'
import { prefixed, type WalkContext } from './context.js'
import { sanitizeMarkup, withheld } from './html.js'
import type { Limits } from './limits.js'
import { markdownToHtml } from './markdown-lexer.js'
import { isTooNested } from './markdown-nesting.js'
import { type MathOptions, renderFormulas, replaceMarks, restoreMarksInAttributes } from './math.js'
import { type ExtractedMath, extractMath } from './math-delimiters.js'
import { HTML } from './namespaces.js'
import { requireText, resolveOptions, type SafeResult, type SanitizeOptions } from './options.js'
import { withMath } from './policy.js'
import { headingSlugs } from './slugs.js'

/** Options of `renderMarkdown`. */
export interface MarkdownOptions extends SanitizeOptions, MathOptions {
  /** A Markdown cell's attachments: file name to MIME bundle, as in the notebook. Only pictures whose bytes fit are shown. */
  readonly attachments?: AttachmentBundles | undefined
}

/**
 * Renders Markdown (GFM) with math and attachments. Headings get ids, so that `#links` within the text work. Never throws for any
 * string: what is over a limit is withheld, with a message in its place. Throws `ERR_ARGUMENT` for anything but a string.
 */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): SafeResult {
  requireText(source, 'Markdown to render')
  const resolved = resolveOptions(options)
  const about = { options: resolved, mimeType: 'text/markdown' }
  const parsed = markdownMarkup(source, resolved.limits)
  if (typeof parsed === 'string') return withheld(parsed, about)
  const { markup, math } = parsed
  const contained = options.mathOutput === 'htmlAndMathml' && math.formulas.length > 0
  return sanitizeMarkup(markup, {
    ...about,
    attachment: attachmentResolver(options.attachments),
    resultSurface: contained ? 'contained' : undefined,
    prepare: (fragment) => restoreMarksInAttributes(fragment, math),
    finish: (fragment, context) => {
      nameHeadings(fragment, context)
      if (!math.formulas.length) return context
      replaceMarks(fragment, math.marks, renderFormulas(math.formulas, options, context))
      return { ...context, options: { ...context.options, policy: withMath(resolved.policy) } }
    },
  })
}

/** The HTML that Markdown becomes before anything is taken out of it, with marks for its formulas; or the limit that it exceeds. */
export function markdownMarkup(
  source: string,
  limits: Limits,
): { readonly markup: string; readonly math: ExtractedMath } | 'length' | 'nesting' {
  if (source.length > limits.length) return 'length'
  if (isTooNested(source, limits.nesting)) return 'nesting'
  const math = extractMath(source, { host: 'markdown', limit: limits.formulas })
  const markup = parseMarkdown(math.text)
  return markup === undefined ? 'nesting' : { markup, math }
}

// marked recurses, and throws RangeError where the limit on nesting has overlooked something.
function parseMarkdown(text: string): string | undefined {
  try {
    return markdownToHtml(text)
  } catch {
    return undefined
  }
}

function nameHeadings(fragment: DocumentFragment, context: WalkContext): void {
  const slug = headingSlugs()
  if (!context.options.policy.attributes.has('id')) return
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (heading.namespaceURI !== HTML || heading.id) continue
    const name = slug(heading.textContent ?? '')
    if (name !== '') heading.id = prefixed(name, context.options.idPrefix)
  }
}
