// Puts what a review found into the words of the command.
import { englishRenderMessages } from '../rendermime/messages.js'
import type { Finding, Review } from '../rendermime/review.js'

const countUnknown = (count: number): string => (count === 1 ? '1 unknown type' : `${count} unknown types`)

/** How many of each kind, as data and as `2 scripts and 1 remote image`; empty where there is nothing. */
export function countFindings({ cells }: Pick<Review, 'cells'>): {
  readonly sentence: string
  readonly counts: Readonly<Record<string, number>>
} {
  const counts = new Map<Finding['kind'], number>()
  for (const { findings } of cells) {
    for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const parts = [...counts].map(([kind, count]) =>
    kind === 'unknown type' ? countUnknown(count) : englishRenderMessages.count(kind, count),
  )
  return { sentence: englishRenderMessages.list(parts), counts: Object.fromEntries(counts) }
}
