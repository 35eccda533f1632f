// What a scan says without a DOM is what it would say with one.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DisplayData, MarkdownCellV4 } from '../../src/nbformat/index.js'
import { openWindow } from '../../src/node/dom.js'
import { withoutPlainCells } from '../../src/node/plain-cells.js'
import { isPlainHtml, isPlainMarkdown } from '../../src/node/plain-markup.js'
import { reviewNotebook } from '../../src/rendermime/review.js'
import { LIMITS } from '../../src/sanitize/limits.js'
import { overLimit } from '../../src/sanitize/scan.js'
import { payloads } from '../corpora/index.js'
import { isRepeat } from '../corpora/payload.js'
import { html, notebookOf } from '../support/notebooks.js'

let window: Window & typeof globalThis
beforeAll(async () => {
  window = await openWindow()
}, 60_000)

const table = `<div>
<style scoped>
    .dataframe tbody tr th:only-of-type {
        vertical-align: middle;
    }
</style>
<table border="1" class="dataframe">
  <thead>
    <tr style="text-align: right;"><th></th><th>a &amp; b</th></tr>
  </thead>
  <tbody>
    <tr><th>0</th><td>1 &lt; 2</td></tr>
  </tbody>
</table>
<p>1 rows × 2 columns</p>
</div>`

function findings(type: 'text/html' | 'text/markdown', text: string): unknown {
  const output: DisplayData = { output_type: 'display_data', data: { [type]: text }, metadata: {} }
  return reviewNotebook(notebookOf([output]), { window }).cells
}

function markdownCell(source: string): MarkdownCellV4 {
  return { cell_type: 'markdown', id: crypto.randomUUID(), metadata: {}, source }
}

const htmlPieces = fc.oneof(
  fc.constantFrom(
    ...['<div>', '</div>', '<table border="1">', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<p>', '</p>'],
    ...['<b class="a">', '</b>', '<br>', '<hr/>', '<style scoped>', '</style>', '<!--', '-->', '<![CDATA['],
    ...['<td style="color: red; position: fixed">', '<td style="background: url(//a.example)">', '<script>'],
    ...[
      '<a href="javascript:run()">',
      '<img src=x onerror=run()>',
      '<svg>',
      '<math>',
      '<title>',
      '&lt;',
      '<',
    ],
    ...[
      '<ul>',
      '<li>',
      '</li>',
      '</ul>',
      '<pre>',
      '</pre>',
      '@import "x"',
      '.a { color: red }',
      '"',
      '>',
      '\0',
    ],
  ),
  fc.string({ maxLength: 3 }),
)
const wholeElements = fc
  .letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('text', '&amp;', '<br/>', '<style>.a { color: red }</style>'),
      fc
        .tuple(
          fc.constantFrom('div', 'p', 'table', 'tbody', 'tr', 'td', 'b', 'pre', 'ul', 'li', 'h1', 'code'),
          fc.constantFrom('', ' class="x"', ' style="position: fixed; width: 9%"', ' colspan="2"'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, attribute, inside]) => `<${name}${attribute}>${inside.join('')}</${name}>`),
    ),
  }))
  .node.map(String)
const markdownPieces = fc.oneof(
  fc.constantFrom(
    ...['# ', '- ', '> ', '1. ', '`', '```\n', '*', '**', '_', '~~', '|', '|---|\n', '\n', '\n\n', '    '],
    ...[
      '[a](https://a.example)',
      '[a](javascript:run())',
      '[ ] ',
      '[x]: data:,1\n',
      '![a](https://a.example/b)',
    ],
    ...[
      'http://a.example',
      'www.a.example',
      'ftp://a.example',
      'a@b.example',
      '<b>',
      '&#106;',
      '$x$',
      '\\',
      'a',
    ],
  ),
  fc.string({ maxLength: 3 }),
)
const joined = (pieces: fc.Arbitrary<string>) =>
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''))

describe('what is plain without a parser', () => {
  test.each([
    ['a table of pandas', 'text/html', table],
    [
      'headings, emphasis, lists, code, tables and web links',
      'text/markdown',
      '# A\n\n*b* **c**, [d](https://d.example/e).\n\n- `f`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    ],
  ] as const)('%s', (_, type, text) => {
    expect(type === 'text/html' ? isPlainHtml(text) : isPlainMarkdown(text)).toBe(true)
    expect(findings(type, text)).toEqual([])
  })

  test('nothing in which a review finds anything', () => {
    let plain = 0
    const hold =
      (isPlain: (text: string) => boolean, type: 'text/html' | 'text/markdown') => (text: string) => {
        if (!isPlain(text)) return
        plain++
        expect(findings(type, text)).toEqual([])
      }
    fc.assert(fc.property(joined(htmlPieces), hold(isPlainHtml, 'text/html')), { numRuns: 2000 })
    fc.assert(fc.property(wholeElements, hold(isPlainHtml, 'text/html')), { numRuns: 500 })
    fc.assert(fc.property(joined(markdownPieces), hold(isPlainMarkdown, 'text/markdown')), { numRuns: 2000 })
    for (const { input } of payloads) {
      if (typeof input !== 'string' || isRepeat(input)) continue
      hold(isPlainHtml, 'text/html')(input)
      hold(isPlainMarkdown, 'text/markdown')(input)
    }
    expect(plain).toBeGreaterThan(500)
  })
})

const around = (count: number, inside: string): string =>
  `${'<b>'.repeat(count)}${inside}${'</b>'.repeat(count)}`

test.each([
  ['attributes of one tag', `<td${' class=""'.repeat(LIMITS.attributes + 1)}></td>`],
  ['tags', '<p></p>'.repeat(LIMITS.tags + 1)],
  ['elements inside each other', around(LIMITS.depth, '')],
  ['elements that are opened again', around(50, '<p></p>'.repeat(LIMITS.reopened / 50))],
  ['comments', '<!---->'.repeat(LIMITS.comments + 1)],
  ['brackets', '<'.repeat(LIMITS.brackets + 2)],
  ['length', ' '.repeat(LIMITS.length + 1)],
])('too many %s are not plain', (_, markup) => {
  expect(overLimit(markup, LIMITS)).toBeDefined()
  expect(isPlainHtml(markup)).toBe(false)
})

test('a review without the plain cells finds the same in the same places', () => {
  const notebook = notebookOf(
    [html('plain')],
    [{ ...html('x'), data: { 'text/html': table } }],
    [{ ...html('x'), data: { 'text/html': '<img src=x onerror=run()>' } }],
  )
  notebook.cells.push(markdownCell('# Title'), markdownCell('![picture](https://a.example/b.png)'))
  const doubtful = withoutPlainCells(notebook)
  if (!doubtful) throw new Error('Two cells are not plain.')
  const [some, all] = [doubtful, notebook].map((each) => reviewNotebook(each, { window }))
  expect({ ...some, outputs: [] }).toEqual({ ...all, outputs: [] })
  expect(some?.cells.map(({ index }) => index)).toEqual([2, 4])
})

test('of a notebook in which all is plain nothing is left to review', () => {
  const text = { ...html('x'), data: { 'text/plain': '<script>', 'image/png': 'AAAA' } }
  expect(withoutPlainCells(notebookOf([text], []))).toBeUndefined()
})
