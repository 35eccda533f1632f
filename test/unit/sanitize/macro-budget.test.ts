// What the macros of a text may grow to, with the real KaTeX: no formula of a few thousand letters becomes a million.
import katex from 'katex'
import { expect, test } from 'vitest'
import { macroBudget } from '../../../src/sanitize/macro-budget.js'

// As `math.ts` does it. Answers the length of all the markup, and how many formulas were set.
function set(formulas: readonly string[]): { length: number; done: number } {
  const budget = macroBudget()
  const macros = {}
  let length = 0
  let done = 0
  for (const tex of formulas) {
    const maxExpand = budget.admit(tex)
    if (maxExpand === undefined) continue
    let markup: string | undefined
    try {
      markup = katex.renderToString(tex, { output: 'mathml', throwOnError: false, maxExpand, macros })
    } catch {
      markup = undefined
    }
    const failed = markup === undefined || markup.includes('katex-error')
    budget.charge(failed ? undefined : markup)
    length += markup?.length ?? 0
    if (!failed) done++
  }
  return { length, done }
}

const letters = (count: number): string => 'x'.repeat(count)
const MOST = 3_000_000

test.each([
  ['a long body', [`\\def\\a{${letters(2500)}}${'\\a'.repeat(400)}`]],
  ['a long argument', [`\\def\\a#1{${'#1'.repeat(500)}}\\a{${letters(1000)}}`]],
  ['a body for all the formulas after it', [`\\gdef\\a{${letters(1000)}}`, ...Array(500).fill('\\a')]],
  [
    'an argument in a later formula',
    [`\\gdef\\a#1{${'#1'.repeat(900)}}`, ...Array(9).fill(`\\a{${letters(2000)}}`)],
  ],
  ['definitions inside of one', [`\\def\\a{${'x\\def\\b{}'.repeat(300)}}${'\\a'.repeat(400)}`]],
  ['commands', [`\\newcommand{\\a}{${letters(2000)}}${'\\a'.repeat(400)}`]],
  ['commands with spaces and stars', [`\\newcommand *\\a [1] {${letters(2000)}#1}${'\\a1'.repeat(400)}`]],
  ['definitions of more and more', [`\\def\\a{x}${'\\edef\\a{\\a\\a}'.repeat(25)}\\a`]],
  [
    'another name',
    ['\\global\\let\\d=\\gdef', `\\d\\a{${letters(2400)}}`, ...Array(99).fill('\\a'.repeat(99))],
  ],
  ['failures', [`\\gdef\\a{${letters(400)}}`, ...Array(500).fill(`${'\\a'.repeat(50)}}`)]],
])('%s', (_, formulas) => {
  expect(set(formulas).length).toBeLessThan(MOST)
})

test('macros as people write them are set, a hundred formulas of them', () => {
  const formulas = [
    '\\gdef\\Rn{\\mathbb{R}}\\gdef\\norm#1{\\left\\|#1\\right\\|}\\gdef\\E{\\mathop{\\mathbb{E}}}',
    ...Array<string>(100).fill('\\norm{x} \\in \\Rn \\implies \\E[\\norm{x_1}] = \\dots'),
  ]
  expect(set(formulas).done).toBe(101)
})
