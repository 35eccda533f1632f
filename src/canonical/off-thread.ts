// Encodes a large notebook without keeping a page from answering: in a worker, or where there can be none in slices.
import type { NotebookSource } from '../nbformat/model.js'
import type { Encoding } from './encode.js'
import type { NbformatOptions } from './nbformat.js'
import { type EncodeAnswer, type EncodeRequest, errorOf } from './off-thread-messages.js'
import { sourceBytes, tooLarge } from './source-bytes.js'
import type { EncodingSteps } from './steps.js'

/** How to encode a large notebook. */
export interface EncodeOptions {
  /** Gives up, and ends the worker. */
  readonly signal?: AbortSignal | undefined
  /** Told from time to time how much of the file is read: a number from 0 to 1. */
  readonly onProgress?: ((progress: number) => void) | undefined
}

// Encoding so much keeps a page busy for a moment that nobody notices, and takes less than starting a worker.
const leastBytes = 4_000_000

/**
 * `canonicalBytes`, in a page away from its own thread if the notebook is larger than 4 MB; in Node and in workers where
 * it is called. The source is read or copied before this first waits: whatever changes it afterwards changes nothing here.
 *
 * The worker is a module of this package, so a content security policy has to allow its place in `worker-src`. Where it
 * cannot be started (such a policy, a `file:` page), the page encodes in slices of a few milliseconds and answers in between.
 * @throws NbtrustError (rejects) as `canonicalBytes`; the reason of `signal` once that is aborted.
 */
export async function canonicalBytesOffThread(
  source: NotebookSource,
  encoding: Encoding,
  { signal, onProgress, ...options }: EncodeOptions & NbformatOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted()
  const bytes = sourceBytes(source)
  const own = bytes === source ? new Uint8Array(bytes) : bytes
  const report = (read: number): void => onProgress?.(Math.min(1, read / own.length))
  const isLarge = bytes.length > leastBytes && typeof document !== 'undefined'
  const worker = isLarge ? startWorker() : undefined
  const encoded = worker && (await askWorker(worker, { source: own, encoding, options }, { signal, report }))
  if (encoded) return encoded
  // Loaded when needed: a page that only asks whether a notebook is signed should not wait for this at its start.
  const { encodingSteps, finish } = await import('./encode.js')
  const steps = encodingSteps(own, encoding, options)
  return isLarge ? await inSlices(steps, { signal, report }) : finish(steps)
}

interface Watch {
  readonly signal: AbortSignal | undefined
  readonly report: (read: number) => void
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined
  try {
    return new Worker(new URL('./encode.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    // Some browsers throw where a policy forbids it, others tell the worker's `error` event.
    return undefined
  }
}

// Undefined if the worker does not start. Once it has, the source is its own.
async function askWorker(
  worker: Worker,
  request: EncodeRequest,
  { signal, report }: Watch,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { length } = request.source
  let giveUp = (): void => undefined
  try {
    return await new Promise((resolve, reject) => {
      giveUp = () => reject(signal?.reason)
      signal?.addEventListener('abort', giveUp, { once: true })
      worker.onmessage = ({ data }: MessageEvent<EncodeAnswer>) => {
        if (data.kind === 'ready') worker.postMessage(request, [request.source.buffer])
        else if (data.kind === 'progress') report(data.read)
        else if (data.kind === 'done') resolve(data.bytes)
        else reject(errorOf(data))
      }
      worker.onerror = (event) => {
        event.preventDefault()
        if (request.source.length === length) resolve(undefined)
        else reject(tooLarge(length, event.error))
      }
    })
  } finally {
    worker.terminate()
    signal?.removeEventListener('abort', giveUp)
  }
}

async function inSlices(steps: EncodingSteps, { signal, report }: Watch): Promise<Uint8Array<ArrayBuffer>> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    report(value)
    await nextTask()
    signal?.throwIfAborted()
  }
}

// Behind what the page has to do already. Timers would wait for 4 ms each.
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
