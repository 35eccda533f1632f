// From the bytes of a file to an open notebook with its trust.
import {
  memoryStore,
  type Notary,
  type Notebook,
  openNotary,
  parseNotebook,
  TrustSession,
} from '../src/index.js'
import { sentenceOf } from './sentence.js'

/** A file as it was picked, dropped or bundled. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
  /** One of our samples, which the address bar can name. */
  readonly sample: boolean
}

/** A notebook that is open. */
export interface OpenNotebook extends Source {
  readonly notebook: Notebook
  readonly session: TrustSession
  /** Why trust can't be remembered here, if it can't: one sentence. */
  readonly storeProblem: string | undefined
}

let notaries: Promise<{ notary: Notary; problem: string | undefined }> | undefined

/** Parses the file and asks whether it is trusted. Rejects with one sentence if it is not a notebook. */
export async function openFile(source: Source): Promise<OpenNotebook> {
  const notebook = parseNotebook(source.bytes)
  notaries ??= findNotary()
  const { notary, problem } = await notaries
  // Without a store that lasts, the next notebook gets another chance.
  if (problem) notaries = undefined
  const session = await TrustSession.open(notebook, notary, { source: source.bytes })
  return { ...source, notebook, session, storeProblem: problem }
}

// Where nothing can be remembered, a notebook can still be read, and trusted until the page is closed.
async function findNotary(): Promise<{ notary: Notary; problem: string | undefined }> {
  try {
    return { notary: await openNotary(), problem: undefined }
  } catch (error) {
    return { notary: await openNotary({ store: memoryStore() }), problem: sentenceOf(error) }
  }
}
