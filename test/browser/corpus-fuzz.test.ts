// Properties of the sanitizer over markup that a grammar composes at random. A failure prints its seed and the smallest input.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mountSafeHtml, type SanitizeOptions, sanitizeHtml } from '../../src/sanitize/index.js'
import { hostileMarkup } from '../corpora/grammar.js'
import { inspect, type Surface } from '../corpora/inspect.js'

const runs = { numRuns: 1500, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false }
const timeout = 120_000

function findings(markup: string, options: SanitizeOptions): string[] {
  const { html } = sanitizeHtml(markup, options)
  const surface: Surface = options.styles === 'scoped' ? 'contained' : 'anywhere'
  if (surface === 'anywhere') return inspect([html.fragment()], surface).map(({ detail }) => detail)
  const host = document.createElement('div')
  document.body.append(host)
  const root = mountSafeHtml(host, html)
  const found = inspect([root], surface).map(({ detail }) => detail)
  host.remove()
  return found
}

function parsed(markup: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.content
}

test('whatever the grammar composes, what comes out is inert', { timeout }, () => {
  fc.assert(
    fc.property(hostileMarkup, (markup) => {
      expect(findings(markup, {})).toEqual([])
    }),
    runs,
  )
})

test('and so it is with its style sheets kept', { timeout }, () => {
  fc.assert(
    fc.property(hostileMarkup, (markup) => {
      expect(findings(markup, { styles: 'scoped' })).toEqual([])
    }),
    runs,
  )
})

test('what comes out as a string parses to what was sanitized, and sanitizes to itself', { timeout }, () => {
  fc.assert(
    fc.property(hostileMarkup, (markup) => {
      const { html } = sanitizeHtml(markup)
      const text = String(html)
      expect(inspect([parsed(text)], 'anywhere')).toEqual([])
      expect(String(sanitizeHtml(text).html)).toBe(text)
    }),
    runs,
  )
})

test('every policy is as strict about what is dangerous', { timeout }, () => {
  fc.assert(
    fc.property(hostileMarkup, fc.constantFrom('strict', 'github', 'jupyterlab'), (markup, policy) => {
      expect(findings(markup, { policy })).toEqual([])
    }),
    runs,
  )
})
