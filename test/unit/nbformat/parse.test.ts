// Reading a notebook: what is refused, with which code and place, and what is filled in or taken out.
import { describe, expect, test } from 'vitest'
import { NbtrustError } from '../../../src/lib/errors.js'
import { cellSource, cellsOf, codeCells, parseNotebook } from '../../../src/nbformat/index.js'

const empty = '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":4}'
const withCell = (cell: string, minor = 4): string =>
  `{"cells":[${cell}],"metadata":{},"nbformat":4,"nbformat_minor":${minor}}`

function refusal(source: string | Uint8Array): NbtrustError {
  try {
    parseNotebook(source, { maxBytes: 50_000_000 })
  } catch (error) {
    if (error instanceof NbtrustError) return error
    throw error
  }
  throw new Error('The notebook was accepted.')
}

describe('what is not JSON is refused with the place', () => {
  test.each([
    ['', 'line 1, column 1', 'is empty'],
    [' \n', 'line 2, column 1', 'is empty'],
    [`\ufeff${empty}`, 'line 1, column 1', 'byte order mark'],
    [empty.slice(0, -10), 'line 1, column 49', 'cut off'],
    ['{\n "cells": [\n  "abc', 'line 3, column 7', 'in the middle of a string'],
    [empty.replace('{}', '{"x": NaN}'), 'line 1, column 30', 'NaN at line 1, column 30 is not a JSON value'],
    ['{"a": -Infinity}', 'line 1, column 7', '-Infinity'],
    ['{"a": 01}', 'line 1, column 7', '"01"'],
    ['{"a": 1.}', 'line 1, column 7', '"1."'],
    ['{"a": [1 2]}', 'line 1, column 10', 'a comma or "]"'],
    ['{"a": 1 "b": 2}', 'line 1, column 9', 'a comma or "}"'],
    ['{"a" 1}', 'line 1, column 6', 'a colon'],
    ['{"a": 1,}', 'line 1, column 9', 'comma stands before'],
    ['[1,]', 'line 1, column 4', 'comma stands before'],
    ['{"a": "x\ty"}', 'line 1, column 9', 'U+0009'],
    ['{"a": "\\x41"}', 'line 1, column 8', '\\x'],
    ['{"a": "\\u12"}', 'line 1, column 8', '\\u12'],
    ['{"a":\r\n  tru}', 'line 2, column 3', "'t'"],
    ["{'a': 1}", 'line 1, column 2', 'single quote'],
    ['{"a": 1 // one\n}', 'line 1, column 9', 'comment'],
    ['{"a": /* one */ 1}', 'line 1, column 7', 'comment'],
    ['{"a": 1}x', 'line 1, column 9', 'after the end'],
    ['{"a":\u00a01}', 'line 1, column 6', 'U+00A0'],
    ['{\n<<<<<<< ours\n"a": 1}', 'line 2, column 1', 'merge conflict'],
    ['<!DOCTYPE html><html></html>', 'line 1, column 1', 'web page'],
  ])('%j', (text, place, words) => {
    const error = refusal(text)
    expect(error.code).toBe('ERR_JSON_SYNTAX')
    expect(error.place).toBe(place)
    expect(error.message).toContain(words)
    expect(error.message).toMatch(/^Not JSON: .*\.$/s)
  })

  test('bytes that are not UTF-8 are refused with the offset of the first bad byte', () => {
    const bytes = new TextEncoder().encode(withCell('{"cell_type":"raw","source":"?"}'))
    const at = bytes.indexOf(0x3f)
    bytes[at] = 0xe9
    expect(refusal(bytes)).toMatchObject({ code: 'ERR_JSON_UTF8', place: `byte ${at}` })
    expect(refusal(new Uint8Array([0xff, 0xfe, 0x7b, 0])).message).toContain('UTF-16')
  })

  test('a byte order mark in bytes is named too', () => {
    expect(refusal(new TextEncoder().encode(`\ufeff${empty}`)).message).toContain('byte order mark')
  })
})

test('100,000 levels of nesting end in an error with a code', () => {
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect(refusal(deep)).toMatchObject({
    code: 'ERR_JSON_DEPTH',
    place: expect.stringMatching(/^line 1, column \d+$/),
  })
  expect(refusal(`{"a":${'['.repeat(100_000)}`)).toMatchObject({ code: 'ERR_JSON_DEPTH' })
})

