// The first digest in the life of a page: what a reader waits for who opens one notebook.
import type { Bench } from '../kit/bench.js'
import { measure } from '../kit/measure.js'
import { figuresOf, medianOf, type Row } from '../kit/row.js'

/** A fresh page for every sample, so nothing is compiled or warm. */
export async function* cold(bench: Bench): AsyncIterable<Row> {
  const browser = await bench.browser()
  for (const data of ['mixed-1MB', 'plotly-1MB']) {
    const cases = [
      { encoding: 'nbformat', engine: 'WebAssembly', atMost: 5 },
      { encoding: 'nbformat', engine: 'JavaScript', atMost: 20 },
      { encoding: 'jcs', engine: 'WebAssembly' },
      { encoding: 'jcs', engine: 'JavaScript' },
    ]
    const contestants = cases.map(({ encoding, engine }) => ({
      name: `${encoding}, ${engine}`,
      run: async () => (await browser.cold(`data=${data}&encoding=${encoding}&engine=${engine}`)).ms,
    }))
    const timings = await measure(contestants, { ...bench.rounds, warmups: 1 })
    for (const [index, { name }] of contestants.entries()) {
      const { atMost } = cases[index] ?? {}
      yield {
        name: `cold digest ${name}, ${data}, Chromium`,
        goals: [
          { unit: 'ms', reached: medianOf(timings, name), ...(atMost === undefined ? {} : { atMost }) },
        ],
        ...figuresOf(timings),
      }
    }
  }
}
