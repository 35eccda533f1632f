// A secret of the size that Jupyter makes: 1386 bytes.

/** Not a real key: every byte is known. */
export const secret: Uint8Array<ArrayBuffer> = Uint8Array.from(
  { length: 1386 },
  (_, index) => (index * 31 + 7) & 0xff,
)

/** The same for the peer. */
export const secretHex: string = Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join('')
