// Untrusted HTML into the page, in Chromium: beside a raw parse, JupyterLab's sanitizer, DOMPurify and the platform's own.
import { htmlSamples } from '../data/html.js'
import type { Bench } from '../kit/bench.js'
import { measure } from '../kit/measure.js'
import { fasterThan, figuresOf, type Goal, medianOf, type Row, timesLimit } from '../kit/row.js'

interface Asked {
  readonly raw?: number
  readonly jupyterlab?: number
  /** JupyterLab's, for all pieces in one go. */
  readonly batch?: number
  /** DOMPurify into innerHTML. */
  readonly purify?: number
}

// What the issue asks, by sample.
const asked: Readonly<Record<string, Asked>> = {
  'table 10x10': { raw: 1.4, jupyterlab: 2 },
  'table 1000x20': { raw: 1.4, jupyterlab: 2 },
  'pandas table 1000x20, with its style element': { purify: 1 },
  'styled table 1000x20': { raw: 1.9 },
  'table 1000x20 with a handler': { purify: 1 },
  'table 1000x20 with a button': { purify: 1 },
  '1000 small outputs': { batch: 3.5 },
  'drawing with 2000 marks': { purify: 1 },
  '3 MB plotly HTML': { raw: 1 },
}

/** One row for each sample. */
export async function* sanitize(bench: Bench): AsyncIterable<Row> {
  const browser = await bench.browser()
  for (const sample of Object.keys(htmlSamples)) {
    const task = await browser.open('sanitize', { sample })
    const timings = await measure(task.contestants, bench.rounds)
    await task.close()
    const ours = medianOf(timings, 'ours')
    const { raw, jupyterlab, batch, purify } = asked[sample] ?? {}
    const goals: Goal[] = [
      timesLimit('raw', { ours, theirs: medianOf(timings, 'raw'), ...optional('atMost', raw) }),
      fasterThan('JupyterLab', {
        ours,
        theirs: medianOf(timings, 'JupyterLab'),
        ...optional('atLeast', jupyterlab),
      }),
      fasterThan('DOMPurify innerHTML', {
        ours,
        theirs: medianOf(timings, 'DOMPurify innerHTML'),
        ...optional('atLeast', purify),
      }),
      timesLimit('raw, mounted', {
        ours: medianOf(timings, 'ours, mounted'),
        theirs: medianOf(timings, 'raw'),
      }),
    ]
    // Only samples of many pieces have one.
    if (timings.has('ours, batch')) {
      const both = { ours: medianOf(timings, 'ours, batch'), theirs: medianOf(timings, 'JupyterLab') }
      goals.push(fasterThan('JupyterLab, in one batch', { ...both, ...optional('atLeast', batch) }))
    }
    yield { name: `sanitize ${sample}`, goals, ...figuresOf(timings) }
  }
}

function optional<Key extends string>(key: Key, value: number | undefined): Partial<Record<Key, number>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, number>>)
}
