// The lines under an output: what was withheld, with details and a button for remote content, and what stands in for what.
import type { Removal } from '../sanitize/removal.js'
import { build } from './dom.js'
import type { RenderMessages } from './messages.js'
import { shortName } from './mime-type.js'
import { isCosmetic, summarize, withheldKind } from './summarize.js'

/** What the notice needs besides the removals. */
export interface NoticeOptions {
  readonly document: Document
  readonly messages: RenderMessages
  /** What a reader can do about it: the last line of the details. */
  readonly advice?: string
  /** Called when the reader asks for remote content. Without it there is no button. */
  readonly onLoadRemote?: (() => void) | undefined
}

/** The one line that says what was withheld. Undefined if nothing was. */
export function withheldNotice(removed: readonly Removal[], options: NoticeOptions): HTMLElement | undefined {
  const { document, messages, advice, onLoadRemote } = options
  const sentence = summarize(removed, messages)
  if (sentence === '') return undefined
  const parts: Node[] = [
    build(document, 'p', { children: [sentence] }),
    build(document, 'details', {
      children: [
        build(document, 'summary', { children: [messages.details] }),
        removalList(removed, { document, messages }),
        ...(advice ? [build(document, 'p', { children: [advice] })] : []),
      ],
    }),
  ]
  const remote = removed.filter(isRemote)
  if (onLoadRemote && remote.length > 0) {
    const hosts = [...new Set(remote.flatMap((removal) => removal.host ?? []))]
    const button = build(document, 'button', {
      attributes: { type: 'button' },
      children: [messages.loadRemote(hosts)],
    })
    button.addEventListener('click', onLoadRemote)
    parts.push(button)
  }
  return build(document, 'div', {
    attributes: {
      class: 'nbtrust-notice',
      role: 'note',
      'data-weight': isCosmetic(removed) ? 'quiet' : 'plain',
    },
    children: parts,
  })
}

// More lines nobody reads, and each is an element in the page.
const MOST_LINES = 200

/** Every removal by name, equal ones counted: `<img onerror>: would run script in this page`. The first 200; the rest is counted. */
export function removalList(
  removed: readonly Removal[],
  { document, messages }: Pick<NoticeOptions, 'document' | 'messages'>,
): HTMLElement {
  const lines = new Map<string, { readonly removal: Removal; times: number }>()
  for (const removal of removed) {
    const key = [removal.kind, removal.name, removal.within, removal.reason, removal.host].join('\n')
    const line = lines.get(key)
    if (line) line.times++
    else lines.set(key, { removal, times: 1 })
  }
  const sentences = [...lines.values()].slice(0, MOST_LINES).map(({ removal, times }) => {
    const what = nameOf(removal) + (removal.host ? ` ${removal.host}` : '')
    return messages.removal(what, times, messages.reasons[removal.reason])
  })
  if (lines.size > MOST_LINES) sentences.push(messages.more(lines.size - MOST_LINES))
  return build(document, 'ul', {
    children: sentences.map((sentence) => build(document, 'li', { children: [sentence] })),
  })
}

/** A line of its own, for what is not a removal. */
export function noteLine(document: Document, text: string): HTMLElement {
  return build(document, 'div', {
    attributes: { class: 'nbtrust-notice', role: 'note', 'data-weight': 'quiet' },
    children: [build(document, 'p', { children: [text] })],
  })
}

// Pictures, sound and film can be loaded for one output; nothing else remote can.
function isRemote(removal: Removal): boolean {
  const kind = withheldKind(removal)
  return kind === 'remote image' || kind === 'remote media'
}

// In the notation of the file, which is nobody's language: what it means stands after it, in the reader's own.
function nameOf({ kind, name, within = '' }: Removal): string {
  switch (kind) {
    case 'element':
      return `<${name}>`
    case 'attribute':
    case 'address':
      return within ? `<${within} ${name}>` : name
    case 'style':
      return `${within && `<${within}> `}{ ${name} }`
    case 'comment':
      return '<!-- -->'
    case 'content':
      return shortName(name)
  }
}
