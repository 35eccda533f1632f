// Replacing values in a text, and nothing else.
import { describe, expect, test } from 'vitest'
import type { JsonPath, JsonValue } from '../../../src/lib/json.js'
import { jsonSpans, replaceJsonValues } from '../../../src/lib/json-spans.js'

const text = '{ "a": [1.0, {"b\\u0063": "x"}],\t"n": 1e400, "__proto__": null, "0": [] }'

test.each<[JsonPath, string | undefined]>([
  [[], text],
  [['a'], '[1.0, {"b\\u0063": "x"}]'],
  [['a', 0], '1.0'],
  [['a', 1, 'bc'], '"x"'],
  [['n'], '1e400'],
  [['__proto__'], 'null'],
  [['0'], '[]'],
  [['a', '0'], undefined],
  [[0], undefined],
  [['a', 2], undefined],
  [['toString'], undefined],
])('the value at %j is found', (path, expected) => {
  const [span] = jsonSpans(text, [path])
  expect(span && text.slice(span.start, span.end)).toBe(expected)
})

test('of a key that is given twice the last value counts, and nothing of the first', () => {
  const twice = '{"a":{"b":1},"\\u0061":{"c":2}}'
  const spans = jsonSpans(twice, [['a'], ['a', 'b'], ['a', 'c']])
  expect(spans.map((span) => span && twice.slice(span.start, span.end))).toEqual(['{"c":2}', undefined, '2'])
})

test('every other character stays: numbers keep their digits and keys their order', () => {
  const replaced = replaceJsonValues(text, [
    [['0'], 5],
    [['a', 1], 'new'],
  ])
  expect(replaced).toBe('{ "a": [1.0, "new"],\t"n": 1e400, "__proto__": null, "0": 5 }')
})

describe('new values are indented like the text', () => {
  const value: JsonValue = [{ b: [], a: 'x\ny' }]
  test('with one space and line feeds, as nbformat writes', () => {
    expect(
      replaceJsonValues('{\n "cells": [\n  {\n   "outputs": [\n   ]\n  }\n ]\n}\n', [
        [['cells', 0, 'outputs'], value],
      ]),
    ).toBe(
      '{\n "cells": [\n  {\n   "outputs": [\n    {\n     "a": "x\\ny",\n     "b": []\n    }\n   ]\n  }\n ]\n}\n',
    )
  })
  test('with tabs and CRLF', () => {
    expect(replaceJsonValues('{\r\n\t"a": 1.0,\r\n\t"b": 2\r\n}', [[['b'], [3]]])).toBe(
      '{\r\n\t"a": 1.0,\r\n\t"b": [\r\n\t\t3\r\n\t]\r\n}',
    )
  })
  test('not at all in a text of one line', () => {
    expect(replaceJsonValues('{"a":1,"b":2}', [[['b'], value]])).toBe('{"a":1,"b":[{"a":"x\\ny","b":[]}]}')
  })
})

test.each<[string, string, JsonPath[], string]>([
  ['a path that is not there', '{"a":1}', [['b']], 'b'],
  ['a path within another', '{"a":[1]}', [['a'], ['a', 0]], 'a[0]'],
  ['a path given twice', '{"a":1}', [['a'], ['a']], 'a'],
  ['a key that is given twice', '{"a":1,"\\u0061":2}', [['a']], 'a'],
  ['a path below a key that is given twice', '{"a":{"b":1},"a":{"b":2}}', [['a', 'b']], 'a.b'],
])('%s is refused', (_, source, paths, place) => {
  expect(() =>
    replaceJsonValues(
      source,
      paths.map((path) => [path, 0]),
    ),
  ).toThrow(expect.objectContaining({ code: 'ERR_ARGUMENT', place }))
})

test('a text that is not JSON is refused with its place', () => {
  expect(() => replaceJsonValues('{"a":1', [[['a'], 0]])).toThrow(
    expect.objectContaining({ code: 'ERR_JSON_SYNTAX', place: 'line 1, column 7' }),
  )
})
