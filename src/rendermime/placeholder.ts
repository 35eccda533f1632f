// What stands in for something that is not rendered yet: its plain text, so that find-in-page and screen readers reach it,
// in a box of about the height that it will have, so that the scroll bar is about right.
import { outputBundle } from '../nbformat/index.js'
import type { JsonValue, Mimebundle, Output } from '../nbformat/model.js'
import { decodeBase64 } from './base64.js'
import { build } from './dom.js'
import { saysSomething, textOf, tracebackOf } from './plain-text.js'

/** What is known of something without rendering it. */
export interface Preview {
  readonly text: string
  /** An estimate, in CSS pixels. */
  readonly height: number
}

/** For the document that placeholders stand in. */
export const placeholderCss = `
.nbtrust-waiting {
  overflow: hidden; white-space: pre-wrap; overflow-wrap: anywhere; content-visibility: auto; contain: strict;
  color: var(--nbtrust-muted, GrayText); font: 0.84375rem/1.5 var(--nbtrust-mono, monospace);
}
`

// In CSS pixels.
const lineHeight = 20
const rowHeight = 26
const lettersInLine = 100
const leastHeight = 24
const mostHeight = 20_000
const usualPicture = 300

// More than this of one output need not be found before it is rendered, in UTF-16 code units.
const maxText = 200_000

/** The element for a preview. */
export function placeholder(document: Document, { text, height }: Preview): HTMLElement {
  const element = build(document, 'div', { attributes: { class: 'nbtrust-waiting' }, children: [text] })
  element.style.blockSize = `${Math.round(height)}px`
  return element
}

/** The preview of a Markdown cell. */
export function previewMarkdown(source: string): Preview {
  return previewText(source)
}

/** The preview of an output. Never throws. */
export function previewOutput(output: Output): Preview {
  try {
    if (output.output_type === 'stream') return previewText(textOf(output.text ?? '', 'text/plain'))
    if (output.output_type === 'error' || output.output_type === 'pyerr')
      return previewText(tracebackOf(output))
    return previewBundle(outputBundle(output).data)
  } catch {
    return { text: '', height: leastHeight }
  }
}

function previewBundle(bundle: Mimebundle): Preview {
  const html = textAt(bundle, 'text/html')
  const plain = [textAt(bundle, 'text/plain'), textAt(bundle, 'text/markdown'), textAt(bundle, 'text/latex')]
  const text = plain.find(saysSomething) ?? textOfMarkup(html.slice(0, maxText))
  const picture = pictureHeight(bundle)
  const rows = html.split(/<tr[\s>]/i).length - 1
  const height = picture ?? (rows > 0 ? rows * rowHeight : undefined)
  return height === undefined ? previewText(text) : { text: shortened(text), height: bounded(height) }
}

// Colours of a terminal are no text: CSI sequences begin with an escape and a bracket.
function withoutEscapes(text: string): string {
  const [first = '', ...rest] = text.split('\u001b')
  return first + rest.map((piece) => piece.replace(/^\[[0-9;?]*[A-Za-z]/, '')).join('')
}

function previewText(text: string): Preview {
  const seen = withoutEscapes(shortened(text))
  const lines = seen.split('\n').reduce((sum, line) => sum + Math.ceil((line.length || 1) / lettersInLine), 0)
  return { text: seen, height: bounded(lines * lineHeight) }
}

const shortened = (text: string): string => text.slice(0, maxText)
const bounded = (height: number): number => Math.min(mostHeight, Math.max(leastHeight, height))

function textAt(bundle: Mimebundle, mimeType: string): string {
  const data = bundle[mimeType]
  return data === undefined ? '' : textOf(data, mimeType)
}

// Nothing here is for safety: what comes out is only ever a text node. No piece is looked at twice.
function textOfMarkup(markup: string): string {
  const shown = markup
    .split(/<(?=\/?(?:script|style)[\s>])/i)
    .filter((piece) => !/^(script|style)/i.test(piece))
  return shown.join('<').replace(/<[^<>]*>/g, ' ')
}

// A PNG says its height in bytes 20 to 23. https://www.w3.org/TR/png-3/#11IHDR
function pictureHeight(bundle: Mimebundle): number | undefined {
  const data: JsonValue | undefined = bundle['image/png']
  const head = typeof data === 'string' ? decodeBase64(data.slice(0, 32)) : undefined
  if (head?.startsWith('\x89PNG') && head.length >= 24)
    return [20, 21, 22, 23].reduce((sum, at) => sum * 256 + head.charCodeAt(at), 0)
  return Object.keys(bundle).some((type) => type.startsWith('image/')) ? usualPicture : undefined
}
