// The signature store in IndexedDB beside single requests of the platform over the same rows.
import { indexedDbStore } from '../../../src/signatures/index.js'
import { averaged, timed } from '../../kit/measure.js'
import { digestOf } from '../../signature.js'
import { fillIndexedDb } from '../fill-indexeddb.js'
import type { PreparedTask } from '../task.js'

const algorithm = 'jcs-sha256'

/** Fills the store with `rows` signatures; nothing is culled. */
export async function prepare({ rows }: { readonly rows: number }): Promise<PreparedTask> {
  await fillIndexedDb(rows)
  const store = indexedDbStore({ cacheSize: rows + 1_000_000 })
  const database = await openRaw('nbtrust')
  let next = rows
  const known = (): string => digestOf(Math.floor(Math.random() * rows))
  const rowsOf = (): IDBObjectStore => database.transaction('signatures').objectStore('signatures')
  const hundred = (digest: () => string) =>
    Array.from({ length: 100 }, () => ({ algorithm, digest: digest() }))
  const check = () => store.checkSignature({ algorithm, digest: known() })
  const sign = () => store.storeSignatures([{ algorithm, digest: digestOf(next++) }])
  const get = () => answer(rowsOf().get(1 + Math.floor(Math.random() * rows)))
  const getKey = () => answer(rowsOf().index('signature').getKey([algorithm, known()]))
  return {
    contestants: {
      check: () => quietly(() => averaged(20, check)),
      'check, unknown': () =>
        quietly(() => averaged(20, () => store.checkSignature({ algorithm, digest: 'none' }))),
      sign: () => quietly(() => averaged(10, sign)),
      'sign 100': () => quietly(() => timed(() => store.storeSignatures(hundred(() => digestOf(next++))))),
      'check 100': () => {
        const signatures = hundred(known)
        return quietly(() => timed(() => store.checkSignatures(signatures)))
      },
      'one get': () => quietly(() => averaged(20, get)),
      'one getKey': () => quietly(() => averaged(20, getKey)),
      '100 gets': () => {
        const keys = hundred(known).map(({ digest }) => [algorithm, digest])
        return quietly(() => timed(() => allOf(rowsOf().index('signature'), keys)))
      },
      'one put': () => quietly(() => averaged(10, () => put(database))),
    },
  }
}

// The times of hits are renewed 0.25 s later: that is nobody's turn.
async function quietly(run: () => Promise<number>): Promise<number> {
  const time = await run()
  await new Promise((resolve) => setTimeout(resolve, 400))
  return time
}

function allOf(index: IDBIndex, keys: readonly string[][]): Promise<unknown> {
  return Promise.all(keys.map((key) => answer(index.getKey(key))))
}

// Into an object store that no check looks at, and as durable as a signature.
function put(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction('keys', 'readwrite', { durability: 'relaxed' })
  transaction.objectStore('keys').put({ algorithm, digest: digestOf(0), lastSeen: 0 }, 'bench')
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
}

function openRaw(name: string): Promise<IDBDatabase> {
  return answer(indexedDB.open(name))
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
