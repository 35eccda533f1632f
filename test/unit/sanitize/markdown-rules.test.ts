// Linear rules: they find what marked's own find, and no longer look any further.
import { Lexer } from 'marked'
import { describe, expect, test } from 'vitest'
import { linearRules } from '../../../src/sanitize/markdown-rules.js'
import { payloads } from '../../corpora/index.js'

const groups = Object.entries({ block: Lexer.rules.block.gfm, inline: Lexer.rules.inline.gfm })
const samples = payloads.flatMap(({ kind, input }) =>
  (kind === 'markdown' || kind === 'html') && typeof input === 'string' ? input.slice(0, 400) : [],
)

describe.each(groups)('the rules for %s', (_, own) => {
  const held = linearRules(own)

  test('are the same by name, and made once', () => {
    expect(Object.keys(held)).toEqual(Object.keys(own))
    expect(linearRules(own)).toBe(held)
  })

  test('find the same at the start of every text, however often they are asked', () => {
    for (const [name, rule] of Object.entries(own)) {
      if (rule.global) continue
      for (const text of samples) {
        for (const piece of [text, text, text.slice(1), `\n${text}`, ` ${text}`]) {
          expect([name, held[name as keyof typeof held].exec(piece)]).toEqual([name, rule.exec(piece)])
        }
      }
    }
  })

  test('look nowhere else once they are asked about a start', () => {
    const anchored = Object.values(own).filter(({ source, global }) => source.startsWith('^') && !global)
    expect(anchored.length).toBeGreaterThan(8)
    expect(Object.values(held).filter(({ sticky }) => sticky)).toHaveLength(anchored.length)
  })
})

test('more than 64 back quotes in a row are text', () => {
  const own = Lexer.rules.inline.gfm
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
