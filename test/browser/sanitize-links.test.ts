// Clicks on the links of an output, wherever it is shown: the page stays where it is, and nothing it opens can reach back.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mountSafeHtml, renderMarkdown, sanitizeHtml, setSafeHtml } from '../../src/sanitize/index.js'

const host = document.createElement('div')
let opened: string[] = []
beforeEach(() => {
  document.body.append(host)
  opened = []
  // A link that is in no document can be heard of in no other way. `npm run test:engines` looks at the windows themselves.
  vi.spyOn(HTMLElement.prototype, 'click').mockImplementation(function (this: HTMLElement) {
    opened.push(this.outerHTML)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  host.remove()
})

const drawing = '<svg width="50" height="50"><a href="https://a.example/x"><text y="20">t</text></a></svg>'
const ways = {
  'in a shadow root': (dirty: string): ParentNode => {
    const inner = document.createElement('div')
    host.replaceChildren(inner)
    return mountSafeHtml(inner, sanitizeHtml(dirty, { styles: 'scoped' }).html)
  },
  'in the page': (dirty: string): ParentNode => {
    setSafeHtml(host, sanitizeHtml(dirty).html)
    return host
  },
}

function click(target: Element | null, init: MouseEventInit = {}): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init })
  target?.dispatchEvent(event)
  return event
}

describe.each(Object.entries(ways))('%s', (_, show) => {
  test.each(['#x', '#', '#nowhere', '#%', ''])(
    'a click on a link to "%s" leaves the address alone',
    (href) => {
      const before = location.href
      const root = show(`<a href="${href}">link</a><p id="x">here</p>`)
      root.querySelector('a')?.click()
      expect(location.href).toBe(before)
    },
  )

  test.each([drawing, drawing.replace('href', 'xlink:href')])('%s opens without a way back', (dirty) => {
    const root = show(dirty)
    expect(click(root.querySelector('text')).defaultPrevented).toBe(true)
    expect(opened).toEqual([
      '<a href="https://a.example/x" rel="noopener noreferrer nofollow" target="_blank"></a>',
    ])
  })

  test('with a modifier key a link in a drawing is left to the browser', () => {
    const root = show(drawing)
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey'] as const) {
      // Cancelled further up, so that the test opens nothing.
      window.addEventListener('click', (event) => event.preventDefault(), { once: true })
      click(root.querySelector('text'), { [key]: true })
    }
    expect(opened).toEqual([])
  })

  test('a link in a drawing to a place in the output leads there and nowhere else', () => {
    const before = location.href
    const root = show('<svg><a href="#x"><text y="20">t</text></a></svg><p id="x">here</p>')
    expect(click(root.querySelector('text')).defaultPrevented).toBe(true)
    expect([location.href, opened]).toEqual([before, []])
  })
})

test('links in drawings keep no address where nobody handles clicks', () => {
  const { html } = sanitizeHtml(`${drawing}<svg><a href="#x"><text>t</text></a></svg>`)
  expect(String(html)).not.toContain('a.example')
  expect(html.fragment().querySelector('svg a[href*=example], svg a[target]')).toBeNull()
  expect(String(html)).toContain('href="#nbout-x"')
})

test('where a base would lead them to another page, links to places have no address unless somebody handles clicks', () => {
  const base = document.createElement('base')
  base.href = 'https://a.example/'
  document.head.append(base)
  try {
    const { html } = sanitizeHtml('<a href="#x">t</a><svg><a href="#x"><text>t</text></a></svg>')
    expect(html.fragment().querySelector('[href]')).toBeNull()
    expect(String(html)).not.toContain('href')
    setSafeHtml(host, html)
    expect(host.querySelectorAll('[href="#nbout-x"]').length).toBe(2)
  } finally {
    base.remove()
  }
})

test.each(['mailto:a@b.example', 'tel:+123', 'ftp://a.example/x', 'https://a.example/'])(
  'a link to %s opens beside the page',
  (address) => {
    for (const { html } of [sanitizeHtml(`<a href="${address}">t</a>`), renderMarkdown(`[t](${address})`)]) {
      const link = html.fragment().querySelector('a')
      expect(link?.getAttribute('target')).toBe('_blank')
      expect(link?.getAttribute('rel')).toContain('noopener')
    }
  },
)
