// The short ways through text without marks lead where marked's own way does.
import fc from 'fast-check'
import { Marked } from 'marked'
import { expect, test } from 'vitest'
import { markdownToHtml } from '../../../src/sanitize/markdown-lexer.js'
import { payloads } from '../../corpora/index.js'

const marked = new Marked({ gfm: true })
const ofMarked = (source: string): string => marked.parse(source, { async: false })

// Bare addresses are found by our own rules, so many back quotes are text, and references are left to the parser of HTML.
const isOurs = (source: string): boolean => /www\.|:\/\/|@|xmpp:|`{65}|&#/i.test(source)

const marks =
  '*|**|_|__|~~|`|``|[|]|(|)|![|](|<b>|</b>|<a href="x">|<pre>|</pre>|<|>|&amp;|&|\\|\\*|  \n|\n|\n\n| |    |# |- |1. |> |---|===|a: b|[a]: b|[a]|[a][b]|- [x] |~~~|```|word|snake_case|é|📈|.'
const pieces = [...marks.split('|'), '|', '|---|']

test('every payload of the corpora becomes the same HTML as by marked', () => {
  const differ = payloads
    .flatMap(({ input }) => (typeof input === 'string' && input.length < 5000 ? [input] : []))
    .flatMap((input) => [input, `- ${input}`, `a ${input} *b* _c`])
    .filter((source) => !isOurs(source) && markdownToHtml(source) !== ofMarked(source))
  expect(differ).toEqual([])
})

test('so does any text that marks are strewn in', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const source = parts.join('')
      fc.pre(!isOurs(source))
      expect(markdownToHtml(source)).toBe(ofMarked(source))
    }),
    { numRuns: 2000 },
  )
})
