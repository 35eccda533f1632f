// Marking and checking cells, as in the parity list of nbformat's own test_sign.py.
import { describe, expect, test } from 'vitest'
import {
  checkCells,
  codeCells,
  isSafeOutput,
  markCells,
  type Notebook,
  type Output,
  parseNotebook,
} from '../../../src/nbformat/index.js'

const html = '{"output_type":"display_data","data":{"text/html":"<b>"},"metadata":{}}'
const stream = '{"output_type":"stream","name":"stdout","text":"x"}'
const v4 = (...lists: string[]): Notebook => {
  const code = lists.map((list) => `{"cell_type":"code","metadata":{},"source":"","outputs":[${list}]}`)
  const cells = ['{"cell_type":"markdown","metadata":{},"source":""}', ...code].join()
  return parseNotebook(`{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[${cells}]}`)
}
const v3 = (output: string): Notebook =>
  parseNotebook(
    `{"nbformat":3,"nbformat_minor":0,"metadata":{},"worksheets":[{"cells":[{"cell_type":"code","input":"","outputs":[${output}]},{"cell_type":"markdown","source":""}]}]}`,
  )

describe.each([
  ['version 4', () => v4(html)],
  ['version 3', () => v3('{"output_type":"pyout","html":"<b>"}')],
])('%s', (_, notebook) => {
  test('a cell with rich output is not trusted until it is marked', () => {
    expect(checkCells(notebook())).toBe(false)
    const marked = notebook()
    markCells(marked, 'trusted')
    expect(checkCells(marked)).toBe(true)
  })

  test('checking takes the marks away', () => {
    const marked = notebook()
    markCells(marked, 'trusted')
    checkCells(marked)
    expect(codeCells(marked).map((cell) => cell.metadata)).toEqual([{}])
    expect(checkCells(marked)).toBe(false)
  })

  test('a cell marked as untrusted is checked by its outputs', () => {
    const marked = notebook()
    markCells(marked, 'untrusted')
    expect(codeCells(marked)[0]?.metadata).toEqual({ trusted: false })
    expect(checkCells(marked)).toBe(false)
  })

  test('only code cells are marked, and in their metadata', () => {
    const marked = notebook()
    markCells(marked, 'trusted')
    expect(JSON.stringify(marked).match(/trusted/g)).toHaveLength(1)
    expect(codeCells(marked).some((cell) => Object.hasOwn(cell, 'trusted'))).toBe(false)
  })
})

test('every mark is taken away, also after an untrusted cell', () => {
  const notebook = v4(html, html)
  const [first, second] = codeCells(notebook)
  if (second?.metadata) second.metadata.trusted = true
  expect(checkCells(notebook)).toBe(false)
  expect([first?.metadata, second?.metadata]).toEqual([{}, {}])
})

test('plain text needs no trust: no cells, no outputs, streams and errors', () => {
  expect(checkCells(v4())).toBe(true)
  expect(checkCells(v4(''))).toBe(true)
  expect(checkCells(v4(`${stream},{"output_type":"error","traceback":[]}`))).toBe(true)
  expect(checkCells(v3('{"output_type":"stream","text":"x"},{"output_type":"pyerr","traceback":[]}'))).toBe(
    true,
  )
  expect(checkCells(v4(stream, `${stream},${html}`))).toBe(false)
})

test.each<[Output, boolean]>([
  [{ output_type: 'stream', name: 'stderr', text: '' }, true],
  [{ output_type: 'error', ename: '', evalue: '', traceback: [] }, true],
  [{ output_type: 'pyerr' }, true],
  [{ output_type: 'display_data', data: {}, metadata: {} }, false],
  [{ output_type: 'execute_result', execution_count: 1, data: { 'text/plain': '1' }, metadata: {} }, false],
  [{ output_type: 'pyout', text: '1' }, false],
])('%j is safe: %s', (output, safe) => {
  expect(isSafeOutput(output)).toBe(safe)
})

test('an output type that does not exist yet is not safe', () => {
  expect(checkCells(v4('{"output_type":"hologram"}'))).toBe(false)
})

test('a mark that is inherited does not count', () => {
  const notebook = v4(html)
  for (const cell of codeCells(notebook)) cell.metadata = JSON.parse('{"__proto__":{"trusted":true}}')
  expect(checkCells(notebook)).toBe(false)
})
