// The notary of a web page: real WebCrypto, real IndexedDB.
import { afterEach, expect, test } from 'vitest'
import { serializeNotebook } from '../../src/nbformat/index.js'
import type { Notary } from '../../src/notary.js'
import { openNotary } from '../../src/open-notary.js'
import { memoryStore } from '../../src/signatures/index.js'
import { html, notebookOf } from '../support/notebooks.js'
import { deleteDatabase, newDatabaseName } from './support/databases.js'

const profiles = [newDatabaseName(), newDatabaseName()] as const
const opened: Notary[] = []
const text = serializeNotebook(notebookOf([html('one')]))

afterEach(async () => {
  for (const notary of opened.splice(0)) await notary.close()
  for (const name of profiles) await deleteDatabase(name)
})

async function open(databaseName: string = profiles[0]): Promise<Notary> {
  const notary = await openNotary({ databaseName })
  opened.push(notary)
  return notary
}

test('what was signed is trusted after a reload; with one character changed it is not', async () => {
  const before = await open()
  await before.sign(text)
  await before.close()
  const after = await open()
  expect(await after.checkSignature(text)).toBe(true)
  expect(await after.checkSignature(text.replace('one', 'onf'))).toBe(false)
})

test('another browser profile trusts nothing of it, even if it copied the signatures', async () => {
  const [mine, theirs] = [await open(profiles[0]), await open(profiles[1])]
  await mine.sign(text)
  expect(await theirs.checkSignature(text)).toBe(false)
  await theirs.remember(await mine.computeSignature(text))
  expect(await theirs.checkSignature(text)).toBe(false)
})

test('the keys are held by the browser', async () => {
  expect((await open()).engine).toBe('webcrypto')
})

test('a store that is handed in leaves IndexedDB alone, and its trust ends with the notary', async () => {
  const name = newDatabaseName()
  const store = memoryStore()
  const notary = await openNotary({ store, databaseName: name })
  await notary.sign(text)
  expect(await notary.checkSignature(text)).toBe(true)
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name)
  expect(await (await openNotary({ store })).checkSignature(text)).toBe(false)
})
