// The memory store, and what the IndexedDB store says where there is no IndexedDB: Node has none.
import { expect, test } from 'vitest'
import { remainingAfterCull } from '../../src/signatures/cull.js'
import { indexedDbStore, memoryStore } from '../../src/signatures/index.js'
import { signature, testSignatureStore } from '../contracts/signature-store.js'

testSignatureStore('memoryStore', { place: () => ({ open: memoryStore }), lifetime: 'object' })

test('three quarters remain after a cull, rounded down as in nbformat, and never none', () => {
  expect([65_535, 8, 4, 3, 2, 1].map(remainingAfterCull)).toEqual([49_151, 6, 3, 2, 1, 1])
})

test('without IndexedDB every question is answered by ERR_STORE_UNAVAILABLE', async () => {
  const store = indexedDbStore()
  const unavailable = expect.objectContaining({ code: 'ERR_STORE_UNAVAILABLE' })
  await expect(store.checkSignature(signature(1))).rejects.toEqual(unavailable)
  await expect(store.storeSignatures([signature(1)])).rejects.toEqual(unavailable)
  await expect(store.removeSignatures([signature(1)])).rejects.toEqual(unavailable)
  await expect(store.clear()).rejects.toEqual(unavailable)
  await store.close()
})
