// Parsing in a real worker gives what parsing in the page gives, errors included.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseNotebook, parseNotebookInWorker } from '../../src/nbformat/index.js'
import { notebookParts } from '../../src/nbformat/parts.js'

let worker: Worker
beforeEach(() => {
  worker = new Worker(new URL('./support/parse.worker.ts', import.meta.url), { type: 'module' })
})
afterEach(() => worker.terminate())

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const code = (index: number, text: string): object => ({
  cell_type: 'code',
  metadata: { trusted: true, number: index },
  source: `cell ${index}`,
  execution_count: index,
  outputs: [{ output_type: 'stream', name: 'stdout', text }],
})
const long = bytes({
  nbformat: 4,
  nbformat_minor: 4,
  metadata: { title: 'long', constructor: 1 },
  cells: Array.from({ length: 3000 }, (_, index) => code(index, 'x'.repeat(index))),
})

test('the notebook is the same, in order, however many parts it came in', async () => {
  expect([...notebookParts(parseNotebook(long))].length).toBeGreaterThan(3)
  expect(await parseNotebookInWorker(long, { worker })).toEqual(parseNotebook(long))
})

test('a notebook of version 3 keeps its worksheets', async () => {
  const sheet = (input: string) => ({
    metadata: {},
    cells: [{ cell_type: 'code', language: 'python', metadata: {}, input, outputs: [], collapsed: false }],
  })
  const old = bytes({ nbformat: 3, nbformat_minor: 0, metadata: {}, worksheets: [sheet('a'), sheet('b')] })
  expect(await parseNotebookInWorker(old, { worker })).toEqual(parseNotebook(old))
})

test('__proto__ stays an ordinary key', async () => {
  const text = '{"nbformat":4,"nbformat_minor":4,"metadata":{"__proto__":{"polluted":1}},"cells":[]}'
  const { metadata } = await parseNotebookInWorker(new TextEncoder().encode(text), { worker })
  expect(Object.keys(metadata)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(metadata)).toBe(Object.prototype)
})

test('an error arrives with its code, sentence and place', async () => {
  const bad = bytes({
    nbformat: 4,
    nbformat_minor: 4,
    metadata: {},
    cells: [{ cell_type: 'code', outputs: {} }],
  })
  const inPage = () => parseNotebook(bad)
  expect(inPage).toThrow()
  const error = await parseNotebookInWorker(bad, { worker }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    name: 'NbtrustError',
    code: 'ERR_NOTEBOOK_SHAPE',
    place: expect.stringContaining('cells[0]'),
  })
  await expect(parseNotebookInWorker(long, { worker, maxBytes: 100 })).rejects.toMatchObject({
    code: 'ERR_TOO_LARGE',
  })
})

test('two notebooks at once do not get mixed up', async () => {
  const short = bytes({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells: [] })
  const [one, other] = await Promise.all([
    parseNotebookInWorker(long, { worker }),
    parseNotebookInWorker(short, { worker }),
  ])
  expect([one.metadata.title, other.metadata.title]).toEqual(['long', undefined])
})

test('an abort rejects with its reason', async () => {
  const reason = new Error('changed my mind')
  const abort = new AbortController()
  const answer = parseNotebookInWorker(long, { worker, signal: abort.signal })
  abort.abort(reason)
  await expect(answer).rejects.toBe(reason)
})

test('where the worker cannot be started, the page parses itself', async () => {
  const broken = new Worker(URL.createObjectURL(new Blob(['throw new Error("no worker")'])))
  broken.addEventListener('error', (event) => event.preventDefault())
  expect(await parseNotebookInWorker(long, { worker: broken })).toEqual(parseNotebook(long))
  broken.terminate()
})
