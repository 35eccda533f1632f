// The digest of a large notebook in a page that has something else to do: how long the longest wait of the page is,
// beside that of a page which does nothing.
import type { Encoding } from '../../../src/canonical/index.js'
import { computeDigest } from '../../../src/digest/index.js'
import { makeData } from '../../data/index.js'
import { secret } from '../../secret.js'
import type { PreparedTask } from '../task.js'

/** `worker` may be forbidden, to see what the slices do. */
export interface OffThreadArgument {
  readonly data: string
  readonly encoding: Encoding
  readonly worker: 'allowed' | 'forbidden'
}

export async function prepare({ data, encoding, worker }: OffThreadArgument): Promise<PreparedTask> {
  const bytes = makeData(data)
  if (worker === 'forbidden') Reflect.set(globalThis, 'Worker', undefined)
  const digest = (): Promise<string> => computeDigest(bytes, { secret, encoding })
  // A busy machine keeps even a page waiting that does nothing.
  const nothing = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500))
  return { contestants: { ours: () => longestTask(digest), 'idle page': () => longestTask(nothing) } }
}

// A message to oneself, again and again: what lies between two of them is what the page could not answer in.
async function longestTask(work: () => Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel()
  let longest = 0
  let last = performance.now()
  port1.onmessage = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    port2.postMessage(undefined)
  }
  port2.postMessage(undefined)
  await work()
  port1.close()
  return longest
}
