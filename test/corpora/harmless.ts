// Harmless input that must come through: what must remain is the claim. Nothing here aims at a column.
import { group, type Payload, type Row } from './payload.js'

const gif = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
const keep = (...mustRemain: string[]): { mustRemain: string[] } => ({ mustRemain })

const markup: Row[] = [
  [
    'a table as pandas writes it',
    '<table border="1" class="dataframe"><thead><tr style="text-align: right;"><th></th><th>a</th></tr></thead><tbody><tr><th>0</th><td>1.5</td></tr></tbody></table>',
    keep('selector:table[border] thead th', 'selector:tbody td', '1.5'),
  ],
  [
    'rowspan, colspan and scope',
    '<table><tr><th rowspan="2" scope="row">a</th><td colspan="2">b</td></tr></table>',
    keep('selector:th[rowspan="2"]', 'selector:td[colspan="2"]'),
  ],
  [
    'a caption, colgroup, thead, tbody and tfoot',
    '<table><caption>c</caption><colgroup><col span="2"></colgroup><thead><tr><th>h</th></tr></thead><tfoot><tr><td>f</td></tr></tfoot></table>',
    keep('selector:caption', 'selector:colgroup col[span]', 'selector:tfoot td'),
  ],
  [
    'headings and paragraphs',
    '<h1>one</h1><h2>two</h2><h6>six</h6><p>text</p><hr><br>',
    keep('selector:h1', 'selector:h6', 'selector:hr'),
  ],
  [
    'lists',
    '<ul><li>a<ol start="3" type="a" reversed><li value="5">b</li></ol></li></ul><dl><dt>t</dt><dd>d</dd></dl>',
    keep('selector:ol[start="3"]', 'selector:li[value="5"]', 'selector:dd'),
  ],
  [
    'inline text',
    '<b>b</b><i>i</i><u>u</u><s>s</s><em>em</em><strong>st</strong><sub>1</sub><sup>2</sup><small>sm</small><mark>m</mark><kbd>k</kbd><samp>sa</samp><var>v</var><code>c</code><abbr title="x">a</abbr><cite>ci</cite><q>q</q><dfn>d</dfn>',
    keep('selector:abbr[title]', 'selector:kbd', 'selector:mark'),
  ],
  [
    'ins, del and time',
    '<ins datetime="2024-01-01">i</ins><del>d</del><time datetime="2024-01-01">t</time><data value="5">v</data>',
    keep('selector:ins[datetime]', 'selector:time[datetime]', 'selector:data[value]'),
  ],
  ['ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', keep('selector:ruby rt', '漢')],
  [
    'bidi',
    '<bdi>a</bdi><bdo dir="rtl">b</bdo><p dir="auto" lang="he" translate="no">c</p>',
    keep('selector:bdo[dir=rtl]', 'selector:p[lang=he]'),
  ],
  [
    'sections',
    '<section><article><header>h</header><main>m</main><aside>a</aside><footer>f</footer></article></section><nav>n</nav><address>ad</address><search>s</search>',
    keep('selector:article', 'selector:aside', 'm'),
  ],
  ['details', '<details open><summary>more</summary>text</details>', keep('selector:details[open] summary')],
  [
    'a figure',
    `<figure><img src="${gif}" alt="a dot" width="10" height="10"><figcaption>text</figcaption></figure>`,
    keep('selector:figure img[alt="a dot"][width="10"]', 'selector:figcaption'),
  ],
  [
    'a picture of data',
    `<picture><source srcset="${gif}" type="image/gif"><img src="${gif}" alt="x"></picture>`,
    keep('selector:img[src^="data:"]'),
  ],
  [
    'an image with a srcset of data',
    `<img src="${gif}" srcset="${gif} 2x" alt="x">`,
    keep('selector:img[src^="data:"]'),
  ],
  [
    'progress and meter',
    '<progress value="3" max="10">30%</progress><meter min="0" max="10" low="2" high="8" optimum="5" value="6">6</meter>',
    keep('selector:progress[value="3"]', 'selector:meter[value="6"]'),
  ],
  [
    'a check box in a list, disabled',
    '<ul><li><input type="checkbox" disabled checked> done</li></ul>',
    keep('selector:input[type=checkbox]', 'done'),
  ],
  [
    'a label and the check box it names',
    '<input type="checkbox" id="t1"><label for="t1">show</label><div>text</div>',
    keep('selector:label[for]', 'selector:input[id]', 'show'),
  ],
  [
    'links to the web',
    '<a href="http://link.example/a?b=c#d" title="t" hreflang="en">text</a>',
    keep('selector:a[href^="http://link.example/a?b=c#d"]', 'text'),
  ],
  ['a link to mail', '<a href="mailto:a@link.example">text</a>', keep('selector:a[href^="mailto:"]')],
  [
    'a link inside the output',
    '<a href="#part">go</a><h2 id="part">part</h2>',
    keep('selector:a[href^="#"]', 'selector:h2[id]'),
  ],
  [
    'inline styles',
    '<p style="color: red; background-color: rgb(1, 2, 3); font-weight: 700; text-align: start; padding: 2px 4px; border: 1px solid hsl(120 50% 50%)">text</p>',
    keep('selector:p[style*="color"]', 'selector:p[style*="padding"]'),
  ],
  [
    'inline styles with variables and functions',
    '<p style="--c: #123456; color: var(--c); width: calc(50% - 10px); max-width: 40ch; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4px">text</p>',
    keep('selector:p[style*="grid"]'),
  ],
  [
    'inline styles with a gradient',
    '<td style="background: linear-gradient(90deg, #d65f5f 40%, transparent 40%)">x</td><div style="background: linear-gradient(90deg, red 50%, transparent 50%); height: 1em">bar</div>',
    keep('selector:div[style*="linear-gradient"]', 'bar'),
  ],
  [
    'ARIA and roles',
    '<div role="img" aria-label="chart" aria-hidden="false"><span role="presentation">x</span></div><table role="grid"><tr role="row"><td role="gridcell" aria-colindex="1">1</td></tr></table>',
    keep('selector:[role=img][aria-label=chart]', 'selector:td[role=gridcell]'),
  ],
  ['preformatted text', '<pre><code>a &lt; b\n  c</code></pre>', keep('selector:pre code', 'a < b\n  c')],
  [
    'MathML',
    '<math display="block"><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><msqrt><mi>y</mi></msqrt></mrow></math>',
    keep('selector:math msup mn', 'selector:mfrac', 'selector:msqrt'),
  ],
  [
    'SVG in HTML',
    '<svg width="20" height="20" viewBox="0 0 20 20"><circle cx="10" cy="10" r="5" fill="red" stroke="#000" stroke-width="2"/><path d="M0 0L9 9"/><text x="1" y="9">t</text></svg>',
    keep('selector:svg[viewBox] circle[r="5"]', 'selector:path[d]', 'selector:svg text'),
  ],
  [
    'SVG gradients, clips and uses inside the output',
    '<svg width="20" height="20"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath><path id="p" d="M0 0L9 9"/></defs><rect width="20" height="20" fill="url(#g)" clip-path="url(#c)"/><use href="#p"/></svg>',
    keep(
      'selector:linearGradient stop',
      'selector:rect[fill^="url("]',
      'selector:rect[clip-path^="url("]',
      'selector:use',
    ),
  ],
  [
    'audio of data',
    '<audio controls src="data:audio/wav;base64,UklGRgAAAABXQVZF">text</audio>',
    keep('selector:audio[controls]'),
  ],
  [
    'video of data',
    '<video controls width="30" src="data:video/mp4;base64,AAAA">text</video>',
    keep('selector:video[controls]'),
  ],
  [
    'old attributes',
    '<center><font color="red" size="2">text</font></center><table align="center" cellpadding="2" cellspacing="0" bgcolor="#eee"><tr valign="top"><td nowrap width="10%">x</td></tr></table>',
    keep('selector:font[color]', 'selector:table[align]', 'text'),
  ],
  [
    'text that looks like markup',
    '<p>1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;q&quot; &#39;a&#39; &copy;</p>',
    keep('1 < 2 && 3 > 2 "q" \'a\' ©'),
  ],
  [
    'white space, emoji and other scripts',
    '<p>  a  b\tc\nd 🎉 👩‍👩‍👧 עברית العربية 日本語 é</p>',
    keep('🎉', '👩‍👩‍👧', 'עברית', 'é'),
  ],
  ['a data attribute of the author', '<p data-value="5">text</p>', keep('text')],
  [
    'cells of a large table that stretch over its groups',
    `<table>${'<tr><th rowspan="3">a</th><td colspan="2">1</td></tr><tr><td>2</td><td>3</td></tr><tr><td colspan="999">4</td></tr>'.repeat(200)}</table>`,
    keep('selector:tr:last-child td[colspan]', 'selector:tr:nth-last-child(3) th[rowspan]'),
  ],
  [
    'a diagram with arrows, and a line with dots',
    `<svg width="90" height="60"><marker id="a"><path d="M0 0L9 4L0 9z"/></marker><marker id="d"><circle r="2"/></marker>${'<path d="M0 0C1 2 3 4 9 9" marker-end="url(#a)"/>'.repeat(500)}<polyline points="${'1.25,2.5 '.repeat(1000)}" style="fill: none; marker-mid: url(#d)"/></svg>`,
    keep('selector:path:nth-of-type(500)[marker-end]', 'selector:polyline[style*="marker-mid"]'),
  ],
]
const md: Row[] = [
  [
    'headings, emphasis and code',
    '# One\n\n*a* **b** ~~c~~ `d`\n\n```python\nprint(1)\n```',
    keep('selector:h1', 'selector:em', 'selector:strong', 'selector:del', 'selector:pre code', 'print(1)'),
  ],
  [
    'a table with alignment',
    '| a | b |\n|:--|--:|\n| 1 | 2 |',
    keep('selector:table thead th', 'selector:tbody td', '2'),
  ],
  [
    'lists and tasks',
    '1. a\n2. b\n   - c\n\n- [x] done\n- [ ] open',
    keep('selector:ol li ul', 'selector:input[type=checkbox]', 'done'),
  ],
  [
    'links and autolinks',
    '[t](http://link.example/x "title") <http://link.example/y> http://link.example/z',
    keep(
      'selector:a[href="http://link.example/x"]',
      'selector:a[href="http://link.example/y"]',
      'selector:a[href="http://link.example/z"]',
    ),
  ],
  [
    'quotes, rules and breaks',
    '> quote\n\n---\n\na  \nb',
    keep('selector:blockquote', 'selector:hr', 'selector:br'),
  ],
  [
    'raw HTML that is harmless',
    '<details><summary>s</summary>\n\ntext **b**\n\n</details> <kbd>k</kbd>',
    keep('selector:details summary', 'selector:kbd', 'selector:strong'),
  ],
  ['entities and escapes', '&copy; &lt;b&gt; \\*a\\* &#955;', keep('© <b> *a* λ')],
  ['money is not math', 'It costs $5 and $6 at most.', keep('$5', '$6')],
  ['inline and display math', 'Euler: $e^{i\\pi}+1=0$ and\n\n$$\\int_0^1 x\\,dx$$', keep('Euler:')],
]
const terminal: Row[] = [
  [
    'colours',
    '\u001b[1;31mError\u001b[0m: \u001b[38;5;208mtext\u001b[39m \u001b[48;2;1;2;3mback\u001b[49m',
    keep('Error: text back'),
  ],
  [
    'a traceback',
    '\u001b[0;31m---------------------------------------------------------------------------\u001b[0m\n\u001b[0;31mZeroDivisionError\u001b[0m                         Traceback (most recent call last)\nCell \u001b[0;32mIn[1], line 1\u001b[0m\n',
    keep('ZeroDivisionError', 'In[1], line 1'),
  ],
  ['spaces and tabs', 'a   b\tc\n  d', keep('a   b\tc\n  d')],
]
const svgs: Row[] = [
  [
    'a plot as matplotlib writes it',
    '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="90pt" height="60pt" viewBox="0 0 90 60" xmlns="http://www.w3.org/2000/svg" version="1.1"><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs><g id="figure_1"><g id="patch_1"><path d="M 0 60 L 90 60 L 90 0 z" style="fill: #ffffff"/></g><defs><path id="m1" d="M 0 0 L 0 3" style="stroke: #000000; stroke-width: 0.8"/><clipPath id="p1"><rect x="0" y="0" width="9" height="9"/></clipPath></defs><g clip-path="url(#p1)"><use xlink:href="#m1" x="9" y="9" style="stroke: #000000"/></g></g></svg>',
    keep(
      'selector:svg[viewBox] path[style*="fill"]',
      'selector:use',
      'selector:clipPath rect',
      'selector:g[clip-path]',
    ),
  ],
  [
    'text, markers, masks, patterns and filters',
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><title>t</title><desc>d</desc><defs><marker id="m" markerWidth="3" markerHeight="3"><path d="M0 0L3 3"/></marker><mask id="k"><rect width="9" height="9" fill="white"/></mask><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><circle r="1"/></pattern><filter id="f"><feGaussianBlur stdDeviation="1"/></filter></defs><path d="M0 0L9 9" marker-end="url(#m)"/><rect width="9" height="9" mask="url(#k)" fill="url(#p)" filter="url(#f)"/><text x="5" y="5" font-size="8" text-anchor="middle">a<tspan dy="2">b</tspan></text></svg>',
    keep(
      'selector:path[marker-end]',
      'selector:rect[mask][filter]',
      'selector:tspan',
      'selector:feGaussianBlur',
    ),
  ],
]

/** Harmless markup. */
export const harmless: readonly Payload[] = [
  ...group('harmless-html', { kind: 'html', mustNot: [] }, markup),
  ...group('harmless-markdown', { kind: 'markdown', mustNot: [] }, md),
  ...group('harmless-ansi', { kind: 'ansi', mustNot: [] }, terminal),
  ...group('harmless-svg', { kind: 'svg', mustNot: [] }, svgs),
]
