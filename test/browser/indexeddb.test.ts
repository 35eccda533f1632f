// The signature store in a real IndexedDB: the contract.
import { indexedDbStore } from '../../src/signatures/index.js'
import { testSignatureStore } from '../contracts/signature-store.js'
import { deleteDatabase, newDatabaseName } from './support/databases.js'

testSignatureStore('indexedDbStore', {
  place: () => {
    const name = newDatabaseName()
    return { open: (options) => indexedDbStore({ name, ...options }), remove: () => deleteDatabase(name) }
  },
  lifetime: 'persistent',
})
