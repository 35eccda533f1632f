// What holds for every input, as properties that run in whatever DOM there is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Notebook } from '../../src/nbformat/index.js'
import { type Finding, reviewNotebook } from '../../src/rendermime/review.js'
import { createContext } from '../../src/sanitize/context.js'
import { cleanFragment, ownOpinion, secondOpinion } from '../../src/sanitize/html.js'
import { PLAIN_ELEMENTS } from '../../src/sanitize/html-elements.js'
import { renderAnsi, renderMarkdown, sanitizeHtml, sanitizeSvg } from '../../src/sanitize/index.js'
import { type DomWindow, resolveOptions } from '../../src/sanitize/options.js'
import { scanMarkup } from '../../src/sanitize/scan.js'
import { parseInert } from '../../src/sanitize/sink.js'
import { PLAIN_DRAWING } from '../../src/sanitize/svg-elements.js'
import { hostileMarkup } from '../corpora/grammar.js'
import { mounted } from '../corpora/index.js'
import { inspect } from '../corpora/inspect.js'
import { drawing, markup } from './sanitize-fuzz.js'

/** Declares the properties, each tried `numRuns` times. */
export function sanitizerProperties({ numRuns, window }: { numRuns: number; window: DomWindow }): void {
  const check = (property: (dirty: string) => void): void => {
    fc.assert(fc.property(fc.oneof(markup, hostileMarkup), property), { numRuns })
  }

  test('sanitizing twice changes nothing, and takes nothing more out', () => {
    check((dirty) => {
      const once = String(sanitizeHtml(dirty).html)
      const again = sanitizeHtml(once)
      expect(String(again.html)).toBe(once)
      expect(again.removed).toEqual([])
    })
  })

  test('the fast path and the path through DOMPurify agree', () => {
    check((dirty) => bothPathsAgree(dirty, window))
  })

  test('DOMPurify is asked about every element that is not plain', () => {
    check((dirty) => {
      const options = resolveOptions({ window })
      const scanned = scanMarkup(dirty, options.limits)
      if ('exceeded' in scanned) return
      const context = createContext(options)
      const cleaned = parseInert(window, scanned.quiet)
      if (ownOpinion(cleaned, context)) return
      const doubtful = context.doubtful.filter((element) => cleaned.contains(element))
      const left = [...cleaned.querySelectorAll('*')].filter((element) => !isPlain(element))
      expect(left.filter((element) => !doubtful.some((one) => one.contains(element)))).toEqual([])
    })
  })

  test('they agree about drawings', () => {
    fc.assert(
      fc.property(drawing, (dirty) => bothPathsAgree(dirty, window)),
      { numRuns },
    )
  })

  test('they agree about every payload of the corpora that draws', () => {
    const drawn = mounted.map(({ input }) => input).filter((input) => typeof input === 'string')
    for (const input of drawn) if (/<svg/i.test(input)) bothPathsAgree(input, window)
  })

  test('a review names each kind of handler and script that a page would make of it', () => {
    check((dirty) => {
      if ('exceeded' in scanMarkup(dirty, resolveOptions({ window }).limits)) return
      const named = new Set(findingsIn(dirty, window).map(({ name }) => name))
      expect([...actingIn(dirty, window)].filter((name) => !named.has(name))).toEqual([])
    })
  })

  test('no renderer throws, and none leaves anything that could act', () => {
    check((dirty) => {
      for (const { html } of [renderMarkdown(dirty), sanitizeSvg(dirty), renderAnsi(dirty)]) {
        expect(inspect([html.fragment()], 'anywhere')).toEqual([])
      }
    })
  })
}

function findingsIn(html: string, window: DomWindow): readonly Finding[] {
  const outputs = [{ output_type: 'display_data' as const, data: { 'text/html': html }, metadata: {} }]
  const cell = { cell_type: 'code' as const, metadata: {}, source: '', execution_count: null, outputs }
  const notebook: Notebook = { nbformat: 4, nbformat_minor: 4, metadata: {}, cells: [cell] }
  return reviewNotebook(notebook, { window }).cells.flatMap(({ findings }) => findings)
}

// As a frontend that sanitizes nothing puts it into its page; here into one that runs nothing.
function actingIn(html: string, { document }: DomWindow): ReadonlySet<string> {
  const { body } = document.implementation.createHTMLDocument('')
  body.innerHTML = html
  const handlers = [...body.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on')),
  )
  return new Set([...handlers, ...(body.querySelector('script:not([type])') ? ['script'] : [])])
}

function isPlain({ localName, namespaceURI }: Element): boolean {
  if (namespaceURI === 'http://www.w3.org/1999/xhtml') return PLAIN_ELEMENTS.has(localName)
  return namespaceURI === 'http://www.w3.org/2000/svg' && PLAIN_DRAWING.has(localName.toLowerCase())
}

function bothPathsAgree(dirty: string, window: DomWindow): void {
  for (const styles of ['strip', 'scoped'] as const) {
    const options = resolveOptions({ styles, window })
    const scanned = scanMarkup(dirty, options.limits)
    if ('exceeded' in scanned) return
    const full = createContext(options)
    const slow = cleanTwice(parseInert(window, scanned.quiet), full)
    for (const clean of [cleanOnce, cleanFragment]) {
      const fast = createContext(options)
      const quick = clean(parseInert(window, scanned.quiet), fast)
      if (typeof quick === 'string' || typeof slow === 'string') expect(quick).toBe(slow)
      else
        expect(trimmed(slow).isEqualNode(trimmed(quick)) ? '' : `${outer(quick)} | ${outer(slow)}`).toBe('')
      expect(full.removed).toEqual(fast.removed)
    }
  }
}

const cleanOnce: typeof cleanFragment = (parsed, context) => ownOpinion(parsed, context) ?? parsed
const cleanTwice: typeof cleanFragment = (parsed, context) =>
  ownOpinion(parsed, context) ?? secondOpinion(parsed, context)

// DOMPurify cuts the spaces around a value, which say nothing.
function trimmed(fragment: DocumentFragment): DocumentFragment {
  for (const element of fragment.querySelectorAll('*')) {
    for (const attribute of element.attributes) attribute.value = attribute.value.trim()
  }
  return fragment
}

function outer(fragment: DocumentFragment): string {
  return [...fragment.childNodes]
    .map((node) => ('outerHTML' in node ? node.outerHTML : node.textContent))
    .join('')
}
