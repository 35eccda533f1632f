// Carries a notebook over a reload of the page. Reloading is the one way to be certain that no script of it runs on.

/** What comes back after the reload. */
export interface Handoff {
  readonly name: string
  readonly bytes: Uint8Array
  /** Why the page was reloaded. */
  readonly reason: 'revoked' | 'another notebook'
  readonly sample: boolean
  /** Something in it was run, cleared or edited, and not saved. */
  readonly isUnsaved: boolean
}

// The tab's own key, so that two tabs don't take each other's notebook.
const slot = 'nbtrust-demo-handoff'

const failed = '#reloaded'

/** Keeps the notebook and reloads the page; where nothing can be kept, it reloads all the same, and the file is picked again. */
export async function reloadWith(handoff: Handoff): Promise<void> {
  const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
  try {
    await transact('readwrite', (store) => store.put(handoff, key))
    sessionStorage.setItem(slot, key)
  } catch {
    // The address is all that is left to tell the next page by.
    const { name, sample } = handoff
    history.replaceState(null, '', sample ? `#sample=${encodeURIComponent(name)}` : failed)
  } finally {
    location.reload()
  }
}

/** Whether the page was reloaded by `reloadWith`, and the notebook could not be kept. Once. */
export function handoffFailed(): boolean {
  if (location.hash !== failed) return false
  history.replaceState(null, '', ' ')
  return true
}

/** What was kept before the reload, once. Undefined in an ordinary visit, and where nothing could be kept. */
export async function takeHandoff(): Promise<Handoff | undefined> {
  try {
    const key = sessionStorage.getItem(slot)
    if (key === null) return undefined
    sessionStorage.removeItem(slot)
    const found: unknown = await transact('readonly', (store) => store.get(key))
    await transact('readwrite', (store) => store.delete(key))
    return isHandoff(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isHandoff(value: unknown): value is Handoff {
  return value !== null && typeof value === 'object' && 'bytes' in value && value.bytes instanceof Uint8Array
}

function transact(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('nbtrust-demo', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('handoff')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('handoff', mode)
      const request = run(transaction.objectStore('handoff'))
      transaction.oncomplete = () => {
        opening.result.close()
        resolve(request.result)
      }
      transaction.onabort = () => reject(transaction.error)
    }
  })
}
