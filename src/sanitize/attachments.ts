// Finds the picture behind `attachment:name` in a Markdown cell's attachments, which may hold anything.
import type { AttachmentResolver } from './context.js'
import { checkedData, isKnownImage } from './images.js'
import { decodeName } from './url.js'

/** A cell's attachments: file name to MIME type to base64 text or its lines. Whatever does not fit is ignored. */
export interface AttachmentBundles {
  readonly [name: string]: unknown
}

/** Looks attachments up by name. Undefined if there are none. */
export function attachmentResolver(bundles: AttachmentBundles | undefined): AttachmentResolver | undefined {
  if (typeof bundles !== 'object' || bundles === null) return undefined
  return (address) => {
    const bundle = ownValue(bundles, address) ?? ownValue(bundles, decodeName(address))
    if (typeof bundle !== 'object' || bundle === null) return undefined
    for (const [mimeType, data] of Object.entries(bundle)) {
      const text = textOf(data)
      if (!isKnownImage(mimeType) || text === undefined) continue
      const url = checkedData(mimeType, text, 'image')
      if (url !== undefined) return url
    }
    return undefined
  }
}

function ownValue(bundles: AttachmentBundles, name: string): unknown {
  return Object.hasOwn(bundles, name) ? bundles[name] : undefined
}

function textOf(data: unknown): string | undefined {
  if (typeof data === 'string') return data
  return Array.isArray(data) && data.every((line) => typeof line === 'string') ? data.join('') : undefined
}
