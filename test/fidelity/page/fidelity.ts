// The page that scores one snippet: the author's rendering, ours and JupyterLab's, each in a frame of its own.
import { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer.js'
import katex from 'katex'
import { Marked } from 'marked'
import {
  mountSafeHtml,
  renderLatex,
  renderMarkdown,
  type SafeResult,
  sanitizeHtml,
  sanitizeSvg,
} from '../../../src/sanitize/index.js'
import type { Snippet } from '../snippet.js'
import { BASE, compare, type Scores, type Shown } from './compare.js'

/** Ours and the peer's scores. */
export interface Scored {
  readonly ours: Scores
  readonly peer: Scores
}

const peer = new Sanitizer()
const names = ['meant', 'plain', 'ours', 'peer'] as const
let scale = 0

/** Shows a snippet four times, below each other, and compares. */
async function score(snippet: Snippet): Promise<Scored> {
  document.body.replaceChildren()
  scale++
  const markup = markupOf(snippet)
  const [meant, plain, ours, theirs] = await Promise.all(names.map(frame))
  if (!meant || !plain || !ours || !theirs) throw new Error('a frame is missing')
  meant.root.innerHTML = markup
  plain.root.innerHTML = markup
  for (const element of plain.root.querySelectorAll('style')) element.textContent = ''
  for (const element of plain.root.querySelectorAll('[style]')) element.removeAttribute('style')
  theirs.root.innerHTML = peer.sanitize(markup)
  mountSafeHtml(ours.root, safe(snippet, ours.window).html)
  shareHouseStyle(ours, [meant, plain, theirs])
  await settled([meant, plain, ours, theirs])
  // The sanitizer's own box around the content is not the author's.
  const own = ours.root.shadowRoot?.querySelector('div') ?? ours.root
  const shown = ({ root, window }: Framed): Shown => ({ root, window })
  const result = {
    ours: compare(shown(meant), { root: own, window: ours.window }, shown(plain)),
    peer: compare(shown(meant), shown(theirs), shown(plain)),
  }
  for (const { element, root } of [meant, ours, theirs]) {
    element.style.height = `${Math.min(900, Math.max(20, Math.ceil(root.getBoundingClientRect().height) + 24))}px`
  }
  return result
}

// How text, tables and code look where nobody said anything is the host's to decide, not the author's: the sheet that our shadow
// root comes with is given to the other frames too.
function shareHouseStyle(ours: Framed, others: readonly Framed[]): void {
  const [house] = ours.root.shadowRoot?.adoptedStyleSheets ?? []
  const rules = [...(house?.cssRules ?? [])]
    .map(({ cssText }) => cssText)
    .filter((text) => !text.startsWith(':host'))
  for (const { window, root } of others) {
    const sheet = new (window as Window & typeof globalThis).CSSStyleSheet()
    sheet.replaceSync(rules.join('\n'))
    // Before the author's own sheets, as in the shadow root: an element's sheets come first, so these are weakened to a layer.
    root.ownerDocument.adoptedStyleSheets = [layered(sheet, window)]
    root.className = 'nbtrust-output'
  }
}

function layered(sheet: CSSStyleSheet, window: Window): CSSStyleSheet {
  const weaker = new (window as Window & typeof globalThis).CSSStyleSheet()
  weaker.replaceSync(`@layer house {${[...sheet.cssRules].map(({ cssText }) => cssText).join('\n')}}`)
  return weaker
}

function safe(snippet: Snippet, window: Window): SafeResult {
  const options = { styles: 'scoped', baseUrl: BASE, window: window as Window & typeof globalThis } as const
  switch (snippet.kind) {
    case 'html':
      return sanitizeHtml(snippet.data, options)
    case 'svg':
      return sanitizeSvg(snippet.data, options)
    case 'markdown':
      return renderMarkdown(snippet.data, { ...options, katex })
    case 'latex':
      return renderLatex(snippet.data, { ...options, katex, mathOutput: 'htmlAndMathml' })
  }
}

// What the author meant, as markup: Markdown and formulas as their own libraries write them.
function markupOf({ kind, data }: Snippet): string {
  if (kind === 'markdown') return new Marked({ gfm: true }).parse(data, { async: false })
  if (kind === 'latex') {
    return katex.renderToString(data.replace(/^\$|\$$/g, ''), { throwOnError: false, displayMode: false })
  }
  // In HTML the doctype and the XML declaration of an SVG file are comments to the parser.
  return kind === 'svg' ? data.replace(/^[\s\S]*?(?=<svg)/, '') : data
}

interface Framed {
  readonly element: HTMLIFrameElement
  readonly window: Window
  readonly root: HTMLElement
}

async function frame(name: string): Promise<Framed> {
  const element = document.createElement('iframe')
  element.id = name
  element.style.cssText = 'display:block;border:0;width:900px;height:600px;background:white'
  document.body.append(element)
  const window = element.contentWindow
  const inner = element.contentDocument
  if (!window || !inner) throw new Error('the frame has no document')
  // Standards mode, as in a frontend's page.
  inner.open()
  inner.write('<!doctype html><html><head></head><body></body></html>')
  inner.close()
  const border = inner.createElement('div')
  // Ours ends layout at its border, and the others are given the same border.
  border.style.cssText =
    'display:block;contain:layout paint style;isolation:isolate;overflow:auto;position:relative'
  const root = inner.createElement('div')
  border.append(root)
  inner.body.append(name === 'ours' ? root : border)
  return { element, window, root }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

// Pictures and media have loaded or failed by then. Media begin to load a moment after they were inserted.
async function settled(frames: readonly Framed[]): Promise<void> {
  await pause(30 + (scale % 2))
  for (let rounds = 0; rounds < 100 && frames.some(isLoading); rounds++) await pause(50)
}

function isLoading({ root }: Framed): boolean {
  const inside = root.shadowRoot ?? root
  const media = [...inside.querySelectorAll<HTMLMediaElement>('audio, video')]
  const images = [...inside.querySelectorAll('img')]
  return (
    media.some((one) => one.networkState === one.NETWORK_LOADING) || images.some(({ complete }) => !complete)
  )
}

declare global {
  interface Window {
    score: typeof score
  }
}

window.score = score
