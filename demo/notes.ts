// The lines at the foot of the window, in view wherever the reader has scrolled to: what is going on, what just happened,
// and what went wrong without keeping the notebook from being read.
import { build } from '../src/index.js'
import { strings } from './strings.js'

/** What can be done about something that takes long. */
export interface ProgressOptions {
  readonly onCancel: () => void
  /** Nobody waits for it any longer. */
  readonly signal: AbortSignal
  /** The file's name in the sentence, which is cut off where it is too long. */
  readonly name?: string
}

/** The lines, as the rest of the demo sets them. */
export interface Notes {
  readonly element: HTMLElement
  /** Shows what is going on, with Cancel once it takes a second; without arguments, takes that away. */
  showProgress(sentence?: string, options?: ProgressOptions): void
  /** What just happened. It goes out of sight after a while. */
  say(sentence: string, name?: string): void
  /** A problem that does not keep the notebook from being read; without a sentence, takes that away. */
  warn(sentence?: string): void
}

// A button that comes and goes within a moment is only in the way. In milliseconds.
const patience = 1000
const inSight = 8000

/** Makes the lines. Nothing is attached yet. */
export function makeNotes(): Notes {
  const progress = build(document, 'div', { attributes: { class: 'note progress', hidden: true } })
  const status = build(document, 'p', { attributes: { class: 'note status', role: 'status' } })
  const sentenceOfWarning = build(document, 'p', { attributes: { class: 'warning-sentence' } })
  const dismiss = button(strings.dismiss)
  const warning = build(document, 'div', {
    attributes: { class: 'note warning', role: 'alert', hidden: true },
    children: [sentenceOfWarning, dismiss],
  })
  dismiss.addEventListener('click', () => {
    warning.hidden = true
  })
  let [cancelTimer, statusTimer]: Timer[] = []
  return {
    element: build(document, 'div', {
      attributes: { class: 'notes' },
      children: [progress, warning, status],
    }),
    showProgress(sentence, options) {
      clearTimeout(cancelTimer)
      progress.hidden = sentence === undefined
      if (sentence === undefined || !options) return progress.replaceChildren()
      const cancel = button(strings.cancel)
      cancel.hidden = true
      cancel.addEventListener('click', options.onCancel)
      cancelTimer = setTimeout(() => {
        cancel.hidden = options.signal.aborted
      }, patience)
      const bar = build(document, 'progress', { attributes: { 'aria-label': sentence } })
      const words = build(document, 'span', {
        attributes: { class: 'words' },
        children: withName(sentence, options.name),
      })
      progress.replaceChildren(words, bar, cancel)
    },
    say(sentence, name) {
      clearTimeout(statusTimer)
      status.replaceChildren(...withName(sentence, name))
      // Not removed: who reads slowly, or with a screen reader, finds it still there.
      status.dataset.age = 'new'
      statusTimer = setTimeout(() => {
        status.dataset.age = 'old'
      }, inSight)
    },
    warn(sentence) {
      if (sentence !== undefined) status.textContent = ''
      sentenceOfWarning.textContent = sentence ?? ''
      warning.hidden = sentence === undefined
    },
  }
}

// A name can be longer than the window: it is cut off, and the sentence around it is not.
function withName(sentence: string, name = ''): (Node | string)[] {
  const at = name === '' ? -1 : sentence.indexOf(name)
  if (at < 0) return [sentence]
  const cut = build(document, 'bdi', { attributes: { class: 'file-name', title: name }, children: [name] })
  return [sentence.slice(0, at), cut, sentence.slice(at + name.length)]
}

type Timer = ReturnType<typeof setTimeout> | undefined

function button(text: string): HTMLButtonElement {
  return build(document, 'button', {
    attributes: { type: 'button', class: 'nbtrust-button' },
    children: [text],
  })
}