test('60 MB are refused before they are read, and both sizes are said', () => {
  const error = refusal(new Uint8Array(60_000_000))
  expect(error.code).toBe('ERR_TOO_LARGE')
  expect(error.message).toContain('60.0 MB')
  expect(error.message).toContain('50.0 MB')
})

test('the size limit counts bytes of UTF-8, not UTF-16 units', () => {
  const text = empty.replace('{}', `{"x":"${'é'.repeat(40)}"}`)
  const bytes = new TextEncoder().encode(text).length
  expect(() => parseNotebook(text, { maxBytes: bytes - 1 })).toThrow(`${bytes} bytes`)
  expect(parseNotebook(text, { maxBytes: bytes }).nbformat).toBe(4)
})

describe('the version', () => {
  test.each([
    ['{"cells":[]}', 'too old'],
    ['{"nbformat":1}', 'too old'],
    ['{"nbformat":2,"worksheets":[]}', 'too old'],
    ['{"nbformat":5,"cells":[]}', 'too new'],
    ['{"nbformat":9,"cells":[]}', 'too new'],
    ['{"nbformat":"4","cells":[]}', 'no such version'],
    ['{"nbformat":null}', 'no such version'],
    ['{"nbformat":-4}', 'no such version'],
    ['{"nbformat":3.5}', 'no such version'],
  ])('%s is not read', (text, words) => {
    const error = refusal(text)
    expect(error).toMatchObject({ code: 'ERR_NOTEBOOK_VERSION', place: 'nbformat' })
    expect(error.message).toContain(words)
  })
})

describe('what is JSON but not a notebook is refused with the path', () => {
  const output = (text: string): string => withCell(`{"cell_type":"code","source":"","outputs":[${text}]}`)
  test.each([
    ['[]', 'the top level'],
    ['true', 'the top level'],
    ['{"nbformat":4}', 'cells'],
    ['{"nbformat":4,"cells":{}}', 'cells'],
    ['{"nbformat":4,"cells":[],"metadata":null}', 'metadata'],
    ['{"nbformat":4,"cells":[],"nbformat_minor":"5"}', 'nbformat_minor'],
    [withCell('null'), 'cells[0]'],
    [withCell('{"source":""}'), 'cells[0].cell_type'],
    [withCell('{"cell_type":"raw","source":1}'), 'cells[0].source'],
    [withCell('{"cell_type":"raw","source":["a",null]}'), 'cells[0].source[1]'],
    [withCell('{"cell_type":"raw","source":"","metadata":[]}'), 'cells[0].metadata'],
    [withCell('{"cell_type":"raw","source":"","id":5}', 5), 'cells[0].id'],
    [withCell('{"cell_type":"markdown","source":"","attachments":[]}'), 'cells[0].attachments'],
    [withCell('{"cell_type":"markdown","source":"","attachments":{"a b":1}}'), 'cells[0].attachments["a b"]'],
    [withCell('{"cell_type":"code","source":"","outputs":{}}'), 'cells[0].outputs'],
    [withCell('{"cell_type":"code","source":"","execution_count":"1"}'), 'cells[0].execution_count'],
    [output('{"output_type":"stream","text":""},"x"'), 'cells[0].outputs[1]'],
    [output('{"data":{}}'), 'cells[0].outputs[0].output_type'],
    [output('{"output_type":"stream","text":{}}'), 'cells[0].outputs[0].text'],
    [output('{"output_type":"display_data","data":null}'), 'cells[0].outputs[0].data'],
    [output('{"output_type":"execute_result","data":{},"metadata":1}'), 'cells[0].outputs[0].metadata'],
    [output('{"output_type":"error","traceback":["a",2]}'), 'cells[0].outputs[0].traceback[1]'],
    ['{"nbformat":3,"cells":[]}', 'worksheets'],
    ['{"nbformat":3,"worksheets":[{}]}', 'worksheets[0].cells'],
    [
      '{"nbformat":3,"worksheets":[{"cells":[{"cell_type":"code","input":2}]}]}',
      'worksheets[0].cells[0].input',
    ],
  ])('%s', (text, place) => {
    const error = refusal(text)
    expect(error).toMatchObject({ code: 'ERR_NOTEBOOK_SHAPE', place })
    expect(error.message).toContain(place)
  })
})

