// Between text and UTF-8 bytes, without ever replacing a character that does not fit.
import { NbtrustError } from './errors.js'
import { linePlace } from './place.js'
import { sequenceLength } from './utf8.js'

/**
 * The text as UTF-8.
 * @throws NbtrustError `ERR_JSON_SURROGATE` where half a surrogate pair stands alone: TextEncoder would write U+FFFD for it.
 */
export function utf8Encode(text: string): Uint8Array<ArrayBuffer> {
  const lone = text.search(/\p{Surrogate}/u)
  if (lone >= 0) {
    const place = linePlace(text, lone)
    throw new NbtrustError('ERR_JSON_SURROGATE', `The text holds half a surrogate pair at ${place}.`, {
      place,
    })
  }
  return new TextEncoder().encode(text)
}

/**
 * The text of UTF-8 bytes; a byte order mark stays in it.
 * @throws NbtrustError `ERR_JSON_UTF8` with the offset of the first byte that does not belong, counted from 0.
 */
export function utf8Decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const at = invalidUtf8(bytes)
    if (at < 0)
      throw new NbtrustError('ERR_TOO_LARGE', `The text of ${sizeText(bytes.length)} is too long.`, { cause })
    throw notUtf8(bytes, at)
  }
}

/** The error that says where bytes stop being UTF-8. */
function notUtf8(bytes: Uint8Array, at: number): NbtrustError {
  const place = `byte ${at}`
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const guess = utf16 ? '; it looks like UTF-16' : ''
  return new NbtrustError('ERR_JSON_UTF8', `The file is not UTF-8 at ${place}${guess}.`, { place })
}

/** The offset of the first byte that is not part of well-formed UTF-8, or -1. */
export function invalidUtf8(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const size = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceLength(bytes, at)
    if (size === 0) return at
    at += size
  }
  return -1
}

/** True if the text takes more than `limit` bytes as UTF-8; does not encode it where the answer is plain. */
export function exceedsBytes(text: string, limit: number): boolean {
  if (text.length > limit) return true
  if (text.length * 3 <= limit) return false
  return utf8Length(text) > limit
}

/** How many bytes the text takes as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // Each half of a surrogate pair stands for two of the four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes
}

/** `57.3 MB`; a megabyte is 1,000,000 bytes. */
export function sizeText(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`
}
