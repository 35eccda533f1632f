// Long lists are read in loops of their own, which must neither hold up the page nor lose what follows.
import { describe, expect, test } from 'vitest'
import { JsTokenizer } from '../../../src/canonical/js-tokenizer.js'
import { tokenize } from '../../../src/canonical/tokenize.js'
import { TokenizerPool } from '../../../src/canonical/tokenizer-pool.js'

const wasm = await new TokenizerPool().take()

describe.each([
  ['JavaScript', new JsTokenizer().open],
  ['WebAssembly', wasm.open],
])('by %s', (_, engine) => {
  function read(text: string, spelling: 'json' | 'python'): { pauses: number; spelled: string } {
    const steps = tokenize(new TextEncoder().encode(text), { spelling, engine })
    let pauses = 0
    for (;;) {
      const step = steps.next()
      if (!step.done) pauses++
      else {
        const { text: bytes, begin, size } = step.value
        return { pauses, spelled: new TextDecoder().decode(bytes.subarray(begin, size)) }
      }
    }
  }

  const numbers = Array.from({ length: 200_000 }, (_item, index) => `${index}.5`)
  const lines = Array.from({ length: 100_000 }, (_item, index) => `"the ${index}th line of many"`)

  test.each([
    ['numbers', numbers, '\n       '],
    ['numbers without white space', [...numbers, ...numbers], ''],
    ['strings', lines, '\n    '],
    ['numbers and strings by turns', lines.flatMap((line, index) => [line, numbers[index] ?? '']), ' '],
  ])('a list of %s pauses once for each megabyte', (_name, items, gap) => {
    const text = `[${items.map((item) => gap + item).join(',')}]`
    const megabytes = Math.floor(text.length / 1e6)
    expect(megabytes).toBeGreaterThan(1)
    expect(read(text, 'json')).toEqual({ pauses: megabytes, spelled: `[${items.join(',')}]` })
    const python = items.join('').replaceAll('"', '')
    expect(read(text, 'python')).toEqual({ pauses: megabytes, spelled: python })
  })

  test.each([
    ['[1.5,"a",2.25,-3,true,"b","c",[4.0],{"d":[5,6]}]', '1.5a2.25-3Truebc4.0d56'],
    ['[1,\n 2,\n 3,\n  4 ,5]', '12345'],
    ['["a",\n "b",\n "c",\n  "d" ,"e"]', 'abcde'],
    ['[-1, -Infinity, 2, NaN, 3]', '-1-inf2nan3'],
    ['[1.5E5,1.5e5,1.50E-7,-2.5e-07]', '150000.0150000.01.5e-07-2.5e-07'],
    [
      '[0.1234567890123456,0.12345678901234567,0.1234567890123456712345678901234567]',
      '0.12345678901234560.123456789012345660.12345678901234568',
    ],
    [
      '[123456789012345678901234567890123456,12345678901234567890]',
      '12345678901234567890123456789012345612345678901234567890',
    ],
  ])('%s is %s', (text, spelled) => {
    expect(read(text, 'python').spelled).toBe(spelled)
  })

  test.each([
    '[1,]',
    '[1.]',
    '[1,-]',
    '[1,-a]',
    '[01,2]',
    '[1,00]',
    '["a",]',
    '["a" "b"]',
    '[1 2]',
    '[1.5e,2]',
    '[1',
  ])('%s is refused', (text) => {
    expect(() => read(text, 'python')).toThrow(expect.objectContaining({ code: 'ERR_JSON_SYNTAX' }))
    expect(() => read(text, 'json')).toThrow(expect.objectContaining({ code: 'ERR_JSON_SYNTAX' }))
  })
})
