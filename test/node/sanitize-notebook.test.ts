// Sanitized copies: nothing left to report, nothing else changed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseNotebook } from '../../src/nbformat/index.js'
import { openWindow } from '../../src/node/dom.js'
import { sanitizeNotebook } from '../../src/node/sanitize-notebook.js'
import { reviewNotebook } from '../../src/rendermime/review.js'
import { unseen } from '../corpora/unseen.js'
import { cliPlace } from '../support/cli.js'
import { root } from '../support/source.js'

const demo = join(root, 'demo/notebooks')
let window: Window & typeof globalThis
beforeAll(async () => {
  window = await openWindow()
})

const code = (data: object): object => ({
  cell_type: 'code',
  metadata: {},
  source: '1',
  execution_count: 1,
  outputs: [{ output_type: 'display_data', metadata: {}, data }],
})
const markdown = (source: string): object => ({ cell_type: 'markdown', metadata: {}, source })
const notebookText = (...cells: readonly object[]): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: { big: 0 }, cells }, null, 1).replace(
    '"big": 0',
    '"big": 12345678901234567890.10',
  )
const sanitize = (...cells: readonly object[]) => {
  const { text, parts } = sanitizeNotebook(notebookText(...cells), { window })
  return { text, parts, cells: JSON.parse(text).cells }
}
const dataOf = (cell: { outputs: { data: object }[] }): object | undefined => cell.outputs[0]?.data

describe('every sample of the demo', () => {
  test.each(readdirSync(demo).filter((name) => name.endsWith('.ipynb')))('%s', (name) => {
    const text = readFileSync(join(demo, name), 'utf8')
    const sanitized = sanitizeNotebook(text, { window })
    expect(reviewNotebook(parseNotebook(sanitized.text), { window }).cells).toEqual([])
    // What is no output and no Markdown is as it was.
    const others = (source: string) =>
      JSON.stringify(JSON.parse(source), (key, value) =>
        key === 'outputs' || value?.cell_type === 'markdown' ? null : value,
      )
    expect(others(sanitized.text)).toBe(others(text))
    expect(sanitizeNotebook(sanitized.text, { window }).parts).toEqual([])
  })
})

describe('an output', () => {
  test('keeps text, pictures and harmless markup, character for character', () => {
    const text = notebookText(
      code({ 'text/plain': ['a\n', 'b'], 'image/png': 'iVBORw0KGgo=', 'text/html': '<b>bold</b>' }),
      markdown('# Title\n\nSome *text* with $x^2$.'),
    )
    expect(sanitizeNotebook(text, { window })).toEqual({ text, parts: [] })
  })

  test('loses scripts and handlers from its HTML, and says so', () => {
    const { cells, parts } = sanitize(code({ 'text/html': '<p onclick="x()">hi</p><script>y()</script>' }))
    expect(Object.values(dataOf(cells[0]) ?? {}).join()).not.toMatch(/script|onclick/)
    expect(Object.values(dataOf(cells[0]) ?? {}).join()).toContain('hi')
    expect(parts).toMatchObject([{ place: 'cells[0].outputs[0]' }])
    expect(parts[0]?.removed.map(({ name }) => name).sort()).toEqual(['onclick', 'script'])
  })

  test.each([
    'application/javascript',
    'text/javascript',
    'application/vnd.bokehjs_exec.v0+json',
    'text/html+x',
    'x/y',
    '__proto__',
  ])('loses %s, and shows its text instead', (type) => {
    const { cells, parts } = sanitize(
      code(
        Object.fromEntries([
          [type, 'alert(1)'],
          ['text/plain', 'A plot'],
        ]),
      ),
    )
    expect(dataOf(cells[0])).toEqual({ 'text/plain': 'A plot' })
    expect(parts[0]?.removedTypes).toEqual([type])
  })

  test.each(unseen)('keeps nothing that acts without being seen: $title', ({ mimeType, markup, never }) => {
    const { cells } = sanitize(code({ [mimeType]: markup, 'text/plain': 'x' }))
    expect(JSON.stringify(cells)).not.toMatch(never)
  })

  test.each(unseen)('has it reviewed: $title', ({ mimeType, markup, names }) => {
    const text = notebookText(code({ [mimeType]: markup }))
    const { cells } = reviewNotebook(parseNotebook(text), { window })
    const found = cells.flatMap(({ findings }) => findings).flatMap(({ name, hosts }) => [name, ...hosts])
    expect(found).toEqual(expect.arrayContaining([...names]))
  })

  test('that was nothing but a script says what is missing', () => {
    const { cells } = sanitize(code({ 'application/javascript': 'alert(1)' }))
    expect(dataOf(cells[0])).toEqual({ 'text/plain': '[application/javascript was removed]' })
  })

  test('loses LaTeX that makes links or loads pictures, and keeps a formula', () => {
    const { cells } = sanitize(
      code({ 'text/latex': '$\\href{javascript:alert(1)}{x}$', 'text/plain': 'x' }),
      code({ 'text/latex': '$\\frac{a}{b}$', 'text/plain': 'a/b' }),
    )
    expect(Object.keys(dataOf(cells[0]) ?? {})).toEqual(['text/plain'])
    expect(Object.keys(dataOf(cells[1]) ?? {})).toEqual(['text/latex', 'text/plain'])
  })

  test.each(['pyout', 'display_data', 'execute_result', 'of another kind'])(
    'is made inert whatever it is called: %s',
    (type) => {
      const cell = {
        ...code({}),
        outputs: [{ output_type: type, metadata: {}, data: { 'text/html': '<b onclick=x>b</b>' } }],
      }
      const { text } = sanitize(cell)
      expect(text).not.toContain('onclick')
      expect(reviewNotebook(parseNotebook(text), { window }).cells).toEqual([])
    },
  )

  test('whose HTML is not text loses it', () => {
    const { cells } = sanitize(code({ 'text/html': { toString: 'x' }, 'text/plain': 'p' }))
    expect(dataOf(cells[0])).toEqual({ 'text/plain': 'p' })
  })
})

