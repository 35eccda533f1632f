// What the pages of odd-origins.test.ts can do: the package's functions, within reach of the test.
import { openKey } from '../../../src/keys/index.js'
import { openNotary } from '../../../src/open-notary.js'
import { TrustSession } from '../../../src/session.js'
import { indexedDbStore, memoryStore } from '../../../src/signatures/index.js'

/** What a page has. */
export interface TrustPage {
  readonly indexedDbStore: typeof indexedDbStore
  readonly memoryStore: typeof memoryStore
  readonly openKey: typeof openKey
  readonly openNotary: typeof openNotary
  readonly TrustSession: typeof TrustSession
}

declare global {
  var trustPage: TrustPage
}
globalThis.trustPage = { indexedDbStore, memoryStore, openKey, openNotary, TrustSession }
