// What a scan says of a file that it only skims is what it would say of the whole notebook.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NbtrustError } from '../../src/lib/errors.js'
import { parseNotebook } from '../../src/nbformat/index.js'
import { withoutPlainCells } from '../../src/node/plain-cells.js'
import { isPlainNotebook } from '../../src/node/skim-notebook.js'
import { payloads } from '../corpora/index.js'
import { isRepeat } from '../corpora/payload.js'
import { notebook } from '../property/arbitraries.js'
import { html, notebookOf, stream } from '../support/notebooks.js'

const file = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value, null, 1))

/** What the whole notebook says: whether all is plain, or why it cannot be read. */
function whole(bytes: Uint8Array): boolean | string {
  try {
    return withoutPlainCells(parseNotebook(bytes)) === undefined
  } catch (error) {
    if (error instanceof NbtrustError) return error.code
    throw error
  }
}

const texts = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'é😀',
    '<b>é</b>',
    '<td class="a\u00a0b">',
    '<td class="à">\n</td>',
    '<i>',
    '[a](b)',
    '"\\\n',
  ),
  fc.string({ maxLength: 4 }),
)
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, 1, 1.5, true, {}, []),
  texts,
  fc.array(texts),
  fc.json().map((text) => JSON.parse(text)),
)
const multiline = fc.oneof(
  { weight: 9, arbitrary: fc.oneof(texts, fc.array(texts)) },
  { weight: 1, arbitrary: anything },
)
const bundle = fc.dictionary(
  fc.constantFrom(
    'text/plain',
    'image/png',
    'text/html',
    'text/markdown',
    'application/vnd.plotly.v1+json',
    'x/y',
    '__proto__',
  ),
  fc.oneof(multiline, anything),
)
const output = fc.record(
  {
    output_type: fc.constantFrom<unknown>('stream', 'error', 'display_data', 'execute_result', 'new', 1),
    text: multiline,
    data: fc.oneof({ weight: 9, arbitrary: bundle }, { weight: 1, arbitrary: anything }),
    metadata: fc.constantFrom<unknown>({}, 1),
    traceback: multiline,
  },
  { requiredKeys: ['output_type'] },
)
const cell = fc.record(
  {
    cell_type: fc.constantFrom<unknown>('code', 'code', 'markdown', 'raw', 'new', 1),
    source: multiline,
    outputs: fc.oneof(
      { weight: 9, arbitrary: fc.array(output, { maxLength: 2 }) },
      { weight: 1, arbitrary: anything },
    ),
  },
  { requiredKeys: ['cell_type'] },
)
const nearlyNotebook = fc
  .array(cell, { maxLength: 3 })
  .map((cells) => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }))

describe('a file is plain if it is skimmed', () => {
  test('exactly if the notebook is plain that it holds', async () => {
    let plain = 0
    const holds = async (value: unknown): Promise<void> => {
      const bytes = file(value)
      const skimmed = await isPlainNotebook(bytes)
      if (skimmed) plain++
      expect(skimmed).toBe(whole(bytes) === true)
    }
    await fc.assert(fc.asyncProperty(notebook, holds))
    await fc.assert(fc.asyncProperty(nearlyNotebook, holds), { numRuns: 2000 })
    expect(plain).toBeGreaterThan(100)
  })

  test('never if a review could find something in one of its outputs', async () => {
    for (const { input } of payloads) {
      if (typeof input !== 'string' || isRepeat(input)) continue
      const bytes = file(
        notebookOf([stream('x'), { ...html(''), data: { 'text/html': input.split(/(?<=\n)/) } }]),
      )
      if (await isPlainNotebook(bytes)) expect(whole(bytes)).toBe(true)
    }
  })

  test('never if it is broken anywhere', async () => {
    const bytes = file(notebookOf([stream('a\n'), html('é')], []))
    expect(await isPlainNotebook(bytes)).toBe(true)
    const edits = fc.tuple(fc.nat(bytes.length - 1), fc.nat(3), fc.uint8Array({ maxLength: 3 }))
    const holds = async ([at, length, inserted]: [number, number, Uint8Array]): Promise<void> => {
      const broken = new Uint8Array([...bytes.slice(0, at), ...inserted, ...bytes.slice(at + length)])
      if (await isPlainNotebook(broken)) expect(whole(broken)).toBe(true)
    }
    await fc.assert(fc.asyncProperty(edits, holds), { numRuns: 3000 })
  })

  test.each([
    ['as nbformat writes it', 'run()', 'run()', true],
    ['a key that is given twice has its last value', '"nbformat": 4', '"nbformat": 3, "nbformat": 4', true],
    ['also where that is of the wrong shape', '"source": "run()"', '"source": "run()", "source": 1', false],
    ['NaN is no JSON', '"execution_count": 1', '"execution_count": NaN', false],
    ['half a surrogate pair is left to the parser', '<b>', '<b>\\ud800', false],
    ['a byte order mark is left to the parser', '{', '\ufeff{', false],
  ])('%s', async (_, from, to, expected) => {
    const text = JSON.stringify(notebookOf([html('é')]), null, 1).replace(from, to)
    expect(await isPlainNotebook(new TextEncoder().encode(text))).toBe(expected)
  })
})