test('what Jupyter tolerates is filled in', () => {
  const notebook = parseNotebook(
    '{"nbformat":4,"cells":[{"cell_type":"code","outputs":[{"output_type":"stream"},{"output_type":"display_data"},{"output_type":"error"}]}]}',
  )
  expect(notebook).toEqual({
    nbformat: 4,
    nbformat_minor: 0,
    metadata: {},
    cells: [
      {
        cell_type: 'code',
        metadata: {},
        source: '',
        execution_count: null,
        outputs: [
          { output_type: 'stream', name: 'stdout', text: '' },
          { output_type: 'display_data', data: {}, metadata: {} },
          { output_type: 'error', ename: '', evalue: '', traceback: [] },
        ],
      },
    ],
  })
})

test('cells and outputs of types from the future are kept', () => {
  const notebook = parseNotebook(
    withCell(
      '{"cell_type":"later","source":"x"},{"cell_type":"code","outputs":[{"output_type":"new","y":1}]}',
      9,
    ),
  )
  expect(cellsOf(notebook).map(cellSource)).toEqual(['x', ''])
  expect(codeCells(notebook)[0]?.outputs).toEqual([{ output_type: 'new', y: 1 }])
})

test('trust does not come out of the file: trusted of every cell and the signature are removed', () => {
  const cells = ['code', 'markdown', 'raw'].map(
    (type) => `{"cell_type":"${type}","metadata":{"trusted":true,"kept":{"trusted":1}},"source":""}`,
  )
  const text = withCell(cells.join()).replace(
    '"metadata":{},"nbformat"',
    '"metadata":{"signature":"sha256:0","a":1},"nbformat"',
  )
  const notebook = parseNotebook(text)
  expect(notebook.metadata).toEqual({ a: 1 })
  expect(cellsOf(notebook).map((cell) => cell.metadata)).toEqual(Array(3).fill({ kept: { trusted: 1 } }))
  const version3 = parseNotebook(
    '{"nbformat":3,"metadata":{"signature":"x"},"worksheets":[{"cells":[{"cell_type":"code","input":"","metadata":{"trusted":true}}]}]}',
  )
  expect(version3.metadata).toEqual({})
  expect(cellsOf(version3)[0]?.metadata).toEqual({})
})

test('__proto__ is an ordinary key and pollutes nothing', () => {
  const evil = '{"__proto__":{"trusted":true,"polluted":1},"constructor":2}'
  const notebook = parseNotebook(
    `{"nbformat":4,"metadata":${evil},"__proto__":{"cells":[]},"cells":[{"cell_type":"code","metadata":${evil},"source":"","__proto__":{"outputs":[1]}}]}`,
  )
  expect(Object.keys(notebook.metadata)).toEqual(['__proto__', 'constructor'])
  expect(Object.getPrototypeOf(notebook.metadata)).toBe(Object.prototype)
  expect(codeCells(notebook)[0]?.outputs).toEqual([])
  expect('polluted' in {}).toBe(false)
})

test('what is inherited from Object.prototype does not count as given', () => {
  expect(refusal('{"nbformat":4,"__proto__":{"cells":[]}}').place).toBe('cells')
})

test('version 3 stays version 3, and its lines without ends become the text they stand for', () => {
  const notebook = parseNotebook(
    '{"nbformat":3,"nbformat_minor":0,"metadata":{"name":""},"worksheets":[{"cells":[{"cell_type":"code","input":["a","b"],"outputs":[{"output_type":"pyout","html":["<p>","x"],"text":["1\\n","2"]}]},{"cell_type":"heading","level":2,"source":["t\\n","u"]}]},{"cells":[{"cell_type":"markdown","source":"last"}]}]}',
  )
  expect(notebook.nbformat).toBe(3)
  expect(cellsOf(notebook).map(cellSource)).toEqual(['a\nb', 't\nu', 'last'])
  expect(codeCells(notebook)[0]?.outputs[0]).toMatchObject({ html: '<p>\nx', text: ['1\n', '2'] })
})
