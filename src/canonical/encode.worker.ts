// The worker that encodes one notebook for a page and is then ended by it. It never sees a key.
import { NbtrustError } from '../lib/errors.js'
import { encodeHere } from './encode-here.js'
import { type EncodeAnswer, type EncodeRequest, failedAnswer } from './off-thread-messages.js'
import type { EncodingSteps } from './steps.js'

// A worker's global scope, in the words that a page's types have for a port.
const page: Pick<MessagePort, 'postMessage'> = self as unknown as MessagePort

self.addEventListener('message', async ({ data }: MessageEvent<EncodeRequest>) => {
  try {
    const job = { ...data.options, file: data.source, encoding: data.encoding, run: reporting }
    // A copy, because a WebAssembly memory cannot be given away.
    const bytes = await encodeHere(job, (encoded) => encoded.slice())
    page.postMessage({ kind: 'done', bytes } satisfies EncodeAnswer, [bytes.buffer])
  } catch (error) {
    if (!(error instanceof NbtrustError)) throw error
    page.postMessage(failedAnswer(error))
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
