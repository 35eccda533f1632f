// From the bytes of a file to an open notebook with its trust.
import {
  memoryStore,
  type Notary,
  type Notebook,
  openNotary,
  parseNotebookInWorker,
  TrustSession,
} from '../src/index.js'
// Inline, so that opening a notebook requests nothing, not even the worker.
import ParseWorker from './parse.worker.js?worker&inline'
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

interface FoundNotary {
  readonly notary: Notary
  readonly problem: string | undefined
}

let found: Promise<FoundNotary> | undefined

let worker: Worker | undefined

/** Starts what opening a file needs, if it has not begun: the page does so before there is a file. */
export function prepareToOpen(): { readonly parser: Worker; readonly finding: Promise<FoundNotary> } {
  worker ??= new ParseWorker()
  found ??= findNotary()
  // Whoever opens a file hears of it; the next one gets another chance.
  found.catch(() => {
    found = undefined
  })
  return { parser: worker, finding: found }
}

/**
 * Parses the file, and meanwhile asks whether it is trusted. Rejects with one sentence if it is not a notebook, and with the
 * signal's reason once that is aborted.
 */
export async function openFile(source: Source, signal: AbortSignal): Promise<OpenNotebook> {
  const { parser, finding } = prepareToOpen()
  const parsing = parseNotebookInWorker(source.bytes, { worker: parser, signal })
  parsing.catch(() => {
    // What it still works on is of no use to anybody.
    if (signal.aborted) worker = worker?.terminate() ?? undefined
  })
  const { notary, problem } = await finding
  // Without a store that lasts, the next notebook gets another chance.
  if (problem) found = undefined
  const session = await TrustSession.open(parsing, notary, { source: source.bytes })
  return { ...source, notebook: session.notebook, session, storeProblem: problem }
}

// Where nothing can be remembered, a notebook can still be read, and trusted until the page is closed.
async function findNotary(): Promise<FoundNotary> {
  try {
    return { notary: await openNotary(), problem: undefined }
  } catch (error) {
    return { notary: await openNotary({ store: memoryStore() }), problem: sentenceOf(error) }
  }
}
