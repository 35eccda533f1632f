// The file of an open notebook, as it was when it was last opened or saved: what is signed when the notebook is trusted.
import type { NotebookSource } from './nbformat/model.js'
import type { Notary } from './notary.js'
import type { RecordedOutput } from './session-ledger.js'
import type { Signature } from './signatures/store.js'

/** A file, and the outputs that were in it then. */
export interface NotebookFile {
  readonly signatures: Promise<readonly Signature[]>
  readonly outputs: readonly RecordedOutput[]
}

/** Begins to compute what the file is signed with. Whoever needs it awaits it later, and learns then if there is none. */
export function signaturesOf(source: NotebookSource, notary: Notary): NotebookFile['signatures'] {
  const signatures = notary.computeSignature(source)
  signatures.catch(() => {})
  return signatures
}
