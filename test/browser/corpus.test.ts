// The corpora in a real browser: what is left of each payload is inert and contained by its shape alone. That nothing
// happens when people use the page is shown by `npm run test:engines`.
import { expect, test } from 'vitest'
import { audit, auditReport, auditTwice, sanitizeAll } from '../corpora/audit.js'
import { mounted, payloads } from '../corpora/index.js'
import { routes } from '../corpora/present.js'

const markup = mounted.filter(({ kind }) => ['html', 'css', 'url', 'mathml'].includes(kind))

// Only so that a busy machine does not end them: a free one needs a tenth of this.
const timeout = 120_000

test('the corpora hold at least 700 payloads, each with an id of its own', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(700)
  expect(new Set(payloads.map(({ id }) => id)).size).toBe(payloads.length)
})

for (const route of routes) {
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
