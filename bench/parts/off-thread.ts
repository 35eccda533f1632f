// How long a page cannot answer while the digest of a large notebook is computed.
import type { Bench } from '../kit/bench.js'
import { measure } from '../kit/measure.js'
import { figuresOf, medianOf, type Row } from '../kit/row.js'

/** By the worker, and by slices where there can be none. */
export async function* offThread(bench: Bench): AsyncIterable<Row> {
  for (const encoding of ['nbformat', 'jcs'] as const) {
    for (const worker of ['allowed', 'forbidden'] as const) {
      const task = await (await bench.browser()).open('off-thread', { data: 'mixed-50MB', encoding, worker })
      const timings = await measure(task.contestants, { rounds: 5, budget: 20_000, warmups: 1 })
      await task.close()
      yield {
        name: `longest task, ${encoding}, mixed-50MB, worker ${worker}, Chromium`,
        goals: [{ unit: 'ms', reached: medianOf(timings, 'ours'), atMost: 50 }],
        ...figuresOf(timings),
      }
    }
  }
}
