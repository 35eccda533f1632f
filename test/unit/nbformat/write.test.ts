// Writing a notebook the way nbformat does.
import { expect, test } from 'vitest'
import { codeCells, parseNotebook, serializeNotebook } from '../../../src/nbformat/index.js'
import { splitLines } from '../../../src/nbformat/lines.js'

test('a file that nbformat wrote comes out byte for byte', () => {
  const text = `{
 "cells": [
  {
   "attachments": {
    "a.png": {
     "image/png": "AAAA"
    }
   },
   "cell_type": "markdown",
   "id": "a",
   "metadata": {},
   "source": [
    "# Title\\n",
    "text é \\u007f"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "b",
   "metadata": {},
   "outputs": [
    {
     "data": {
      "application/json": {
       "10": 1,
       "9": [],
       "a": {}
      },
      "image/png": "AAAA\\n",
      "text/html": [
       "<p>\\n",
       "</p>"
      ]
     },
     "execution_count": 1,
     "metadata": {},
     "output_type": "execute_result"
    },
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "1\\n",
      "2\\n"
     ]
    }
   ],
   "source": []
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`.replace('\\u007f', '\u007f')
  expect(serializeNotebook(parseNotebook(text))).toBe(text)
})

test('keys are sorted by code point, as Python does, and not by UTF-16 unit', () => {
  const metadata = '{"\u{1f600}":1,"\ufffd":2,"b":3,"10":4,"9":5,"__proto__":6}'
  const text = serializeNotebook(parseNotebook(`{"nbformat":4,"cells":[],"metadata":${metadata}}`))
  expect([...text.matchAll(/^ {2}"(.*)": (\d)/gm)].map((match) => match[1])).toEqual([
    '10',
    '9',
    '__proto__',
    'b',
    '\ufffd',
    '\u{1f600}',
  ])
})

test('trust and the origin of the format stay out of the file', () => {
  const notebook = parseNotebook(
    '{"nbformat":4,"metadata":{"orig_nbformat":3,"orig_nbformat_minor":0},"cells":[{"cell_type":"code","metadata":{},"source":""}]}',
  )
  notebook.metadata.signature = 'sha256:0'
  for (const cell of codeCells(notebook)) cell.metadata = { trusted: true, tags: ['a'] }
  const text = serializeNotebook(notebook)
  expect(text).not.toMatch(/trusted|signature|orig_nbformat/)
  expect(text).toContain('"tags"')
  expect(codeCells(notebook)[0]?.metadata).toEqual({ trusted: true, tags: ['a'] })
})

test('missing and repeated cell ids are made, once', () => {
  const cell = (id: string): string => `{"cell_type":"raw",${id}"metadata":{},"source":""}`
  const notebook = parseNotebook(
    `{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[${[cell('"id":"a",'), cell('"id":"a",'), cell('')].join()}]}`,
  )
  const text = serializeNotebook(notebook)
  const ids = [...text.matchAll(/"id": "(.*)"/g)].map((match) => match[1])
  expect(ids[0]).toBe('a')
  expect(new Set(ids).size).toBe(3)
  expect(ids[2]).toMatch(/^[0-9a-f]{8}$/)
  expect(serializeNotebook(notebook)).toBe(text)
})

test('no ids are made before version 4.5', () => {
  const text =
    '{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[{"cell_type":"raw","metadata":{},"source":""}]}'
  expect(serializeNotebook(parseNotebook(text))).not.toContain('"id"')
})

test('version 3 is written as version 3, in ASCII', () => {
  const text = `{
 "metadata": {
  "name": "\\u00e9\\ud83d\\ude00"
 },
 "nbformat": 3,
 "nbformat_minor": 0,
 "worksheets": [
  {
   "cells": [
    {
     "cell_type": "code",
     "collapsed": false,
     "input": [
      "a\\n",
      "b"
     ],
     "language": "python",
     "metadata": {},
     "outputs": [
      {
       "output_type": "pyout",
       "png": "AA\\n",
       "prompt_number": 1,
       "text": [
        "1\\n"
       ]
      }
     ],
     "prompt_number": 1
    }
   ],
   "metadata": {}
  }
 ]
}
`
  expect(serializeNotebook(parseNotebook(text))).toBe(text)
})

test('a number that JSON cannot say is an error with its path', () => {
  const notebook = parseNotebook('{"nbformat":4,"cells":[],"metadata":{"a":[0,1e999]}}')
  expect(() => serializeNotebook(notebook)).toThrow(
    expect.objectContaining({ code: 'ERR_JSON_NUMBER', place: 'metadata.a[1]' }),
  )
})

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a\n']],
  ['a\r\nb\rc\n\nd', ['a\r\n', 'b\r', 'c\n', '\n', 'd']],
  [
    'a\vb\fc\x1cd\x1de\x1ef\x85g\u2028h\u2029i\x1fj',
    ['a\v', 'b\f', 'c\x1c', 'd\x1d', 'e\x1e', 'f\x85', 'g\u2028', 'h\u2029', 'i\x1fj'],
  ],
])('%j splits where Python splits it', (text, lines) => {
  expect(splitLines(text)).toEqual(lines)
})
