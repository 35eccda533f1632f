// Checking cells, beside what jupyter_server's `check_cells` said about the same notebooks.
import { expect, test } from 'vitest'
import { NbtrustError } from '../../../src/lib/errors.js'
import { checkCells, codeCells, type Notebook, parseNotebook } from '../../../src/nbformat/index.js'
import { vectors } from '../../vectors/nbformat/vectors.js'

function parsed(source: string | Uint8Array): Notebook | undefined {
  try {
    return parseNotebook(source)
  } catch (error) {
    if (error instanceof NbtrustError) return undefined
    throw error
  }
}

const checked = vectors.flatMap(({ source, checkCells: jupyters, name }) => {
  const notebook = jupyters === null ? undefined : parsed(source)
  if (notebook === undefined) return []
  const types = codeCells(notebook).flatMap((cell) => cell.outputs.map((output) => output.output_type))
  return [{ name, ours: checkCells(notebook), jupyters, types }]
})

test('most of the vectors can be compared', () => {
  expect(checked.length).toBeGreaterThan(650)
  expect(checked.filter(({ ours }) => ours).length).toBeGreaterThan(200)
  expect(checked.filter(({ ours }) => !ours).length).toBeGreaterThan(50)
})

test('nothing is safe that is not safe to Jupyter', () => {
  expect(checked.filter(({ ours, jupyters }) => ours && !jupyters)).toEqual([])
})

test('what is safe to Jupyter alone has an output of a type that is not on the allow-list', () => {
  const different = checked.filter(({ ours, jupyters }) => !ours && jupyters)
  expect(different.length).toBeGreaterThan(0)
  for (const { name, types } of different) {
    const safe = new Set(['stream', 'error', 'pyerr'])
    expect(
      types.filter((type) => !safe.has(type)),
      name,
    ).not.toEqual([])
  }
})
