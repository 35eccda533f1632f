// Raster images: shown only if the bytes are what the MIME type says, at a size that the metadata may set within reason.
import type { JsonObject, JsonValue } from '../../nbformat/model.js'
import { decodeBase64 } from '../base64.js'
import type { Content, MimeRenderer, RenderContext } from '../content.js'
import { build } from '../dom.js'
import { essence } from '../mime-type.js'
import { saysSomething, textOf } from '../plain-text.js'

// How each format begins. https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm
const signatures: Readonly<Record<string, (head: string) => boolean>> = {
  'image/png': (head) => head.startsWith('\x89PNG\r\n\x1a\n'),
  'image/jpeg': (head) => head.startsWith('\xff\xd8\xff'),
  'image/gif': (head) => head.startsWith('GIF87a') || head.startsWith('GIF89a'),
  'image/webp': (head) => head.startsWith('RIFF') && head.slice(8, 14) === 'WEBPVP',
  'image/bmp': (head) => head.startsWith('BM'),
}

/** The largest width or height in CSS pixels that metadata may ask for. */
const maxImageSize = 10_000

/** PNG, JPEG, GIF, WebP and BMP, from base64. Anything else in their place is withheld. */
export const imageRenderer: MimeRenderer = {
  mimeTypes: Object.keys(signatures),
  rank: 90,
  safety: 'safe',
  render(data: JsonValue, context: RenderContext): Content {
    const type = essence(context.mimeType)
    const base64 = textOf(data, type).replace(/\s+/g, '')
    const head = decodeBase64(base64.slice(0, 64))
    if (!head || !decodable(base64) || !signatures[type]?.(head)) {
      const removed = [{ kind: 'content', name: type, reason: 'not what its type says' }] as const
      return { node: build(context.document, 'div'), removed, empty: true }
    }
    const image = build(context.document, 'img', {
      attributes: {
        src: `data:${type};base64,${base64}`,
        alt: altText(context),
        width: imageSize(context.metadata.width),
        height: imageSize(context.metadata.height),
        decoding: 'async',
      },
    })
    if (needsBackground(context.metadata))
      image.style.backgroundColor = `${needsBackground(context.metadata)}`
    return { node: build(context.document, 'div', { children: [image] }) }
  },
}

/** A width or height from metadata: a finite number above 0, at most {@link maxImageSize}; else undefined. */
export function imageSize(value: JsonValue | undefined): number | undefined {
  const size = typeof value === 'string' && /^\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : value
  return typeof size === 'number' && size > 0 && size <= maxImageSize ? size : undefined
}

function decodable(base64: string): boolean {
  return base64.length % 4 !== 1 && /^[A-Za-z0-9+/]+={0,2}$/.test(base64)
}

function altText({ bundle, metadata, mimeType, messages }: RenderContext): string {
  const given = metadata.alt
  if (typeof given === 'string' && given.trim() !== '') return given.slice(0, 500)
  const text = typeof bundle['text/plain'] === 'string' ? bundle['text/plain'].trim() : ''
  return saysSomething(text) && text.length <= 200 ? text : messages.imageAlt(mimeType)
}

// JupyterLab's hint for transparent images that were drawn for one theme.
function needsBackground(metadata: JsonObject): 'white' | 'black' | undefined {
  if (metadata.needs_background === 'light') return 'white'
  return metadata.needs_background === 'dark' ? 'black' : undefined
}
