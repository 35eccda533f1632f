// What the signature store does when IndexedDB fails it: it answers "no" with a coded error, and keeps what it has.
import { afterEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import type { NbtrustError } from '../../src/lib/errors.js'
import { TrustDatabase } from '../../src/lib/indexeddb.js'
import { answerTo } from '../../src/lib/indexeddb-requests.js'
import { indexedDbStore } from '../../src/signatures/index.js'
import type { SignatureStore } from '../../src/signatures/store.js'
import { range, remembered, signature, signatures } from '../contracts/signature-store.js'
import { deleteDatabase, newDatabaseName, rawConnection } from './support/databases.js'

const name = newDatabaseName()
const opened: SignatureStore[] = []

afterEach(async () => {
  await setQuota()
  for (const store of opened.splice(0)) await store.close()
  // What the browser closes ends a deletion too.
  await deleteDatabase(name).catch(() => deleteDatabase(name))
})

function open(options: { patience?: number; cacheSize?: number } = {}): SignatureStore {
  const store = indexedDbStore({ name, ...options })
  opened.push(store)
  return store
}

test('a database that somebody keeps from being opened fails with ERR_STORE_BLOCKED, and works once it is free', async () => {
  const stubborn = await rawConnection(name)
  const deleted = deleteDatabase(name) // Waits for `stubborn`, which gives way to nobody; whoever opens waits too.
  const store = open({ patience: 200 })
  await expect(store.checkSignature(signature(1))).rejects.toMatchObject({ code: 'ERR_STORE_BLOCKED' })
  await expect(store.storeSignatures([signature(1)])).rejects.toMatchObject({ code: 'ERR_STORE_BLOCKED' })
  stubborn.close()
  await deleted
  await store.storeSignatures([signature(2)])
  expect(await remembered(store, [1, 2])).toEqual([2])
})

test('an upgrade that an old tab blocks fails with ERR_STORE_BLOCKED; afterwards nothing stored is lost', async () => {
  const before = open()
  await before.storeSignatures([signature(1)])
  await before.close()
  const oldTab = await rawConnection(name)
  const newer = new TrustDatabase({ name, version: 2, patience: 200 })
  const count = () =>
    newer.run({ stores: ['signatures'], mode: 'readonly' }, (transaction) =>
      answerTo(transaction.objectStore('signatures').count()),
    )
  await expect(count()).rejects.toMatchObject({ code: 'ERR_STORE_BLOCKED' })
  oldTab.close()
  expect(await count()).toBe(1)
  newer.close()
})

test('the store gives way to a newer version at once, and then says why it cannot go on', async () => {
  const store = open()
  await store.storeSignatures([signature(1)])
  const newer = await rawConnection(name, 2) // Would wait for ever if the store held on.
  await expect(store.checkSignature(signature(1))).rejects.toMatchObject({
    code: 'ERR_STORE_UNAVAILABLE',
    message: expect.stringContaining('newer version'),
  })
  newer.close()
})

test('the store gives way to a deletion, and opens again when it is next needed', async () => {
  const store = open()
  await store.storeSignatures([signature(1)])
  await deleteDatabase(name)
  expect(await store.checkSignature(signature(1))).toBe(false)
  await store.storeSignatures([signature(2)])
  expect(await store.checkSignature(signature(2))).toBe(true)
})

test('a transaction that another tab does not let begin fails with ERR_STORE_BLOCKED, and stores nothing', async () => {
  const store = open({ patience: 200 })
  await store.storeSignatures([signature(1)])
  const release = await holdForWriting()
  await expect(store.checkSignature(signature(1))).rejects.toMatchObject({ code: 'ERR_STORE_BLOCKED' })
  await expect(store.storeSignatures([signature(2)])).rejects.toMatchObject({ code: 'ERR_STORE_BLOCKED' })
  await release()
  expect(await remembered(store, [1, 2])).toEqual([1])
})

test('after the browser has closed the connection the store opens it again', async () => {
  const store = open()
  await store.storeSignatures([signature(1)])
  await browserClosesDatabases()
  expect(await store.checkSignature(signature(1))).toBe(false)
  await store.storeSignatures([signature(2)])
  expect(await store.checkSignature(signature(2))).toBe(true)
})

test('a connection that the browser ends while it is being opened is opened again', async () => {
  const failures: string[] = []
  for (let round = 0; round < 20; round++) {
    const store = open({ patience: 1_000 })
    const closed = browserClosesDatabases()
    const answer = store.checkSignature(signature(1))
    await closed
    await answer.catch(({ code }: NbtrustError) => failures.push(code))
    await store.close()
  }
  // Chromium itself has been seen to forget the request, about once in forty times.
  expect(failures.filter((code) => code !== 'ERR_STORE_BLOCKED')).toEqual([])
  expect(failures.length).toBeLessThan(10)
})

test('calls that the browser closes the connection under either answer or fail with a coded error', async () => {
  const store = open()
  await store.storeSignatures(signatures(1, 2000))
  const answers = Promise.allSettled([
    store.storeSignatures(signatures(2001, 12_000)),
    ...range(1, 50).map((number) => store.checkSignature(signature(number))),
  ])
  await browserClosesDatabases()
  for (const answer of await answers) {
    if (answer.status === 'rejected') expect(answer.reason.code).toMatch(/^ERR_STORE_(CLOSED|UNAVAILABLE)$/)
  }
  await store.storeSignatures([signature(1)])
  expect(await store.checkSignature(signature(1))).toBe(true)
})

test('when the disk is full ERR_STORE_FULL is the answer: what was stored stays, of the new nothing is', async () => {
  await limitRoom()
  const store = open()
  await store.storeSignatures(signatures(1, 10))
  await expect(store.storeSignatures(signatures(11, 5_000))).rejects.toMatchObject({
    code: 'ERR_STORE_FULL',
  })
  expect(await remembered(store, range(1, 30))).toEqual(range(1, 10))
  await setQuota()
  await store.storeSignatures(signatures(11, 20))
  expect(await remembered(store, range(1, 20))).toEqual(range(1, 20))
})

test('a full disk keeps nobody from forgetting signatures', async () => {
  const store = open({ cacheSize: 8 })
  await limitRoom()
  await store.storeSignatures(signatures(1, 8))
  await expect(store.storeSignatures(signatures(100, 5_000))).rejects.toMatchObject({
    code: 'ERR_STORE_FULL',
  })
  await store.removeSignatures([signature(3)])
  expect(await remembered(store, range(1, 8))).toEqual([1, 2, 4, 5, 6, 7, 8])
  await store.clear()
  expect(await remembered(store, range(1, 8))).toEqual([])
  await setQuota()
  // Neither could be counted; still nothing is culled that need not be.
  for (const number of range(11, 18)) await store.storeSignatures([signature(number)])
  expect(await remembered(store, range(11, 18))).toEqual(range(11, 18))
})

test('a database of this name that is not ours fails with ERR_STORE_CORRUPT and is left as it is', async () => {
  const theirs = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('recipes')
    request.onsuccess = () => resolve(request.result)
  })
  const store = open()
  await expect(store.checkSignature(signature(1))).rejects.toMatchObject({ code: 'ERR_STORE_CORRUPT' })
  await expect(store.storeSignatures([signature(1)])).rejects.toMatchObject({ code: 'ERR_STORE_CORRUPT' })
  expect([...theirs.objectStoreNames]).toEqual(['recipes'])
  theirs.close()
})

