// Untrusted Markdown into the page, in Chromium.
import type { Bench } from '../kit/bench.js'
import { measure } from '../kit/measure.js'
import { fasterThan, figuresOf, medianOf, type Row, timesLimit } from '../kit/row.js'

/** Two sizes, so that it is seen how the cost grows. */
export async function* markdown(bench: Bench): AsyncIterable<Row> {
  const browser = await bench.browser()
  for (const bytes of [10_000, 100_000]) {
    const task = await browser.open('markdown', { bytes })
    const timings = await measure(task.contestants, bench.rounds)
    await task.close()
    const ours = medianOf(timings, 'ours')
    const theirs = (name: string) => ({ ours, theirs: medianOf(timings, name) })
    yield {
      name: `Markdown, ${bytes / 1000} KB`,
      goals: [
        timesLimit('marked, raw', { ...theirs('marked, raw'), atMost: 1.3 }),
        fasterThan('marked + JupyterLab', { ...theirs('marked + JupyterLab'), atLeast: 1.4 }),
        fasterThan('markdown-it + DOMPurify', { ...theirs('markdown-it + DOMPurify'), atLeast: 1.4 }),
      ],
      ...figuresOf(timings),
    }
  }
}
