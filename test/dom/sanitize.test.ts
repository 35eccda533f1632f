// The sanitizer in jsdom, as `nbtrust/node` uses it.
import { expect, test, vi } from 'vitest'
import { sanitizeHtml } from '../../src/sanitize/index.js'
import { sanitizerClaims } from '../support/sanitize-claims.js'

sanitizerClaims()

test('what a form holds is put in its place at once: jsdom counts the siblings before each insertion', () => {
  const insert = vi.spyOn(Node.prototype, 'insertBefore')
  const { html } = sanitizeHtml(`<form>${'<b></b>'.repeat(100)}</form>`)
  expect(insert.mock.calls.length).toBeLessThan(10)
  expect(html.fragment().querySelectorAll('b')).toHaveLength(100)
  insert.mockRestore()
})
