// Raster images: shown only if the bytes are what the MIME type says, at a size that the metadata may set within reason.
import type { JsonObject, JsonValue } from '../../nbformat/model.js'
import { checkedData } from '../../sanitize/images.js'
import type { Content, MimeRenderer, RenderContext } from '../content.js'
import { build } from '../dom.js'
import { essence } from '../mime-type.js'
import { saysSomething, textOf } from '../plain-text.js'

/** The largest width or height in CSS pixels that metadata may ask for. */
const maxImageSize = 10_000

/** PNG, JPEG, GIF, WebP and BMP, from base64. Anything else in their place is withheld. */
export const imageRenderer: MimeRenderer = {
  mimeTypes: ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'],
  rank: 90,
  safety: 'safe',
  render(data: JsonValue, context: RenderContext): Content {
    const type = essence(context.mimeType)
    const src = checkedData(type, textOf(data, type), 'image')
    if (src === undefined) {
      const removed = [{ kind: 'content', name: type, reason: 'not what its type says' }] as const
      return { node: build(context.document, 'div'), removed, empty: true }
    }
    const image = build(context.document, 'img', {
      attributes: {
        src,
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

function altText({ bundle, metadata, mimeType, messages }: RenderContext): string {
  const given = metadata.alt
  if (typeof given === 'string' && given.trim() !== '') return given.slice(0, 500)
  const text = typeof bundle['text/plain'] === 'string' ? bundle['text/plain'].trim() : ''
  return saysSomething(text) && text.length <= 200 ? text : messages.imageAlt(essence(mimeType))
}

// JupyterLab's hint for transparent images that were drawn for one theme.
function needsBackground(metadata: JsonObject): 'white' | 'black' | undefined {
  if (metadata.needs_background === 'light') return 'white'
  return metadata.needs_background === 'dark' ? 'black' : undefined
}
