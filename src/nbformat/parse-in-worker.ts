// Parses a notebook in a worker, so that a page goes on answering meanwhile. The host brings the worker, because only the
// host knows from where its content security policy lets one come.
import { type ErrorData, errorData, errorFrom } from '../lib/error-data.js'
import { requireSource } from '../lib/source.js'
import type { Notebook } from './model.js'
import { parseNotebook } from './parse.js'
import { joinPart, type NotebookPart, notebookParts } from './parts.js'

/** How to parse in a worker. */
export interface ParseInWorkerOptions {
  /** A worker that has called {@link serveParsing}. */
  readonly worker: Worker
  /** As for `parseNotebook`. */
  readonly maxBytes?: number | undefined
  /** Gives up; the worker finishes in vain unless the host ends it. */
  readonly signal?: AbortSignal | undefined
}

interface Request {
  readonly nbtrustParse: string
  readonly source: Uint8Array
  readonly options: { readonly maxBytes?: number | undefined }
}

type Answer = { readonly nbtrustParse: string } & (
  | { readonly part: NotebookPart }
  | { readonly done: true }
  | { readonly error: ErrorData }
)

/**
 * `parseNotebook` in a worker. The notebook comes back in parts, each of which takes the page a few milliseconds; a single
 * huge cell takes longer. Where the worker cannot be started, the page parses itself.
 * @throws NbtrustError (rejects) as `parseNotebook`; the reason of `signal` once that is aborted.
 */
export async function parseNotebookInWorker(
  source: Uint8Array,
  { worker, signal, ...options }: ParseInWorkerOptions,
): Promise<Notebook> {
  requireSource(source)
  const id = crypto.getRandomValues(new Uint32Array(2)).join('-')
  const ended = new AbortController()
  let notebook: Notebook | undefined
  const answer = new Promise<Notebook>((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<Answer>): void => {
      if (data?.nbtrustParse !== id) return
      if ('part' in data) notebook = joinPart(notebook, data.part)
      else if ('done' in data && notebook) resolve(notebook)
      else reject('error' in data ? errorFrom(data.error) : new Error('The worker sent no notebook.'))
    }
    const inPage = (): void => resolve(new Promise((parsed) => parsed(parseNotebook(source, options))))
    const giveUp = (): void => reject(signal?.reason)
    worker.addEventListener('message', onMessage, { signal: ended.signal })
    worker.addEventListener('error', inPage, { signal: ended.signal })
    signal?.addEventListener('abort', giveUp, { signal: ended.signal })
    if (signal?.aborted) giveUp()
    else worker.postMessage({ nbtrustParse: id, source, options } satisfies Request)
  })
  return await answer.finally(() => ended.abort())
}

/** Where messages come from and go to: a worker's own global scope, or a port. */
export interface MessageScope {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  postMessage(message: unknown): void
}

/** To be called in the worker, with `self`: answers {@link parseNotebookInWorker}. Other messages are left alone. */
export function serveParsing(scope: MessageScope): void {
  scope.addEventListener('message', ({ data }: MessageEvent<Request | null>) => {
    if (typeof data?.nbtrustParse !== 'string') return
    const { nbtrustParse, source, options } = data
    try {
      for (const part of notebookParts(parseNotebook(source, options))) {
        scope.postMessage({ nbtrustParse, part } satisfies Answer)
      }
      scope.postMessage({ nbtrustParse, done: true } satisfies Answer)
    } catch (error) {
      scope.postMessage({ nbtrustParse, error: errorData(error) } satisfies Answer)
    }
  })
}
