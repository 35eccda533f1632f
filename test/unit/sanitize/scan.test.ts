// Limits hold before any parser sees the input, and ordinary markup is far from them.
import { expect, test } from 'vitest'
import { LIMITS, limitsWith } from '../../../src/sanitize/limits.js'
import { overLimit } from '../../../src/sanitize/scan.js'

const scan = (source: string): string | undefined => overLimit(source, LIMITS)

test.each([
  ['nested elements', '<div>'.repeat(100_000), 'depth'],
  ['nested SVG', '<svg><g>'.repeat(20_000), 'depth'],
  ['formatting that is never closed', '<b><i>'.repeat(1000), 'depth'],
  ['cells without a table', '<svg>'.concat('<td>'.repeat(1000)), 'depth'],
  ['many attributes', `<p ${'a=b '.repeat(1000)}>`, 'attributes'],
  ['many attributes without spaces', `<p${'/a'.repeat(1000)}>`, 'attributes'],
  ['many tags', '<br>'.repeat(300_000), 'tags'],
  ['open formatting in many blocks', `${'<font size=1>'.repeat(200)}${'<p>x'.repeat(5000)}`, 'reopened'],
  ['many candidates', `<img SrcSet='${'data:, 1w, '.repeat(1000)}'>`, 'candidates'],
  ['many comments', '<!-- x -->'.repeat(11_000), 'comments'],
  ['many comments of a careless kind', '<?x></ ><!x>'.repeat(4_000), 'comments'],
  ['many angle brackets', '<'.repeat(1_000_000), 'brackets'],
  ['a long text', 'x'.repeat(LIMITS.length + 1), 'length'],
  ['depth behind a comment that looks open', `<!--> ${'<div>'.repeat(1000)}`, 'depth'],
  ['depth behind a quote in text', `it's <p>"${'<div>'.repeat(1000)}`, 'depth'],
  ['depth behind an attribute without a value', `<p a= >${'<div>'.repeat(1000)}`, 'depth'],
  ['depth behind descriptions that hold their drawings open', '<svg><desc></svg>'.repeat(1000), 'depth'],
  ['depth behind a style that is SVG', `<svg><style>${'<g>'.repeat(1000)}`, 'depth'],
])('%s are too much', (_, source, limit) => {
  expect(scan(source)).toBe(limit)
})

test.each([
  ['paragraphs without end tags', '<p>text '.repeat(50_000)],
  ['list items without end tags', `<ul>${'<li>text '.repeat(50_000)}`],
  ['rows and cells without end tags', `<table>${'<tr><td>1<td>2'.repeat(20_000)}`],
  ['void elements', '<br><hr><img>'.repeat(10_000)],
  ['closed shapes', `<svg>${'<path d="M0 0"/>'.repeat(50_000)}</svg>`],
  ['tags inside a script', `<script>${'"<div>"'.repeat(50_000)}</script>`],
  ['tags inside a comment', `<!-- ${'<div>'.repeat(50_000)} -->`],
  ['tags inside an attribute', `<p title="${'<div>'.repeat(50_000)}">`],
  ['formatting that is closed', '<p><b>x</b> <i>y</i></p>'.repeat(50_000)],
  ['candidates', `<img srcset="${'data:, 1w, '.repeat(400)}">`.repeat(100)],
  ['angle brackets', 'a < b '.repeat(90_000)],
  ['comments', '<!-- x --><p>x</p>'.repeat(9_000)],
  ['drawings that a paragraph ends', '<svg><g><p>x</p>'.repeat(20_000)],
  ['end tags', '</p>'.repeat(100_000)],
])('%s are not', (_, source) => {
  expect(scan(source)).toBeUndefined()
})

test('limits can be made smaller, not larger', () => {
  expect(limitsWith({ depth: 10 }).depth).toBe(10)
  expect(limitsWith({ depth: 1e9, tags: Number.NaN }).depth).toBe(LIMITS.depth)
  expect(limitsWith({ tags: Number.NaN }).tags).toBe(LIMITS.tags)
  expect(overLimit('<div>'.repeat(11), limitsWith({ depth: 10 }))).toBe('depth')
})

