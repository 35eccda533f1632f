// Where in a text something is, in the words an editor shows.

/** `line 3, column 5` of an offset in UTF-16 units; both count from 1. CRLF, LF and a lone CR end a line. */
export function linePlace(text: string, offset: number): string {
  let line = 1
  let start = 0
  for (const end of text.slice(0, offset).matchAll(/\r\n?|\n/g)) {
    line++
    start = end.index + end[0].length
  }
  return `line ${line}, column ${Math.min(offset, text.length) - start + 1}`
}

/** The same of an offset in UTF-8. */
export function bytesPlace(bytes: Uint8Array, offset: number): string {
  const before = new TextDecoder().decode(bytes.subarray(0, offset))
  return linePlace(before, before.length)
}
