// Guesses what a file is that turned out to be no notebook, so that its reader hears more than that it is not JSON.

/** What a file is by its first bytes. */
export type FileKind = 'picture' | 'pdf' | 'archive' | 'binary'

const beginnings: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x1f, 0x8b]],
]

// Of so much of a file that is not text hardly any is without a zero.
const looked = 4000

/** Undefined for what may be text. UTF-16 is text, although it is full of zeros. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  const found = beginnings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))
  if (found) return found[0]
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isUtf16 && bytes.subarray(0, looked).includes(0) ? 'binary' : undefined
}
