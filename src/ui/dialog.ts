// The Trust Notebook dialog: says what trusting means, lists what would run, and leaves the safe answer in focus.
import { adoptStyles, build, type Review, reviewNotebook } from '../rendermime/index.js'
import type { TrustController } from './controller.js'
import { englishMessages, type Messages } from './messages.js'
import { reviewList } from './review-list.js'
import { uiCss } from './styles.js'

/** How the dialog is made. */
export interface TrustDialogOptions {
  readonly messages?: Messages | undefined
  readonly document?: Document | undefined
  /**
   * What `reviewNotebook` or `reviewNotebookInSlices` has made of the notebook already. One that does not say which outputs it
   * has read is made anew.
   */
  readonly review?: Review | undefined
  /** Takes the question back, for when the notebook is closed: the answer is then `cancelled`. */
  readonly signal?: AbortSignal | undefined
}

/** What became of the question. `trusted until closed`: on this page only, because the file was not signed. */
export type TrustAnswer = 'trusted' | 'trusted until closed' | 'cancelled'

/**
 * Asks whether to trust the notebook; if the answer is yes, trusts the outputs that were reviewed, as they were then, and none
 * that came or changed since. Escape and Cancel change nothing. The file is not signed if an output of it was not reviewed,
 * since the user was not shown that: saving signs what is.
 * Rejects with the store's error if the notebook is trusted now, but that could not be remembered.
 */
export async function trustNotebook(
  session: TrustController,
  options: TrustDialogOptions = {},
): Promise<TrustAnswer> {
  const document = options.document ?? globalThis.document
  const messages = options.messages ?? englishMessages
  const view = document.defaultView
  const review = options.review?.outputs
    ? options.review
    : reviewNotebook(session.notebook, view ? { window: view } : {})
  if ((await ask(review, { document, messages, signal: options.signal })) === 'cancelled') return 'cancelled'
  // A kernel waits neither for a review nor for the answer: what it adds or changes meanwhile nobody was asked about.
  return (await session.trust(review.outputs)) ? 'trusted' : 'trusted until closed'
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
