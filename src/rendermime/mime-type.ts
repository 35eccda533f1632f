// MIME types as they come from a file: spelled in any case, with parameters, of any length.
import { visible } from '../lib/visible.js'

/** `Text/HTML; charset=utf-8` is text/html: spelling must not turn a known type into an unknown one. */
export function essence(mimeType: string): string {
  return (mimeType.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** A MIME type for a sentence: a file may hold one of a megabyte, or one that cannot be seen. */
export function shortName(mimeType: string): string {
  return visible(mimeType.length <= 80 ? mimeType : `${mimeType.slice(0, 79)}…`)
}
