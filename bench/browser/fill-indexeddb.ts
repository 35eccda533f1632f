// Puts many rows into the package's own database at once; the store itself would take minutes for a million.
import { TrustDatabase } from '../../src/lib/indexeddb.js'
import { defaultDatabaseName } from '../../src/lib/indexeddb-schema.js'
import { digestOf } from '../signature.js'

const step = 20_000

/** Leaves exactly `rows` signatures in the database, numbered from 0. */
export async function fillIndexedDb(rows: number, name: string = defaultDatabaseName): Promise<void> {
  const database = new TrustDatabase({ name, patience: 600_000 })
  const stores = ['signatures'] as const
  const lastSeen = Date.now()
  await database.run({ stores, mode: 'readwrite' }, async (transaction) => {
    transaction.objectStore('signatures').clear()
  })
  for (let from = 0; from < rows; from += step) {
    await database.run({ stores, mode: 'readwrite', durability: 'relaxed' }, async (transaction) => {
      const table = transaction.objectStore('signatures')
      const until = Math.min(from + step, rows)
      for (let index = from; index < until; index++) {
        void table.add({ algorithm: 'jcs-sha256', digest: digestOf(index), lastSeen })
      }
    })
  }
  database.close()
}
