// Sanitizing without a browser: most of the time is jsdom's parser.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { openWindow } from '../../src/node/dom.js'
import { sanitizeHtml } from '../../src/sanitize/index.js'
import { htmlSamples } from '../data/html.js'
import type { Bench } from '../kit/bench.js'
import { type Contestant, measure, timed } from '../kit/measure.js'
import { fasterThan, figuresOf, medianOf, type Row, timesLimit } from '../kit/row.js'

/** To text, as `nbtrust sanitize` needs it. */
export async function* sanitizeNode(bench: Bench): AsyncIterable<Row> {
  const window = await openWindow()
  // CommonJS, and found from the folder of the peers only.
  const peer: (dirty: string) => string = createRequire(join(bench.root, 'bench/package.json'))(
    'sanitize-html',
  )
  for (const name of ['table 10x10', 'table 1000x20', 'pandas table 1000x20, with its style element']) {
    const [dirty = ''] = htmlSamples[name]?.() ?? []
    const contestants: Contestant[] = [
      { name: 'ours', run: () => timed(() => sanitizeHtml(dirty, { window }).html.toString()) },
      { name: 'jsdom parse', run: () => timed(() => parse(window, dirty)) },
      { name: 'sanitize-html', run: () => timed(() => peer(dirty)) },
    ]
    const timings = await measure(contestants, bench.rounds)
    const ours = medianOf(timings, 'ours')
    yield {
      name: `sanitize in Node, ${name}`,
      goals: [
        timesLimit('jsdom parse', { ours, theirs: medianOf(timings, 'jsdom parse') }),
        fasterThan('sanitize-html', { ours, theirs: medianOf(timings, 'sanitize-html') }),
      ],
      ...figuresOf(timings),
    }
  }
}

function parse(window: Window, dirty: string): DocumentFragment {
  const template = window.document.createElement('template')
  template.innerHTML = dirty
  return template.content
}
