// Turns a caller's options into what every renderer is told, with the safe choice for whatever was left out.
import { NbtrustError } from '../lib/errors.js'
import type { RenderContext, Tier } from './content.js'
import { englishRenderMessages } from './messages.js'
import { RenderMimeRegistry } from './registry.js'
import type { RenderOptions } from './rendered.js'
import { ScriptQueue } from './script-queue.js'

/** A render context before a MIME type is chosen. */
export interface OpenContext extends Omit<RenderContext, 'mimeType' | 'bundle' | 'metadata'> {
  readonly registry: RenderMimeRegistry
}

// Callers who hand in no queue still get the document's order.
const queues = new WeakMap<Document, ScriptQueue>()

/** The document to make elements in. @throws NbtrustError `ERR_MISSING_DEPENDENCY` where there is none. */
export function documentFor(options: Pick<RenderOptions, 'document'>): Document {
  const document = options.document ?? globalThis.document
  if (document) return document
  throw new NbtrustError(
    'ERR_MISSING_DEPENDENCY',
    'Rendering needs a document: pass `document`, such as jsdom has.',
  )
}

/** Fills in the defaults. @throws NbtrustError `ERR_MISSING_DEPENDENCY` where there is no document. */
export function contextFor(tier: Tier, options: RenderOptions): OpenContext {
  const document = documentFor(options)
  const scripts = options.scripts ?? queues.get(document) ?? new ScriptQueue()
  if (!options.scripts) queues.set(document, scripts)
  return {
    document,
    window: options.window ?? document.defaultView ?? undefined,
    tier,
    scripts,
    registry: options.registry ?? new RenderMimeRegistry(),
    messages: options.messages ?? englishRenderMessages,
    remoteContent: options.remoteContent === 'allow' ? 'allow' : 'block',
    katex: options.katex,
    mathOutput: options.mathOutput ?? 'mathml',
    attachments: undefined,
    styleSheets: options.styleSheets ?? [],
  }
}
