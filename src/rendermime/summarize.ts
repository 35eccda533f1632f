// Turns removals into words: which kind each one is for a reader, how many of each, and one sentence for all.
import type { Removal } from '../sanitize/removal.js'
import { wordSet } from '../sanitize/words.js'
import { englishRenderMessages, type RenderMessages, type WithheldKind, withheldKinds } from './messages.js'
import type { Finding } from './review.js'

// A removal of these changes how an output looks, at most; a page may say so more quietly.
const quiet: ReadonlySet<WithheldKind> = new Set(['style sheet', 'style', 'element', 'attribute'])

const frames = wordSet('iframe.frame.frameset.object.embed.applet.portal')
const images = wordSet('img.image.picture.input.svg.feimage.use')
const media = wordSet('video.audio.source.track')

// Notes of the program that drew a picture; nothing of them is ever seen. Foreign vocabularies have a prefix.
const unseen = /^metadata$|^[\w-]+:[\w-]+$/

/** What a reader would call this removal. Undefined for what nobody misses: comments, and the notes of drawing programs. */
export function withheldKind(removal: Removal): WithheldKind | undefined {
  const { kind, name, reason } = removal
  if (kind === 'comment') return undefined
  if (kind === 'attribute' && name.startsWith('on')) return 'event handler'
  const element = kind === 'element' ? name : (removal.within ?? '')
  switch (reason) {
    case 'runs script':
      if (frames.has(element)) return 'frame'
      return kind === 'address' || kind === 'attribute' ? 'unsafe address' : 'script'
    case 'loads remote content':
      if (frames.has(element)) return 'frame'
      if (kind === 'style' || element === 'style') return 'remote style'
      if (images.has(element)) return 'remote image'
      return media.has(element) ? 'remote media' : 'remote address'
    case 'submits a form':
      return 'form'
    case 'navigates the page':
      if (frames.has(element)) return 'frame'
      // A link without its target or download still leads where it says.
      return kind === 'attribute' ? 'attribute' : 'navigation'
    case 'restyles the page':
      return kind === 'element' ? 'style sheet' : 'style'
    case 'imitates the page':
      return kind === 'element' ? 'disguise' : 'attribute'
    case 'unsafe address':
      return 'unsafe address'
    case 'over the limit':
      return 'oversized part'
    case 'not what its type says':
      return 'mislabelled part'
    case 'not on the allow-list':
      if (kind === 'element' && unseen.test(name)) return undefined
      if (frames.has(name)) return 'frame'
      if (kind === 'element' || kind === 'content') return 'element'
      return kind === 'style' ? 'style' : 'attribute'
  }
}

/** How many of each kind, in the order in which a sentence names them. */
export function countKinds(removed: readonly Removal[]): ReadonlyMap<WithheldKind, number> {
  const counts = new Map<WithheldKind, number>()
  for (const removal of removed) {
    const kind = withheldKind(removal)
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return new Map(
    withheldKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind) ?? 0] as const] : [])),
  )
}

/** How many findings of each kind, in the order in which a sentence names them. */
export function countFindings(findings: readonly Finding[]): ReadonlyMap<Finding['kind'], number> {
  const counts = new Map<Finding['kind'], number>()
  for (const kind of [...withheldKinds, 'unknown type' as const]) {
    const count = findings.filter((finding) => finding.kind === kind).length
    if (count > 0) counts.set(kind, count)
  }
  return counts
}

/** True if everything that was taken out only changes how the output looks. */
export function isCosmetic(removed: readonly Removal[]): boolean {
  return [...countKinds(removed).keys()].every((kind) => quiet.has(kind))
}

/**
 * One sentence for people: `3 scripts, 1 event handler and 2 remote images were withheld.` Empty if nothing was.
 * Names what would act; what only changes the look is named if there is nothing else.
 */
export function summarize(
  removed: readonly Removal[],
  messages: RenderMessages = englishRenderMessages,
): string {
  const counts = [...countKinds(removed)]
  const loud = counts.filter(([kind]) => !quiet.has(kind))
  const named = loud.length > 0 ? loud : counts
  if (named.length === 0) return ''
  const total = named.reduce((sum, [, count]) => sum + count, 0)
  return messages.withheld(
    named.map(([kind, count]) => messages.count(kind, count)),
    total,
  )
}
