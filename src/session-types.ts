// What a trust session is opened with and what it reports.
import type { NotebookSource } from './nbformat/index.js'

/** What a session is opened with. */
export interface SessionOptions {
  /** What was opened: best the file's bytes. The notebook has to be what was parsed from it. */
  readonly source: NotebookSource
  /** The BroadcastChannel on which tabs follow each other; default `nbtrust`. `null`: this session stands alone. */
  readonly channel?: string | null | undefined
}

/** Code cells: `trusted` + `untrusted` = `total`. A cell with one untrusted output is untrusted. */
export interface TrustCounts {
  readonly trusted: number
  readonly untrusted: number
  readonly total: number
}

/**
 * Why a `trustchange` event was sent. `edited`: the frontend changed the notebook and said so. `another tab`: it trusted or
 * revoked, or the store has forgotten the signature, as it does with the oldest.
 */
export type TrustChangeCause = 'trusted' | 'revoked' | 'executed' | 'edited' | 'another tab'

/** The `detail` of a `trustchange` event. */
export interface TrustChange {
  readonly cause: TrustChangeCause
}
