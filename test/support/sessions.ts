// Sessions for tests of trust: their notaries keep signatures in memory, and they hear no other tab.
import { onTestFinished } from 'vitest'
import type { CodeCellV4, Notebook, NotebookV4, Output } from '../../src/nbformat/index.js'
import type { Notary } from '../../src/notary.js'
import { openNotary } from '../../src/open-notary.js'
import { TrustSession } from '../../src/session.js'
import type { TrustChangeCause } from '../../src/session-types.js'
import { memoryStore } from '../../src/signatures/index.js'

/** A session of a notebook whose file is its JSON text. Closed when the test ends. */
export async function openSession(notebook: Notebook, notary?: Notary): Promise<TrustSession> {
  const signer = notary ?? (await openNotary({ store: memoryStore() }))
  const session = await TrustSession.open(notebook, signer, {
    source: JSON.stringify(notebook),
    channel: null,
  })
  onTestFinished(() => session.close())
  return session
}

/** The same for a notebook that was signed before. */
export async function openSigned(notebook: NotebookV4): Promise<TrustSession> {
  const notary = await openNotary({ store: memoryStore() })
  await notary.sign(JSON.stringify(notebook))
  return openSession(notebook, notary)
}

export function cellOf(notebook: NotebookV4, position = 0): CodeCellV4 {
  const cell = notebook.cells[position]
  if (cell?.cell_type !== 'code') throw new Error(`Cell ${position} is not a code cell.`)
  return cell
}

export function outputOf(notebook: NotebookV4, cell = 0, position = 0): Output {
  const output = cellOf(notebook, cell).outputs[position]
  if (!output) throw new Error(`Cell ${cell} has no output ${position}.`)
  return output
}

/** The causes of the session's events from now on. */
export function causesOf(session: TrustSession): TrustChangeCause[] {
  const causes: TrustChangeCause[] = []
  session.addEventListener('trustchange', ({ detail }) => causes.push(detail.cause))
  return causes
}
