// What is neither text nor bytes is refused by name, wherever a notebook is read.
import { expect, test } from 'vitest'
import {
  canonicalBytes,
  canonicalBytesOffThread,
  computeDigest,
  memoryStore,
  type NotebookSource,
  openNotary,
  parseNotebook,
  parseNotebookInWorker,
} from '../../../src/index.js'

const text = '{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[]}'
const bytes = new TextEncoder().encode(text)

const wrong: [name: string, value: unknown][] = [
  ['Undefined', undefined],
  ['Null', null],
  ['Number', 7],
  ['Boolean', true],
  ['Array', [bytes]],
  ['ArrayBuffer', bytes.buffer],
  ['DataView', new DataView(bytes.buffer)],
  ['Uint16Array', new Uint16Array(2)],
  ['Promise', Promise.resolve(text)],
  ['Blob', new Blob([text])],
]
const refused = (name: string) => ({ code: 'ERR_ARGUMENT', message: expect.stringContaining(name) })

test.each([...wrong, ['Object', JSON.parse(text)]])('no notebook is parsed from %s', async (name, value) => {
  const source = value as Uint8Array
  expect(() => parseNotebook(source)).toThrow(expect.objectContaining(refused(name)))
  const worker = new EventTarget() as Worker
  await expect(parseNotebookInWorker(source, { worker })).rejects.toMatchObject(refused(name))
  await expect(computeDigest(source, { secret: bytes })).rejects.toMatchObject(refused(name))
})

test.each(wrong)('nothing is encoded or signed of %s', async (name, value) => {
  const source = value as NotebookSource
  expect(() => canonicalBytes(source, 'jcs')).toThrow(expect.objectContaining(refused(name)))
  await expect(canonicalBytesOffThread(source, 'jcs')).rejects.toMatchObject(refused(name))
  const notary = await openNotary({ store: memoryStore() })
  await expect(notary.sign(source)).rejects.toMatchObject(refused(name))
})

test('of JSON that is parsed already it says what to give', () => {
  const parsed = JSON.parse(text)
  expect(() => parseNotebook(parsed)).toThrow(/JSON\.stringify/)
  expect(parseNotebook(JSON.stringify(parsed)).nbformat).toBe(4)
})

test('bytes are bytes in any class of them', () => {
  expect(parseNotebook(Buffer.from(bytes)).nbformat).toBe(4)
  expect(canonicalBytes(Buffer.from(bytes), 'jcs')).toEqual(canonicalBytes(text, 'jcs'))
})
