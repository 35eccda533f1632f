// Shows a review to a reader: totals, hosts, and for each cell what would run, with the scripts' own text on request.
import { visible } from '../lib/visible.js'
import { build, type CellReview, countFindings, type Review } from '../rendermime/index.js'
import type { Messages } from './messages.js'

/** How many cells are listed one by one. */
const listedCells = 50

interface ListOptions {
  readonly document: Document
  readonly messages: Messages
}

/** The review as an element; one sentence if nothing would run. */
export function reviewList(review: Review, { document, messages }: ListOptions): HTMLElement {
  // A type that nobody knows does nothing: it is no reason for or against trusting.
  const cells = review.cells
    .filter((cell) => cell.acts === 'on trust')
    .map((cell) => ({ ...cell, findings: cell.findings.filter(({ kind }) => kind !== 'unknown type') }))
    .filter((cell) => cell.findings.length > 0)
  const heading = build(document, 'h3', { children: [messages.reviewHeading] })
  const line = (text: string) => build(document, 'p', { children: [text] })
  const children: Node[] = [heading]
  if (cells.length === 0) children.push(line(messages.reviewNothing))
  else {
    children.push(line(messages.reviewCounts(countFindings(cells.flatMap((cell) => cell.findings)))))
    if (review.hosts.length > 0) children.push(line(messages.reviewHosts(review.hosts)))
    const items = cells.slice(0, listedCells).map((cell) => cellItem(cell, { document, messages }))
    const left = cells.length - items.length
    if (left > 0) items.push(build(document, 'li', { children: [messages.reviewMore(left)] }))
    children.push(build(document, 'ul', { children: items }))
  }
  const markdown = review.cells.some((cell) => cell.acts === 'never')
  if (markdown) children.push(line(messages.neverTrusted))
  return build(document, 'section', { attributes: { class: 'nbtrust-review' }, children })
}

function cellItem(cell: CellReview, { document, messages }: ListOptions): HTMLLIElement {
  const { findings } = cell
  const hosts = [...new Set(findings.flatMap((finding) => finding.hosts))]
  const codes = findings.flatMap(({ code }) => (code ? [code] : []))
  const name = build(document, 'strong', { children: [messages.reviewCell(cell)] })
  const children: (Node | string)[] = [name, ': ', messages.reviewCounts(countFindings(findings))]
  if (hosts.length > 0) children.push('. ', messages.reviewHosts(hosts))
  if (codes.length > 0) {
    children.push(
      build(document, 'details', {
        children: [
          build(document, 'summary', { children: [messages.reviewCode(codes.length)] }),
          ...codes.map((code) => build(document, 'pre', { children: [visible(code)] })),
        ],
      }),
    )
  }
  return build(document, 'li', { children })
}
