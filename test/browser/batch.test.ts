// Many pieces at once, in Chromium.
import { expect, test } from 'vitest'
import { sanitizeAll, sanitizeHtml } from '../../src/sanitize/index.js'
import { payloads } from '../corpora/index.js'
import { batchClaims } from '../support/batch-claims.js'

batchClaims({ numRuns: 300, window })

test('all payloads in one batch come out as they do one by one', () => {
  const pieces = payloads.flatMap(({ input, kind }) =>
    typeof input === 'string' && ['html', 'css', 'url', 'mathml', 'svg'].includes(kind) ? [input] : [],
  )
  const together = sanitizeAll(pieces)
  const odd = together.filter(({ html, removed }, index) => {
    const alone = sanitizeHtml(pieces[index] ?? '')
    const same = html.fragment().isEqualNode(alone.html.fragment())
    return !same || JSON.stringify(removed) !== JSON.stringify(alone.removed)
  })
  expect(together.length).toBe(pieces.length)
  expect(odd).toEqual([])
})
