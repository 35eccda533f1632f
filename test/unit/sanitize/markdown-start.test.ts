// Rules held to the start of a text: they find what marked's own find, and no longer look any further.
import { Lexer } from 'marked'
import { describe, expect, test } from 'vitest'
import { heldToStart } from '../../../src/sanitize/markdown-start.js'
import { payloads } from '../../corpora/index.js'

const groups = Object.entries({ block: Lexer.rules.block.gfm, inline: Lexer.rules.inline.gfm })
const samples = payloads.flatMap(({ kind, input }) =>
  (kind === 'markdown' || kind === 'html') && typeof input === 'string' ? input.slice(0, 400) : [],
)

describe.each(groups)('the rules for %s', (_, own) => {
  const held = heldToStart(own)

  test('are the same by name, and made once', () => {
    expect(Object.keys(held)).toEqual(Object.keys(own))
    expect(heldToStart(own)).toBe(held)
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
