// Decimal digits in bytes, four at a time: a word of four is tested, and turned into its value, in a few operations.

/** True if the four bytes of a word (little-endian) are all ASCII digits. */
function isFourDigits(word: number): boolean {
  // Digits are 0x30 to 0x39: the high half of each is 3, and stays 3 when 6 is added.
  return (
    (word & (word + 0x06060606) & 0xf0f0f0f0) === 0x30303030 &&
    ((word | (word + 0x06060606)) & 0xc0c0c0c0) === 0
  )
}

/** The offset after the digits that begin at `from`. */
export function skipDigits(view: DataView, from: number): number {
  const end = view.byteLength
  let at = from
  while (at + 4 <= end && isFourDigits(view.getInt32(at, true))) at += 4
  while (at < end && (view.getUint8(at) ^ 0x30) < 10) at++
  return at
}

/** The value of up to 15 digits. */
export function digitsValue(view: DataView, from: number, to: number): number {
  let value = 0
  let at = from
  for (; at + 4 <= to; at += 4) value = value * 10_000 + fourDigits(view.getInt32(at, true))
  for (; at < to; at++) value = value * 10 + view.getUint8(at) - 0x30
  return value
}

// Neighbours are added up twice, to two numbers of two digits and then to one of four.
function fourDigits(word: number): number {
  const digits = word & 0x0f0f0f0f
  const pairs = (digits * 10 + (digits >>> 8)) & 0x00ff00ff
  return (pairs & 0xff) * 100 + (pairs >>> 16)
}
