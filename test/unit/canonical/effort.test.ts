// Texts made to cost more than their size. Nothing is timed: what grows faster than the text would not end in this test.
import { describe, expect, test } from 'vitest'
import { jsonSpans } from '../../../src/lib/json-spans.js'
import { parseNotebook } from '../../../src/nbformat/index.js'
import { encoders } from '../../support/encoders.js'

describe.each(encoders)('by $name', ({ nbformatBytes, jcsBytes }) => {
  const around = (metadata: string): string => `{"nbformat":4,"cells":[],"metadata":${metadata}}`
  const repeat = (count: number, item: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => item(index)).join()

  test.each([
    [
      '900 unsorted objects around a megabyte',
      around(`${'{"b":'.repeat(900)}"${'x'.repeat(1e6)}"${',"a":1}'.repeat(900)}`),
    ],
    ['100,000 keys in descending order', around(`{${repeat(100_000, (index) => `"${900_000 - index}":1`)}}`)],
    ['200,000 times the same key', around(`{${repeat(200_000, () => '"a":1')}}`)],
    [
      '1,000 long keys that differ at their end',
      around(`{${repeat(1000, (index) => `"${'k'.repeat(2000)}${2000 - index}":1`)}}`),
    ],
    ['a float of a million digits', around(`{"a":1.${'1'.repeat(1e6)}}`)],
    ['a million brackets in a string', around(`{"a":"${'[{'.repeat(5e5)}"}`)],
    [
      '500,000 empty lists',
      around(`[${repeat(5e5, () => '[]')}]`)
        .replace('[[', '{"a":[[')
        .replace(']]}', ']]}}'),
    ],
  ])('%s', (_, text) => {
    expect(nbformatBytes(text).length).toBeGreaterThan(0)
    expect(jcsBytes(text).length).toBeGreaterThan(0)
    expect(parseNotebook(text).nbformat).toBe(4)
    expect(jsonSpans(text, [['metadata']])).toHaveLength(1)
  })

  test('200,000 half surrogate pairs in what is left out, beside 100,000 keys to be sorted', () => {
    const keys = repeat(100_000, (index) => `"${900_000 - index}":1`)
    const text = around(`{"signature":[${repeat(200_000, () => '"\\ud800"')}],${keys}}`)
    expect(nbformatBytes(text).length).toBeGreaterThan(700_000)
  })

  test('50,000 cells that repeat one id', () => {
    const cells = repeat(50_000, () => '{"id":"a","cell_type":"raw","metadata":{},"source":""}')
    const text = `{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[${cells}]}`
    expect(() => nbformatBytes(text)).toThrow(expect.objectContaining({ code: 'ERR_NO_STABLE_DIGEST' }))
  })
})