describe('a Markdown cell', () => {
  test('with raw script becomes inert and keeps what it says', () => {
    const { cells } = sanitize(markdown('# Title\n\n<script>x()</script>\n\n- item\n\n    code\n'))
    expect(cells[0].source).not.toContain('x()')
    for (const word of ['Title', 'item', 'code']) expect(cells[0].source).toContain(word)
  })

  test.each(unseen.filter(({ mimeType, names }) => mimeType === 'text/html' && names.length > 0))(
    'keeps nothing that acts without being seen: $title',
    ({ markup, never }) => {
      for (const lead of ['', '`<!--`\n\n', '`<textarea>` ']) {
        const { cells } = sanitize(markdown(`${lead}${markup}`))
        // In its place there may be a word for what was withheld.
        expect(cells[0].source).not.toMatch(never)
      }
    },
  )

  test('never becomes active again through text that looks like Markdown', () => {
    const source =
      '<script>1</script>\n\n```\n\n[a](javascript:alert(1))\n\n<img src=x onerror=alert(1)>\n```\n'
    const { text, cells } = sanitize(markdown(source))
    expect(cells[0].source).not.toMatch(/\n/)
    expect(reviewNotebook(parseNotebook(text), { window }).cells).toEqual([])
  })

  test('keeps a picture that is attached to it', () => {
    const cell = {
      ...markdown('![p](attachment:p.png) <script>x()</script>'),
      attachments: { 'p.png': { 'image/png': 'iVBORw0KGgo=' } },
    }
    expect(sanitize(cell).cells[0].source).toContain('data:image/png;base64,iVBORw0KGgo=')
  })
})

test('numbers, order and spacing of everything else stay', () => {
  const { text } = sanitize(code({ 'application/javascript': 'x' }))
  expect(text).toContain('"big": 12345678901234567890.10')
  expect(text.startsWith('{\n "nbformat": 4,\n "nbformat_minor": 4,')).toBe(true)
})

test('a key that is given twice is refused, because readers differ in which they see', () => {
  const text = notebookText(code({ 'application/javascript': 'x' })).replace(
    '"outputs":',
    '"outputs": [], "outputs":',
  )
  expect(() => sanitizeNotebook(text, { window })).toThrow(expect.objectContaining({ code: 'ERR_ARGUMENT' }))
})

describe('nbtrust sanitize', () => {
  test('writes the copy, says what was removed, and leaves the notebook alone', async () => {
    const place = cliPlace()
    const text = readFileSync(join(demo, 'small.ipynb'), 'utf8')
    writeFileSync(join(place.cwd, 'in.ipynb'), text)
    const { code: exit, stdout } = await place.nbtrust(['sanitize', 'in.ipynb', '-o', 'out.ipynb'])
    expect(exit).toBe(0)
    expect(stdout).toBe('cells[2].outputs[0]: removed 1 script\nWrote out.ipynb\n')
    expect(readFileSync(join(place.cwd, 'in.ipynb'), 'utf8')).toBe(text)
    expect((await place.nbtrust(['scan', 'out.ipynb'])).code).toBe(0)
  })

  test('never writes over the notebook itself', async () => {
    const place = cliPlace()
    writeFileSync(join(place.cwd, 'in.ipynb'), notebookText())
    for (const output of ['in.ipynb', './in.ipynb']) {
      expect((await place.nbtrust(['sanitize', 'in.ipynb', '-o', output])).code).toBe(2)
    }
  })

  test('works in a pipe', async () => {
    const stdin = notebookText(code({ 'application/javascript': 'x' }))
    const { stdout, stderr } = await cliPlace().nbtrust(['sanitize', '-', '-o', '-'], { stdin })
    expect(JSON.parse(stdout).cells).toHaveLength(1)
    expect(stderr).toContain('removed application/javascript')
  })
})
