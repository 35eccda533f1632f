// The store at its limit: what the signature that goes over it waits for, and how long the cull goes on after that.
import { defaultCacheSize, indexedDbStore } from '../../../src/signatures/index.js'
import { timed } from '../../kit/measure.js'
import { digestOf } from '../../signature.js'
import { fillIndexedDb } from '../fill-indexeddb.js'
import type { PreparedTask } from '../task.js'

/** The two contestants belong together: the second ends what the first began. */
export async function prepare(): Promise<PreparedTask> {
  let store = indexedDbStore()
  const signature = { algorithm: 'jcs-sha256', digest: digestOf(-1 >>> 0) }
  return {
    contestants: {
      'sign at the limit': async () => {
        await fillIndexedDb(defaultCacheSize)
        store = indexedDbStore()
        await store.checkSignature(signature) // Opens the database.
        return await timed(() => store.storeSignatures([signature]))
      },
      'cull after it': () => timed(() => store.close()),
    },
  }
}
