// What a review of the sanitizer found, in a real browser: input that made it throw, or let go of what it had to hold.
// What made it take long is in test/corpora/growth.ts, for `npm run test:engines`.
import { expect, test } from 'vitest'
import { mountSafeHtml, renderAnsi, renderMarkdown, sanitizeHtml } from '../../src/sanitize/index.js'

const times = (number: number, make: (index: number) => string): string =>
  Array.from({ length: number }, (_, index) => make(index)).join('')

test('no selector reaches the element that holds the shadow root', () => {
  const host = document.createElement('div')
  document.body.append(host)
  const css =
    ':not(:scope){position:absolute!important;inset:0!important;z-index:9!important;contain:none!important}'
  mountSafeHtml(host, sanitizeHtml(`<style>${css}</style>x`, { styles: 'scoped' }).html)
  const { position, contain, zIndex } = getComputedStyle(host)
  host.remove()
  expect([position, contain, zIndex]).toEqual(['relative', 'content', 'auto'])
})

test('a style sheet of which nearly everything is dropped does not throw', () => {
  const result = sanitizeHtml(`<style>p{${'x;'.repeat(400_000)}color:red}</style>`, { styles: 'scoped' })
  expect(result.removed.at(-1)).toMatchObject({ name: 'report' })
})

test.each([
  ['that setAttribute refuses', '<div =x="$y$">text</div>'],
  [
    'of a form whose controls hide its methods',
    '<form title="$y$"><input name=getAttributeNames>text</form>',
  ],
  [
    'beside such a form',
    '<form><input name=attributes><input name=setAttribute>text</form>\n\n<p title="$y$">',
  ],
])('formulas in attributes %s do not make Markdown throw', (_, source) => {
  expect(renderMarkdown(source).html.fragment().textContent).toContain('text')
})

test.each([
  ['a letter that addresses encode', 'é', '#é'],
  ['a space', 'a b', '#a%20b'],
  ['a long name', 'x'.repeat(3000), `#${'x'.repeat(3000)}`],
])('drawings that multiply lose their references, by the name of %s as well', (_, id, address) => {
  const level = (index: number): string =>
    `<g id="${id}${index}">${`<use href="${address}${index - 1}"/>`.repeat(10)}</g>`
  const { html } = sanitizeHtml(
    `<svg><g id="${id}0"><path/></g>${times(9, (index) => level(index + 1))}</svg>`,
  )
  expect(html.fragment().querySelectorAll('[href]').length).toBe(0)
})

test.each([
  ['escaped', 'a b', 'url(#a\\20 b'],
  ['percent-encoded', 'é', 'url(#%C3%A9'],
  ['percent-encoded wrongly', 'ÿ', 'url(#%FF'],
  ['behind much else', 'a', `url(#a`],
])('so do patterns that are filled by such, with a name that is %s', (kind, id, address) => {
  const much = kind === 'behind much else' ? `--x:${'x'.repeat(3000)};` : ''
  const level = (index: number): string =>
    `<pattern id="${id}${index}">${`<rect style="${much}fill:${address}${index - 1})"/>`.repeat(10)}</pattern>`
  const { html } = sanitizeHtml(`<svg>${times(9, level)}</svg>`)
  expect(String(html)).not.toContain('url(')
})

test('two properties that browsers write as one stay what the filter knows', () => {
  const { html } = sanitizeHtml('<p style="white-space:nowrap;text-wrap:balance" x=y>text</p>')
  const text = String(html)
  expect(text).toContain('balance')
  expect(String(sanitizeHtml(text).html)).toBe(text)
})

test.each([
  ['carriage returns', `x${'\r'.repeat(1000)}y`],
  ['erased lines', `${'x'.repeat(1000)}\b${'\u001b[1K'.repeat(1000)}y`],
  ['a line that is erased, written and erased', 'abcd\b\u001b[1K\rxyz\u001b[1Ky'],
])('of %s in terminal output only what is written last is left', (_, text) => {
  expect(renderAnsi(text).html.fragment().textContent?.trim()).toBe('y')
})

test('an attribute that an author calls as the scan would is not taken for another', () => {
  const { html, removed } = sanitizeHtml(
    '<p data-nbtrust-title=x data-nbtrust-onclick=x data-nbtrust-style=color:red>',
  )
  expect(String(html)).toBe('<p></p>')
  const names = ['data-nbtrust-style', 'data-nbtrust-onclick', 'data-nbtrust-title']
  expect(removed.map(({ name, reason }) => [name, reason])).toEqual(
    names.map((name) => [name, 'not on the allow-list']),
  )
})
