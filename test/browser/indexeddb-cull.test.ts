// How a large store in IndexedDB becomes smaller: exactly its oldest rows go, and nobody waits for more than a step of it.
import { afterEach, expect, test, vi } from 'vitest'
import { indexedDbStore } from '../../src/signatures/index.js'
import { range, signature, signatures } from '../contracts/signature-store.js'
import { deleteDatabase, newDatabaseName, rawConnection } from './support/databases.js'

const name = newDatabaseName()
const cacheSize = 5000
const remaining = 3750

afterEach(async () => {
  vi.restoreAllMocks()
  await deleteDatabase(name)
})

test('of rows with gaps between their keys exactly the oldest are culled', async () => {
  const store = indexedDbStore({ name, cacheSize })
  await store.storeSignatures(signatures(1, 2600))
  await store.storeSignatures(signatures(1001, 1500)) // Now younger than 2600.
  await store.removeSignatures(signatures(2001, 2300))
  await store.storeSignatures(signatures(2601, 5301)) // One too many.
  await store.close()
  const inOrder = [
    ...range(1, 1000),
    ...range(1501, 2000),
    ...range(2301, 2600),
    ...range(1001, 1500),
    ...range(2601, 5301),
  ]
  expect(inOrder).toHaveLength(cacheSize + 1)
  expect(await storedNumbers()).toEqual(inOrder.slice(-remaining))
})

test('as long as rows are not too many none is culled, however far apart their keys are', async () => {
  const store = indexedDbStore({ name, cacheSize })
  await store.storeSignatures(signatures(1, cacheSize))
  await store.storeSignatures(signatures(1, cacheSize)) // All renewed, each with another key.
  await store.removeSignatures([signature(7)])
  await store.storeSignatures([signature(cacheSize + 1)])
  await store.close()
  expect(await storedNumbers()).toHaveLength(cacheSize)
})

test.each([
  ['thousands', 2_000],
  // More than 32 bits.
  ['billions', 10 ** 9 + 7],
])('keys that are %s apart are culled all the same', async (_, distance) => {
  await indexedDbStore({ name, cacheSize }).checkSignature(signature(1)) // Makes the database.
  const keys = range(1, cacheSize).map((number) => number * distance)
  await fill(keys)
  const store = indexedDbStore({ name, cacheSize })
  await store.storeSignatures([signature(cacheSize + 1)])
  const counted = vi.spyOn(IDBObjectStore.prototype, 'count')
  await store.close()
  expect(counted.mock.calls.length).toBeLessThan(200)
  expect(await storedNumbers()).toEqual(range(cacheSize + 2 - remaining, cacheSize + 1))
})

test('two that cull at once cull no more than one would', async () => {
  const [one, other] = [indexedDbStore({ name, cacheSize }), indexedDbStore({ name, cacheSize })]
  await one.storeSignatures(signatures(1, cacheSize))
  await Promise.all([
    one.storeSignatures([signature(cacheSize + 1)]),
    other.storeSignatures([signature(cacheSize + 2)]),
  ])
  await Promise.all([one.close(), other.close()])
  const left = await storedNumbers()
  expect(left.slice(-2).sort()).toEqual([cacheSize + 1, cacheSize + 2])
  expect([remaining, remaining + 1]).toContain(left.length)
})

test('rows are counted while others may read, and counted and deleted a part at a time', async () => {
  const store = indexedDbStore({ name, cacheSize })
  await store.storeSignatures(signatures(1, cacheSize))
  const counted = vi.spyOn(IDBObjectStore.prototype, 'count')
  const deleted = vi.spyOn(IDBObjectStore.prototype, 'delete')
  await store.storeSignatures([signature(cacheSize + 1)])
  await store.close()
  expect(counted.mock.calls.length).toBeGreaterThan(2)
  expect(transactionsOf(counted.mock.instances).map(({ mode }) => mode)).not.toContain('readwrite')
  for (const [keys] of [...counted.mock.calls, ...deleted.mock.calls])
    expect(widthOf(keys)).toBeLessThan(4096)
  expect(new Set(transactionsOf(deleted.mock.instances)).size).toBe(deleted.mock.calls.length)
})

async function storedNumbers(): Promise<number[]> {
  const database = await rawConnection(name)
  const rows = await new Promise<{ digest: string }[]>((resolve) => {
    const request = database.transaction('signatures').objectStore('signatures').getAll()
    request.onsuccess = () => resolve(request.result)
  })
  database.close()
  return rows.map(({ digest }) => Number.parseInt(digest, 16))
}

// Signatures 1, 2, … under these keys.
async function fill(keys: readonly number[]): Promise<void> {
  const database = await rawConnection(name)
  const transaction = database.transaction('signatures', 'readwrite')
  for (const [index, key] of keys.entries()) {
    transaction.objectStore('signatures').add({ ...signature(index + 1), lastSeen: 0 }, key)
  }
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve()
  })
  database.close()
}

function transactionsOf(stores: readonly unknown[]): IDBTransaction[] {
  return stores.map((rows) => {
    if (rows instanceof IDBObjectStore) return rows.transaction
    throw new Error('Only rows are counted and deleted.')
  })
}

function widthOf(keys: unknown): number {
  return keys instanceof IDBKeyRange ? keys.upper - keys.lower : Number.POSITIVE_INFINITY
}
