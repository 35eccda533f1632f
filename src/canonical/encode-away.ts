// Encodes a large notebook without keeping a page from answering: in a worker, or where there can be none in slices.
import { errorFrom } from '../lib/error-data.js'
import { nextTask } from '../lib/next-task.js'
import { loadEncoder } from './load-encoder.js'
import type { EncodeOptions } from './off-thread.js'
import type { EncodeAnswer, EncodeRequest } from './off-thread-messages.js'
import { sourceBytes, tooLarge } from './source-bytes.js'
import type { Borrower, EncodingSteps } from './steps.js'

/** What to encode, and how. */
export interface AwayJob extends Omit<EncodeRequest, 'source'> {
  /** Its text or its bytes. */
  readonly file: string | Uint8Array
}

/**
 * Encodes, and lends the bytes to `use` until what that returns is settled. Bytes of a file are used up.
 * @throws NbtrustError (rejects) as `canonicalBytes`; the reason of `signal` once that is aborted.
 */
export async function encodeAway<Answer>(
  { file, encoding, options }: AwayJob,
  { signal, onProgress }: EncodeOptions,
  use: Borrower<Answer>,
): Promise<Answer> {
  const source = sourceBytes(file)
  const { length } = source
  const report = (read: number): void => onProgress?.(Math.min(1, read / length))
  const worker = startWorker()
  const encoded = worker && (await askWorker(worker, { source, encoding, options }, { signal, report }))
  if (encoded) return await use(encoded, false)
  const { encodeHere } = await loadEncoder()
  const run = (steps: EncodingSteps): Promise<Uint8Array<ArrayBuffer>> => inSlices(steps, { signal, report })
  return await encodeHere({ ...options, file: source, encoding, run }, use)
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
        else reject(errorFrom(data.error))
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
