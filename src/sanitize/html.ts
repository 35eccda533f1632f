// Turns untrusted HTML into inert nodes: limits before any parser, one parse in a document without a window, our own walk, and
// DOMPurify as a second opinion on everything that is not plainly harmless.
import { type AttachmentResolver, createContext, isReportFull, record, type WalkContext } from './context.js'
import type { PropertySurface } from './css-properties.js'
import { inertElement, inertFragment } from './inert.js'
import type { Limits } from './limits.js'
import { lostNodes } from './lost.js'
import {
  type ResolvedOptions,
  requireText,
  resolveOptions,
  type SafeResult,
  type SanitizeOptions,
} from './options.js'
import { purifyFragment } from './purify.js'
import { pruneReferences } from './references.js'
import { safeResult } from './result.js'
import { type OverLimit, scanMarkup } from './scan.js'
import { parseInert } from './sink.js'
import { boundSpans } from './spans.js'
import { walk } from './walk.js'

/**
 * Sanitizes untrusted HTML. Never throws for any string: what is over a limit is withheld, with a message in its place.
 * Throws `ERR_ARGUMENT` for anything but a string, `ERR_MISSING_DEPENDENCY` without a DOM.
 */
export function sanitizeHtml(dirty: string, options: SanitizeOptions = {}): SafeResult {
  requireText(dirty, 'HTML to sanitize')
  const resolved = resolveOptions(options)
  return sanitizeMarkup(dirty, { options: resolved, mimeType: 'text/html' })
}

/** What `sanitizeMarkup` is told besides the text. */
export interface MarkupOptions {
  readonly options: ResolvedOptions
  /** Named in the removal if all of it is withheld. */
  readonly mimeType: string
  readonly attachment?: AttachmentResolver | undefined
  /** The surface that the result needs, where `finish` adds what only a shadow root makes harmless. */
  readonly resultSurface?: PropertySurface | undefined
  /** Changes the parsed nodes before anything is checked. */
  readonly prepare?: ((fragment: DocumentFragment) => void) | undefined
  /** Changes the checked nodes; what it adds has to be checked already. Answers the context that the result is checked by. */
  readonly finish?: ((fragment: DocumentFragment, context: WalkContext) => WalkContext) | undefined
}

/** The pipeline for text that is markup, whichever renderer wrote it. */
export function sanitizeMarkup(dirty: string, markup: MarkupOptions): SafeResult {
  const scanned = scanMarkup(dirty, markup.options.limits)
  if ('exceeded' in scanned) return withheld(scanned.exceeded, markup)
  return sanitizeNodes(parseInert(markup.options.window, scanned.quiet), dirty, markup)
}

/** The pipeline from where the text, which was quiet, is parsed. */
export function sanitizeNodes(parsed: DocumentFragment, dirty: string, markup: MarkupOptions): SafeResult {
  const { options, attachment } = markup
  markup.prepare?.(parsed)
  const context = createContext(options, { attachment })
  const cleaned = cleanFragment(parsed, context)
  if (typeof cleaned === 'string') return withheld(cleaned, markup)
  const finished = markup.finish?.(cleaned, context) ?? context
  if (isReportFull(context) && isBlank(cleaned)) cleaned.append(overLimitMessage('removals', options))
  return safeResult(cleaned, finished, {
    surface: markup.resultSurface,
    again: () => sanitizeMarkup(dirty, markup),
  })
}

/** Cleans parsed nodes. Answers the clean fragment, or the limit that was exceeded. */
export function cleanFragment(parsed: DocumentFragment, context: WalkContext): DocumentFragment | OverLimit {
  const exceeded = ownOpinion(parsed, context)
  return exceeded ?? (isHarmless(parsed, context) ? parsed : secondOpinion(parsed, context))
}

/** Takes out what is on no list of ours, or answers the limit that was exceeded. */
export function ownOpinion(parsed: DocumentFragment, context: WalkContext): OverLimit | undefined {
  const exceeded = walk(parsed, context)
  if (context.foreign && !exceeded) pruneReferences(parsed, context)
  if (context.spans && !exceeded) boundSpans(parsed, context)
  return exceeded
}

/** Asks DOMPurify about all that is left. Answers the same fragment if it agrees. */
export function secondOpinion(cleaned: DocumentFragment, context: WalkContext): DocumentFragment | OverLimit {
  const purified = purifyFragment(context.options.window, cleaned, context.options.policy)
  const lost = lostNodes(cleaned, purified)
  // Two opinions, one result.
  if (!lost) return cleaned
  for (const removal of lost) record(context, removal)
  // DOMPurify may have put things in other places than we saw them in.
  return walk(purified, context) ?? purified
}

// Whether every element is plain, or one that DOMPurify, asked about it and what it holds, would leave as it is.
function isHarmless(cleaned: DocumentFragment, context: WalkContext): boolean {
  const doubtful = context.plain ? context.doubtful : doubtsAbout(cleaned, context)
  const left = doubtful?.filter((element) => cleaned.contains(element))
  if (!left?.length) return left !== undefined
  const { window, policy } = context.options
  const asked = inertFragment(window)
  for (const element of left) asked.append(element.cloneNode(true))
  return asked.isEqualNode(purifyFragment(window, asked, policy))
}

// What is doubtful in what was left, however much was taken out: it is what a walk would have passed at once. That is not
// concluded from what was taken out, but seen by a walk that finds nothing more.
function doubtsAbout(cleaned: DocumentFragment, context: WalkContext): readonly Element[] | undefined {
  const again: WalkContext = { ...context, removed: [], styleSheets: [], doubtful: [], plain: true }
  const settled = walk(cleaned, again) === undefined && again.plain && again.removed.length === 0
  return settled ? again.doubtful : undefined
}

/** What stands in the place of content that is over a limit. */
export function withheld(
  limit: OverLimit | 'runs' | 'nesting',
  { options, mimeType }: { options: ResolvedOptions; mimeType: string },
): SafeResult {
  const context = createContext(options)
  const fragment = inertFragment(options.window)
  fragment.append(overLimitMessage(limit, options))
  record(context, { kind: 'content', name: mimeType, reason: 'over the limit' })
  return safeResult(fragment, context)
}

function isBlank(fragment: DocumentFragment): boolean {
  return !fragment.firstElementChild && (fragment.textContent ?? '').trim() === ''
}

function overLimitMessage(
  limit: keyof Limits | 'removals',
  { window, labels }: ResolvedOptions,
): HTMLElement {
  const message = inertElement(window, 'p')
  message.className = 'nbtrust-withheld'
  message.textContent = labels.overLimit(limit)
  return message
}
