// A notebook in parts, which is how it comes from a worker.
import { expect, test } from 'vitest'
import { parseNotebook } from '../../../src/nbformat/index.js'
import type { Notebook } from '../../../src/nbformat/model.js'
import { joinPart, notebookParts } from '../../../src/nbformat/parts.js'

test('a list may be longer than a function takes arguments', () => {
  const numbers = Array.from({ length: 300_000 }, (_, index) => index)
  const output = { output_type: 'display_data', metadata: {}, data: { 'application/json': numbers } }
  const cell = { cell_type: 'code', metadata: {}, source: '', execution_count: 1, outputs: [output] }
  const notebook = parseNotebook(
    JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells: [cell] }),
  )
  let joined: Notebook | undefined
  for (const part of notebookParts(notebook)) joined = joinPart(joined, part)
  expect(joined).toEqual(notebook)
})
