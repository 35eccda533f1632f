// Base64 as notebooks hold it, decoded without throwing.

/** The bytes as a string of code units 0 to 255. Undefined if it is not base64. */
export function decodeBase64(base64: string): string | undefined {
  try {
    return atob(base64)
  } catch {
    return undefined
  }
}
