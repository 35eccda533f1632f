// The signature stores, and the contract that every one of them keeps.
export { type IndexedDbStoreOptions, indexedDbStore } from './indexeddb.js'
export { type MemoryStoreOptions, memoryStore } from './memory.js'
export { defaultCacheSize, type Signature, type SignatureStore } from './store.js'
