// IndexedDB's events as promises, by the idb package. A promise's continuation runs before a transaction counts as idle, so
// that `await` between two requests of one transaction is safe. Everybody else holds the platform's own objects.
import { openDB, unwrap, wrap } from 'idb'

/** Resolves to the request's result, which must not be a cursor. */
export function answerTo<Result>(request: IDBRequest<Result>): Promise<Result> {
  return wrap(request)
}

/** Resolves when the transaction is committed; with `strict` durability it is then on the disk. */
export function completionOf(transaction: IDBTransaction): Promise<void> {
  return wrap(transaction).done
}

/** How a database is opened. */
export interface OpenOptions {
  readonly version: number
  /** Brings the schema from an older version, 0 if there was none, to this one. */
  readonly upgrade: (database: IDBDatabase, oldVersion: number) => void
  /** Called when a newer version or a deletion waits for this connection, and when the browser has ended it. */
  readonly onLost: () => void
}

/** Opens a database. Rejects with the browser's own error. */
export async function openDatabase(
  name: string,
  { version, upgrade, onLost }: OpenOptions,
): Promise<IDBDatabase> {
  const database = await openDB(name, version, {
    upgrade: (opened, oldVersion, _, transaction) => {
      // If the upgrade fails, so does opening, which says it to the caller.
      transaction.done.catch(() => {})
      upgrade(unwrap(opened), oldVersion)
    },
    blocking: onLost,
    terminated: onLost,
  })
  return unwrap(database)
}
