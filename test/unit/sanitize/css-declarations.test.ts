// Style attributes keep what only changes how the content itself looks.
import { expect, test } from 'vitest'
import { filterDeclarations } from '../../../src/sanitize/css-declarations.js'
import type { CssContext } from '../../../src/sanitize/css-values.js'

const anywhere: CssContext = {
  surface: 'anywhere',
  prefixed: (name) => `o-${name}`,
  image: (address) => (address.startsWith('data:image/png') ? address : undefined),
  host: (address) => (address.startsWith('//') ? address.slice(2).split('/')[0] : undefined),
  has: { count: 0 },
}
const contained: CssContext = { ...anywhere, surface: 'contained' }
const kept = (source: string, context = anywhere): string => filterDeclarations(source, context).text

test.each([
  'color: red',
  'color: RED !important',
  'color: rgb(0 0 0 / 50%)',
  'color: hsl(120deg 50% 50%)',
  'color: var(--jp-content-font-color0, rgba(0, 0, 0, 0.5))',
  'background: linear-gradient(90deg,#d65f5f 50.0%, transparent 50.0%)',
  'font: italic bold .8em/1.2 Arial, "Helvetica Neue", sans-serif',
  'text-align: start',
  'width: 50vw',
  'border: 1px solid #aaa',
  'padding: 2px 4px',
  '--my-colour: #123456',
  'background-image: url("data:image/png;base64,AA")',
  'fill: url("#o-gradient")',
])('%s stays as it is', (declaration) => {
  const source = declaration.replace('#o-', '#')
  expect(kept(source)).toBe(`${declaration};`)
  expect(kept(declaration.replaceAll('#o-', '#'))).toBe(`${declaration};`)
})

test.each([
  'position: fixed',
  'position: absolute',
  'z-index: 99',
  'margin: -100px',
  'margin-top: calc(0px - 100px)',
  'text-indent: -9999px',
  'transform: scale(100)',
  'box-shadow: 0 0 0 9999px red',
  'overflow: visible',
  'width: 9e15px',
  'width: 1e400px',
  'content: attr(title)',
  'cursor: none',
])('%s goes outside a shadow root', (declaration) => {
  expect(kept(declaration)).toBe('')
  expect(filterDeclarations(declaration, anywhere).dropped).toHaveLength(1)
})

test.each([
  'position: absolute',
  'position: sticky',
  'margin: -1em',
  'transform: rotate(3deg)',
  'grid-template-columns: repeat(2, minmax(0, 1fr))',
  'width: calc(50% - 10px)',
  'clip-path: polygon(0 0, 100% 0, 50% 100%)',
  'filter: blur(2px)',
  'aspect-ratio: 16 / 9',
])('%s stays inside a shadow root', (declaration) => {
  expect(kept(declaration, contained)).toBe(`${declaration};`)
})

test.each(['position: fixed', 'width: 9e15px', 'height: 1000vh', 'cursor: none', 'z-index: 1e99'])(
  '%s goes even there',
  (declaration) => {
    expect(kept(declaration, contained)).toBe('')
  },
)

test.each([
  'background: url(//evil.example/x)',
  'background: URL( "//evil.example/x" )',
  'background: u\\72l(//evil.example/x)',
  'background-image: image-set("//evil.example/x" 1x)',
  'background-image: -webkit-image-set(url(//evil.example/x) 1x)',
  'cursor: url(//evil.example/x), auto',
  'list-style: url(//evil.example/x)',
  'mask: url(//evil.example/x#m)',
  'fill: url(//evil.example/x#m)',
  'filter: url(//evil.example/x#m)',
  '--x: url(//evil.example/x)',
  'content: url(//evil.example/x)',
])('%s loads nothing, and the report names the host', (declaration) => {
  for (const context of [anywhere, contained]) {
    const { text, dropped } = filterDeclarations(declaration, context)
    expect(text).toBe('')
    expect(dropped).toEqual([
      { property: declaration.split(':')[0], reason: 'loads remote content', host: 'evil.example' },
    ])
  }
})

