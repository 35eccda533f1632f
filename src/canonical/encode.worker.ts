// The worker that encodes one notebook for a page and is then ended by it. It never sees a key.
import { errorData } from '../lib/error-data.js'
import { encodeHere } from './encode-here.js'
import { withinMemory } from './engine.js'
import type { EncodeAnswer, EncodeRequest } from './off-thread-messages.js'
import type { EncodingSteps } from './steps.js'

// A worker's global scope, in the words that a page's types have for a port.
const page: Pick<MessagePort, 'postMessage'> = self as unknown as MessagePort

self.addEventListener('message', async ({ data }: MessageEvent<EncodeRequest>) => {
  const { source, encoding, options } = data
  try {
    const job = { ...options, file: source, encoding, run: reporting }
    // A copy, because a WebAssembly memory cannot be given away.
    const bytes = await encodeHere(job, (encoded) => withinMemory(source, () => encoded.slice()))
    page.postMessage({ kind: 'done', bytes } satisfies EncodeAnswer, [bytes.buffer])
  } catch (error) {
    // All of them: the page hears nothing of an error that an asynchronous listener throws.
    page.postMessage({ kind: 'failed', error: errorData(error) } satisfies EncodeAnswer)
  }
})

function reporting(steps: EncodingSteps): Uint8Array<ArrayBuffer> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    page.postMessage({ kind: 'progress', read: value } satisfies EncodeAnswer)
  }
}

page.postMessage({ kind: 'ready' } satisfies EncodeAnswer)
