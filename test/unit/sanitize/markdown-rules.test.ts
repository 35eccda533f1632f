// Linear rules: they find what marked's own find, and no longer look any further.
import { Lexer } from 'marked'
import { describe, expect, test } from 'vitest'
import { linearRules } from '../../../src/sanitize/markdown-rules.js'
import { payloads } from '../../corpora/index.js'

const { gfm: block } = Lexer.rules.block
const { gfm: inline } = Lexer.rules.inline
const groups = [
  ['block', block],
  ['inline', inline],
] as const
const samples = payloads.flatMap(({ kind, input }) =>
  (kind === 'markdown' || kind === 'html') && typeof input === 'string' ? input.slice(0, 400) : [],
)

// Every way to begin that a rule might know, before what it might go on with.
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
const beginnings = ['', ' ', '   ', '\u00a0', 'ä', '🙂'].flatMap((before) =>
  ['', ...ascii].map((character) => before + character),
)
const endings = [
  '',
  ' a',
  'a',
  '1. a',
  '---',
  '***\n',
  '``\na\n```',
  '~~\na',
  '-\n-',
  'a|b\n-|-',
  'a\n===\n',
  'a\nb\n---',
  'a\n\n---',
  'a\n|-|\n|b|',
  'a\n:-:',
  '\n',
  '\n===',
  '\n -',
  'https://a.example>',
  'a]: b',
  'b>a',
]

describe.each(groups)('the rules for %s', (_, own) => {
  const held: Readonly<Record<string, RegExp>> = linearRules<typeof own>(own)

  test('are the same by name, and made once', () => {
    expect(Object.keys(held)).toEqual(Object.keys(own))
    expect(linearRules<typeof own>(own)).toBe(held)
  })

  test('find the same at the start of every text, however often they are asked', () => {
    for (const [name, rule] of Object.entries(own)) {
      if (rule.global) continue
      for (const text of samples) {
        for (const piece of [text, text, text.slice(1), `\n${text}`, ` ${text}`]) {
          expect([name, held[name]?.exec(piece)]).toEqual([name, rule.exec(piece)])
        }
      }
    }
  })

  test('find the same whatever a text and its second line begin with', () => {
    const differ: unknown[] = []
    for (const [name, rule] of Object.entries(own)) {
      if (rule.global) continue
      for (const beginning of beginnings) {
        for (const ending of endings) {
          for (const text of [beginning + ending, `a\n${beginning}${ending}`]) {
            const [found] = held[name]?.exec(text) ?? []
            if (found !== rule.exec(text)?.[0]) differ.push([name, text])
          }
        }
      }
    }
    expect(differ).toEqual([])
  })

  test('look nowhere else once they are asked about a start', () => {
    const anchored = Object.values(own).filter(({ source, global }) => source.startsWith('^') && !global)
    expect(anchored.length).toBeGreaterThan(8)
    expect(Object.values(held).filter(({ sticky }) => sticky)).toHaveLength(anchored.length)
  })
})

test('more than 64 back quotes in a row are text', () => {
  const own = inline
  const held = linearRules(own)
  const names = (['code', 'anyPunctuationOutsideCode'] as const).filter((name) =>
    /^\^?\(`\+\)/.test(own[name].source),
  )
  expect(names).toHaveLength(2)
  const code = (quotes: number): string => `${'`'.repeat(quotes)}x${'`'.repeat(quotes)} after`
  for (const name of names) {
    expect(held[name].exec(code(64))).toEqual(own[name].exec(code(64)))
    expect(held[name].exec(code(65))?.[1]).toBeUndefined()
  }
})
