// MIME types as they come from a file: spelled in any case, with parameters, of any length.

/** `Text/HTML; charset=utf-8` is text/html: spelling must not turn a known type into an unknown one. */
export function essence(mimeType: string): string {
  return (mimeType.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** A MIME type for a sentence: a file may hold one of a megabyte. */
export function shortName(mimeType: string): string {
  return mimeType.length <= 80 ? mimeType : `${mimeType.slice(0, 79)}…`
}
