// What a cell says, whatever its kind and version.
import { expect, test } from 'vitest'
import { type Cell, type CodeCellV4, cellAttachments, renderMarkdownCell } from '../../../src/index.js'

const picture = { 'image/png': 'iVBORw0KGgo=' }
const text = { metadata: {}, source: '![](attachment:a.png)' }

test('the attachments of Markdown and raw cells are found by name', () => {
  const attachments = { 'a.png': picture }
  expect(cellAttachments({ cell_type: 'markdown', ...text, attachments })).toEqual(attachments)
  expect(cellAttachments({ cell_type: 'raw', ...text, attachments })).toEqual(attachments)
})

test('a cell without attachments has none', () => {
  const code: CodeCellV4 = {
    cell_type: 'code',
    ...{ metadata: {}, source: '', execution_count: null, outputs: [] },
  }
  expect(cellAttachments({ cell_type: 'markdown', ...text })).toEqual({})
  expect(cellAttachments(code)).toEqual({})
  expect(cellAttachments({ cell_type: 'heading', source: 'x', level: 1 })).toEqual({})
})

test('a live cell that holds something else there has none, and nothing is inherited', () => {
  const inherits = Object.create({ attachments: { 'a.png': picture } })
  for (const cell of [undefined, null, 7, [], inherits] as unknown[])
    expect(cellAttachments(cell as Cell)).toEqual({})
  for (const attachments of [null, 'x', 7, [], undefined] as unknown[])
    expect(cellAttachments({ cell_type: 'markdown', ...text, attachments } as Cell)).toEqual({})
  const odd = { 'a.png': picture, 'b.png': null, 'c.png': 'x' }
  expect(cellAttachments({ cell_type: 'markdown', ...text, attachments: odd } as unknown as Cell)).toEqual({
    'a.png': picture,
  })
})

test('they fit into what renders a Markdown cell', () => {
  const render = (cell: Cell) => renderMarkdownCell('', { attachments: cellAttachments(cell) })
  expect(render).toBeTypeOf('function')
})
