// Terminal output is played as a terminal plays it, and becomes a flat list of runs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnsi } from '../../../src/sanitize/ansi-screen.js'
import { ansiLook, applySgr, PLAIN_STYLE } from '../../../src/sanitize/ansi-style.js'

const text = (source: string): string =>
  readAnsi(source)
    .map((run) => run.text)
    .join('')

test.each([
  [' 10%\r 20%\r100%\n', '100%\n'],
  ['abc\rx', 'xbc'],
  ['abc\r\n', 'abc\n'],
  ['abc\r\r\n', 'abc\n'],
  ['abc\b\bX', 'aXc'],
  ['\b\b', ''],
  ['abc\rxy\u001b[K', 'xy'],
  ['abc\u001b[2Kx', 'x'],
  ['a\u0007b', 'ab'],
  ['a\tb', 'a\tb'],
  ['\u001b[2J\u001b[Hx\u001b[?25l', 'x'],
  ['\u001b(Bx', 'x'],
  ['\u001b]0;title\u0007x', 'x'],
  ['\u001b]52;c;ZXZpbA==\u001b\\x', 'x'],
  ['\u001bP1$r0m\u001b\\x', 'x'],
  ['a\u001b[', 'a'],
  ['a\u001b', 'a'],
  ['\u001b]8;;https://a.example\nnext', '\nnext'],
  ['😀😀\rx', 'x😀'],
])('%j shows %j', (source, expected) => {
  expect(text(source)).toBe(expected)
})

test('a link ends where it is closed', () => {
  const runs = readAnsi('\u001b]8;id=1;https://a.example\u001b\\here\u001b]8;;\u001b\\ there')
  expect(runs.map(({ text: shown, link }) => [shown, link])).toEqual([
    ['here', 'https://a.example'],
    [' there', undefined],
  ])
})

test.each([
  [[31], 'ansi-red-fg', ''],
  [[1, 31], 'ansi-red-intense-fg ansi-bold', ''],
  [[91, 44], 'ansi-red-intense-fg ansi-blue-bg', ''],
  [[7], 'ansi-inverse-fg ansi-inverse-bg', ''],
  [[7, 31], 'ansi-red-bg ansi-inverse-fg', ''],
  [[38, 5, 9], 'ansi-red-intense-fg', ''],
  [[38, 5, 208], '', 'color: rgb(255, 135, 0)'],
  [[48, 5, 240], '', 'background-color: rgb(88, 88, 88)'],
  [[38, 2, 1, 2, 3], '', 'color: rgb(1, 2, 3)'],
  [[38, 2, 999, -1, 3], '', 'color: rgb(255, 0, 3)'],
  [[3, 4, 9], 'ansi-italic ansi-underline ansi-strike', ''],
  [[1, 31, 22, 39], '', ''],
  [[31, 0], '', ''],
  [[1, 31, 5, 99, 1000], 'ansi-red-intense-fg ansi-bold', ''],
])('%j looks like %j %j', (codes, classes, css) => {
  expect(ansiLook(applySgr(PLAIN_STYLE, codes))).toEqual({ classes, css })
})

test('whatever is sent, no escape is left, and a screen without cursor movement keeps its text', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '\u001b[31m',
      '\u001b[0m',
      '\u001b]8;;https://a.example\u0007',
      '\u001b]8;;\u0007',
      '\n',
      'word',
    ),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const shown = text(parts.join(''))
      const controls = [...shown].filter(
        (character) => character < ' ' && character !== '\n' && character !== '\t',
      )
      expect(controls).toEqual([])
    }),
  )
})
