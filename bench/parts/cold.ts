// The first digest in the life of a page: what a reader waits for who opens one notebook.
import type { Bench } from '../kit/bench.js'
import { measure } from '../kit/measure.js'
import { figuresOf, medianOf, type Row } from '../kit/row.js'

/** A fresh page for every sample, so nothing is compiled or warm. */
export async function* cold(bench: Bench): AsyncIterable<Row> {
  const browser = await bench.browser()
  for (const data of ['mixed-1MB', 'plotly-1MB']) {
    const contestants = (['nbformat', 'jcs'] as const).map((encoding) => ({
      name: encoding,
      run: async () => (await browser.cold(`data=${data}&encoding=${encoding}`)).ms,
    }))
    const timings = await measure(contestants, { ...bench.rounds, warmups: 1 })
    for (const { name } of contestants) {
      yield {
        name: `cold digest ${name}, ${data}, Chromium`,
        goals: [
          { unit: 'ms', reached: medianOf(timings, name), ...(name === 'nbformat' ? { atMost: 20 } : {}) },
        ],
        ...figuresOf(timings),
      }
    }
  }
}
