// Inputs that are large, deep or many, as recipes. Each is measured at 1x, 2x, 4x and 8x, and once at full size.
import { group, type Payload, type Row } from './payload.js'

const resources = ['resources']
const esc = '\u001b'

const markup: Row[] = [
  ['nested div', { repeat: '<div>', times: 100_000 }],
  ['nested div that are closed', { repeat: '<div>', times: 50_000, close: '</div>' }],
  ['nested blockquote and list', { repeat: '<blockquote><ul><li>', times: 30_000 }],
  ['nested formatting', { repeat: '<b><i>', times: 40_000 }],
  ['nested formatting across paragraphs', { repeat: '<p><b><i>text', times: 20_000 }],
  ['nested font with different attributes', { repeat: '<p><font color="{{n}}">', times: 20_000 }],
  ['nested tables', { repeat: '<table><tr><td>', times: 20_000 }],
  ['nested tables with foster parents', { repeat: '<table><b>', times: 20_000 }],
  ['nested SVG groups', { repeat: '<svg><g>', times: 20_000 }],
  ['nested foreignObject', { repeat: '<svg><foreignObject><p>', times: 20_000 }],
  ['nested MathML', { repeat: '<math><mtext>', times: 20_000 }],
  ['nested templates', { repeat: '<template>', times: 20_000 }],
  ['nested declarative shadow roots', { repeat: '<div><template shadowrootmode="open">', times: 10_000 }],
  ['nested select, button and a', { repeat: '<button><a href="#"><select>', times: 20_000 }],
  ['nested details', { repeat: '<details open><summary>x</summary>', times: 20_000 }],
  ['nested ruby and dl', { repeat: '<ruby><rt><dl><dd>', times: 20_000 }],
  ['attributes', { before: '<p ', repeat: 'data-a{{n}}="x" ', times: 50_000, after: '>text</p>' }],
  ['attributes that are removed', { before: '<p ', repeat: 'on{{n}}=x ', times: 50_000, after: '>text</p>' }],
  ['the same attribute', { before: '<p ', repeat: 'title=x ', times: 100_000, after: '>text</p>' }],
  ['elements side by side', { repeat: '<p>text</p>', times: 50_000 }],
  ['removed elements side by side', { repeat: '<script>x</script>', times: 50_000 }],
  ['unknown elements side by side', { repeat: '<x-{{n}}>t</x-{{n}}>', times: 30_000 }],
  ['images with data', { repeat: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', times: 20_000 }],
  ['links', { repeat: '<a href="http://link.example/{{n}}">text</a> ', times: 30_000 }],
  ['remote images', { repeat: '<img src="https://remote.example/{{n}}">', times: 20_000 }],
  ['comments', { repeat: '<!-- x -->', times: 100_000 }],
  ['unclosed comments', { repeat: '<!--', times: 200_000 }],
  ['entities', { repeat: '&lt;&amp;&copy;', times: 100_000 }],
  ['entities without semicolons', { repeat: '&notit', times: 200_000 }],
  ['opening brackets', { repeat: '<', times: 1_000_000 }],
  ['end tags without start', { repeat: '</p></x>', times: 100_000 }],
  [
    'ids and references to them',
    {
      repeat: '<p id="i{{n}}"><a href="#i{{n}}" aria-describedby="i{{n}} i0 i1 i2">x</a></p>',
      times: 20_000,
    },
  ],
  [
    'one list of ids that is long',
    { before: '<p aria-labelledby="', repeat: 'i{{n}} ', times: 100_000, after: '">text</p>' },
  ],
  [
    'a srcset that is long',
    {
      before: '<img srcset="',
      repeat: 'data:image/gif;base64,R0lGODlhAQABAAAAACw= {{n}}w, ',
      times: 20_000,
      after: '">',
    },
  ],
  [
    'a class list that is long',
    { before: '<p class="', repeat: 'c{{n}} ', times: 100_000, after: '">text</p>' },
  ],
  ['one text of 10 MB', { before: '<p>', repeat: 'text ', times: 2_000_000, after: '</p>' }],
  [
    'one data image of 10 MB',
    {
      before: '<img src="data:image/png;base64,iVBORw0KGgo',
      repeat: 'AAAAAAAA',
      times: 1_250_000,
      after: '">',
    },
  ],
  ['white space', { before: '<p>', repeat: ' \n\t', times: 500_000, after: '</p>' }],
  [
    'table cells',
    {
      before: '<table>',
      repeat: '<tr><td>1</td><td>2</td><td>3</td></tr>',
      times: 20_000,
      after: '</table>',
    },
  ],
  ...behindText(),
  [
    'sources deep inside of players',
    {
      before: '<video>'.repeat(240),
      repeat: '<source src=x:y>',
      times: 16_000,
      after: '<source src="data:audio/wav;base64,AAAA">',
    },
  ],
  ['large text deep inside', { before: '<div>'.repeat(200), repeat: '<big>x</big>', times: 10_000 }],
]

// Formatting behind what looks like text and is markup to a parser, or the other way round.
function behindText(): Row[] {
  const beginnings = {
    'character data': '<svg><![CDATA[><p><textarea>]]>',
    'a drawing that its parent ends': '<div><svg></div><title><textarea></title>',
    'an annotation': '<math><annotation-xml><textarea>',
    'MathML in SVG': '<svg><mi><textarea>',
    'SVG in MathML': '<math><title><textarea>',
    'a slash that closes nothing': '<svg / ><style>',
    'a style in a list of choices': '<select><style>',
    'a column without a table': '<col><textarea>',
    'a script in a script': '<script><!--<script></script><b title="</script>',
  }
  return Object.entries(beginnings).map(([what, before]) => [
    `formatting behind ${what}`,
    { before: `${before}<p>`, repeat: '<font color="{{n}}">x<p>', times: 10_000 },
  ])
}

const css: Row[] = [
  [
    'declarations in one attribute',
    { before: '<p style="', repeat: 'color:red;', times: 50_000, after: '">text</p>' },
  ],
  [
    'parentheses in one value',
    { before: '<p style="width:', repeat: 'calc(1px + (', times: 20_000, close: '))', after: '">text</p>' },
  ],
  [
    'unclosed parentheses in one value',
    { before: '<p style="background:', repeat: 'url(', times: 50_000, after: '">text</p>' },
  ],
  [
    'numbers behind brackets in one value',
    { before: '<p style="color:rgb(1 ', repeat: 'abs(', times: 8_000, close: '1 ', after: '">text</p>' },
  ],
  [
    'escapes in one value',
    { before: '<p style="color:', repeat: '\\75 ', times: 100_000, after: '">text</p>' },
  ],
  [
    'spaces in one value',
    { before: '<p style="color:', repeat: ' ', times: 500_000, after: 'red">text</p>' },
  ],
  [
    'commas in one value',
    { before: '<p style="font-family:', repeat: 'a,', times: 100_000, after: 'b">text</p>' },
  ],
  [
    'custom properties that double',
    {
      before: '<p style="--a0:x;',
      repeat: '--b{{n}}:var(--b{{n}}0) var(--b{{n}}0);',
      times: 10_000,
      after: '">text</p>',
    },
  ],
  ['comments in a sheet', { before: '<style>', repeat: '/**/', times: 200_000, after: '</style>' }],
  [
    'rules in a sheet',
    {
      before: '<style>',
      repeat: '.c{{n}}{color:red}',
      times: 20_000,
      after: '</style><p class="c1">text</p>',
    },
  ],
  ['rules nested in a sheet', { before: '<style>', repeat: '.c{', times: 20_000, after: '</style>' }],
  [
    'blocks nested in a sheet',
    { before: '<style>', repeat: '@media all{', times: 20_000, close: '}', after: '</style>' },
  ],
  [
    'selectors in one rule',
    { before: '<style>', repeat: '.c{{n}},', times: 30_000, after: 'p{color:red}</style><p>text</p>' },
  ],
  [
    'compound selectors',
    { before: '<style>', repeat: 'div ', times: 50_000, after: '{color:red}</style><p>text</p>' },
  ],
  [
    'selectors with :is inside :is',
    { before: '<style>', repeat: ':is(', times: 5_000, close: ')', after: '{color:red}</style><p>text</p>' },
  ],
  [
    'selectors with :has',
    { before: '<style>', repeat: 'p:has(i) ', times: 5_000, after: '{color:red}</style><p>text</p>' },
  ],
  ['style elements', { repeat: '<style>p{color:red}</style>', times: 10_000 }],
  ['style attributes', { repeat: '<p style="color:red;padding:1px;font-size:9px">x</p>', times: 20_000 }],
  ['strings that never end', { before: '<style>', repeat: '"\n', times: 100_000, after: '</style>' }],
  ['brackets that never end', { before: '<style>', repeat: '[({', times: 50_000, after: '</style>' }],
]

const svg: Row[] = [
  [
    'groups nested',
    {
      before: '<svg xmlns="http://www.w3.org/2000/svg">',
      repeat: '<g>',
      times: 50_000,
      close: '</g>',
      after: '</svg>',
    },
  ],
  [
    'paths side by side',
    {
      before: '<svg xmlns="http://www.w3.org/2000/svg">',
      repeat: '<path d="M0 0L9 9"/>',
      times: 20_000,
      after: '</svg>',
    },
  ],
  [
    'one path that is long',
    {
      before: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0',
      repeat: 'L9 9',
      times: 300_000,
      after: '"/></svg>',
    },
  ],
  [
    'uses of one path',
    {
      before: '<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="p" d="M0 0L9 9"/></defs>',
      repeat: '<use href="#p" x="1"/>',
      times: 20_000,
      after: '</svg>',
    },
  ],
  [
    'animations',
    {
      before: '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9">',
      repeat: '<animate attributeName="x" values="0;9" dur="9s"/>',
      times: 10_000,
      after: '</rect></svg>',
    },
  ],
  [
    'namespace declarations',
    {
      before: '<svg xmlns="http://www.w3.org/2000/svg" ',
      repeat: 'xmlns:a{{n}}="x" ',
      times: 10_000,
      after: '><rect width="9" height="9"/></svg>',
    },
  ],
]

const md: Row[] = [
  ['nested quotes', { repeat: '> ', times: 20_000, after: 'text' }],
  ['nested lists on one line', { repeat: '- ', times: 5_000, after: 'text' }],
  ['nested numbered lists on one line', { repeat: '1. ', times: 5_000, after: 'text' }],
  ['lists that are indented deeper and deeper', { repeat: '                    - x\n', times: 5_000 }],
  ['opening brackets', { repeat: '[', times: 50_000 }],
  ['opening image brackets', { repeat: '![', times: 50_000 }],
  ['brackets and parentheses', { repeat: '[](', times: 50_000 }],
  ['nested links', { repeat: '[a', times: 10_000, close: '](b)' }],
  ['stars', { repeat: '*', times: 100_000 }],
  ['stars and letters', { repeat: '*a_b ', times: 50_000 }],
  ['alternating emphasis', { repeat: '**a *', times: 20_000, after: 'text' }],
  ['underscores', { repeat: '_a', times: 50_000 }],
  ['tildes', { repeat: '~~a ', times: 50_000 }],
  ['back quotes of growing length', { repeat: '`a``b```c', times: 20_000 }],
  ['back quotes', { repeat: '`', times: 100_000 }],
  ['back quotes that never close', { before: '`', repeat: 'a ', times: 200_000 }],
  ['angle brackets', { repeat: '<', times: 100_000 }],
  ['open tags', { repeat: '<a ', times: 50_000 }],
  ['open tags with attributes', { repeat: '<a b="', times: 50_000 }],
  ['comments that never close', { repeat: '<!-- a ', times: 50_000 }],
  ['processing instructions that never close', { repeat: '<? a ', times: 50_000 }],
  ['CDATA that never closes', { repeat: '<![CDATA[ a ', times: 50_000 }],
  ['table rows', { before: '|a|b|\n|-|-|\n', repeat: '|1|2|\n', times: 20_000 }],
  ['table cells in one row', { before: '|a|\n|-|\n', repeat: '|x', times: 50_000 }],
  ['table delimiters', { repeat: '|-', times: 50_000 }],
  ['reference definitions', { repeat: '[r{{n}}]: http://link.example/{{n}}\n', times: 20_000 }],
  ['uses of one reference', { before: '[r]: http://link.example/\n\n', repeat: '[r] ', times: 30_000 }],
  ['a reference with a title that never ends', { before: '[r]: /u "', repeat: 'a\n', times: 50_000 }],
  ['headings', { repeat: '# title\n', times: 30_000 }],
  ['underlines of headings', { repeat: 'a\n=\n', times: 20_000 }],
  ['dashes and spaces', { repeat: '- - ', times: 3_000, after: '\ntext' }],
  ['thematic breaks', { repeat: '* * *\n', times: 30_000 }],
  ['fences', { repeat: '```\n', times: 50_000 }],
  ['a fence that never closes', { before: '```\n', repeat: 'line\n', times: 100_000 }],
  ['line breaks', { repeat: 'a  \n', times: 50_000 }],
  ['spaces before a line end', { before: 'a', repeat: ' ', times: 200_000, after: 'b\n' }],
  ['blank lines', { repeat: '\n', times: 500_000 }],
  ['tabs', { repeat: '\t', times: 100_000, after: 'text' }],
  ['backslashes', { repeat: '\\', times: 200_000 }],
  ['entities', { repeat: '&lt;', times: 100_000 }],
  ['dollars', { repeat: '$', times: 50_000 }],
  ['dollars and text', { repeat: '$a ', times: 50_000 }],
  ['dollars and braces', { repeat: '$a{', times: 30_000 }],
  ['environments', { repeat: '\\begin{a}', times: 20_000 }],
  ['bare addresses', { repeat: 'http://link.example/ ', times: 20_000 }],
  ['an address that is long', { before: 'http://link.example/', repeat: '(a', times: 100_000 }],
  ['dots after an address', { before: 'www.link.example', repeat: '.', times: 100_000 }],
  ['almost e-mail addresses', { repeat: 'a.b-c_', times: 50_000, after: '@' }],
  ['at signs', { repeat: 'a@', times: 50_000 }],
  ['task list items', { repeat: '- [x] a\n', times: 20_000 }],
  ['footnotes', { repeat: '[^{{n}}]: x\n\n', times: 10_000 }],
  ['runs of back quotes, each longer than the one before', { repeat: '`', times: 1_000_000, growing: true }],
  ['what begins as an address and is none', { repeat: 'www.@', times: 40_000 }],
  ['addresses with a port that is none', { repeat: 'http://a:b@:', times: 20_000 }],
  ['what begins as an address, between stars', { repeat: 'www.@*', times: 40_000 }],
  ['stars behind dots', { repeat: 'a.*', times: 40_000 }],
  ['brackets, underscores and tildes that begin something', { repeat: '(*a)(_a)(~~a)', times: 10_000 }],
]

const tex: Row[] = [
  ['braces', { before: '$', repeat: '{', times: 20_000, close: '}', after: '$' }],
  [
    'fractions in fractions',
    { before: '$', repeat: '\\frac{1}{', times: 2_000, middle: 'x', close: '}', after: '$' },
  ],
  ['roots in roots', { before: '$', repeat: '\\sqrt{', times: 2_000, middle: 'x', close: '}', after: '$' }],
  ['superscripts', { before: '$x', repeat: '^{x', times: 2_000, close: '}', after: '$' }],
  ['left and right', { before: '$', repeat: '\\left(', times: 2_000, close: '\\right)', after: '$' }],
  ['letters', { before: '$', repeat: 'x+', times: 20_000, after: 'y$' }],
  ['formulas', { repeat: '$x$ ', times: 5_000 }],
  ['dollars', { repeat: '$$', times: 50_000 }],
  ['unclosed groups', { before: '$', repeat: '\\text{', times: 20_000, after: '$' }],
  [
    'uses of a macro whose body is long',
    { before: `$\\def\\a{${'x'.repeat(2_000)}}`, repeat: '\\a', times: 400, after: '$' },
  ],
  ['environments that begin', { repeat: '\\begin{a}', times: 20_000, after: '\\end{a}' }],
  ['matrix rows', { before: '$\\begin{matrix}', repeat: 'a&b\\\\', times: 3_000, after: '\\end{matrix}$' }],
]

const terminal: Row[] = [
  ['unclosed colours', { repeat: `${esc}[31mx`, times: 50_000 }],
  ['colours that alternate', { repeat: `${esc}[31ma${esc}[32mb`, times: 50_000 }],
  ['colours that are closed', { repeat: `${esc}[1;31mx${esc}[0m`, times: 50_000 }],
  ['parameters', { before: `${esc}[`, repeat: '1;', times: 200_000, after: 'mtext' }],
  ['unfinished sequences', { repeat: `${esc}[`, times: 200_000 }],
  ['links that are unclosed', { repeat: `${esc}]8;;http://link.example/${esc}\\x`, times: 20_000 }],
  ['links that never end', { repeat: `${esc}]8;;`, times: 100_000 }],
  ['lines', { repeat: 'line\n', times: 200_000 }],
  ['carriage returns', { repeat: '\rprogress', times: 100_000 }],
  ['backspaces', { repeat: 'ab\b', times: 200_000 }],
  ['bare addresses', { repeat: 'http://link.example/ ', times: 30_000 }],
  ['one line', { repeat: 'x', times: 5_000_000 }],
  ['carriage returns in a row', { before: 'x', repeat: '\r', times: 400_000, after: 'y' }],
  [
    'a line that is erased again and again',
    { before: 'ab\b', repeat: 'x', times: 50_000, close: `${esc}[1K` },
  ],
  ['addresses with a name in them', { repeat: 'http://u@', times: 100_000 }],
]

/** Large markup. */
export const growthMarkup: readonly Payload[] = group(
  'growth-html',
  { kind: 'html', mustNot: resources },
  markup,
)
/** Large style sheets and style attributes. */
export const growthCss: readonly Payload[] = group('growth-css', { kind: 'css', mustNot: resources }, css)
/** Large SVG documents. */
export const growthSvg: readonly Payload[] = group('growth-svg', { kind: 'svg', mustNot: resources }, svg)
/** Large Markdown. */
export const growthMarkdown: readonly Payload[] = group(
  'growth-markdown',
  { kind: 'markdown', mustNot: resources },
  md,
)
/** Large formulas. */
export const growthLatex: readonly Payload[] = group(
  'growth-latex',
  { kind: 'latex', mustNot: resources },
  tex,
)
/** Large terminal output. */
export const growthAnsi: readonly Payload[] = group(
  'growth-ansi',
  { kind: 'ansi', mustNot: resources },
  terminal,
)
