// The signing key of a browser profile, in real WebCrypto and IndexedDB.
import { afterEach, expect, test } from 'vitest'
import { openKey, resetKey } from '../../src/keys/index.js'
import { TrustDatabase } from '../../src/lib/indexeddb.js'
import { answerTo } from '../../src/lib/indexeddb-requests.js'
import { indexedDbStore } from '../../src/signatures/index.js'
import { signature } from '../contracts/signature-store.js'
import { firstMessage, firstMessageOfWorker, openPage, openWorker } from './support/contexts.js'
import { deleteDatabase, newDatabaseName } from './support/databases.js'

const databaseName = newDatabaseName()

afterEach(() => deleteDatabase(databaseName))

test('the key signs, and nobody can read it out', async () => {
  const key = await openCryptoKey()
  expect(key).toMatchObject({ type: 'secret', extractable: false, usages: ['sign'] })
  expect(key.algorithm).toMatchObject({ name: 'HMAC', hash: { name: 'SHA-256' }, length: 512 })
  for (const format of ['raw', 'jwk'] as const) {
    await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow()
  }
})

test('the key is the same each time it is opened, and another one in another database', async () => {
  const other = newDatabaseName()
  const mac = await macOf(await openCryptoKey())
  expect(await macOf(await openCryptoKey())).toBe(mac)
  expect(await macOf(await openCryptoKey(other))).not.toBe(mac)
  await deleteDatabase(other)
})

test('ten pages and workers that ask at once get one and the same key', async () => {
  const module = new URL('./support/race-for-key.ts', import.meta.url)
  const pages = Array.from({ length: 5 }, () => openPage(module))
  const workers = Array.from({ length: 5 }, () => openWorker(module))
  const messages = () => Promise.all([...pages.map(firstMessage), ...workers.map(firstMessageOfWorker)])
  expect(await messages()).toEqual(Array(10).fill('ready'))
  const macs = messages()
  const go = new BroadcastChannel('race-for-key')
  go.postMessage(databaseName)
  const [first] = await macs
  expect(first).toMatch(/^\d+( \d+){31}$/)
  expect(new Set(await macs)).toEqual(new Set([first]))
  expect(await macOf(await openCryptoKey())).toBe(first)
  go.close()
  for (const page of pages) page.remove()
  for (const worker of workers) worker.terminate()
})

test('ten calls at once on one page get one and the same key', async () => {
  const keys = await Promise.all(Array.from({ length: 10 }, () => openCryptoKey()))
  expect(new Set(await Promise.all(keys.map(macOf))).size).toBe(1)
})

test('random bytes that an origin without WebCrypto stored stay its key', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(64))
  await storeAsKey(bytes)
  expect(await openKey({ databaseName })).toEqual(bytes)
})

test('resetting makes another key and forgets every signature', async () => {
  const before = await macOf(await openCryptoKey())
  const store = indexedDbStore({ name: databaseName })
  await store.storeSignatures([signature(1)])
  const fresh = await resetKey({ databaseName })
  if (!(fresh instanceof CryptoKey)) throw new Error('A secure page has WebCrypto.')
  expect(await macOf(fresh)).not.toBe(before)
  expect(await macOf(await openCryptoKey())).toBe(await macOf(fresh))
  expect(await store.checkSignature(signature(1))).toBe(false)
  await store.close()
})

test.each([
  ['text', 'secret'],
  ['an empty array of bytes', new Uint8Array()],
  ['null', null],
])('%s in the place of the key is an error, stays as it is, and can be reset', async (_, stored) => {
  await storeAsKey(stored)
  for (const _attempt of [1, 2]) {
    await expect(openKey({ databaseName })).rejects.toMatchObject({ code: 'ERR_KEY_UNAVAILABLE' })
  }
  await resetKey({ databaseName })
  expect(await openCryptoKey()).toBeInstanceOf(CryptoKey)
})

test('a key for something else than signing is an error', async () => {
  await storeAsKey(await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']))
  await expect(openKey({ databaseName })).rejects.toMatchObject({ code: 'ERR_KEY_UNAVAILABLE' })
})

async function openCryptoKey(name = databaseName): Promise<CryptoKey> {
  const key = await openKey({ databaseName: name })
  if (key instanceof CryptoKey) return key
  throw new Error('A secure page has WebCrypto, and its key is a CryptoKey.')
}

async function macOf(key: CryptoKey): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('who made this key?'))
  return Array.from(new Uint8Array(mac)).join(' ')
}

async function storeAsKey(stored: unknown): Promise<void> {
  await openKey({ databaseName })
  const database = new TrustDatabase({ name: databaseName })
  await database.run({ stores: ['keys'], mode: 'readwrite' }, async (transaction) => {
    const keys = transaction.objectStore('keys')
    for (const name of await answerTo(keys.getAllKeys())) keys.put(stored, name)
  })
  database.close()
}
