// What goes into Jupyter's bytes and what does not; the vectors hold the rest.
import { describe, expect, test } from 'vitest'
import { canonicalBytes } from '../../../src/canonical/index.js'
import { parseNotebook } from '../../../src/nbformat/index.js'
import type { NotebookSource } from '../../../src/nbformat/model.js'
import { encoders } from '../../support/encoders.js'

describe.each(encoders)('by $name', ({ nbformatBytes }) => {
  const hashed = (source: NotebookSource): string => new TextDecoder().decode(nbformatBytes(source))
  const v4 = (metadata: string, cells = '', minor = 4): string =>
    `{"cells":[${cells}],"metadata":${metadata},"nbformat":4,"nbformat_minor":${minor}}`
  const refused = (code: string, place?: string): object =>
    expect.objectContaining(place ? { code, place } : { code })

  test('keys and values follow each other by code point, without delimiters', () => {
    expect(hashed(v4('{"b":"c","a":[1,"x",null,true],"\ud83d\ude00":1,"\ufffd":2}'))).toBe(
      'cellsmetadataa1xNoneTruebc\ufffd2\u{1f600}1nbformat4nbformat_minor4',
    )
  })

  test('of a key that is given twice the last value counts, also when it is spelled with escapes', () => {
    expect(hashed(v4('{"a":{"x":1},"b":2,"\\u0061":3}'))).toBe('cellsmetadataa3b2nbformat4nbformat_minor4')
  })

  test('dropping the last of two equal keys does not bring back the first', () => {
    expect(hashed(v4('{"signature":1,"a":2,"signature":3}'))).toBe('cellsmetadataa2nbformat4nbformat_minor4')
  })

  test('numbers whose spelling is longer than the file are all there', () => {
    for (const count of [1, 10, 100, 5000]) {
      const numbers = Array.from({ length: count }, () => '1e15')
      expect(hashed(v4(`{"a":[${numbers}]}`))).toBe(
        `cellsmetadataa${'1000000000000000.0'.repeat(count)}nbformat4nbformat_minor4`,
      )
    }
  })

  test('unsorted objects within unsorted objects come out in order', () => {
    const text = v4('{"c":{"b":[{"z":1,"y":{"x":2,"":3}}],"a":4},"":{"":5},"b":6}')
    expect(hashed(text)).toBe('cellsmetadata5b6ca4by3x2z1nbformat4nbformat_minor4')
  })

  describe('half a surrogate pair', () => {
    test('is an error with its place', () => {
      expect(() => hashed(v4('{"a":\n"x\\ud800"}'))).toThrow(
        refused('ERR_JSON_SURROGATE', 'line 2, column 3'),
      )
      expect(() => hashed(v4('{"b":1,"a\\udc00":1}'))).toThrow(refused('ERR_JSON_SURROGATE'))
    })

    test('in the text itself is one too', () => {
      expect(() => hashed(v4('{"a":"\ud800"}'))).toThrow(refused('ERR_JSON_SURROGATE', 'line 1, column 30'))
    })

    test('does no harm in what is not hashed', () => {
      expect(hashed(v4('{"signature":"\\ud800","orig_nbformat":["\\ud800"],"a":"\\udfff","a":1}'))).toBe(
        'cellsmetadataa1nbformat4nbformat_minor4',
      )
    })

    test('is found in the joined lines of version 3', () => {
      const text = (line: string): string =>
        `{"nbformat":3,"metadata":{},"worksheets":[{"cells":[{"cell_type":"raw","source":["a","${line}"]}]}]}`
      expect(hashed(text('\\ud83d\\ude00'))).toContain('sourcea\n\u{1f600}')
      expect(() => hashed(text('\\ude00'))).toThrow(refused('ERR_JSON_SURROGATE'))
    })
  })

  test('100,000 levels of nesting, closed or not, end in an error of ours; 1,000 do not', () => {
    const nest = (levels: number): string =>
      v4(`{"a":${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}}`)
    expect(hashed(nest(998))).toContain('aaa1nbformat')
    expect(() => hashed(nest(1000))).toThrow(refused('ERR_JSON_DEPTH'))
    expect(() => hashed(nest(100_000))).toThrow(refused('ERR_JSON_DEPTH'))
    expect(() => hashed('['.repeat(100_000))).toThrow(refused('ERR_JSON_DEPTH'))
  })

  test('floats may be much longer than in the file', () => {
    const numbers = Array(5000).fill('1e15').join()
    expect(hashed(v4(`{"a":[${numbers}],"b":"end"}`))).toBe(
      `cellsmetadataa${'1000000000000000.0'.repeat(5000)}bendnbformat4nbformat_minor4`,
    )
  })

  test('a live notebook stands for the text that JSON.stringify gives it', () => {
    const notebook = parseNotebook(
      v4('{"b":1.0,"a":1e21,"é":"\\u00e9"}', '{"cell_type":"raw","metadata":{},"source":["a\\n","b"]}'),
    )
    expect(hashed(notebook)).toBe(hashed(JSON.stringify(notebook)))
    expect(hashed(notebook)).toContain('a1e+21b1éé')
  })

  test('a live notebook that JSON cannot say is an error', () => {
    const notebook = parseNotebook(v4('{}'))
    const loop: Record<string, unknown> = {}
    loop.loop = loop
    Object.assign(notebook.metadata, loop)
    expect(() => hashed(notebook)).toThrow(refused('ERR_ARGUMENT'))
  })

  test.each([
    '{"metadata":{}}',
    '{"nbformat":1,"metadata":{}}',
    '{"nbformat":2,"worksheets":[],"metadata":{}}',
  ])('%s has bytes to compare, but none to sign', (text) => {
    expect(nbformatBytes(text, { oldest: 1 }).length).toBeGreaterThan(0)
    expect(() => canonicalBytes(text, 'nbformat')).toThrow(refused('ERR_NOTEBOOK_VERSION'))
    expect(() => canonicalBytes(text, 'jcs')).toThrow(refused('ERR_NOTEBOOK_VERSION'))
  })

  describe('cells without ids', () => {
    const cell = (id: string): string => `{"cell_type":"raw",${id}"metadata":{},"source":""}`
    test.each([
      ['one lacks its id', [cell('"id":"a",'), cell('')], 'cells[1]'],
      ['two have the same', [cell('"id":"a",'), cell('"id":"\\u0061",')], 'cells[1]'],
      ['1 and true are the same', [cell('"id":1,'), cell('"id":"b",'), cell('"id":true,')], 'cells[2]'],
    ])('%s: no stable digest from version 4.5 on', (_, cells, place) => {
      expect(() => hashed(v4('{}', cells.join(), 5))).toThrow(refused('ERR_NO_STABLE_DIGEST', place))
      expect(() => hashed(v4('{}', cells.join(), 5))).toThrow('has no stable digest, because cells lack ids')
      expect(hashed(v4('{}', cells.join(), 4))).toContain('cell_typeraw')
    })

    test('the injective encoding does not need them', () => {
      expect(canonicalBytes(v4('{}', cell(''), 5), 'jcs').length).toBeGreaterThan(0)
    })
  })

  test.each([
    [v4('{"a":1\f}'), 'ERR_JSON_SYNTAX', 'line 1, column 30'],
    [`\ufeff${v4('{}')}`, 'ERR_JSON_SYNTAX', 'line 1, column 1'],
    [v4(`{"a":${'1'.repeat(4301)}}`), 'ERR_JSON_NUMBER', 'line 1, column 29'],
    [
      v4('{}', '{"cell_type":"code","metadata":{},"outputs":[{"output_type":"stream","text":[1]}]}'),
      'ERR_NOTEBOOK_SHAPE',
      'cells[0].outputs[0].text',
    ],
    ['{"nbformat":4,"cells":[],"metadata":{},"nbformat_minor":4.0}', 'ERR_NOTEBOOK_SHAPE', 'nbformat_minor'],
    ['{"nbformat":4.0,"cells":[],"metadata":{}}', 'ERR_NOTEBOOK_VERSION', 'nbformat'],
  ])('%.60s is refused: %s at %s', (text, code, place) => {
    expect(() => hashed(text)).toThrow(refused(code, place))
  })

  test('more than 500 MB are refused', () => {
    expect(() => hashed(new Uint8Array(500_000_001))).toThrow(refused('ERR_TOO_LARGE'))
  })
})
