// What a notebook would do if it were trusted, as data. Runs in jsdom, as `nbtrust scan` does.
import { expect, test } from 'vitest'
import {
  type CellV4,
  type NotebookV3,
  type NotebookV4,
  type Review,
  reviewNotebook,
} from '../../src/index.js'

const window = globalThis.window as Window & typeof globalThis

function code(...bundles: { [type: string]: string }[]): CellV4 {
  const outputs = bundles.map((data) => ({ output_type: 'display_data' as const, data, metadata: {} }))
  return { cell_type: 'code', metadata: {}, source: '', execution_count: null, outputs }
}
const markdown = (source: string): CellV4 => ({ cell_type: 'markdown', metadata: {}, source })
const notebook = (...cells: CellV4[]): NotebookV4 => ({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells })
const review = (...cells: CellV4[]): Review => reviewNotebook(notebook(...cells), { window })

test('a harmless notebook has no findings', () => {
  const { cells, counts, hosts } = review(
    markdown('# Title\n\n| a |\n|---|\n| 1 |'),
    code(
      { 'text/html': '<table><tr><td>1</td></tr></table>', 'text/plain': '1' },
      { 'image/png': 'iVBORw0KGgo=' },
    ),
  )
  expect(cells).toEqual([])
  expect([...counts]).toEqual([])
  expect(hosts).toEqual([])
})

test('a review says what every output said, also those in which nothing was found', () => {
  const [harmless, script] = [{ 'text/html': '<b>x</b>' }, { 'text/html': '<script>x()</script>' }]
  const { cells, outputs } = review(code(harmless), markdown('# Title'), code(harmless, script))
  expect(cells).toHaveLength(1)
  const said = { output_type: 'display_data', metadata: {} }
  expect(outputs.map(({ content }) => content?.value)).toEqual(
    [harmless, harmless, script].map((data) => ({ ...said, data })),
  )
})

test('findings name the cell, the output, and what would run', () => {
  const { cells, counts, hosts } = review(
    markdown('nothing'),
    code(
      { 'text/plain': 'nothing' },
      { 'text/html': '<script>fetch("https://a.example/x")</script><b onclick="go()">x</b>' },
      { 'application/javascript': 'element.append(1)' },
    ),
  )
  expect(cells.map(({ index, place, acts }) => ({ index, place, acts }))).toEqual([
    { index: 1, place: 'cells[1]', acts: 'on trust' },
  ])
  expect(cells[0]?.findings).toMatchObject([
    {
      kind: 'script',
      place: 'cells[1].outputs[1]',
      mimeType: 'text/html',
      hosts: ['a.example'],
      code: 'fetch("https://a.example/x")',
    },
    { kind: 'event handler', place: 'cells[1].outputs[1]', name: 'onclick', within: 'b' },
    {
      kind: 'script',
      place: 'cells[1].outputs[2]',
      mimeType: 'application/javascript',
      code: 'element.append(1)',
    },
  ])
  expect([...counts]).toEqual([
    ['script', 2],
    ['event handler', 1],
  ])
  expect(hosts).toEqual(['a.example'])
})

test('a script with an address is listed by it, with its host', () => {
  const { cells, hosts } = review(code({ 'text/html': '<script src="https://cdn.example/lib.js"></script>' }))
  expect(cells[0]?.findings).toMatchObject([
    { kind: 'script', code: 'https://cdn.example/lib.js', hosts: ['cdn.example'] },
  ])
  expect(hosts).toEqual(['cdn.example'])
})

test('remote pictures, frames, forms and SVG are found', () => {
  const { counts, hosts } = review(
    code({
      'text/html': '<img src="https://pixel.example/1.gif"><iframe src="https://frame.example"></iframe>',
    }),
    code({ 'text/html': '<form action="https://form.example"><input name="q"></form>' }),
    code({
      'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg" onload="run()"><script>run()</script></svg>',
    }),
  )
  for (const kind of ['remote image', 'frame', 'form', 'script', 'event handler'] as const) {
    expect(counts.get(kind), kind).toBeGreaterThan(0)
  }
  expect(hosts).toContain('pixel.example')
})

test('Markdown cells are reported, but nothing in them acts on trust', () => {
  const { cells, counts } = review(markdown('<img src="x:" onerror="run()"> <script>run()</script>'))
  expect(cells[0]).toMatchObject({ cellType: 'markdown', acts: 'never', place: 'cells[0]' })
  expect(cells[0]?.findings.length).toBeGreaterThan(0)
  expect([...counts]).toEqual([])
})

test('unknown MIME types are listed; charts and widgets, which nobody executes, are not', () => {
  const { unknownTypes } = review(
    code({ 'application/vnd.acme+json': '1', 'application/vnd.plotly.v1+json': '1', 'text/plain': 'x' }),
  )
  expect(unknownTypes).toEqual(['application/vnd.acme+json'])
})

test('version 3 is reviewed alike, with its own places', () => {
  const old: NotebookV3 = {
    nbformat: 3,
    nbformat_minor: 0,
    metadata: {},
    worksheets: [
      { cells: [{ cell_type: 'heading', level: 1, source: 'Title' }] },
      {
        cells: [
          {
            cell_type: 'code',
            input: '',
            outputs: [
              { output_type: 'pyout', prompt_number: 1, metadata: {}, html: '<script>run()</script>' },
            ],
          },
        ],
      },
    ],
  }
  expect(reviewNotebook(old, { window }).cells).toMatchObject([
    { index: 1, place: 'worksheets[1].cells[0]', findings: [{ place: 'worksheets[1].cells[0].outputs[0]' }] },
  ])
})

test('nothing makes it throw', () => {
  const odd = [
    code({ 'text/html': 5 as unknown as string }, { 'application/javascript': null as unknown as string }),
    code({ 'text/html': '<div>'.repeat(50_000) }),
    {
      ...code(),
      outputs: [{ output_type: 'odd' }, {}, { output_type: 'display_data', data: null }],
    } as unknown as CellV4,
    markdown('> '.repeat(20_000)),
  ]
  const { cells } = review(...odd)
  expect(cells.map((cell) => cell.index)).toContain(0)
  expect(cells[0]?.findings.map((finding) => finding.kind)).toEqual(['mislabelled part', 'mislabelled part'])
})
