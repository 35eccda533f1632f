// Asks before something is lost. The safe answer has the focus, and is what Escape means.
import { build } from '../src/index.js'
import { strings } from './strings.js'

/** Whether the reader gives up what was not saved. `signal` takes the question back: then the answer is no. */
export function askToDiscard(signal: AbortSignal): Promise<boolean> {
  const title = build(document, 'h2', { attributes: { id: 'unsaved' }, children: [strings.unsavedTitle] })
  const button = (text: string, weight?: string) =>
    build(document, 'button', {
      attributes: { type: 'button', class: 'nbtrust-button', 'data-weight': weight },
      children: [text],
    })
  const [keep, discard] = [button(strings.unsavedKeep), button(strings.unsavedDiscard, 'danger')]
  const dialog = build(document, 'dialog', {
    attributes: { class: 'nbtrust-dialog', 'aria-labelledby': title.id },
    children: [
      title,
      build(document, 'p', { attributes: { class: 'question' }, children: [strings.unsavedMeaning] }),
      build(document, 'div', { attributes: { class: 'nbtrust-dialog-actions' }, children: [keep, discard] }),
    ],
  })
  return new Promise((resolve) => {
    keep.addEventListener('click', () => dialog.close())
    discard.addEventListener('click', () => dialog.close('discard'))
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'discard')
    })
    document.body.append(dialog)
    dialog.showModal()
    keep.focus()
    signal.addEventListener('abort', () => dialog.close())
    if (signal.aborted) dialog.close()
  })
}
