// Text and bytes: nothing that does not fit is replaced in silence.
import { expect, test } from 'vitest'
import {
  exceedsBytes,
  invalidUtf8,
  sizeText,
  utf8Decode,
  utf8Encode,
  utf8Length,
} from '../../../src/lib/bytes.js'
import { toHex } from '../../../src/lib/hex.js'
import { linePlace } from '../../../src/lib/place.js'

test.each(['', 'abc', 'é\u07ff', '\u0800\uffff', '😀\u{10ffff}', '\ufeffx'])(
  '%j comes back from its bytes',
  (text) => {
    const bytes = utf8Encode(text)
    expect(utf8Decode(bytes)).toBe(text)
    expect(utf8Length(text)).toBe(bytes.length)
    expect(exceedsBytes(text, bytes.length)).toBe(false)
    expect(exceedsBytes(text, bytes.length - 1)).toBe(true)
  },
)

test.each([
  ['a\ud800', 'line 1, column 2'],
  ['a\n\udc00\ud800', 'line 2, column 1'],
  ['\ud800\ud800\udc00', 'line 1, column 1'],
])('%j has no UTF-8', (text, place) => {
  expect(() => utf8Encode(text)).toThrow(expect.objectContaining({ code: 'ERR_JSON_SURROGATE', place }))
})

test.each([
  ['a continuation byte alone', [0x61, 0x80], 1],
  ['an overlong slash', [0xc0, 0xaf], 0],
  ['an overlong form of three', [0xe0, 0x9f, 0xbf], 0],
  ['an overlong form of four', [0xf0, 0x8f, 0xbf, 0xbf], 0],
  ['a surrogate', [0x61, 0x62, 0xed, 0xa0, 0x80], 2],
  ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0],
  ['a byte that never occurs', [0xff], 0],
  ['a sequence cut off', [0x61, 0xe2, 0x82], 1],
  ['a sequence broken off', [0xe2, 0x82, 0x61], 0],
  ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x22], 3],
])('%s is refused at its first byte', (_, list, at) => {
  const bytes = new Uint8Array(list)
  expect(invalidUtf8(bytes)).toBe(at)
  expect(() => utf8Decode(bytes)).toThrow(
    expect.objectContaining({ code: 'ERR_JSON_UTF8', place: `byte ${at}` }),
  )
})

test('bytes in hex are lower-case, two digits each', () => {
  expect(toHex(new Uint8Array([0, 10, 255]))).toBe('000aff')
})

test('sizes are said in bytes or decimal megabytes', () => {
  expect([sizeText(99), sizeText(57_349_999)]).toEqual(['99 bytes', '57.3 MB'])
})

test.each([
  ['', 0, 'line 1, column 1'],
  ['ab', 1, 'line 1, column 2'],
  ['a\nb', 2, 'line 2, column 1'],
  ['a\r\nb\rc\n\nd', 9, 'line 5, column 2'],
  ['a', 99, 'line 1, column 2'],
])('%j at %i is %s', (text, offset, place) => {
  expect(linePlace(text, offset)).toBe(place)
})
