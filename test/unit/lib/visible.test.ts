// What cannot be seen is written out, where a name from a notebook stands in a sentence.
import { expect, test } from 'vitest'
import { visible } from '../../../src/lib/visible.js'

test.each([
  ['text/x', 'text/x'],
  ['naïve 🙂 名前', 'naïve 🙂 名前'],
  ['a\u202eb', 'a\\u{202e}b'],
  ['\u0000\u001b[31m\u200b\ufeff', '\\u{0}\\u{1b}[31m\\u{200b}\\u{feff}'],
  ['\u{e0041}\ud800', '\\u{e0041}\\u{d800}'],
  ['line\n\tline', 'line\n\tline'],
])('%j becomes %j', (text, shown) => {
  expect(visible(text)).toBe(shown)
})
