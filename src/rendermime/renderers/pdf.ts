// PDF is never shown in the page, because a viewer is a program of its own: the reader may download it.
import type { JsonValue } from '../../nbformat/model.js'
import { decodeBase64 } from '../base64.js'
import type { Content, MimeRenderer, RenderContext } from '../content.js'
import { build } from '../dom.js'
import { textOf } from '../plain-text.js'

/** `application/pdf`, from base64: a button that downloads it. */
export const pdfRenderer: MimeRenderer = {
  mimeTypes: ['application/pdf'],
  rank: 100,
  safety: 'safe',
  render(data: JsonValue, { document, messages, mimeType }: RenderContext): Content {
    const bytes = decodeBase64(textOf(data, mimeType).replace(/\s+/g, ''))
    if (!bytes?.startsWith('%PDF-')) {
      const removed = [{ kind: 'content', name: mimeType, reason: 'not what its type says' }] as const
      return { node: build(document, 'div'), removed, empty: true }
    }
    const button = build(document, 'button', {
      attributes: { type: 'button', class: 'nbtrust-download' },
      children: [messages.downloadPdf(bytes.length)],
    })
    button.addEventListener('click', () => download(bytes, document))
    return { node: build(document, 'div', { children: [button] }) }
  },
}

function download(bytes: string, document: Document): void {
  const blob = new Blob([Uint8Array.from(bytes, (unit) => unit.charCodeAt(0))], { type: 'application/pdf' })
  const address = URL.createObjectURL(blob)
  build(document, 'a', { attributes: { href: address, download: 'output.pdf' } }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
