// Checks that a data: URL is the picture that it says it is, by its first bytes, or sound or film that a page may play.
// Nothing here decodes more than the few bytes it needs.
import { wordSet } from './words.js'

// What a file of each type begins with. https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
const IMAGES: ReadonlyMap<string, RegExp> = new Map([
  ['image/png', /^\x89PNG\r\n\cZ\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBPVP/s],
  ['image/bmp', /^BM/],
  ['image/avif', /^.{4}ftyp(?:avi[fs]|mif1)/s],
])

// Sound and film: players look at the bytes themselves, whatever the type says, and nothing in them runs.
const MEDIA: ReadonlySet<string> = wordSet(
  'audio/flac.audio/mp4.audio/mpeg.audio/ogg.audio/wav.audio/webm.video/mp4.video/ogg.video/webm',
)

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['image/jpg', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  ['image/x-png', 'image/png'],
  ['image/x-ms-bmp', 'image/bmp'],
  ['audio/x-wav', 'audio/wav'],
  ['audio/wave', 'audio/wav'],
  ['audio/mp3', 'audio/mpeg'],
  ['audio/x-flac', 'audio/flac'],
  ['audio/m4a', 'audio/mp4'],
])

/** What a data: URL may hold. */
export type DataKind = 'image' | 'media'

/**
 * The data: URL written anew from its checked parts, or undefined if its bytes are not what its type says or the type
 * is not allowed. SVG is not among the types: as a picture it would not run, but it may ask for fonts and style itself
 * to look like the page; it is shown inline, sanitized, instead. Linear; never throws.
 */
export function checkedDataUrl(address: string, kind: DataKind): string | undefined {
  const comma = address.indexOf(',')
  if (comma < 0 || comma > 100 || address.slice(0, 5).toLowerCase() !== 'data:') return undefined
  const [type = '', ...parameters] = address.slice(5, comma).toLowerCase().split(';')
  if (parameters.at(-1)?.trim() !== 'base64') return undefined
  return checkedData(type.trim(), address.slice(comma + 1), kind)
}

/**
 * A data: URL of the given type and base64 text (which may be broken into lines), or undefined if the bytes are not
 * what the type says. Linear; never throws.
 */
export function checkedData(mimeType: string, base64: string, kind: DataKind): string | undefined {
  const type = ALIASES.get(mimeType) ?? mimeType
  const beginning = IMAGES.get(type)
  if (!beginning && !(kind === 'media' && MEDIA.has(type))) return undefined
  const compact = compactBase64(base64)
  if (compact === undefined) return undefined
  const fits = beginning?.test(decodeHead(compact)) ?? true
  return fits ? `data:${type};base64,${compact}` : undefined
}

/** Whether a MIME type is a picture that `checkedData` knows. */
export function isKnownImage(mimeType: string): boolean {
  return IMAGES.has(ALIASES.get(mimeType) ?? mimeType)
}

function compactBase64(base64: string): string | undefined {
  // Jupyter breaks base64 into lines; a data: URL in HTML may be percent-encoded at its padding.
  const text = /[\s%]/.test(base64)
    ? base64.replace(/\s+/g, '').replace(/%(?:2b|2f|3d)/gi, (code) => decodeURIComponent(code))
    : base64
  return text.length % 4 !== 1 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? text : undefined
}

function decodeHead(base64: string): string {
  try {
    return atob(base64.slice(0, 32).replace(/=+$/, ''))
  } catch {
    return ''
  }
}
