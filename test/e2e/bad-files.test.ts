// Point 5: a file that cannot be opened is answered by one sentence, and the page stays usable.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo, type Visit } from './support/demo.js'
import { active, cell, notebook } from './support/notebooks.js'

let demo: Demo
let tab: Visit
beforeAll(async () => {
  demo = await startDemo()
  tab = await demo.visit()
  await tab.open('good.ipynb', notebook([cell([{ 'text/plain': 'still here' }])]))
})
afterAll(() => demo?.close())

const cases: [name: string, content: () => string | Uint8Array, sentence: RegExp][] = [
  ['not JSON', () => '# A README, not a notebook', /line 1, column 1/],
  ['truncated', () => active.slice(0, active.length / 2), /line \d+, column \d+/],
  ['empty', () => '', /./],
  ['not a notebook', () => '{"name": "package", "version": "1.0.0"}', /^This is no notebook.+nbformat/],
  [
    'a picture',
    () => Buffer.from('iVBORw0KGgoAAAANSUhEUg==', 'base64'),
    /^This is no notebook: it is a picture\.$/,
  ],
  ['a document', () => '%PDF-1.7\n%âãÏÓ', /^This is no notebook: it is a PDF document\.$/],
  ['an archive', () => 'PK\x03\x04\x14', /^This is no notebook: it is an archive/],
  [
    'something else',
    () => 'SQLite format 3\0\x10\0',
    /^This is no notebook: it is a file that is not text\.$/,
  ],
  ['UTF-16', () => Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
  ['a list', () => '[1, 2, 3]', /./],
  ['nbformat 2', () => '{"nbformat": 2, "nbformat_minor": 0, "worksheets": []}', /2/],
  ['nbformat 9', () => '{"nbformat": 9, "nbformat_minor": 0, "metadata": {}, "cells": []}', /9/],
  [
    'outputs that are no list',
    () => notebook([{ cell_type: 'code', metadata: {}, source: '', outputs: {} }]),
    /cells\[0\]/,
  ],
  ['not UTF-8', () => new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), /byte/],
  ['60 MB', () => new Uint8Array(60_000_000).fill(0x20), /60|MB/],
]

test.each(cases)('%s', async (name, content, sentence) => {
  await tab.open(`${name}.ipynb`, content())
  const shown = await tab.text('.problem-sentence')
  expect(shown).toMatch(sentence)
  expect(shown).toMatch(/^[^\n]{10,300}[.!]$/)
  expect(shown.split(/[.!] /)).toHaveLength(1)
  await tab.screenshot(`5-${name.replaceAll(' ', '-')}`)
  // What was open still is, and works.
  expect(await tab.text('.outputs')).toBe('still here')
  await tab.page.getByRole('button', { name: 'Dismiss' }).click()
  expect(await tab.page.locator('.problem').isVisible()).toBe(false)
  expect(await tab.hits()).toEqual([])
})

test('a good file after bad ones opens', async () => {
  await tab.open('bad.ipynb', '{')
  await tab.open('good.ipynb', notebook([cell([{ 'text/plain': 'good again' }])]))
  expect(await tab.page.locator('.problem').isVisible()).toBe(false)
  expect(await tab.text('.outputs')).toBe('good again')
})

test('where nothing can be remembered, a notebook can be read, and one sentence says what is missing', async () => {
  const forgetful = await demo.visit({
    before: `Object.defineProperty(globalThis, 'indexedDB', { value: undefined })`,
  })
  await forgetful.open('active.ipynb', active)
  expect(await forgetful.text('.warning-sentence')).toMatch(/^Trust can’t be remembered here: .+\.$/)
  expect(await forgetful.badge()).toMatch(/^Not trusted/)
  expect(await forgetful.hits()).toEqual([])
  await forgetful.screenshot('5-no-store')
  await forgetful.context.close()
})
