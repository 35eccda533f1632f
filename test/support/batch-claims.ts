// What holds for pieces of markup that are parsed in one go, in whatever DOM there is: each is read as if it had been alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEach } from '../../src/sanitize/batch.js'
import { sanitizeAll } from '../../src/sanitize/index.js'
import type { DomWindow } from '../../src/sanitize/options.js'
import { parseInert } from '../../src/sanitize/sink.js'
import { hostileMarkup } from '../corpora/grammar.js'
import { markup } from './sanitize-fuzz.js'

// Each leaves something open, or closes what it did not open.
const reaching = [
  '<!--',
  '--><p>',
  '<p title="',
  '"><b>',
  '<b',
  '</',
  '</template>',
  '<template>',
  '</template></template><template><p>',
  '<script>',
  '</script><i>',
  '<script><!--<script>',
  '<style>',
  '<textarea>',
  '<title>',
  '<plaintext>',
  '<noscript>',
  '<iframe>',
  '<xmp>',
  '<svg><![CDATA[',
  ']]></svg>',
  '<svg><desc>',
  '<math><annotation-xml encoding="text/html">',
  '<table><tr><td>',
  '</td></tr></table>',
  '<select><option>',
  '<form><input name=a>',
  '</form><form>',
  '<b><i><u>',
  '<button>',
  '<a href="#x">',
  '<body onload="alert(1)"><html lang="x">',
  '<frameset><frame>',
  '&#60;/template&#62;',
  '\0</tem\0plate>',
  '',
  'text',
  '<td>cell</td>',
]

/** Declares them. `numRuns` of the random ones. */
export function batchClaims({ numRuns, window }: { numRuns: number; window: DomWindow }): void {
  const expectAlike = (pieces: readonly string[]): void => {
    const odd = parseEach(window, pieces).flatMap((fragment, index) => {
      const alone = parseInert(window, pieces[index] ?? '')
      return fragment.isEqualNode(alone) ? [] : [pieces[index]]
    })
    expect(odd).toEqual([])
  }

  test('pieces that leave something open, beside any other, are read as if they were alone', () => {
    for (const first of reaching) {
      for (const second of reaching) expectAlike([first, second])
      expectAlike([first, '<p>', first, '<p>last</p>'])
    }
  })

  test('whatever pieces stand beside each other, each is read as if it were alone', () => {
    const piece = fc.oneof(markup, hostileMarkup, fc.constantFrom(...reaching))
    fc.assert(fc.property(fc.array(piece, { minLength: 2, maxLength: 8 }), expectAlike), { numRuns })
  })

  test('a piece over a limit is withheld by itself', () => {
    const [first, second, third] = sanitizeAll(['<p>one', '<b>'.repeat(9), '<p>three'], {
      limits: { tags: 8 },
    })
    expect(first?.html.fragment().textContent).toBe('one')
    expect(second?.html.fragment().textContent).toMatch(/withheld/)
    expect(third?.html.fragment().textContent).toBe('three')
  })
}
