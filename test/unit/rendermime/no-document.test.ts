// Where there is no DOM, whoever needs one says so, and takes it for nobody else's mistake.
import { expect, test } from 'vitest'
import {
  type Notebook,
  type OutputV4,
  renderMarkdownCell,
  renderOutput,
  renderOutputWhenNear,
  reviewNotebook,
  reviewNotebookInSlices,
} from '../../../src/index.js'

const output: OutputV4 = { output_type: 'display_data', data: { 'text/html': '<b>x</b>' }, metadata: {} }
const notebookOf = (outputs: OutputV4[]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 4,
  metadata: {},
  cells: [{ cell_type: 'code', source: '', metadata: {}, execution_count: 1, outputs }],
})
const notebook = notebookOf([output])
const missing = expect.objectContaining({ code: 'ERR_MISSING_DEPENDENCY' })

test.each([
  ['an output', () => renderOutput(output)],
  ['an output when near', () => renderOutputWhenNear(output)],
  ['a Markdown cell', () => renderMarkdownCell('text')],
  ['a review', () => reviewNotebook(notebook)],
])('%s', (_name, render) => {
  expect(render).toThrow(missing)
})

test('a review in slices', async () => {
  await expect(reviewNotebookInSlices(notebook)).rejects.toEqual(missing)
})

test('what needs none is reviewed', () => {
  expect(reviewNotebook(notebookOf([])).cells).toEqual([])
})
