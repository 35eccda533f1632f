// The corpora in jsdom, which is what `nbtrust/node` sanitizes with: the same payloads, the same questions as in the browsers.
import { expect, test } from 'vitest'
import { audit, auditReport, auditTwice, sanitizeAll, unquestioned } from '../corpora/audit.js'
import { mounted, payloads } from '../corpora/index.js'

const markup = mounted.filter(({ kind }) => ['html', 'css', 'url', 'mathml'].includes(kind))

// Only so that a busy machine does not end them: a free one needs a tenth of this.
const timeout = 120_000

test('the corpora hold at least 700 payloads, each with an id of its own', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(700)
  expect(new Set(payloads.map(({ id }) => id)).size).toBe(payloads.length)
})

for (const route of ['output', 'string'] as const) {
  test(`no payload leaves anything that runs, loads, leads away, takes a name or poses as the page: ${route}`, {
    timeout,
  }, () => {
    expect(audit(mounted, route)).toEqual([])
  })
}

test('sanitizing a second time changes nothing, and the report misses nothing that is gone', {
  timeout,
}, () => {
  const sanitized = sanitizeAll(markup)
  expect(auditTwice(sanitized)).toEqual([])
  expect(auditReport(sanitized)).toEqual([])
})

// The others fool the eye or the layout, or are in attributes of body and html that a parser drops in the middle of a page.
test('asked of markup as it is, the same questions find something in five of six payloads', {
  timeout,
}, () => {
  const attacks = markup.filter(({ mustNot }) => mustNot.length > 0)
  expect(unquestioned(attacks).length).toBeLessThan(attacks.length / 6)
})
