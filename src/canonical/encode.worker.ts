// The worker that encodes one notebook for a page and is then ended by it. It never sees a key.
import { NbtrustError } from '../lib/errors.js'
import { encodingSteps } from './encode.js'
import { type EncodeAnswer, type EncodeRequest, failedAnswer } from './off-thread-messages.js'

// A worker's global scope, in the words that a page's types have for a port.
const page: Pick<MessagePort, 'postMessage'> = self as unknown as MessagePort

self.addEventListener('message', ({ data }: MessageEvent<EncodeRequest>) => {
  try {
    const steps = encodingSteps(data.source, data.encoding, data.options)
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) {
        const answer: EncodeAnswer = { kind: 'done', bytes: value }
        page.postMessage(answer, [value.buffer])
        return
      }
      page.postMessage({ kind: 'progress', read: value } satisfies EncodeAnswer)
    }
  } catch (error) {
    if (!(error instanceof NbtrustError)) throw error
    page.postMessage(failedAnswer(error))
  }
})

page.postMessage({ kind: 'ready' } satisfies EncodeAnswer)
