// Brings a payload into the page the ways a frontend would: rendered as an output, mounted with its style sheets in a shadow
// root, set as nodes, or inserted as a string.
import katex from 'katex'
import { cellSource, cellsOf, parseNotebook } from '../../src/nbformat/index.js'
import type { Mimebundle, Notebook, Output } from '../../src/nbformat/model.js'
import { renderMarkdownCell, renderOutput } from '../../src/rendermime/index.js'
import {
  mountSafeHtml,
  renderAnsi,
  renderLatex,
  renderMarkdown,
  type SafeResult,
  type SanitizeOptions,
  sanitizeHtml,
  sanitizeSvg,
  setSafeHtml,
} from '../../src/sanitize/index.js'
import { insertRaw } from './naive.js'
import { expand, isRepeat, type MarkdownInput, type Payload } from './payload.js'

/** `output` through rendermime, the others straight from the sanitizer. `raw` is the control: nothing is sanitized. */
export type Route = 'output' | 'scoped' | 'light' | 'string' | 'raw'

/** The routes that a page without Trusted Types can take. */
export const routes: readonly Route[] = ['output', 'scoped', 'light', 'string']

/** What a route made: the roots to look into, and where their content stands. */
export interface Presented {
  readonly roots: readonly ParentNode[]
  readonly surface: 'contained' | 'anywhere'
}

/** Puts a payload into `slot`. Undefined if there is no such route for its kind. */
export function present(payload: Payload, route: Route, slot: HTMLElement): Presented | undefined {
  switch (route) {
    case 'output':
      return presentOutput(payload, slot)
    case 'raw':
      insertRaw(payload, slot)
      return { roots: [slot], surface: 'anywhere' }
    case 'scoped': {
      const result = sanitize(payload, { styles: 'scoped' })
      if (!result) return undefined
      const host = slot.ownerDocument.createElement('div')
      slot.append(host)
      mountSafeHtml(host, result.html)
      return { roots: [host.shadowRoot ?? host], surface: 'contained' }
    }
    case 'light': {
      const result = sanitize(payload, ownNames(payload))
      if (!result) return undefined
      setSafeHtml(slot, result.html)
      return { roots: [slot], surface: 'anywhere' }
    }
    case 'string': {
      const result = sanitize(payload, ownNames(payload))
      if (!result) return undefined
      slot.innerHTML = String(result.html)
      return { roots: [slot], surface: 'anywhere' }
    }
  }
}

// Without a shadow root around it, a prefix of its own is what keeps an output's names apart from the next one's.
function ownNames({ id }: Payload): SanitizeOptions {
  return { idPrefix: `nbout-${id}-` }
}

/** What the sanitizer says to a textual payload. Undefined for outputs, attachments and notebooks. */
export function sanitize(payload: Payload, options: SanitizeOptions, factor = 1): SafeResult | undefined {
  const text = textOf(payload, factor)
  if (text === undefined) return undefined
  switch (payload.kind) {
    case 'svg':
      return sanitizeSvg(text, options)
    case 'markdown':
      return renderMarkdown(text, { ...options, katex })
    case 'latex':
      return renderLatex(text, { ...options, katex })
    case 'ansi':
      return renderAnsi(text, options)
    case 'output':
    case 'attachment':
    case 'notebook':
      return undefined
    default:
      return sanitizeHtml(text, options)
  }
}

/** The text of a textual payload, a recipe at `factor` of its size. */
function textOf({ input }: Payload, factor = 1): string | undefined {
  if (typeof input === 'string') return input
  return isRepeat(input) ? expand(input, factor) : undefined
}

const mimeTypes = { svg: 'image/svg+xml', markdown: 'text/markdown', latex: 'text/latex' } as const

function presentOutput(payload: Payload, slot: HTMLElement): Presented {
  const document = slot.ownerDocument
  const shown: HTMLElement[] = []
  const show = (output: Output): void => {
    shown.push(renderOutput(output, { katex, document }).element)
  }
  const text = textOf(payload)
  switch (payload.kind) {
    case 'output':
      show(payload.input as Output)
      break
    case 'attachment': {
      const { source, attachments } = payload.input as MarkdownInput
      const bundles = attachments as { readonly [name: string]: Mimebundle }
      shown.push(renderMarkdownCell(source, { katex, document, attachments: bundles }).element)
      break
    }
    case 'notebook':
      shown.push(...presentNotebook(payload.input as Notebook, document))
      break
    case 'ansi':
      show({ output_type: 'stream', name: 'stdout', text: text ?? '' })
      break
    case 'markdown':
      shown.push(renderMarkdownCell(text ?? '', { katex, document }).element)
      break
    default: {
      const mime = payload.kind in mimeTypes ? mimeTypes[payload.kind as keyof typeof mimeTypes] : 'text/html'
      show({ output_type: 'display_data', data: { [mime]: text ?? '' }, metadata: {} })
    }
  }
  slot.append(...shown)
  return { roots: contentRoots(slot), surface: 'contained' }
}

function presentNotebook(input: Notebook, document: Document): HTMLElement[] {
  const cells = cellsOf(parseNotebook(JSON.stringify(input)))
  return cells.flatMap((cell) => {
    const source = cellSource(cell)
    if (cell.cell_type === 'code') {
      const outputs = cell.outputs.map((output) => renderOutput(output, { katex, document }).element)
      return [plainText(source, document), ...outputs]
    }
    if (cell.cell_type === 'raw') return [plainText(source, document)]
    return [renderMarkdownCell(source, { katex, document }).element]
  })
}

function plainText(text: string, document: Document): HTMLElement {
  const pre = document.createElement('pre')
  pre.className = 'plain-text'
  pre.textContent = text
  return pre
}

// What the package itself says below an output, such as the names of what was withheld, is not the payload's.
function contentRoots(slot: HTMLElement): ParentNode[] {
  const own = [...slot.querySelectorAll('.nbtrust-content, .nbtrust-content *, .plain-text')]
  return own.flatMap((element) => {
    const root = element.matches('.nbtrust-content, .plain-text') ? [element] : []
    return element.shadowRoot ? [...root, element.shadowRoot] : root
  })
}
