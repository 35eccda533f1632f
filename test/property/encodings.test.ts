// What the two encodings promise, over random JSON and random notebooks.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalizeJson } from '../../src/canonical/index.js'
import { pythonFloat, pythonNumber } from '../../src/canonical/python.js'
import type { JsonObject, JsonValue } from '../../src/lib/json.js'
import { parseNotebook, serializeNotebook } from '../../src/nbformat/index.js'
import { storedForm } from '../../src/nbformat/stored.js'
import { encoders } from '../support/encoders.js'
import { choices, json, jsonObject, notebook, spell } from './arbitraries.js'

describe.each(encoders)('by $name', ({ nbformatBytes, jcsBytes }) => {
  const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

  function reversed(value: JsonValue): JsonValue {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(reversed)
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, reversed(member)]),
    )
  }

  describe('canonical JSON', () => {
    test('different trees have different texts, equal ones the same', () => {
      fc.assert(
        fc.property(json, json, (a, b) => {
          expect(canonicalizeJson(a) === canonicalizeJson(b)).toBe(isDeepStrictEqual(a, b))
        }),
        { numRuns: 1000 },
      )
    })

    test('a tree with one leaf or key changed has another text', () => {
      fc.assert(
        fc.property(jsonObject, jsonObject, fc.constantFrom('a', 'ab', '__proto__', ''), (a, b, key) => {
          const changed = Object.fromEntries([...Object.entries(a), [key, b]])
          expect(canonicalizeJson(changed) === canonicalizeJson(a)).toBe(isDeepStrictEqual(changed, a))
        }),
        { numRuns: 1000 },
      )
    })

    test('the order of keys does not count', () => {
      fc.assert(
        fc.property(json, (value) => {
          expect(canonicalizeJson(reversed(value))).toBe(canonicalizeJson(value))
        }),
      )
    })

    test('reading it gives the value back', () => {
      fc.assert(
        fc.property(json, (value) => {
          // Not toStrictEqual, which takes a key named `constructor` for the constructor.
          expect(isDeepStrictEqual(JSON.parse(canonicalizeJson(value)), value)).toBe(true)
        }),
      )
    })
  })

  describe('the injective encoding of bytes is the canonical JSON of the value they hold', () => {
    const expectAgreement = (value: JsonObject, text: string): void => {
      const canonical = canonicalizeJson(storedForm(value, (joined) => joined))
      expect(utf8(jcsBytes(text))).toBe(`nbtrust-jcs-1\n${canonical}`)
    }

    test('for notebooks, however they are spelled', () => {
      fc.assert(
        fc.property(notebook, choices, (value, choose) => {
          const plain: JsonObject = JSON.parse(JSON.stringify(value))
          expectAgreement(plain, spell(plain, choose))
        }),
        { numRuns: 500 },
      )
    })

    test('for objects that only say their version, with any JSON where a notebook has cells, texts and metadata', () => {
      const places = [
        'metadata',
        'source',
        'outputs',
        'data',
        'text',
        'attachments',
        'input',
        'text/plain',
        'id',
      ]
      const cell = fc.dictionary(fc.constantFrom(...places, 'cell_type', 'trusted', 'output_type'), json)
      const typed = cell.map((value) => ({ ...value, cell_type: 'code', output_type: 'display_data' }))
      const list = fc.array(fc.oneof(cell, typed, json), { maxLength: 3 })
      const output = fc.tuple(typed, list).map(([value, outputs]) => ({ ...value, outputs }))
      const cells = fc.array(fc.oneof(output, cell, json), { maxLength: 3 })
      fc.assert(
        fc.property(jsonObject, cells, fc.constantFrom(3, 4), choices, (rest, all, nbformat, choose) => {
          const value: JsonObject = { ...rest, nbformat, cells: all, worksheets: [{ cells: all }, ...all] }
          const plain: JsonObject = JSON.parse(JSON.stringify(value))
          expectAgreement(plain, spell(plain, choose))
        }),
        { numRuns: 500 },
      )
    })
  })

  describe('a notebook keeps its bytes', () => {
    test('in both encodings however its JSON is spelled', () => {
      fc.assert(
        fc.property(notebook, choices, (value, choose) => {
          const plain = JSON.stringify(value)
          const spelled = spell(value as unknown as JsonValue, choose)
          expect(utf8(nbformatBytes(spelled))).toBe(utf8(nbformatBytes(plain)))
          expect(utf8(jcsBytes(spelled))).toBe(utf8(jcsBytes(plain)))
        }),
        { numRuns: 300 },
      )
    })

    test('as text, as bytes and as a live object', () => {
      fc.assert(
        fc.property(notebook, (value) => {
          const text = JSON.stringify(value)
          for (const encode of [nbformatBytes, jcsBytes]) {
            expect(utf8(encode(new TextEncoder().encode(text)))).toBe(utf8(encode(text)))
            expect(utf8(encode(value))).toBe(utf8(encode(text)))
          }
        }),
      )
    })

    test('wherever in memory its bytes begin', () => {
      fc.assert(
        fc.property(notebook, (value) => {
          const text = JSON.stringify(value)
          for (const offset of [1, 2, 3]) {
            const bytes = new TextEncoder().encode(' '.repeat(offset) + text).subarray(offset)
            expect(utf8(nbformatBytes(bytes))).toBe(utf8(nbformatBytes(text)))
          }
        }),
      )
    })

    test('when it is read and saved', () => {
      fc.assert(
        fc.property(notebook, (value) => {
          const text = JSON.stringify(value)
          const saved = serializeNotebook(parseNotebook(text))
          expect(utf8(jcsBytes(saved))).toBe(utf8(jcsBytes(text)))
          expect(utf8(nbformatBytes(saved))).toBe(utf8(nbformatBytes(text)))
        }),
      )
    })

    test('when trust flags are added to its cells (version 4)', () => {
      fc.assert(
        fc.property(notebook, fc.jsonValue(), (value, trusted) => {
          fc.pre(value.nbformat === 4)
          const marked = structuredClone(value)
          for (const cell of marked.cells) Object.assign(cell.metadata, { trusted })
          expect(utf8(jcsBytes(marked))).toBe(utf8(jcsBytes(value)))
          expect(utf8(nbformatBytes(marked))).toBe(utf8(nbformatBytes(value)))
        }),
      )
    })
  })

  test('reading what was written gives the notebook back', () => {
    fc.assert(
      fc.property(notebook, (value) => {
        expect(isDeepStrictEqual(parseNotebook(serializeNotebook(value)), value)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  describe('a number', () => {
    const digits = fc.stringMatching(/^[0-9]{1,20}$/)
    const lexeme = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.oneof(fc.constant('0'), fc.stringMatching(/^[1-9][0-9]{0,18}$/)),
        fc.oneof(
          fc.constant(''),
          digits.map((fraction) => `.${fraction}`),
          digits.map((fraction) => `.000${fraction}`),
        ),
        fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.stringMatching(/^[eE][+-]?[0-9]{1,3}$/)),
      )
      .map((parts) => parts.join(''))

    // Decimals of 15 to 18 digits, as they are printed and one digit beside it, are where the fast way has to decide.
    const printed = fc
      .tuple(
        fc.double({ min: 1e-5, max: 1e17, noNaN: true }),
        fc.integer({ min: -2, max: 2 }),
        fc.integer({ min: 14, max: 18 }),
      )
      .map(([value, step, length]) => {
        if (step === -2) return String(value)
        const precise = value.toPrecision(length)
        return precise.replace(/\d(?=e|$)/, (digit) => String((Number(digit) + step + 10) % 10))
      })

    test('is spelled the same by the fast way over bytes and by way of a JavaScript number', () => {
      fc.assert(
        fc.property(fc.oneof(lexeme, printed), (number) => {
          const text = `{"nbformat":4,"cells":[],"metadata":{"":[${number}]}}`
          expect(utf8(nbformatBytes(text))).toBe(`cellsmetadata${pythonNumber(number)}nbformat4`)
        }),
        { numRuns: 3000 },
      )
    })

    test('is spelled by the fast way as ECMAScript spells it', () => {
      fc.assert(
        fc.property(fc.oneof(lexeme, printed), (number) => {
          fc.pre(Number.isFinite(Number(number)))
          const text = `{"nbformat":4,"":[${number}]}`
          expect(utf8(jcsBytes(text))).toBe(`nbtrust-jcs-1\n{"":[${String(Number(number))}],"nbformat":4}`)
        }),
        { numRuns: 3000 },
      )
    })

    describe('in a list, wherever white space and other values stand between them', () => {
      const space = fc.constantFrom('', ' ', '\n   ', '\r\n\t\t', '\n                                   ')
      const other = fc.constantFrom('"1.50"', 'true', 'null', '[]', '[1.50]')
      const item = fc.oneof({ weight: 9, arbitrary: fc.oneof(lexeme, printed) }, other)
      const list = fc.array(fc.tuple(space, item, fc.constantFrom('', '', '', ' ')), {
        minLength: 1,
        maxLength: 40,
      })
      const finite = list.filter((items) =>
        items.every(([, value]) => !/^[-\d]/.test(value) || Number.isFinite(Number(value))),
      )
      const setAlike = fc
        .tuple(space, finite)
        .map(([gap, items]) => items.map(([, value]) => [gap, value, '']))

      const spelled = (value: string, number: (lexeme: string) => string): string =>
        value.replace(/^\[?(-?\d[^\]]*)/, (all, digits: string) => all.replace(digits, number(digits)))

      test('each is spelled as if it were alone', () => {
        fc.assert(
          fc.property(fc.oneof(finite, setAlike), (items) => {
            const text = `{"nbformat":4,"cells":[],"metadata":{"":[${items.map((parts) => parts.join('')).join(',')}]}}`
            const python = items.map(([, value = '']) =>
              spelled(value, pythonNumber)
                .replace('true', 'True')
                .replace('null', 'None')
                .replace(/["[\]]/g, ''),
            )
            expect(utf8(nbformatBytes(text))).toBe(`cellsmetadata${python.join('')}nbformat4`)
            const json = items.map(([, value = '']) => spelled(value, (digits) => String(Number(digits))))
            const expected = `{"cells":[],"metadata":{"":[${json.join(',')}]},"nbformat":4}`
            expect(utf8(jcsBytes(text))).toBe(`nbtrust-jcs-1\n${expected}`)
          }),
          { numRuns: 1500 },
        )
      })
    })

    test('that is a float keeps its value and has a form that Python prints', () => {
      fc.assert(
        fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
          const spelling = pythonFloat(value)
          expect(Number(spelling)).toBe(value)
          expect(spelling).toMatch(/^-?(\d{1,16}\.\d+|\d(\.\d+)?e[+-]\d{2,3})$/)
        }),
        { numRuns: 1000 },
      )
    })
  })
})
