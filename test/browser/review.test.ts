// A review in a real browser: what its own parser makes of markup that hides what it does, and that a look runs nothing.
import { expect, test } from 'vitest'
import { type Notebook, reviewNotebook } from '../../src/index.js'
import { unseen } from '../corpora/unseen.js'

const notebookOf = (mimeType: string, markup: string): Notebook => ({
  nbformat: 4,
  nbformat_minor: 4,
  metadata: {},
  cells: [
    {
      cell_type: 'code',
      metadata: {},
      source: '',
      execution_count: null,
      outputs: [{ output_type: 'display_data', data: { [mimeType]: markup }, metadata: {} }],
    },
  ],
})

test.each(unseen)('finds what acts in markup that hides it: $title', ({ mimeType, markup, names }) => {
  const { cells } = reviewNotebook(notebookOf(mimeType, markup))
  const found = cells.flatMap(({ findings }) => findings).flatMap(({ name, hosts }) => [name, ...hosts])
  expect(found).toEqual(expect.arrayContaining([...names]))
})

test('what both looks see is told once', () => {
  const markup = `<img src="https://a.example/i" onerror="x()"><video><source src="https://b.example/v"></video>
    <p style="background: url(https://c.example/s)">x</p><iframe src="https://d.example"></iframe><script>x()</script>`
  const { counts } = reviewNotebook(notebookOf('text/html', markup))
  expect(Object.fromEntries(counts)).toEqual({
    script: 1,
    'event handler': 1,
    frame: 1,
    'remote image': 1,
    'remote media': 1,
    'remote style': 1,
  })
})

test('nothing of what is reviewed runs', async () => {
  const runs: string[] = []
  Object.assign(globalThis, { nbtrustRan: (who: string) => runs.push(who) })
  const markup = (who: string): string =>
    `<script>nbtrustRan('${who}')</script><img src="data:," onerror="nbtrustRan('${who}')"><svg onload="nbtrustRan('${who}')"></svg>`
  for (const mimeType of ['text/html', 'image/svg+xml', 'text/markdown', 'application/javascript']) {
    expect(reviewNotebook(notebookOf(mimeType, markup('review'))).cells).toHaveLength(1)
  }
  // The same in the page does run, so that silence means something.
  const control = document.createElement('div')
  control.innerHTML = markup('control')
  document.body.append(control)
  await expect.poll(() => runs).toContain('control')
  control.remove()
  expect(runs).not.toContain('review')
})
