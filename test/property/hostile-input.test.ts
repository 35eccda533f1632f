// Whatever comes in, there is a result or an NbtrustError; and the fast readers agree with the slow one about what is JSON.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NbtrustError } from '../../src/lib/errors.js'
import { scanJson } from '../../src/lib/json-scan.js'
import { jsonSpans, replaceJsonValues } from '../../src/lib/json-spans.js'
import {
  cellsOf,
  checkCells,
  codeCells,
  outputBundle,
  parseNotebook,
  serializeNotebook,
} from '../../src/nbformat/index.js'
import { encoders } from '../support/encoders.js'
import { choices, json, notebook, spell } from './arbitraries.js'

describe.each(encoders)('by $name', ({ nbformatBytes, jcsBytes }) => {
  function outcome(run: () => unknown): string {
    try {
      run()
      return 'done'
    } catch (error) {
      if (
        error instanceof NbtrustError &&
        error.message.endsWith('.') &&
        !error.message.includes('undefined')
      ) {
        return error.code
      }
      throw error
    }
  }

  function everything(source: string | Uint8Array): void {
    outcome(() => nbformatBytes(source))
    outcome(() => nbformatBytes(source, { oldest: 1 }))
    outcome(() => jcsBytes(source))
    outcome(() => {
      const notebook = parseNotebook(source)
      for (const cell of codeCells(notebook)) cell.outputs.map(outputBundle)
      cellsOf(notebook)
      serializeNotebook(notebook)
      checkCells(notebook)
    })
    if (typeof source !== 'string') return
    outcome(() => jsonSpans(source, [[], ['cells', 0, 'outputs']]))
    outcome(() => replaceJsonValues(source, [[['cells', 0, 'outputs'], []]]))
  }

  // Texts that are almost a notebook: one place cut, doubled, or filled with something else.
  const damaged = fc
    .tuple(
      notebook,
      choices,
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom(
        '',
        ',',
        '}',
        ']',
        '"',
        '\\',
        '1',
        '\u0000',
        '\f',
        '\u00a0',
        '\ud800',
        'NaN',
        '-',
        'e',
        '//',
      ),
    )
    .map(([value, choose, position, length, inserted]) => {
      const text = spell(JSON.parse(JSON.stringify(value)), choose)
      const at = position % text.length
      return text.slice(0, at) + inserted + text.slice(at + length)
    })

  test('any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), damaged), everything), {
      numRuns: 500,
    })
  })

  test('any bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.tuple(damaged, fc.nat(), fc.nat({ max: 255 })).map(([text, position, byte]) => {
        const encoded = new TextEncoder().encode(text)
        if (encoded.length > 0) encoded[position % encoded.length] = byte
        return encoded
      }),
    )
    fc.assert(fc.property(bytes, everything), { numRuns: 500 })
  })

  test('any JSON in any place of a notebook', () => {
    const places = [
      'cells',
      'metadata',
      'nbformat_minor',
      'source',
      'outputs',
      'data',
      'text',
      'attachments',
      'id',
      'output_type',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...places), json, notebook, (place, value, whole) => {
        let left = true
        const text = JSON.stringify(whole, (key, member) => {
          if (key !== place || !left) return member
          left = false
          return value
        })
        everything(text)
      }),
      { numRuns: 500 },
    )
  })

  test('the scanner takes what JSON.parse takes, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          damaged,
          fc.string(),
          json.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          let native = 'done'
          try {
            JSON.parse(text)
          } catch {
            native = 'ERR_JSON_SYNTAX'
          }
          expect(outcome(() => scanJson(text))).toBe(native)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test("the tokenizer over bytes takes what the scanner takes in Python's dialect", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        fc.pre(!/\p{Surrogate}/u.test(text))
        const scanned = outcome(() => scanJson(text, {}, 'python'))
        const tokenized = outcome(() => nbformatBytes(text))
        expect(tokenized === 'ERR_JSON_SYNTAX').toBe(scanned === 'ERR_JSON_SYNTAX')
      }),
      { numRuns: 1000 },
    )
  })

  test('the tokenizer never stops where the scanner has no words for it', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        let message = ''
        try {
          nbformatBytes(text)
        } catch (error) {
          message = error instanceof NbtrustError ? error.message : ''
        }
        expect(message).not.toContain('cannot be read at')
      }),
      { numRuns: 500 },
    )
  })

  test('spans hold exactly the values they name, and replacing them changes nothing else', () => {
    fc.assert(
      fc.property(json, json, choices, (inner, other, choose) => {
        const text = spell({ a: [other, { b: inner }], c: other }, choose)
        const [span, whole] = jsonSpans(text, [['a', 1, 'b'], []])
        expect(isDeepStrictEqual(JSON.parse(text.slice(span?.start, span?.end)), inner)).toBe(true)
        expect(text.slice(whole?.start, whole?.end)).toBe(text.trim())
        const replaced = replaceJsonValues(text, [[['a', 1, 'b'], 'new']])
        expect(replaced).toBe(`${text.slice(0, span?.start)}"new"${text.slice(span?.end)}`)
      }),
    )
  })
})
