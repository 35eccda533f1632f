// White space, which is the same to HTML and CSS.

/** True for the UTF-16 unit of a space, tab, line feed, form feed or carriage return. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13
}
