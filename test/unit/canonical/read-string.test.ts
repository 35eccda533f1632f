// A string is read the same whatever its length and wherever it begins: runs are taken four bytes at a time.
import { describe, expect, test } from 'vitest'
import { encoders } from '../../support/encoders.js'

describe.each(encoders)('by $name', ({ nbformatBytes }) => {
  // What may end a run, and what it stands for in the hashed bytes.
  const endings = [
    ['', ''],
    ['é', 'é'],
    ['\u{1f600}', '\u{1f600}'],
    ['\\n', '\n'],
    ['\\"', '"'],
    ['\\u0022', '"'],
    ['\u007f', '\u007f'],
    ['\\u007f~', '\u007f~'],
  ] as const

  test.each(endings)('a run before %j ends where it should', (ending, meaning) => {
    for (let length = 0; length < 70; length++) {
      const run = '~!#[]@^ '.repeat(9).slice(0, length)
      const text = `{"nbformat":4,"cells":[],"metadata":{"":"${run}${ending}${run}"}}`
      expect(new TextDecoder().decode(nbformatBytes(text))).toBe(
        `cellsmetadata${run}${meaning}${run}nbformat4`,
      )
    }
  })

  test.each(['\u0000', '\u001f', '\n'])(
    'the control character %j is refused wherever it stands',
    (control) => {
      for (let length = 0; length < 70; length++) {
        const text = `{"nbformat":4,"cells":[],"metadata":{"":"${'a'.repeat(length)}${control}${'a'.repeat(69 - length)}"}}`
        expect(() => nbformatBytes(text)).toThrow(expect.objectContaining({ code: 'ERR_JSON_SYNTAX' }))
      }
    },
  )

  test('bytes that are not UTF-8 are refused wherever they stand', () => {
    for (const wrong of [
      [0x80],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xff],
      [0xe2, 0x82],
    ]) {
      for (let length = 0; length < 12; length++) {
        const before = new TextEncoder().encode(
          `{"nbformat":4,"cells":[],"metadata":{"":"${'a'.repeat(length)}`,
        )
        const bytes = new Uint8Array([...before, ...wrong, ...new TextEncoder().encode('"}}')])
        expect(() => nbformatBytes(bytes)).toThrow(
          expect.objectContaining({ code: 'ERR_JSON_UTF8', place: `byte ${before.length}` }),
        )
      }
    }
  })
})
