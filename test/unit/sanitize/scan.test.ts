// Limits hold before any parser sees the input, and ordinary markup is far from them.
import { expect, test } from 'vitest'
import { LIMITS, limitsWith } from '../../../src/sanitize/limits.js'
import { overLimit } from '../../../src/sanitize/scan.js'

const scan = (source: string): string | undefined => overLimit(source, LIMITS)

test.each([
  ['nested elements', '<div>'.repeat(100_000), 'depth'],
  ['nested SVG', '<svg><g>'.repeat(20_000), 'depth'],
  ['formatting that is never closed', '<b><i>'.repeat(1000), 'depth'],
  ['cells without a table', '<svg>'.concat('<td>'.repeat(1000)), 'depth'],
  ['many attributes', `<p ${'a=b '.repeat(1000)}>`, 'attributes'],
  ['many attributes without spaces', `<p${'/a'.repeat(1000)}>`, 'attributes'],
  ['many tags', '<br>'.repeat(300_000), 'tags'],
  ['open formatting in many blocks', `${'<font size=1>'.repeat(200)}${'<p>x'.repeat(5000)}`, 'reopened'],
  ['many candidates', `<img SrcSet='${'data:, 1w, '.repeat(1000)}'>`, 'candidates'],
  ['many comments', '<!-- x -->'.repeat(11_000), 'comments'],
  ['many comments of a careless kind', '<?x></ ><!x>'.repeat(4_000), 'comments'],
  ['many angle brackets', '<'.repeat(1_000_000), 'brackets'],
  ['a long text', 'x'.repeat(LIMITS.length + 1), 'length'],
  ['depth behind a comment that looks open', `<!--> ${'<div>'.repeat(1000)}`, 'depth'],
  ['depth behind a quote in text', `it's <p>"${'<div>'.repeat(1000)}`, 'depth'],
  ['depth behind an attribute without a value', `<p a= >${'<div>'.repeat(1000)}`, 'depth'],
  ['depth behind descriptions that hold their drawings open', '<svg><desc></svg>'.repeat(1000), 'depth'],
  ['depth behind a style that is SVG', `<svg><style>${'<g>'.repeat(1000)}`, 'depth'],
])('%s are too much', (_, source, limit) => {
  expect(scan(source)).toBe(limit)
})

test.each([
  ['paragraphs without end tags', '<p>text '.repeat(50_000)],
  ['list items without end tags', `<ul>${'<li>text '.repeat(50_000)}`],
  ['rows and cells without end tags', `<table>${'<tr><td>1<td>2'.repeat(20_000)}`],
  ['void elements', '<br><hr><img>'.repeat(10_000)],
  ['closed shapes', `<svg>${'<path d="M0 0"/>'.repeat(50_000)}</svg>`],
  ['tags inside a script', `<script>${'"<div>"'.repeat(50_000)}</script>`],
  ['tags inside a comment', `<!-- ${'<div>'.repeat(50_000)} -->`],
  ['tags inside an attribute', `<p title="${'<div>'.repeat(50_000)}">`],
  ['formatting that is closed', '<p><b>x</b> <i>y</i></p>'.repeat(50_000)],
  ['candidates', `<img srcset="${'data:, 1w, '.repeat(400)}">`.repeat(100)],
  ['angle brackets', 'a < b '.repeat(90_000)],
  ['comments', '<!-- x --><p>x</p>'.repeat(9_000)],
  ['drawings that a paragraph ends', '<svg><g><p>x</p>'.repeat(20_000)],
  ['end tags', '</p>'.repeat(100_000)],
])('%s are not', (_, source) => {
  expect(scan(source)).toBeUndefined()
})

test('limits can be made smaller, not larger', () => {
  expect(limitsWith({ depth: 10 }).depth).toBe(10)
  expect(limitsWith({ depth: 1e9, tags: Number.NaN }).depth).toBe(LIMITS.depth)
  expect(limitsWith({ tags: Number.NaN }).tags).toBe(LIMITS.tags)
  expect(overLimit('<div>'.repeat(11), limitsWith({ depth: 10 }))).toBe('depth')
})