// What the parser reads as markup must not be text to the scan: a few kilobytes of unclosed <font> and <p> would keep it busy for
// half a minute.
test.each([
  ['character data', '<svg><![CDATA[><p><textarea>]]>'],
  ['a comment in character data', '<svg><![CDATA[><!--]]>'],
  ['a title behind a drawing that its parent ends', '<div><svg></div><title><textarea></title>'],
  ['a style behind such a drawing', '<div><svg></div><style><p><textarea></style>'],
  ['an annotation that is MathML', '<math><annotation-xml><textarea>'],
  ['an element of MathML in SVG', '<svg><mi><textarea>'],
  ['an element of SVG in MathML', '<math><title><textarea>'],
  ['a raw element in SVG', '<svg><xmp>'],
  ['a drawing in a list of choices', '<select><svg><style><textarea></style>'],
  ['a raw element in such a list', '<select><style>'],
  ['a column without a table', '<col><textarea>'],
  ['a column without a table in its template', '<table><template><col><textarea></template>'],
  ['formatting that leaves a drawing', '<svg><g><font color=red><style><textarea></style>'],
  ['an end that leaves a description', '<svg><desc><p></svg><textarea>'],
  ['a paragraph that an end tag makes in a drawing', '<svg></p><style>'],
  ['a glyph in a formula', '<math><mi><mglyph><textarea>'],
  ['a quotation in a script in a script', '<script><!--<script></script><b title="</script>'],
  ['a quotation in a drawing that is left', '<p><svg></p><title><b title="</title>'],
  ['character data that is none', '<div><svg></div><![CDATA[><b title="]]>'],
  ['plain text in a list of choices', '<select><plaintext>'],
  ['a slash that does not close a drawing', '<svg / ><style>'],
  ['two long names', `<svg><desc><${'x'.repeat(50)}a></${'x'.repeat(50)}b></desc><style><b title="</style>`],
  ['a name with the sign for kelvin', '<svg><desc><lin\u212a></desc><style><b title="</style>'],
])('attributes behind %s are not overlooked', (_, before) => {
  expect(scan(`${before}<a ${'a=b '.repeat(1000)}>">`)).toBeDefined()
})

test.each([
  ['end tags of other names', '<font color=1></b>'],
  ['end tags out of reach', '<font color=1><table><td></font></table>'],
  ['end tags in a drawing', '<font color=1><svg></font></svg>'],
])('formatting is not closed by %s', (_, opened) => {
  expect(scan(`<p>${opened.repeat(230)}</p>${'<p>x'.repeat(2500)}`)).toBeDefined()
})

// As programs write them, and people.
test.each([
  [
    'a style and scripts',
    '<svg><style>a > b { }</style><g><path d=""/></g></svg><script>"<b>" + "</b>"</script>',
  ],
  [
    'character data in a style',
    '<svg><style><![CDATA[ a > b, "<b>" ]]></style></svg><style>/* <b> */</style>',
  ],
  ['shapes without end tags', '<svg><g><path d=""><circle></svg><textarea><b></textarea>'],
  [
    'a title, a description and links',
    '<svg><title>a<b>c</b></title><desc>b</desc><a href="#"/></svg><!-- <b> -->',
  ],
  ['labels', '<svg><foreignObject><div><span><p>a<br></p></span></div></foreignObject></svg><!-- <b> -->'],
  ['a formula', '<math><mrow><mi>x</mi><mtext>a <b>b</b></mtext></mrow></math><p title="<b>">'],
  [
    'a table with columns',
    '<table><colgroup><col></colgroup><tr><td></td></tr></table><textarea><b></textarea>',
  ],
  ['a script that hides from old browsers', '<script><!-- "<b>" //--></script><p title="<b>">'],
  ['a form', '<select><option>a<option>b</select><textarea><b></textarea>'],
])('markup with %s is not too much', (_, markup) => {
  expect(scan(markup)).toBeUndefined()
  expect(scan(markup.repeat(100))).toBeUndefined()
})
