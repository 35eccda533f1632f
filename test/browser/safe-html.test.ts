// Where sanitized nodes go: the first page that shows them gets them, everybody else gets others, and nobody gets another's.
import { expect, test } from 'vitest'
import { mountSafeHtml, renderMarkdown, sanitizeHtml, setSafeHtml } from '../../src/sanitize/index.js'

const dirty =
  '<style>p{color:red}</style><p class="x" style="color: red" onclick="alert(1)">a <a href="#b">b</a></p>'

function host(document: Document = window.document): HTMLElement {
  return document.body.appendChild(document.createElement('div'))
}

for (const styles of ['strip', 'scoped'] as const) {
  test(`what is shown three times, styles ${styles}, is the same each time, and each has its own nodes`, () => {
    const { html } = sanitizeHtml(dirty, { styles })
    const text = html.toString()
    const roots = [host(), host(), host()].map((element) => mountSafeHtml(element, html))
    const shown = roots.map((root) => root.firstElementChild?.innerHTML)
    expect(shown[0]).toContain('<a href="#nbout-b">b</a>')
    expect(new Set(shown).size).toBe(1)
    expect(html.toString()).toBe(text)
    expect(html.fragment().textContent).toBe('a b')
  })

  test(`what a page does to the nodes it shows, styles ${styles}, is not seen by who shows them next`, () => {
    const { html } = sanitizeHtml(dirty, { styles })
    const [first, second, third] = [host(), host(), host()]
    setSafeHtml(first, html)
    first.querySelector('p')?.setAttribute('onclick', 'alert(1)')
    first.append('more')
    setSafeHtml(second, html)
    second.textContent = ''
    setSafeHtml(third, html)
    expect(second.textContent).toBe('')
    expect(third.textContent).toBe('a b')
    expect(third.querySelector('[onclick]')).toBeNull()
    expect(html.toString()).not.toContain('more')
  })
}

test('the same content shown again in the same place is there', () => {
  const { html } = renderMarkdown('# A heading\n\nand *text*')
  const element = host()
  for (let time = 0; time < 3; time++) setSafeHtml(element, html)
  expect(element.textContent?.trim()).toBe('A heading\nand text')
})

test('nodes shown in the page of another window are of that window', () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const other = frame.contentWindow as (Window & typeof globalThis) | null
  if (!other) throw new Error('The frame has no window.')
  const { html } = sanitizeHtml('<p>text</p>')
  const element = host(other.document)
  setSafeHtml(element, html)
  expect(element.firstChild).toBeInstanceOf(other.HTMLParagraphElement)
  setSafeHtml(host(), html)
  expect(document.body.lastElementChild?.firstChild).toBeInstanceOf(HTMLParagraphElement)
  frame.remove()
})

test('shadow roots of one document share the style sheet that is the same in all', () => {
  const [first, second] = [host(), host()].map((element) =>
    mountSafeHtml(element, sanitizeHtml('<p>text</p>').html),
  )
  expect(first?.adoptedStyleSheets[0]).toBeDefined()
  expect(first?.adoptedStyleSheets[0]).toBe(second?.adoptedStyleSheets[0])
})
