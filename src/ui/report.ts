// A report of everything that was withheld, for a panel of the host's own.

import { adoptStyles, build, removalList, summarize } from '../rendermime/index.js'
import type { Removal } from '../sanitize/removal.js'
import { englishMessages, type Messages } from './messages.js'
import { uiCss } from './styles.js'

/** How the report is made. */
export interface ReportOptions {
  readonly messages?: Messages | undefined
  readonly document?: Document | undefined
}

/** One sentence and the list of what was withheld, where and why. Empty of children if nothing was. */
export function removalReport(removed: readonly Removal[], options: ReportOptions = {}): HTMLElement {
  const messages = options.messages ?? englishMessages
  const document = options.document ?? globalThis.document
  adoptStyles(document, uiCss)
  const sentence = summarize(removed, messages)
  const children =
    sentence === ''
      ? []
      : [build(document, 'p', { children: [sentence] }), removalList(removed, { document, messages })]
  return build(document, 'section', { attributes: { class: 'nbtrust-report' }, children })
}
