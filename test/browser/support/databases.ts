// Databases for one test each, so that tests share nothing.

/** A name that no other test uses. */
export function newDatabaseName(): string {
  return `nbtrust-test-${crypto.randomUUID()}`
}

/** Resolves once the database is gone. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
}

/** A connection of somebody else's, that gives way to nobody unless told to. */
export function rawConnection(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
