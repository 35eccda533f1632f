// Puts what a review found into the words of the command.
import { englishRenderMessages } from '../rendermime/messages.js'
import type { Finding, Review } from '../rendermime/review.js'
import { kindOrder } from '../rendermime/summarize.js'

const countUnknown = (count: number): string => (count === 1 ? '1 unknown type' : `${count} unknown types`)

/** How many of each kind, in the dialog's order, as data and as `2 scripts and 1 remote image`; empty where there is nothing. */
export function countFindings({ cells }: Pick<Review, 'cells'>): {
  readonly sentence: string
  readonly counts: Readonly<Record<string, number>>
} {
  const counts = new Map<Finding['kind'], number>()
  const findings = cells.flatMap((cell) => cell.findings)
  for (const kind of [...kindOrder, 'unknown type' as const]) {
    const count = findings.filter((finding) => finding.kind === kind).length
    if (count > 0) counts.set(kind, count)
  }
  const parts = [...counts].map(([kind, count]) =>
    kind === 'unknown type' ? countUnknown(count) : englishRenderMessages.count(kind, count),
  )
  return { sentence: englishRenderMessages.list(parts), counts: Object.fromEntries(counts) }
}
