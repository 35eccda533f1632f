// The file of an open notebook, as it was when it was last opened or saved: what is signed when the notebook is trusted.
import { codeCells } from './nbformat/index.js'
import type { Notebook, NotebookSource } from './nbformat/model.js'
import type { Notary } from './notary.js'
import { type RecordedOutput, recordNotebook } from './session-ledger.js'
import type { Signature } from './signatures/store.js'

/** A file, and the outputs that were in it then. */
export interface NotebookFile {
  readonly signatures: Promise<readonly Signature[]>
  readonly outputs: readonly RecordedOutput[]
  /** False if another output was in it, which is not plain JSON: nobody could see what the file says of that. */
  readonly isRecorded: boolean
}

/** The file that the notebook, as it now is, was read from or is written to. */
export function fileOf(notebook: Notebook, signatures: NotebookFile['signatures']): NotebookFile {
  const outputs = recordNotebook(notebook)
  const all = codeCells(notebook).flatMap((cell) => cell.outputs as unknown[])
  return { signatures, outputs, isRecorded: outputs.length === all.length }
}

/** Begins to compute what the file is signed with. Whoever needs it awaits it later, and learns then if there is none. */
export function signaturesOf(source: NotebookSource, notary: Notary): NotebookFile['signatures'] {
  const signatures = notary.computeSignature(source)
  signatures.catch(() => {})
  return signatures
}