test('what can get no row, since keys have run out, is not acknowledged', async () => {
  const store = open()
  await store.storeSignatures([signature(1)])
  const raw = await rawConnection(name)
  const transaction = raw.transaction('signatures', 'readwrite')
  transaction.objectStore('signatures').add({ ...signature(2), lastSeen: 0 }, Number.MAX_SAFE_INTEGER + 1)
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve()
  })
  raw.close()
  for (const number of [1, 3]) {
    await expect(store.storeSignatures([signature(number)])).rejects.toMatchObject({
      code: 'ERR_STORE_CORRUPT',
    })
  }
  expect(await remembered(store, [1, 2, 3])).toEqual([1, 2])
})

// Holds the rows as a tab does that was stopped in a debugger. The result lets go.
async function holdForWriting(): Promise<() => Promise<void>> {
  const database = await rawConnection(name)
  const transaction = database.transaction('signatures', 'readwrite')
  let holding = true
  const keepAlive = (): void => {
    if (holding) transaction.objectStore('signatures').get(0).onsuccess = keepAlive
  }
  keepAlive()
  const ended = new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve()
  })
  return async () => {
    holding = false
    await ended
    database.close()
  }
}

async function browserClosesDatabases(): Promise<void> {
  await cdp().send('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' })
}

// Room for a few rows. Chromium remembers for a while how much there was, but not across this.
async function limitRoom(): Promise<void> {
  await browserClosesDatabases()
  await setQuota(500_000)
}

async function setQuota(quotaSize?: number): Promise<void> {
  const quota = quotaSize === undefined ? {} : { quotaSize }
  await cdp().send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...quota })
}
