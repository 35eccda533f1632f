// Signatures in IndexedDB, at three sizes, beside one request of the platform and nbformat's SQLite store.
import { join } from 'node:path'
import type { Bench } from '../kit/bench.js'
import { measure } from '../kit/measure.js'
import { figuresOf, type Goal, medianOf, type Row } from '../kit/row.js'
import { digestOf } from '../signature.js'

/** Every size in a page of its own, then the cull. */
export async function* indexeddb(bench: Bench): AsyncIterable<Row> {
  for (const rows of bench.quick ? [1000, 65_535] : [1000, 65_535, 1_000_000]) yield* atSize(bench, rows)
  yield await cullRow(bench)
}

async function* atSize(bench: Bench, rows: number): AsyncIterable<Row> {
  const task = await (await bench.browser()).open('indexeddb', { rows })
  const python = bench.python()
  const path = join(bench.scratch, `peer-${rows}.db`)
  await python.ask({ do: 'fill', path, count: rows })
  let next = rows
  const peers = [
    {
      name: 'Python check',
      run: async () => (await python.ask({ do: 'check', path, signature: digestOf(7) })).ms,
    },
    {
      name: 'Python sign',
      run: async () => (await python.ask({ do: 'put', path, signature: digestOf(next++) })).ms,
    },
  ]
  const timings = await measure([...task.contestants, ...peers], bench.rounds)
  await task.close()
  const median = (name: string): number => medianOf(timings, name)
  const goal = (name: string, against: string, atMost?: number): Goal => ({
    unit: `x ${against}`,
    reached: median(name) / median(against),
    ...(atMost === undefined ? {} : { atMost }),
  })
  yield {
    name: `IndexedDB check, ${rows} rows`,
    goals: [
      goal('check', 'one get', 1.3),
      goal('check', 'one getKey'),
      { unit: 'ms', reached: median('check') },
      { unit: 'x Python check', reached: median('Python check') / median('check') },
    ],
    ...figuresOf(timings),
  }
  yield {
    name: `IndexedDB sign, ${rows} rows`,
    goals: [
      { unit: 'ms', reached: median('sign'), atMost: 1 },
      goal('sign', 'one put'),
      { unit: 'x Python sign', reached: median('Python sign') / median('sign') },
    ],
    figures: {},
  }
  yield {
    name: `IndexedDB 100 notebooks, ${rows} rows`,
    goals: [
      { unit: 'ms, check', reached: median('check 100'), atMost: 8 },
      goal('check 100', '100 gets'),
      { unit: 'ms, sign', reached: median('sign 100') },
    ],
    figures: {},
  }
}

async function cullRow(bench: Bench): Promise<Row> {
  const task = await (await bench.browser()).open('indexeddb-cull', true)
  // One after the other, never rotated: the second waits for what the first left to do.
  const samples: Record<string, number[]> = {}
  for (let round = 0; round < (bench.quick ? 1 : 5); round++) {
    for (const { name, run } of task.contestants) {
      const all = samples[name] ?? []
      samples[name] = all
      all.push(await run())
    }
  }
  await task.close()
  const figures = Object.fromEntries(
    Object.entries(samples).map(([name, all]) => [
      name,
      [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0,
    ]),
  )
  return {
    name: 'IndexedDB cull of 16,384 of 65,536 rows',
    goals: [
      { unit: 'ms', reached: figures['cull after it'] ?? Number.NaN, atMost: 200 },
      { unit: 'ms for the answer', reached: figures['sign at the limit'] ?? Number.NaN },
    ],
    figures,
  }
}
