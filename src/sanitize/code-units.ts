// What UTF-16 code units are, which is the same to HTML and CSS.

/** True for the code unit of a space, tab, line feed, form feed or carriage return. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13
}

/** True for the code unit of an ASCII letter. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}
