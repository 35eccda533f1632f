// Encodes a notebook where that keeps no page from answering.
import { notLoaded } from '../lib/not-loaded.js'
import { requireSource } from '../lib/source.js'
import type { NotebookSource } from '../nbformat/model.js'
import type { Encoding } from './encode.js'
import { liveText } from './live-text.js'
import { loadEncoder } from './load-encoder.js'
import type { NbformatOptions } from './nbformat.js'
import type { Borrower } from './steps.js'

/**
 * How to encode a large notebook: in a page one of more than 4 MB, in Node a file that `computeFileDigest` reads. Elsewhere it is one
 * step, which is not reported and cannot be given up once it has begun.
 */
export interface EncodeOptions {
  /** Gives up, and ends the worker. */
  readonly signal?: AbortSignal | undefined
  /** Told from time to time how much of the file is read: a number from 0 to 1. */
  readonly onProgress?: ((progress: number) => void) | undefined
}

// Encoding so much keeps a page busy for a moment that nobody notices, and takes less than starting a worker.
const leastLength = 4_000_000

/**
 * `canonicalBytes`, in a page away from its own thread if the notebook is larger than 4 MB; in Node and in workers where
 * it is called. By WebAssembly, unless there is none or a policy forbids it (`script-src` without `wasm-unsafe-eval`).
 * The source is read or copied before this first waits: whatever changes it afterwards changes nothing here.
 *
 * The worker is a module of this package, so a content security policy has to allow its place in `worker-src`. Where it
 * cannot be started (such a policy, a `file:` page), the page encodes in slices of a few milliseconds and answers in between.
 * @throws NbtrustError (rejects) as `canonicalBytes`; `ERR_MISSING_DEPENDENCY` if what encodes cannot be loaded (no network,
 * or other files on the server since); the reason of `signal` once that is aborted.
 */
export async function canonicalBytesOffThread(
  source: NotebookSource,
  encoding: Encoding,
  options: EncodeOptions & NbformatOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return await lendCanonicalBytes(source, { ...options, encoding }, (bytes, lent) =>
    lent ? bytes.slice() : bytes,
  )
}

/**
 * The same, but the bytes are lent to `use`, and only good until what that returns is settled: a digest of them needs no
 * copy.
 */
export async function lendCanonicalBytes<Answer>(
  source: NotebookSource,
  { signal, onProgress, encoding, isStill, ...options }: LendOptions,
  use: Borrower<Answer>,
): Promise<Answer> {
  signal?.throwIfAborted()
  const file = whatItSays(source, isStill)
  // Loaded when needed: a page that only asks whether a notebook is signed should not wait for this at its start.
  if (file.length > leastLength && typeof document !== 'undefined') {
    const { encodeAway } = await import('./encode-away.js').catch(notLoaded)
    return await encodeAway({ file, encoding, options }, { signal, onProgress }, use)
  }
  const { encodeHere } = await loadEncoder()
  return await encodeHere({ ...options, file, encoding }, use)
}

// A copy, because what is loaded first takes its time, and what goes to a worker is gone.
function whatItSays(source: NotebookSource, isStill = false): string | Uint8Array {
  if (typeof source === 'string') return source
  if (!ArrayBuffer.isView(source)) return liveText(source)
  requireSource(source)
  return isStill && source.length <= leastLength ? source : new Uint8Array(source)
}

/**
 * Begins to load and compile what encodes, and has it run while the page is idle. Never throws: whoever encodes says what is
 * wrong.
 */
export function prepareEncoding(): void {
  loadEncoder()
    .then(({ prepareHere }) => prepareHere())
    .catch(() => undefined)
}

/** How to encode, and as what. */
export interface LendOptions extends EncodeOptions, NbformatOptions {
  readonly encoding: Encoding
  /** True if bytes do not change meanwhile: those of a small file are then not copied. Default: false. */
  readonly isStill?: boolean
}
