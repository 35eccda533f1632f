// Every sentence of the package's user interface in one object, so that a translation is one object too.

import {
  type CellReview,
  englishRenderMessages,
  type Finding,
  type RenderMessages,
} from '../rendermime/index.js'
import type { TrustCounts } from '../session-types.js'

export { summarize } from '../rendermime/index.js'

/** The sentences of badge and dialog, beside those of the outputs. */
export interface Messages extends RenderMessages {
  readonly badgeTrusted: string
  readonly badgeUntrusted: string
  /** `2 of 5 code cells trusted`. */
  badgeCounts(counts: TrustCounts): string
  readonly trustButton: string
  readonly revokeButton: string
  readonly dialogTitle: string
  /** What trusting means, one paragraph each. */
  readonly dialogMeaning: readonly string[]
  readonly dialogCancel: string
  readonly dialogTrust: string
  /** Heads the list of what would run. */
  readonly reviewHeading: string
  /** Nothing active was found in the outputs. */
  readonly reviewNothing: string
  /** What would run in the whole notebook, or in one cell: `3 scripts and 1 event handler`. */
  reviewCounts(counts: ReadonlyMap<Finding['kind'], number>): string
  reviewHosts(hosts: readonly string[]): string
  /** Names a cell by its position, and by the number that the page shows beside it: `Cell 4 [2]`. */
  reviewCell(cell: Pick<CellReview, 'index' | 'executionCount'>): string
  /** Opens the text of a cell's scripts. */
  reviewCode(count: number): string
  /** How many more cells there are than are listed. */
  reviewMore(cells: number): string
  /** Trusted on this page; the file was not signed, because an output of it is not in the notebook any longer. */
  readonly trustedUntilClosed: string
  /**
   * Trust could not be remembered. `reason` is the error's own sentence, which is English; in another language go by the
   * error, which is an `NbtrustError` with a `code`, unless a store of the host's own threw another.
   */
  trustFailed(reason: string, error: unknown): string
  /** Trust could not be withdrawn from the store. */
  revokeFailed(reason: string, error: unknown): string
}

const { list, count } = englishRenderMessages

/** English, the default. Spread it to change a few: `{ ...englishMessages, dialogTrust: 'I trust it' }`. */
export const englishMessages: Messages = {
  ...englishRenderMessages,
  badgeTrusted: 'Trusted',
  badgeUntrusted: 'Not trusted',
  badgeCounts: ({ trusted, total }) =>
    total === 0 ? 'no code cells' : `${trusted} of ${total} code ${total === 1 ? 'cell' : 'cells'} trusted`,
  trustButton: 'Trust Notebook…',
  revokeButton: 'Revoke trust',
  dialogTitle: 'Trust this notebook?',
  dialogMeaning: [
    'A trusted notebook may run hidden code as soon as it is opened. Its scripts can do in this page whatever you can do.',
    'Trust it only if you made it, or know who did. It stays trusted in this browser until one character of it changes or you revoke it.',
  ],
  dialogCancel: 'Cancel',
  dialogTrust: 'Trust',
  reviewHeading: 'What would run',
  reviewNothing: 'No script, event handler or remote address was found in its outputs.',
  reviewCounts: (counts) =>
    list(
      [...counts].map(([kind, number]) =>
        kind === 'unknown type'
          ? `${number} unknown MIME ${number === 1 ? 'type' : 'types'}`
          : count(kind, number),
      ),
    ),
  reviewHosts: (hosts) => `Would contact ${list(hosts)}`,
  reviewCell: ({ index, executionCount: count }) =>
    count === undefined ? `Cell ${index + 1}` : `Cell ${index + 1} [${count}]`,
  reviewCode: (scripts) => (scripts === 1 ? 'Show the script' : `Show ${scripts} scripts`),
  reviewMore: (cells) => `and ${cells} more ${cells === 1 ? 'cell' : 'cells'}`,
  trustedUntilClosed:
    'Trusted on this page only: the file still holds an output that you have taken out and were not asked about. Save the notebook, and it is trusted when you open it again.',
  trustFailed: (reason) =>
    `The notebook is trusted on this page, but that could not be remembered: ${reason}`,
  revokeFailed: (reason) =>
    `Trust was withdrawn on this page, but the signature could not be removed: ${reason}`,
}
