// How high and how large untrusted content makes itself where no box of ours bounds it: as text, in a page that only scrolls it.
import { afterEach, expect, test } from 'vitest'
import { sanitizeHtml } from '../../src/sanitize/index.js'

const page = document.createElement('div')
page.style.cssText = 'width: 370px; height: 300px; overflow: auto; font: 16px/1.4 sans-serif'
document.body.append(page)
afterEach(() => page.replaceChildren())

const nested = (open: string, times: number, close: string): string =>
  `${open.repeat(times)}x${close.repeat(times)}`

test.each([
  ['font-size in em', nested('<span style="font-size: 10em">', 8, '</span>')],
  ['font-size in %', nested('<span style="font-size: 500%">', 8, '</span>')],
  ['font-size: larger', nested('<span style="font-size: larger">', 100, '</span>')],
  ['the font shorthand', nested('<span style="font: bold 9em serif">', 8, '</span>')],
  ['font-size in px', '<span style="font-size: 10000px">x</span>'],
  ['font-size in vw', '<span style="font-size: 100vw">x</span>'],
  ['font-size by a variable', '<span style="--x: 500em; font-size: var(--x)">x</span>'],
  [
    'small sizes around large ones',
    nested('<i style="font-size: smaller"><i style="font-size: 9em">', 20, '</i></i>'),
  ],
  ['big', nested('<big>', 120, '</big>')],
  ['headings', nested('<h1><div>', 60, '</div></h1>')],
  [
    'mathsize',
    `<math>${nested('<mstyle mathsize="9em"><mrow>', 30, '</mrow></mstyle>').replace('x', '<mi>x</mi>')}</math>`,
  ],
  ['scriptlevel', '<math><mstyle scriptlevel="-60"><mi>x</mi></mstyle></math>'],
  ['line-height', '<p style="line-height: 10000px">x</p>'],
  ['margins and padding', '<p style="margin: 10000px 0; padding: 10000px 0">x</p>'],
  ['margins by a variable', '<p style="--x: 10000px solid red; border: var(--x)">x</p>'],
  ['borders', '<p style="border: 10000px solid">x</p>'],
  ['border-spacing', '<table style="border-spacing: 10000px"><tr><td>x</table>'],
  ['vertical-align', '<p><span style="vertical-align: 10000px">x</span></p>'],
  ['a rule', '<hr size="90000">'],
  ['a list', '<select size="90000"><option>x</select>'],
  ['a text field', '<textarea rows="90000">x</textarea>'],
  ['rows', '<table><tr height="90000"><td height="90000">x</table>'],
])('%s', (_, dirty) => {
  page.innerHTML = String(sanitizeHtml(dirty).html)
  expect(page.scrollHeight).toBeLessThan(5_000)
})

test('sizes that people use stay', () => {
  const kept = '<p style="font-size: 3em; margin: 2em 0; padding: 100px; border: 5px solid">x</p>'
  expect(String(sanitizeHtml(kept).html)).toMatch(
    /font-size: 3em.*margin: 2em 0px.*padding: 100px.*border: 5px/,
  )
})

test('nothing is painted far from its text', () => {
  const dirty =
    '<u style="text-decoration: underline red 10000px">a</u><u style="text-underline-offset: 10000px">b</u><u style="text-decoration-thickness: 500em">c</u>'
  expect(String(sanitizeHtml(dirty).html)).not.toMatch(/\d{3}/)
})
