// The MIME bundle of an output, whatever the version.
import { expect, test } from 'vitest'
import { joinLines, outputBundle } from '../../../src/nbformat/index.js'

test('lists of lines are joined, lists that are data are not', () => {
  const data = {
    'text/plain': ['a\n', 'b'],
    'image/png': ['AA', 'BB'],
    'application/json': ['a', 'b'],
    'application/vnd.x+json': ['a'],
    'text/odd': ['a', 1],
  }
  expect(
    outputBundle({ output_type: 'display_data', data, metadata: { 'image/png': { width: 1 } } }),
  ).toEqual({
    data: { ...data, 'text/plain': 'a\nb', 'image/png': 'AABB' },
    metadata: { 'image/png': { width: 1 } },
  })
  expect(data['text/plain']).toEqual(['a\n', 'b'])
})

test("version 3's short keys become MIME types", () => {
  const { data, metadata } = outputBundle({
    output_type: 'pyout',
    prompt_number: 3,
    metadata: { png: { width: 2 } },
    text: ['1\n', '2'],
    html: '<b>',
    svg: '<svg/>',
    png: 'AA',
    jpeg: 'BB',
    pdf: 'CC',
    latex: '$x$',
    json: '{"a":[1]}',
    javascript: 'x()',
    'text/markdown': '*',
  })
  expect(data).toEqual({
    'text/plain': '1\n2',
    'text/html': '<b>',
    'image/svg+xml': '<svg/>',
    'image/png': 'AA',
    'image/jpeg': 'BB',
    'application/pdf': 'CC',
    'text/latex': '$x$',
    'application/json': { a: [1] },
    'application/javascript': 'x()',
    'text/markdown': '*',
  })
  expect(metadata).toEqual({ 'image/png': { width: 2 } })
})

test('version 3 JSON that is not JSON stays the string it is', () => {
  expect(outputBundle({ output_type: 'display_data', json: '{' }).data).toEqual({ 'application/json': '{' })
})

test('an output without a bundle has an empty one', () => {
  const none = { data: {}, metadata: {} }
  expect(outputBundle({ output_type: 'stream', name: 'stdout', text: 'x' })).toEqual(none)
  expect(outputBundle({ output_type: 'pyerr', traceback: [] })).toEqual(none)
})

test('__proto__ as a MIME type stays a key of its own', () => {
  const data = JSON.parse('{"__proto__":["a","b"]}')
  const bundle = outputBundle({ output_type: 'display_data', data, metadata: {} })
  expect(Object.keys(bundle.data)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(bundle.data)).toBe(Object.prototype)
})

test('lines are joined by nothing', () => {
  expect(joinLines(['a\n', 'b'])).toBe('a\nb')
  expect(joinLines('ab')).toBe('ab')
})
