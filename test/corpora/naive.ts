// A frontend without a sanitizer, as the control of every other route: whatever a payload says is inserted as it stands, and
// scripts run. What nothing comes of here proves nothing there.
import katex from 'katex'
import { Marked } from 'marked'
import { cellSource, cellsOf } from '../../src/nbformat/index.js'
import type { Mimebundle, Notebook, Output } from '../../src/nbformat/model.js'
import { expand, isRepeat, type MarkdownInput, type Payload } from './payload.js'

const esc = '\u001b'
const terminalLink = new RegExp(`${esc}\\]8;([^;]*);(.*?)(?:${esc}\\\\|\u0007)`, 'g')
const terminalColour = new RegExp(`${esc}\\[([\\d;]*)m`, 'g')

/** Inserts a payload below `slot`. */
export function insertRaw(payload: Payload, slot: HTMLElement): void {
  slot.innerHTML = rawMarkup(payload)
  runScripts(slot)
}

/** The markup that a template without any escaping makes of a payload. */
export function rawMarkup({ kind, input }: Payload): string {
  switch (kind) {
    case 'output':
      return rawOutput(input as Output)
    case 'attachment':
      return rawAttachments(input as MarkdownInput)
    case 'notebook':
      return rawNotebook(input as Notebook)
    default: {
      const text = isRepeat(input) ? expand(input) : String(input)
      if (kind === 'markdown') return rawMarkdown(text)
      if (kind === 'latex') return rawFormulas(text)
      return kind === 'ansi' ? rawTerminal(text) : text
    }
  }
}

// Scripts that come by innerHTML don't run; frontends that trust an output make them anew.
function runScripts(slot: HTMLElement): void {
  for (const old of slot.querySelectorAll('script')) {
    const script = document.createElementNS(old.namespaceURI, 'script')
    for (const { name, value } of old.attributes) if (isName(name)) script.setAttribute(name, value)
    script.textContent = old.textContent
    old.replaceWith(script)
  }
}

function isName(name: string): boolean {
  return /^[\w:-]+$/.test(name)
}

function rawMarkdown(text: string): string {
  return new Marked({ gfm: true }).parse(rawFormulas(text), { async: false })
}

// Everything that KaTeX can be told to do. What it refuses to write stays as it was written.
function rawFormulas(text: string): string {
  const options = { throwOnError: false, trust: true, strict: false } as const
  return text.replace(/(\$\$?)([^$]+)\1|\\begin\{[\s\S]*\\end\{\w+\*?\}/g, (whole, _, formula = whole) => {
    try {
      return katex.renderToString(formula, options)
    } catch {
      return whole
    }
  })
}

function rawTerminal(text: string): string {
  return text
    .replace(terminalLink, '<a $1 href="$2">')
    .replace(terminalColour, '<span class="ansi-$1">')
    .replace(/(?<!")\b(?:https?|javascript|data|vbscript|file):[^\s<>"]+/g, '<a href="$&">$&</a>')
}

function rawOutput(output: Output): string {
  const {
    data = {},
    metadata = {},
    text,
    traceback,
    ename,
    evalue,
  } = output as Output & {
    readonly [name: string]: unknown
  }
  const streams = [text, traceback, ename, evalue].flat().filter((part) => typeof part === 'string')
  return rawTerminal(streams.join('\n')) + rawBundle(data as Mimebundle, metadata as Attributes)
}

type Attributes = { readonly [name: string]: unknown }

function rawBundle(data: Mimebundle, metadata: Attributes): string {
  return Object.entries(data)
    .map(([mime, value]) => {
      const text = typeof value === 'string' || Array.isArray(value) ? [value].flat().join('') : undefined
      const own = (metadata[mime] ?? {}) as Attributes
      const shown = text === undefined ? JSON.stringify(value) : rawData(mime, text, { ...metadata, ...own })
      return `<div class="output ${mime}" title="${fileName(metadata, mime)}">${shown}</div>`
    })
    .join('')
}

function fileName({ filenames, svg_filename }: Attributes, mime: string): unknown {
  return (filenames as Attributes | undefined)?.[mime] ?? svg_filename ?? ''
}

function rawData(mime: string, text: string, { width, height, alt }: Attributes): string {
  if (/javascript/.test(mime)) return `<script>${text}</script>`
  if (/markdown/.test(mime)) return rawMarkdown(text)
  if (/latex/.test(mime)) return rawFormulas(text)
  if (/^image\/(?!svg)|^audio|^video/.test(mime)) {
    return `<img src="data:${mime};base64,${text}" width="${width ?? ''}" height="${height ?? ''}" alt="${alt ?? ''}" style="width:${width ?? 'auto'};height:${height ?? 'auto'}">`
  }
  return /pdf/.test(mime) ? `<embed src="data:${mime};base64,${text}">` : text
}

function rawAttachments({ source, attachments }: MarkdownInput): string {
  const named = Object.entries(attachments).map(([name, bundle]) => {
    const [[mime, data] = ['', '']] = Object.entries(bundle ?? {})
    return `<a download="${name}" title="${name}" class="${mime}"></a>${rawBundle({ [mime]: data } as Mimebundle, {})}`
  })
  const text = source.replace(/attachment:([^)\s>"]+)/g, (address, name) => {
    const [[mime, data] = []] = Object.entries(attachments[decode(name)] ?? {})
    return mime ? `data:${mime};base64,${data}` : address
  })
  return rawMarkdown(text) + named.join('')
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function rawNotebook(notebook: Notebook): string {
  const { widgets, ...metadata } = notebook.metadata
  const state = `<script type="application/vnd.jupyter.widget-state+json">${values(widgets)}</script>`
  const cells = cellsOf(notebook).map((cell) => {
    const outputs = cell.cell_type === 'code' ? cell.outputs.map((output) => rawOutput(output)).join('') : ''
    const source = cell.cell_type === 'markdown' ? rawMarkdown(cellSource(cell)) : cellSource(cell)
    return `<div class="cell ${values(cell.metadata)}">${values(cell.metadata)}${source}${outputs}</div>`
  })
  return `<div class="${values(metadata)}">${values(metadata)}${state}${cells.join('')}</div>`
}

// All the strings in a value, names included, unescaped.
function values(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${values(inner)}`)
    .join(' ')
}
