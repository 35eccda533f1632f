// What badge and dialog need of a trust session. `TrustSession` is one; a host with trust of its own can be another.
import type { Notebook } from '../nbformat/model.js'
import type { RecordedOutput } from '../session-ledger.js'
import type { TrustCounts } from '../session-types.js'

/** A notebook whose trust can be looked at and changed. Dispatches `trustchange` whenever an answer may differ. */
export interface TrustController extends EventTarget {
  readonly notebook: Notebook
  readonly counts: TrustCounts
  /** True if nothing untrusted is left. */
  readonly isFullyTrusted: boolean
  /**
   * Trusts the notebook with the outputs that were shown to the user, as they were then, and no others. Resolves to whether that
   * will be remembered; rejects if it should be and cannot.
   */
  trust(shown: readonly RecordedOutput[]): Promise<boolean>
  /** Withdraws all trust from the notebook; rejects if that cannot be remembered. */
  revoke(): Promise<void>
}
