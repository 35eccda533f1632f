// Style sheets that stay reach nothing but the output they came with.
import { expect, test } from 'vitest'
import { filterStyleSheet } from '../../../src/sanitize/css-sheet.js'
import type { CssContext } from '../../../src/sanitize/css-values.js'

const css: CssContext = {
  surface: 'contained',
  prefixed: (name) => (name.startsWith('o-') ? name : `o-${name}`),
  image: () => undefined,
  host: (address) => (/^https?:/.test(address) ? new URL(address).host : undefined),
  has: { count: 0 },
}
const filter = (source: string, media = ''): string => filterStyleSheet(source, { css, media }).css
const dropped = (source: string): string[] =>
  filterStyleSheet(source, { css }).dropped.map(({ property, reason }) => `${property}: ${reason}`)

test("pandas' rules stay, with the ids they name prefixed", () => {
  expect(filter('#T_ab_row0_col1, #T_ab th.col_heading { color: red; font-weight: bold }')).toBe(
    '#o-T_ab_row0_col1, #o-T_ab th.col_heading { color: red; font-weight: bold }',
  )
  expect(filter('.dataframe tbody tr th:only-of-type { vertical-align: middle; }')).toBe(
    '.dataframe tbody tr th:only-of-type { vertical-align: middle }',
  )
})

test("variables of :root belong to the output's own root", () => {
  expect(filter(':root { --x: var(--jp-font, 1px) }')).toBe('.nbtrust-output { --x: var(--jp-font, 1px) }')
})

test.each([
  ':host { color: red }',
  ':host(div) { color: red }',
  ':host-context(body) { color: red }',
  '::slotted(*) { color: red }',
  '::part(x) { color: red }',
  ':is(:host) { color: red }',
  ':h\\6fst { color: red }',
  '::-webkit-scrollbar { color: red }',
  'a:visited { color: red }',
])('%s reaches out, or looks where it must not', (source) => {
  expect(filter(source)).toBe('')
  expect(dropped(source)).toEqual(['selector: restyles the page'])
})

test.each([
  ['@import url(https://evil.example/x.css);', '@import'],
  ['@import "https://evil.example/x.css";', '@import'],
  ['@font-face { font-family: x; src: url(https://evil.example/x) }', '@font-face'],
  ['@namespace svg url(http://www.w3.org/2000/svg);', '@namespace'],
  ['@property --x { syntax: "*"; inherits: true }', '@property'],
  ['@keyframes x { from { color: red } }', '@keyframes'],
  ['@page { margin: 0 }', '@page'],
  ['@view-transition { navigation: auto }', '@view-transition'],
])('%s goes, and the rule after it stays', (source, name) => {
  const { css: text, dropped: gone } = filterStyleSheet(`${source} p { color: red }`, { css })
  expect(text).toBe('p { color: red }')
  expect(gone[0]?.property).toBe(name)
})

test('a selector that looks at all that elements hold stays twenty times in an output', () => {
  const output: CssContext = { ...css, has: { count: 0 } }
  const source = 'p:has(i), b { color: red } '.repeat(15)
  const both = [source, source].map((text) => filterStyleSheet(text, { css: output }))
  expect(both.map((sheet) => sheet.css.split(':has(').length - 1)).toEqual([15, 5])
  expect(both.map((sheet) => sheet.css.split('\n').length)).toEqual([15, 15])
  expect(both[1]?.dropped).toEqual(
    Array.from({ length: 10 }, () => ({ property: 'selector', reason: 'over the limit' })),
  )
})

test('markers at every corner of a line are for the line to name, whose corners are counted', () => {
  expect(filter('path { marker-end: url(#a) }')).toBe('path { marker-end: url("#o-a") }')
  for (const property of ['marker', 'marker-mid']) {
    expect(dropped(`path { ${property}: url(#a) }`)).toEqual([`${property}: over the limit`])
  }
})

test('conditions stay around what they hold', () => {
  expect(filter('@media (max-width: 600px) and print { p { color: red } a { position: fixed } }')).toBe(
    '@media (max-width: 600px) and print {\np { color: red }\n}',
  )
  expect(filter('@supports (display: grid) { @media print { p { color: red } } }')).toBe(
    '@supports (display: grid) {\n@media print {\np { color: red }\n}\n}',
  )
})

test('the media attribute is a condition too', () => {
  expect(filter('p { color: red }', 'print')).toBe('@media print {\np { color: red }\n}')
  expect(filter('p { color: red }', '} body {')).toBe('')
})

test('a rule inside a rule is dropped without what follows it', () => {
  expect(filter('p { & b { color: red } } i { color: blue }')).toBe('i { color: blue }')
})

test('an id in an attribute selector has its prefix', () => {
  expect(filter('[id="x"], label[for^="y"], [title="z"] { color: red }')).toBe(
    '[id="o-x"], label[for^="o-y"], [title="z"] { color: red }',
  )
})

test.each([
  'p { color: red',
  '} p { color: red }',
  'p { color: red } }} b { color: blue }',
  '<!-- p { color: red } -->',
])('%j, which is broken, is read as far as browsers read it', (source) => {
  expect(filter(source)).toContain('p { color: red }')
})

test('filtering twice changes nothing', () => {
  const source = 'p:not(.a,#b)>i::after{content:"\\201c";color:RED}@media print{*{margin:-1em}}:root{--x:1}'
  const once = filter(source)
  expect(filter(once)).toBe(once)
})
