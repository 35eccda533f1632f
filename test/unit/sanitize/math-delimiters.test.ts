// Formulas are found where JupyterLab finds them, and prices and code are left alone.
import { expect, test } from 'vitest'
import { extractMath } from '../../../src/sanitize/math-delimiters.js'

const find = (source: string, host: 'markdown' | 'latex' = 'markdown'): string[] =>
  extractMath(source, { host, limit: 1000 }).formulas.map(
    ({ tex, display }) => `${display ? 'D' : 'I'}${tex}`,
  )

test.each([
  ['$a_b$ and $c$', ['Ia_b', 'Ic']],
  ['$$a$$', ['Da']],
  ['$$\na\n\nb\n$$', ['D\na\n\nb\n']],
  ['\\(a\\) \\[b\\]', ['Ia', 'Db']],
  ['\\\\(a\\\\) \\\\[b\\\\]', ['Ia', 'Db']],
  ['\\begin{align*}a&b\\end{align*}', ['D\\begin{align*}a&b\\end{align*}']],
  ['\\begin{a}\\begin{a}x\\end{a}\\end{a} y', ['D\\begin{a}\\begin{a}x\\end{a}\\end{a}']],
  ['$a\\$b$', ['Ia\\$b']],
  ['$\\text{a `b` c}$', ['I\\text{a `b` c}']],
])('%j holds %j', (source, formulas) => {
  expect(find(source)).toEqual(formulas)
})

test.each([
  'It costs $5 and $10.',
  '$ a $',
  '\\$a\\$',
  '$a\n\nb$',
  '`$a$`',
  '``$a$ ` $b$``',
  '```\n$a$\n```',
  '~~~python\n$a$\n~~~',
  '   ```\n$a$\n   ```',
  '```\n$a$',
  '$$$$',
  '\\begin{a}x',
  '\\begin{a b}x\\end{a b}',
  '\\[',
])('%j holds none', (source) => {
  expect(find(source)).toEqual([])
})

test('code is only found in Markdown', () => {
  expect(find('`$a$`', 'latex')).toEqual(['Ia'])
})

test('the marks are in no text that holds none', () => {
  const source = `\ue000\ue001 $a$ \ue0000\ue001`
  const { text, marks } = extractMath(source, { host: 'markdown', limit: 10 })
  expect(source.includes(marks[0])).toBe(false)
  expect(text).toBe(`\ue000\ue001 ${marks[0]}0${marks[1]} \ue0000\ue001`)
})

test('a text that uses up all marks is left as it is', () => {
  const all = Array.from({ length: 6400 }, (_, index) => String.fromCharCode(0xe000 + index)).join('')
  expect(find(`${all}$a$`)).toEqual([])
})

test('there is a limit, and what is beyond it stays text', () => {
  const { formulas, text } = extractMath('$a$ $b$ $c$', { host: 'markdown', limit: 2 })
  expect(formulas).toHaveLength(2)
  expect(text).toMatch(/\$c\$$/)
})
