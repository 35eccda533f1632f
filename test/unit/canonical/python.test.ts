// Numbers as Python spells them; the spellings were printed by CPython 3.11.
import { describe, expect, test } from 'vitest'
import { canonicalBytes } from '../../../src/canonical/index.js'
import { pythonFloat, pythonNumber } from '../../../src/canonical/python.js'

const cases: readonly [string, string][] = [
  ['0', '0'],
  ['-0', '0'],
  ['-0.0', '-0.0'],
  ['0.0', '0.0'],
  ['0.00', '0.0'],
  ['-0e0', '-0.0'],
  ['0e400', '0.0'],
  ['7', '7'],
  ['-12', '-12'],
  ['9007199254740993', '9007199254740993'],
  ['9007199254740993.0', '9007199254740992.0'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  ['1.0', '1.0'],
  ['1.50', '1.5'],
  ['100.0', '100.0'],
  ['1E5', '100000.0'],
  ['1e+5', '100000.0'],
  ['10e-1', '1.0'],
  ['1e15', '1000000000000000.0'],
  ['1e16', '1e+16'],
  ['9.999999999999999e15', '1e+16'],
  ['9.999999999999998e15', '9999999999999998.0'],
  ['9999999999999999.0', '1e+16'],
  ['999999999999999.0', '999999999999999.0'],
  ['12345678901234567890.0', '1.2345678901234567e+19'],
  ['1e21', '1e+21'],
  ['1e22', '1e+22'],
  ['1e100', '1e+100'],
  ['1e-4', '0.0001'],
  ['0.0001', '0.0001'],
  ['0.00012', '0.00012'],
  ['0.00009', '9e-05'],
  ['1e-5', '1e-05'],
  ['1e-7', '1e-07'],
  ['-1.5e-10', '-1.5e-10'],
  ['0.1', '0.1'],
  ['0.30000000000000004', '0.30000000000000004'],
  ['0.1000000000000000055511151231257827', '0.1'],
  ['123456789012.345', '123456789012.345'],
  ['1234567890123.4567', '1234567890123.4568'],
  ['5e-324', '5e-324'],
  ['2e-324', '0.0'],
  ['-2e-324', '-0.0'],
  ['2.2250738585072014e-308', '2.2250738585072014e-308'],
  ['1.7976931348623157e308', '1.7976931348623157e+308'],
  ['1e400', 'inf'],
  ['-1e400', '-inf'],
]

describe('a number of a file', () => {
  test.each(cases)('%s is %s', (lexeme, spelling) => {
    expect(pythonNumber(lexeme)).toBe(spelling)
  })

  test.each(cases)(
    '%s is %s when a whole notebook is hashed, in a list and as a member',
    (lexeme, spelling) => {
      const text = `{"nbformat":4,"nbformat_minor":4,"cells":[],"metadata":{"x":${lexeme},"y":[${lexeme}]}}`
      const hashed = new TextDecoder().decode(canonicalBytes(text, 'nbformat'))
      expect(hashed).toBe(`cellsmetadatax${spelling}y${spelling}nbformat4nbformat_minor4`)
    },
  )
})

test('what is no number has a spelling too', () => {
  expect([Number.NaN, Infinity, -Infinity].map(pythonFloat)).toEqual(['nan', 'inf', '-inf'])
})

test('an integer may have 4,300 digits and no more', () => {
  const digits = '9'.repeat(4300)
  expect(pythonNumber(`-${digits}`)).toBe(`-${digits}`)
  expect(() => pythonNumber(`${digits}9`)).toThrow(expect.objectContaining({ code: 'ERR_JSON_NUMBER' }))
  expect(pythonNumber(`${digits}9.0`)).toBe('inf')
})
