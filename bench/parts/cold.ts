// The first digest in the life of a page: what a reader waits for who opens one notebook.
import { computeDigest } from '../../src/digest/index.js'
import type { Bench } from '../kit/bench.js'
import { type Contestant, measure } from '../kit/measure.js'
import { figuresOf, medianOf, type Row } from '../kit/row.js'
import { secret } from '../secret.js'

const cases = [
  { encoding: 'nbformat', engine: 'WebAssembly', atMost: 5 },
  { encoding: 'nbformat', engine: 'JavaScript', atMost: 20 },
  { encoding: 'jcs', engine: 'WebAssembly' },
  { encoding: 'jcs', engine: 'JavaScript' },
] as const

/** A fresh page for every sample, so nothing is compiled or warm. */
export async function* cold(bench: Bench): AsyncIterable<Row> {
  const browser = await bench.browser()
  for (const data of ['mixed-1MB', 'plotly-1MB']) {
    const { path, bytes } = bench.data(data)
    const contestants: Contestant[] = []
    for (const { encoding, engine } of cases) {
      const expected = await computeDigest(bytes, { secret, encoding })
      const run = async (): Promise<number> => {
        const { ms, digest } = await browser.cold(`encoding=${encoding}&engine=${engine}`, path)
        if (digest !== expected) throw new Error(`${data} has another digest in a page.`)
        return ms
      }
      contestants.push({ name: `${encoding}, ${engine}`, run })
    }
    // A key of its own, so another digest.
    const notary = 'jcs, WebAssembly, of a notary'
    contestants.push({ name: notary, run: async () => (await browser.cold('engine=notary', path)).ms })
    contestants.push({ name: 'HMAC alone', run: async () => (await browser.cold('engine=none', path)).ms })
    const timings = await measure(contestants, { ...bench.rounds, warmups: 1 })
    for (const [index, { encoding, engine, ...goal }] of cases.entries()) {
      yield {
        name: `cold digest ${encoding}, ${engine}, ${data}, Chromium`,
        goals: [{ unit: 'ms', reached: medianOf(timings, `${encoding}, ${engine}`), ...goal }],
        ...(index === 0 ? figuresOf(timings) : { figures: {} }),
      }
    }
    yield {
      name: `cold digest ${notary}, ${data}, Chromium`,
      goals: [{ unit: 'ms', reached: medianOf(timings, notary) }],
      figures: {},
    }
  }
}
