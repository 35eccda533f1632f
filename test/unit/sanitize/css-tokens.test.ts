// The CSS tokenizer reads escapes for what they mean, and what is written again needs no reading twice.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenizeCss } from '../../../src/sanitize/css-tokens.js'
import { writeTokens } from '../../../src/sanitize/css-write.js'

const types = (source: string): string[] => tokenizeCss(source).map(({ type, value }) => `${type} ${value}`)

test.each([
  ['u\\72l(x)', 'url x'],
  ['\\75\\72\\6c(x)', 'url x'],
  ['\\000075rl(x)', 'url x'],
  ['UR\\4c ("x")', 'url x'],
  ["url( 'x' )", 'url x'],
  ['url(\\68ttp://x)', 'url http://x'],
  ['i\\mage-set(', 'function image-set'],
  ['exp\\72 ession(', 'function expression'],
  ['@\\69mport', 'at-keyword import'],
  ['#\\61 b', 'hash ab'],
  ['10\\70x', 'dimension px'],
])('%s is read as %s', (source, expected) => {
  expect(types(source)[0]).toBe(expected)
})

test.each(['url(a b)', 'url(a"b)', 'url("a" b)', 'url(a', '"a\nb"', '"a', "url('a"])(
  '%j is broken off and marked as bad',
  (source) => {
    expect(tokenizeCss(source).some(({ type }) => type === 'bad')).toBe(true)
  },
)

test('a comment between two names keeps them apart', () => {
  expect(writeTokens(tokenizeCss('ur/**/l(x)'))).toBe('ur l(x)')
})

test('names and strings are written without anything that could end them', () => {
  const written = writeTokens(tokenizeCss('"</style>\\22\\a" \\31 23 a\\:b'))
  expect(written).not.toContain('<')
  expect(types(written)).toEqual(types('"</style>\\22\\a" \\31 23 a\\:b'))
})

const pieces = fc.constantFrom(
  ...[
    'url(',
    ')',
    '"',
    "'",
    '\\',
    '\\75 ',
    '\\a',
    '\n',
    ' ',
    '/*',
    '*/',
    '-',
    '--',
    '#',
    '@',
    '.',
    '1',
    'e3',
    '%',
  ],
  ...[
    'px',
    'a',
    'e',
    'é',
    '\0',
    '\u{1f600}',
    '\ud800',
    '(',
    '[',
    ';',
    ':',
    '{',
    '<!--',
    '+',
    '!',
    'url',
    '\\',
    'E-1',
  ],
)

test('what is written is read as the same tokens, and written the same again', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const tokens = tokenizeCss(parts.join('')).filter(({ type }) => type !== 'bad')
      const written = writeTokens(tokens)
      const again = tokenizeCss(written)
      const plain = (list: typeof tokens): string[] =>
        list.filter(({ type }) => type !== 'whitespace').map(({ type, value }) => `${type} ${value}`)
      expect(plain(again)).toEqual(plain(tokens))
      expect(writeTokens(again)).toBe(written)
    }),
    { numRuns: 3000 },
  )
})
