// The signature store in a real IndexedDB: the contract, and what is on the disk when it answers.
import { afterEach, expect, test, vi } from 'vitest'
import { indexedDbStore } from '../../src/signatures/index.js'
import { signature, testSignatureStore } from '../contracts/signature-store.js'
import { deleteDatabase, newDatabaseName } from './support/databases.js'

testSignatureStore('indexedDbStore', {
  place: () => {
    const name = newDatabaseName()
    return { open: (options) => indexedDbStore({ name, ...options }), remove: () => deleteDatabase(name) }
  },
  lifetime: 'persistent',
})

afterEach(() => {
  vi.restoreAllMocks()
})

test('what is forgotten is forgotten on the disk too when that is answered; what is stored need not be there yet', async () => {
  const name = newDatabaseName()
  const store = indexedDbStore({ name })
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const durabilities = (): string[] => {
    const transactions: IDBTransaction[] = opened.mock.results.splice(0).map(({ value }) => value)
    return transactions.filter(({ mode }) => mode === 'readwrite').map(({ durability }) => durability)
  }
  await store.storeSignatures([signature(1), signature(2)])
  await store.storeSignatures([signature(1)])
  expect(new Set(durabilities())).toEqual(new Set(['relaxed']))
  await store.removeSignatures([signature(1)])
  await store.clear()
  expect(durabilities()).toEqual(['strict', 'strict'])
  await store.close()
  await deleteDatabase(name)
})
