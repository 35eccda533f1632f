// The work on one notebook that needs no database: its signatures, or what is in it. It can be done in any thread.

import type { HashAlgorithm } from '../digest/index.js'
import { type Notebook, parseNotebook } from '../nbformat/index.js'
import { openWindow } from '../node/dom.js'
import { lendSource } from '../node/lend-source.js'
import type { NotebookSignatures } from '../node/notebook-signatures.js'
import { fileSignatures, signaturesOf } from '../node/notebook-signatures.js'
import { withoutPlainCells } from '../node/plain-cells.js'
import { isPlainNotebook } from '../node/skim-notebook.js'
import type { Review } from '../rendermime/review.js'

/** A notebook: where it is, or its bytes. */
export type JobSource = { readonly path: string } | { readonly bytes: Uint8Array }

/** What to find out about a notebook. Everything in it can be sent to another thread. */
export type Job =
  | {
      readonly kind: 'signatures'
      readonly source: JobSource
      readonly secret: Uint8Array
      readonly algorithm: HashAlgorithm
    }
  | { readonly kind: 'review'; readonly source: JobSource }

/** What came out, by kind. */
export interface JobResults {
  readonly signatures: NotebookSignatures
  readonly review: Review
}

/** Does the work. Throws what reading and parsing throw. */
export async function perform<Kind extends Job['kind']>(
  job: Extract<Job, { kind: Kind }>,
): Promise<JobResults[Kind]>
export async function perform(job: Job): Promise<JobResults[Job['kind']]> {
  const { source } = job
  if ('bytes' in source) return await performOn(source.bytes, job)
  if (job.kind === 'signatures') return await fileSignatures(source.path, job)
  return await lendSource(source.path, (bytes) => performOn(bytes, job))
}

async function performOn(bytes: Uint8Array, job: Job): Promise<JobResults[Job['kind']]> {
  if (job.kind === 'signatures') return await signaturesOf(bytes, job)
  return (await isPlainNotebook(bytes)) ? nothingFound : await review(parseNotebook(bytes))
}

let openedWindow: ReturnType<typeof openWindow> | undefined

async function review(notebook: Notebook): Promise<Review> {
  const doubtful = withoutPlainCells(notebook)
  if (!doubtful) return nothingFound
  // Opening one takes half a second, so all reviews of a thread share it.
  openedWindow ??= openWindow()
  const [{ reviewNotebook }, window] = await Promise.all([import('../rendermime/review.js'), openedWindow])
  // Who is asked nothing trusts nothing, so what the outputs say need not be sent between threads.
  return { ...reviewNotebook(doubtful, { window }), outputs: [] }
}

const nothingFound: Review = { cells: [], outputs: [], counts: new Map(), hosts: [], unknownTypes: [] }
