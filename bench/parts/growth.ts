// How cost grows when the input doubles: 1x, 2x, 4x, 8x. Linear work reads 1, 2, 4, 8.
import type { Encoding } from '../../src/canonical/index.js'
import { computeDigest } from '../../src/digest/index.js'
import { makeData } from '../data/index.js'
import type { Bench } from '../kit/bench.js'
import { measure, timed } from '../kit/measure.js'
import { figuresOf, medianOf, type Row } from '../kit/row.js'
import { secret } from '../secret.js'

const factors = [1, 2, 4, 8] as const

/** One row for each kind of work; the last goal is the time of 8x as a multiple of 1x. */
export async function* growth(bench: Bench): AsyncIterable<Row> {
  for (const kind of ['mixed', 'plotly'] as const) {
    for (const encoding of ['nbformat', 'jcs'] as const) yield await digestGrowth(bench, { kind, encoding })
  }
  yield await markdownGrowth(bench)
}

async function digestGrowth(
  bench: Bench,
  { kind, encoding }: { kind: string; encoding: Encoding },
): Promise<Row> {
  const contestants = factors.map((factor) => {
    const bytes = makeData(`${kind}-${factor}MB`)
    return { name: `${factor}x`, run: () => timed(() => computeDigest(bytes, { secret, encoding })) }
  })
  return rowOf(`growth of digest ${encoding}, ${kind} 1-8 MB, Node`, await measure(contestants, bench.rounds))
}

async function markdownGrowth(bench: Bench): Promise<Row> {
  const browser = await bench.browser()
  const tasks = await Promise.all(
    factors.map((factor) => browser.open('markdown', { bytes: 20_000 * factor })),
  )
  const contestants = tasks.map((task, index) => ({
    name: `${factors[index]}x`,
    run: () => task.contestants.find(({ name }) => name === 'ours')?.run() ?? Number.NaN,
  }))
  const timings = await measure(contestants, bench.rounds)
  for (const task of tasks) await task.close()
  return rowOf('growth of Markdown, 20-160 KB, Chromium', timings)
}

function rowOf(name: string, timings: Awaited<ReturnType<typeof measure>>): Row {
  const once = medianOf(timings, '1x')
  const goals = factors.slice(1).map((factor) => ({
    unit: `x for ${factor}x`,
    reached: medianOf(timings, `${factor}x`) / once,
    atMost: factor * 1.5,
  }))
  return { name, goals, ...figuresOf(timings) }
}
