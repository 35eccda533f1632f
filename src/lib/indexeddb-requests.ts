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

/** Resolves to the first and the last key, `undefined` where there is no row. */
export function endsOf(store: IDBObjectStore): Promise<(IDBValidKey | undefined)[]> {
  const directions = ['next', 'prev'] as const
  return Promise.all(
    directions.map(async (direction) => (await wrap(store).openKeyCursor(null, direction))?.key),
  )
}

/** Resolves to the key of the row at a position, counted from 0 in the order of keys. */
export async function keyAt(store: IDBObjectStore, position: number): Promise<IDBValidKey | undefined> {
  const first = await wrap(store).openKeyCursor()
  const row = position > 0 ? await first?.advance(position) : first
  return row?.key
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
