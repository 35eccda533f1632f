// The page around the notebook: the opener with its samples, the bar with badge and buttons, and what was withheld.
import { build } from '../src/index.js'
import { makeNotes, type Notes } from './notes.js'
import type { Sample } from './samples.js'
import { strings } from './strings.js'

/** What the page is made of, and whom it tells. */
export interface PageOptions {
  readonly samples: readonly Sample[]
  readonly onFile: (file: File) => void
  readonly onSample: (name: string) => void
  readonly onSave: () => void
  readonly onClose: () => void
}

/** The page, as the rest of the demo moves it. */
export interface Page extends Omit<Notes, 'element'> {
  readonly elements: readonly HTMLElement[]
  /** Shows a notebook, or the opener alone. */
  showNotebook(name?: string, notebook?: HTMLElement): void
  /** To where the next notebook is chosen. */
  focusOpener(): void
  showBadge(badge: HTMLElement): void
  showRequests(count: number): void
  /** What was withheld, in one sentence. */
  showReport(sentence: string): void
  /** Shows why a file could not be opened; without arguments, takes that away. */
  showProblem(file?: string, sentence?: string): void
}

const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] =>
  build(document, tag, { attributes: { class: className || undefined }, children })

/** Makes the page. Nothing is attached yet. */
export function makePage(options: PageOptions): Page {
  const badge = el('div', 'bar-badge')
  // Where a reader goes on once a notebook is open.
  const title = build(document, 'h2', { attributes: { class: 'bar-title', tabindex: -1 } })
  const requests = el('span', 'bar-requests')
  const report = el('span', 'bar-report')
  const notes = makeNotes()
  const problem = build(document, 'section', {
    attributes: { class: 'problem', role: 'alert', hidden: true },
  })
  const place = el('div', 'place')
  const close = action(strings.close, options.onClose, strings.closeLabel)
  const buttons = el('div', 'bar-buttons', action(strings.save, options.onSave), close)
  const bar = build(document, 'div', {
    attributes: { class: 'bar', role: 'region', 'aria-label': strings.notebookActions },
    children: [title, badge, buttons],
  })
  const open = build(document, 'section', {
    attributes: { class: 'open', hidden: true },
    children: [bar, el('p', 'facts', requests, report), place],
  })
  const header = opener(options)
  const main = el('main', '', problem, open)
  const idleTitle = document.title
  const footer = el('footer', '', ...strings.footer.map((line) => el('p', '', line)))
  return {
    ...notes,
    elements: [header, main, footer, notes.element],
    showNotebook(name, notebook) {
      // Before the page changes, when where it is scrolled to costs no layout.
      if (notebook) scrollTo({ top: 0 })
      open.hidden = !notebook
      document.documentElement.dataset.view = notebook ? 'notebook' : 'opener'
      title.textContent = name ?? ''
      // Tells tabs apart, and heads what is printed.
      document.title = name === undefined ? idleTitle : strings.tabTitle(name)
      notes.warn()
      report.textContent = ''
      badge.replaceChildren()
      place.replaceChildren(...(notebook ? [notebook] : []))
      if (notebook) title.focus({ preventScroll: true })
    },
    focusOpener,
    showBadge: (element) => badge.replaceChildren(element),
    showRequests(count) {
      requests.textContent = strings.requests(count)
      requests.dataset.count = String(count)
    },
    showReport(sentence) {
      report.textContent = sentence
    },
    showProblem(file, sentence) {
      problem.hidden = sentence === undefined
      const text = el('p', 'problem-sentence', sentence ?? '')
      const dismiss = action(strings.dismiss, () => {
        problem.hidden = true
        focusOpener()
      })
      problem.replaceChildren(
        el('h2', '', strings.problemTitle),
        text,
        el('p', 'problem-file', strings.problemFile(file ?? '')),
        dismiss,
      )
      if (sentence === undefined) problem.replaceChildren()
      else problem.scrollIntoView({ block: 'nearest' })
    },
  }
}

// Where a reader goes on whose button has just gone away: with a keyboard it would be from nowhere.
function focusOpener(): void {
  document.getElementById('file')?.focus()
}

function opener({ samples, onFile, onSample }: PageOptions): HTMLElement {
  const input = build(document, 'input', {
    attributes: {
      type: 'file',
      id: 'file',
      accept: '.ipynb,application/json,application/x-ipynb+json',
      class: 'file',
    },
  })
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    // The same file may be picked twice in a row.
    input.value = ''
    if (file) onFile(file)
  })
  const choose = build(document, 'label', {
    attributes: { for: 'file', class: 'choose' },
    children: [strings.choose],
  })
  const cards = samples.map(({ name, title, description, kind }) => {
    const card = build(document, 'button', {
      attributes: { type: 'button', class: 'card', 'data-kind': kind, 'data-sample': name },
      children: [
        el('strong', '', title),
        el('span', 'card-text', description),
        el('span', 'card-kind', kind === 'hostile' ? strings.hostile : strings.harmless),
      ],
    })
    card.addEventListener('click', () => onSample(name))
    return build(document, 'li', { children: [card] })
  })
  return el(
    'header',
    'opener',
    el('p', 'brand', strings.name),
    el('h1', '', ...strings.headline.map((line) => el('span', '', line))),
    el('p', 'lead', strings.lead),
    el('div', 'pick', input, choose, el('span', 'or', strings.orDrop)),
    el('section', 'samples', el('h2', '', strings.samples), el('ul', 'cards', ...cards)),
  )
}

function action(text: string, onClick: () => void, label?: string): HTMLButtonElement {
  const button = build(document, 'button', {
    attributes: { type: 'button', class: 'nbtrust-button', 'aria-label': label },
    children: [text],
  })
  button.addEventListener('click', onClick)
  return button
}
