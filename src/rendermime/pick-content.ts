// Goes through a bundle's MIME types, best first, until one of them shows something, and notes what stands in for what.
import type { JsonObject, JsonValue, Mimebundle } from '../nbformat/model.js'
import type { Removal } from '../sanitize/removal.js'
import type { Content } from './content.js'
import type { OpenContext } from './context.js'
import { dataOnlyName } from './data-only-table.js'
import { essence, shortName } from './mime-type.js'
import { saysSomething } from './plain-text.js'
import type { Choice } from './registry.js'
import { jsonTree } from './renderers/json.js'

/** What became of a bundle. */
export interface Picked {
  readonly content: Content | undefined
  readonly mimeType: string | undefined
  readonly removed: readonly Removal[]
  /** Sentences about what stands in for what, and about what failed. */
  readonly notes: readonly string[]
}

// A bundle may hold ten thousand types. Nobody reads more sentences, and nobody waits for more failures.
const MOST_NOTES = 5
const MOST_TRIED = 20

/** Renders the best type of the bundle. Never throws. */
export function pickContent(
  { bundle, metadata }: { readonly bundle: Mimebundle; readonly metadata: JsonObject },
  context: OpenContext,
): Picked {
  const choice = context.registry.choose(Object.keys(bundle), context.tier)
  const removed: Removal[] = choice.withheld.map((name) => ({ kind: 'content', name, reason: 'runs script' }))
  const notes: string[] = []
  const explained = () => removed.length + choice.unknown.length + notes.length > 0
  for (const { mimeType, renderer } of choice.candidates.slice(0, MOST_TRIED)) {
    const data = bundle[mimeType]
    if (data === undefined) continue
    // "<IPython.core.display.Javascript object>" says less than the line about the script.
    if (explained() && typeof data === 'string' && mimeType === 'text/plain' && !saysSomething(data)) continue
    try {
      const content = renderer.render(data, {
        ...context,
        mimeType,
        bundle,
        metadata: objectAt(metadata, mimeType),
      })
      removed.push(...(content.removed ?? []))
      if (content.empty) continue
      const all = [...notes, ...standIns(choice, essence(mimeType), context)]
      return { content, mimeType, removed, notes: firstNotes(all, context) }
    } catch {
      notes.push(context.messages.failed(shortName(mimeType)))
    }
  }
  return leftOver(bundle, choice, { context, removed, notes })
}

interface LeftOver {
  readonly context: OpenContext
  readonly removed: readonly Removal[]
  readonly notes: readonly string[]
}

// Nothing that is known shows anything: JSON of an unknown vendor can still be looked at.
function leftOver(bundle: Mimebundle, choice: Choice, { context, removed, notes }: LeftOver): Picked {
  const json = choice.unknown.find((type) => /[+/]json$/.test(type) && dataOnlyName(type) === undefined)
  const data = json === undefined ? undefined : bundle[json]
  if (json !== undefined && data !== undefined) {
    const note = context.messages.unknownType(shortName(json), 'JSON')
    const content = { node: jsonTree(data, context) }
    return { content, mimeType: json, removed, notes: firstNotes([...notes, note], context) }
  }
  const all = [...notes, ...standIns(choice, undefined, context)]
  return { content: undefined, mimeType: undefined, removed, notes: firstNotes(all, context) }
}

function firstNotes(notes: readonly string[], { messages }: OpenContext): readonly string[] {
  if (notes.length <= MOST_NOTES) return notes
  return [...notes.slice(0, MOST_NOTES), messages.more(notes.length - MOST_NOTES)]
}

function standIns(
  { unknown }: Choice,
  shownAs: string | undefined,
  { messages, tier }: OpenContext,
): string[] {
  const notes = unknown.map((mimeType) => {
    const name = dataOnlyName(mimeType)
    if (name === undefined) return messages.unknownType(shortName(mimeType), shownAs)
    // A trusted chart library draws itself from its HTML or script.
    const live = tier === 'trusted' && shownAs !== undefined && /html|javascript/.test(shownAs)
    return live ? '' : messages.dataOnly(name, shownAs)
  })
  return [...new Set(notes)].filter((note) => note !== '')
}

function objectAt(metadata: JsonObject, mimeType: string): JsonObject {
  const value: JsonValue | undefined = Object.hasOwn(metadata, mimeType) ? metadata[mimeType] : undefined
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
}
