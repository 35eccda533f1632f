// The Trust Notebook dialog: says what trusting means, lists what would run, and leaves the safe answer in focus.
import { adoptStyles, build, type Review, reviewNotebook } from '../rendermime/index.js'
import { recordNotebook } from '../session-ledger.js'
import type { TrustController } from './controller.js'
import { englishMessages, type Messages } from './messages.js'
import { reviewList } from './review-list.js'
import { uiCss } from './styles.js'

/** How the dialog is made. */
export interface TrustDialogOptions {
  readonly messages?: Messages | undefined
  readonly document?: Document | undefined
  /** What would run, if the host has reviewed the notebook already. */
  readonly review?: Review | undefined
  /** Takes the question back, for when the notebook is closed: the answer is then `cancelled`. */
  readonly signal?: AbortSignal | undefined
}

/** What became of the question. `trusted until closed`: on this page only, because the file was not signed. */
export type TrustAnswer = 'trusted' | 'trusted until closed' | 'cancelled'

/**
 * Asks whether to trust the notebook; trusts it if the answer is yes, but for outputs that came or changed after it was asked.
 * Escape and Cancel change nothing. The file is not signed if an output of it was not in the notebook when it was asked, since
 * the user was not shown that: saving signs what is.
 * Rejects with the store's error if the notebook is trusted now, but that could not be remembered.
 */
export async function trustNotebook(
  session: TrustController,
  options: TrustDialogOptions = {},
): Promise<TrustAnswer> {
  const document = options.document ?? globalThis.document
  const messages = options.messages ?? englishMessages
  const view = document.defaultView
  const review = options.review ?? reviewNotebook(session.notebook, view ? { window: view } : {})
  // A kernel does not wait for the answer: what it adds or changes meanwhile nobody was asked about.
  const shown = recordNotebook(session.notebook)
  if ((await ask(review, { document, messages, signal: options.signal })) === 'cancelled') return 'cancelled'
  return (await session.trust(shown)) ? 'trusted' : 'trusted until closed'
}

interface Shown {
  readonly document: Document
  readonly messages: Messages
  readonly signal: AbortSignal | undefined
}

function ask(review: Review, { document, messages, signal }: Shown): Promise<'trusted' | 'cancelled'> {
  adoptStyles(document, uiCss)
  const title = build(document, 'h2', { children: [messages.dialogTitle] })
  title.id = `nbtrust-dialog-${crypto.getRandomValues(new Uint32Array(1))[0]}`
  const meaning = build(document, 'div', {
    attributes: { class: 'nbtrust-dialog-meaning' },
    children: messages.dialogMeaning.map((text) => build(document, 'p', { children: [text] })),
  })
  meaning.id = `${title.id}-meaning`
  const cancel = button(document, { value: 'cancelled', text: messages.dialogCancel })
  const trust = button(document, { value: 'trusted', text: messages.dialogTrust })
  cancel.autofocus = true
  trust.dataset.weight = 'danger'
  const dialog = build(document, 'dialog', {
    attributes: { class: 'nbtrust-dialog', 'aria-labelledby': title.id, 'aria-describedby': meaning.id },
    children: [
      title,
      build(document, 'div', {
        // Scrolls when the list is long, so it must be reachable by keyboard.
        attributes: { class: 'nbtrust-dialog-body', tabindex: 0, role: 'group', 'aria-labelledby': title.id },
        children: [meaning, reviewList(review, { document, messages })],
      }),
      build(document, 'div', { attributes: { class: 'nbtrust-dialog-actions' }, children: [cancel, trust] }),
    ],
  })
  return new Promise((resolve) => {
    cancel.addEventListener('click', () => dialog.close('cancelled'))
    trust.addEventListener('click', () => dialog.close('trusted'))
    dialog.addEventListener(
      'close',
      () => {
        dialog.remove()
        // Escape closes with the empty value: only the Trust button says yes.
        resolve(dialog.returnValue === 'trusted' ? 'trusted' : 'cancelled')
      },
      { once: true },
    )
    document.body.append(dialog)
    dialog.showModal()
    cancel.focus()
    signal?.addEventListener('abort', () => dialog.close())
    if (signal?.aborted) dialog.close()
  })
}

function button(document: Document, { value, text }: { value: string; text: string }): HTMLButtonElement {
  const attributes = { type: 'button', class: 'nbtrust-button', value }
  return build(document, 'button', { attributes, children: [text] })
}
