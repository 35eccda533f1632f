// Reading and writing notebook files: whole or not at all, with mode and symbolic link kept.
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cellSource, cellsOf } from '../../src/nbformat/index.js'
import { readNotebook, writeNotebook } from '../../src/node/index.js'
import { temporaryFolder } from '../support/folders.js'
import { codeCell, notebookOf } from '../support/notebooks.js'

const text = '{"nbformat": 4, "nbformat_minor": 4, "metadata": {"size": 1.0}, "cells": []}'

test('reading gives the notebook, and the bytes with every digit', async () => {
  const path = join(temporaryFolder(), 'a.ipynb')
  writeFileSync(path, text)
  const { notebook, source } = await readNotebook(path)
  expect(notebook.metadata).toEqual({ size: 1 })
  expect(Buffer.from(source).toString()).toBe(text)
})

test.each([
  ['missing', (path: string) => `${path}-`, 'there is no such file'],
  ['a folder', (path: string) => join(path, '..'), 'it is a folder'],
])('a file that is %s is one sentence with its path', async (_name, pathOf, reason) => {
  const path = pathOf(join(temporaryFolder(), 'a.ipynb'))
  await expect(readNotebook(path)).rejects.toMatchObject({
    code: 'ERR_FILE',
    place: path,
    message: `${path} cannot be read: ${reason}.`,
  })
})

test('a file over the limit is not read', async () => {
  const path = join(temporaryFolder(), 'a.ipynb')
  writeFileSync(path, text)
  await expect(readNotebook(path, { maxBytes: 10 })).rejects.toMatchObject({ code: 'ERR_TOO_LARGE' })
})

test('writing a notebook and reading it gives the same notebook', async () => {
  const path = join(temporaryFolder(), 'a.ipynb')
  const notebook = notebookOf([])
  notebook.cells.push(codeCell([{ output_type: 'stream', name: 'stdout', text: 'hello' }], 'b'))
  await writeNotebook(path, notebook)
  const read = (await readNotebook(path)).notebook
  expect(cellsOf(read).map(cellSource)).toEqual(cellsOf(notebook).map(cellSource))
  expect({ ...read, cells: read.nbformat === 4 ? read.cells.map(({ id }) => id) : [] }).toEqual({
    ...notebook,
    cells: ['cell-0', 'b'],
  })
})

test('text and bytes are written as they are', async () => {
  const path = join(temporaryFolder(), 'a.ipynb')
  await writeNotebook(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
  await writeNotebook(path, Buffer.from('{"any": "bytes"}'))
  expect(readFileSync(path, 'utf8')).toBe('{"any": "bytes"}')
})

test('a file that is replaced keeps its mode, and leaves nothing else behind', async () => {
  const path = join(temporaryFolder(), 'a.ipynb')
  writeFileSync(path, 'old')
  chmodSync(path, 0o664)
  await writeNotebook(path, text)
  expect(statSync(path).mode & 0o7777).toBe(0o664)
  expect(readdirSync(join(path, '..'))).toEqual(['a.ipynb'])
})

test.each([
  ['a file', true],
  ['nothing yet', false],
])('a symbolic link to %s stays, and what it leads to is written', async (_name, exists) => {
  const folder = temporaryFolder()
  const [target, link] = [join(folder, 'target.ipynb'), join(folder, 'link.ipynb')]
  if (exists) writeFileSync(target, 'old')
  symlinkSync('target.ipynb', link)
  await writeNotebook(link, text)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(target, 'utf8')).toBe(text)
})

test('a file whose folder is not there is an error, and nothing is made', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'missing', 'a.ipynb')
  await expect(writeNotebook(path, text)).rejects.toMatchObject({ code: 'ERR_FILE', place: path })
  expect(readdirSync(folder)).toEqual([])
})

test('a reader never sees half a file', async () => {
  const path = join(temporaryFolder(), 'a.ipynb')
  const [small, large] = [text, text.replace('{}', `{"x": "${'y'.repeat(2_000_000)}"}`)]
  writeFileSync(path, small)
  let writing = true
  const writer = (async () => {
    for (let round = 0; round < 10; round++) await writeNotebook(path, round % 2 ? small : large)
    writing = false
  })()
  const seen = new Set<string>()
  while (writing) {
    const { source } = await readNotebook(path)
    seen.add(Buffer.from(source).toString())
  }
  await writer
  expect([...seen].every((content) => content === small || content === large)).toBe(true)
})
