// Puts what a review found into the words of the command.
import { englishRenderMessages } from '../rendermime/messages.js'
import type { Review } from '../rendermime/review.js'
import { countFindings } from '../rendermime/summarize.js'
import { messages } from './messages.js'

/** How many of each kind, in the dialog's order, as data and as `2 scripts and 1 remote image`; empty where there is nothing. */
export function describeFindings({ cells }: Pick<Review, 'cells'>): {
  readonly sentence: string
  readonly counts: Readonly<Record<string, number>>
} {
  const counts = [...countFindings(cells.flatMap((cell) => cell.findings))]
  const parts = counts.map(([kind, count]) =>
    kind === 'unknown type' ? messages.unknownTypes(count) : englishRenderMessages.count(kind, count),
  )
  return { sentence: englishRenderMessages.list(parts), counts: Object.fromEntries(counts) }
}