test.each([
  'color: expression(alert(1))',
  'behavior: url(#x)',
  '-moz-binding: url(#x)',
  'color: red; } body { color: blue',
  'background: if(style(--x): red; else: blue)',
  'background: attr(data-x type(<url>))',
  'background: element(#x)',
  'background: paint(x)',
  'color: red)',
  'width: (1px',
])('%s is not CSS that we know', (declaration) => {
  expect(kept(declaration, contained)).not.toMatch(/[{}]|expression|url|if\(|attr|element|paint|red\)|\(1px/)
})

test('one bad declaration does not take the good ones with it', () => {
  expect(kept('color: red; position: fixed; ; background: url(x); padding: 1px')).toBe(
    'color: red; padding: 1px;',
  )
})

test('a value that is left open cannot swallow what is written after it', () => {
  expect(kept('color: rgb(1; padding: 1px')).toBe('')
  expect(kept('font-family: "a; padding: 1px')).toBe('')
})

test('filtering twice changes nothing', () => {
  const source =
    'COLOR:Red;font-family:\\41 rial,"a\\"b";width:calc(1px + 2em);background:url( #x );--Aé:"\\""'
  const once = kept(source, contained)
  expect(kept(once, contained)).toBe(once)
})

test.each([
  ['filter', `filter: ${'blur(5px) '.repeat(50)}`],
  ['filter', 'filter: blur(10000px)'],
  ['box-shadow', 'box-shadow: 0 0 1px red, inset 0 0 500px red'],
  ['text-shadow', 'text-shadow: 0 0 50em red'],
  ['filter', `filter: ${'url(#f) '.repeat(50)}`],
  ['box-shadow', `box-shadow: ${'0 0 9px red, '.repeat(500)}0 0 1px red`],
  ['background', `background: ${'linear-gradient(red, blue), '.repeat(500)}red`],
  ['mask', `mask: ${'linear-gradient(red, blue), '.repeat(500)}linear-gradient(red, blue)`],
])('a %s that has its box painted too often goes', (property, declaration) => {
  const { text, dropped } = filterDeclarations(declaration, contained)
  expect([text, dropped[0]?.property]).toEqual(['', property])
})

test.each([
  ['text-shadow', `text-shadow: ${'0 0 1px red, '.repeat(50)}0 0 1px red`],
  ['content', `content: "${'long '.repeat(100)}"`],
  ['content', `content: ${'"long" '.repeat(100)}`],
  ['content', `content: ${'attr(title) '.repeat(100)}`],
  ['content', `content: ${'open-quote '.repeat(100)}`],
  ['content', 'content: counters(a, "a long separator")'],
  ['content', 'content: counters(a, attr(title))'],
  ['content', 'content: var(--long)'],
  ['quotes', `quotes: "${'long '.repeat(100)}" "x"`],
  ['text-emphasis', 'text-emphasis: "a long mark" red'],
  ['list-style-type', `list-style-type: "${'long '.repeat(100)}"`],
])('a %s of many shadows or much text goes', (property, declaration) => {
  expect(filterDeclarations(declaration, contained)).toEqual({
    text: '',
    dropped: [{ property, reason: 'over the limit', host: undefined }],
  })
})

test.each([
  'text-shadow: 1px 1px 0 red, 0 0 20px rgb(1 2 3 / 50%)',
  'box-shadow: inset 0 0 0 100px red, 0 10px 30px -5px rgba(0, 0, 0, 0.5)',
  'box-shadow: var(--shadow)',
  `content: "${'a tooltip '.repeat(20)}"`,
  'content: counters(section, ".") ". "',
  'content: counter(h1) "." counter(h2) "." counter(h3) "." counter(h4) "." counter(h5) "." counter(h6) " "',
  'content: open-quote attr(title) " \u25b8" close-quote',
  'content: url("data:image/png;base64,AA")',
  'quotes: "\u201c" "\u201d" "\u2018" "\u2019"',
  'list-style: "\u25b8 " inside',
  'text-emphasis-color: var(--colour)',
  `font-family: ${'"A Font With a Long Name", '.repeat(20)}serif`,
  `grid-template-areas: ${'"header header header" '.repeat(20)}`.trim(),
])('%s adds little', (declaration) => {
  expect(kept(declaration, contained)).toBe(`${declaration};`)
})

test.each([
  'filter: blur(2px) drop-shadow(0 1px 2px rgba(0, 0, 0, 0.5)) hue-rotate(90deg)',
  'box-shadow: 0 0 0 1px rgb(0, 0, 0), 0 1px 2px rgb(1, 2, 3)',
  'background: linear-gradient(90deg, rgb(1, 2, 3) 50%, transparent 50%), red',
])('%s stays inside one', (declaration) => {
  expect(kept(declaration, contained)).toBe(`${declaration};`)
})
