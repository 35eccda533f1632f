// What browsers have learnt lately, and what multiplies: few lists of known attacks have these yet.
import { group, type Payload, type Row } from './payload.js'

const style = (title: string, declarations: string, rest: Partial<Row[2]> = {}): Row => [
  title,
  `<div style="${declarations}">text {{id}}</div>`,
  { mustRemain: ['text {{id}}'], ...rest },
]
const sheet = (title: string, css: string): Row => [
  title,
  `<style>${css}</style><div class="a" id="b">text {{id}}</div>`,
  { mustRemain: ['text {{id}}'] },
]
const nest = (open: string, times: number, close: string): string =>
  `${open.repeat(times)}x${close.repeat(times)}`

const css: Row[] = [
  style('an image by if()', "background: if(media(all): url('{{remote}}'); else: none)"),
  style(
    'an image by if() and style()',
    "--a:1; background-image: if(style(--a:1): image-set('{{remote}}' 1x))",
  ),
  style('an image by attr() with a type', 'background: attr(title type(<url>), url({{remote}}))'),
  style('an image by a variable with a fallback', 'background: var(--none, url({{remote}}))'),
  style('an image in a variable of a variable', '--a: url({{remote}}); --b: var(--a); background: var(--b)'),
  style('an image by image-set of a type', "background: image-set('{{remote}}' type('image/png') 1x)"),
  style('an image by -webkit-image-set', "background: -webkit-image-set(url('{{remote}}') 1x)"),
  style('an image by src()', "background: src('{{remote}}')"),
  style(
    'an address with modifiers',
    "background: url('{{remote}}' crossorigin(anonymous) referrerpolicy(origin))",
  ),
  style('an image by random-item()', 'background: random-item(--a, url({{remote}}), url({{here}}))'),
  style('a shape outside by an address', 'float: left; shape-outside: url({{remote}})'),
  style('a filter by an address with a fragment', 'filter: url({{remote}}#f)'),
  style('an offset path by an address', 'offset-path: url({{remote}}#p)'),
  style(
    'an anchored box',
    'position: fixed; position-anchor: --host; inset: anchor(top); width: anchor-size(width)',
  ),
  style(
    'a box that tries positions',
    'position: fixed; position-try-fallbacks: flip-block; position-area: bottom',
  ),
  style('an anchor for the host', 'anchor-name: --host; anchor-scope: all'),
  style('a name for view transitions', 'view-transition-name: root; view-transition-class: host'),
  style('a box on the top layer', 'overlay: auto; position: fixed; inset: 0; display: block'),
  style('a timeline for the host', 'timeline-scope: --host; scroll-timeline: --host; view-timeline: --host'),
  style('content that is visible by itself', 'content-visibility: auto; contain-intrinsic-size: 9e9px'),
  style(
    'a box that reads the keyboard',
    'interactivity: inert; user-modify: read-write; -webkit-user-modify: read-write',
  ),
  style('a box that drags the window', '-webkit-app-region: drag; app-region: drag'),
  style(
    'a box that traps scrolling',
    'overscroll-behavior: contain; scroll-snap-type: both mandatory; touch-action: none',
  ),
  style('a container that the host asks', 'container: host / size'),
  style('a factor on the font', 'font-size-adjust: 100000'),
  style('a line height in a shorthand', 'font: 16px/100000 serif'),
  style('a factor in a function', 'font-size: calc(1px * pow(10, 9)); line-height: calc(1em * 1e9)'),
  sheet(
    'a scope of the host',
    '@scope (body) to (.x) { :scope, .host-button { background: url({{remote}}) } }',
  ),
  sheet('a position to try', '@position-try --a { inset: 0; position: fixed } .a { position-try: --a }'),
  sheet('a function of its own', '@function --a() { result: url({{remote}}) } .a { background: --a() }'),
  sheet(
    'a view transition',
    '@view-transition { navigation: auto } ::view-transition-group(root) { display: none }',
  ),
  sheet('a starting style', '@starting-style { .a { background: url({{remote}}) } }'),
  sheet('a container that asks for a style', '@container style(--a: url({{remote}})) { .a { color: red } }'),
  sheet(
    'a rule when something is supported',
    '@supports (background: url({{remote}})) { .a { color: red } }',
  ),
  sheet('a rule inside of a rule for the host', '.a { :host &, html & { background: url({{remote}}) } }'),
  sheet(
    'the parts and slots of others',
    '::part(x), ::slotted(*), :host, :host-context(body) { display: none }',
  ),
  sheet(
    'a highlight of the host',
    '::highlight(host), ::selection, ::target-text { background: url({{remote}}) }',
  ),
  sheet('the top layer of others', '::backdrop, :modal, :popover-open, dialog { display: none !important }'),
  sheet(
    'a font palette and counter style',
    '@font-palette-values --a { font-family: x } @counter-style a { symbols: url({{remote}}) }',
  ),
  sheet(
    'a colour profile and a page',
    '@color-profile --a { src: url({{remote}}) } @page { background: url({{remote}}) }',
  ),
]

const html: Row[] = [
  [
    'invoker commands on the host',
    '<button commandfor="host-dialog" command="show-modal">text</button><button commandfor="host-popover" command="toggle-popover">text</button><button commandfor="host-details" command="--custom">text</button>',
  ],
  [
    'an interest in the host',
    '<a href="{{link}}" interestfor="host-popover">text</a><button interestfor="host-popover" interesttarget="host-popover">text</button>',
  ],
  [
    'a popover that shows itself',
    '<div popover="manual" id="p">text</div><div popover="hint">text</div><button popovertarget="host-popover" popovertargetaction="show">text</button>',
  ],
  ['a dialog that any click closes', '<dialog open closedby="any">text</dialog>', { mustRemain: ['text'] }],
  [
    'a shadow root of the payload',
    '<div><template shadowrootmode="open" shadowrootdelegatesfocus shadowrootclonable shadowrootserializable><script>{{run}}</script><slot></slot></template>text</div>',
    { mustNot: ['execution', 'imitation'], mustRemain: ['text'] },
  ],
  ['a selected content', '<select><button><selectedcontent></selectedcontent></button><option>text</select>'],
  [
    'a picture whose size the browser works out',
    '<img sizes="auto" loading="lazy" srcset="{{remote}} 100w, {{here}} 200w" src="{{remote}}">',
    { mustNot: ['network'] },
  ],
  [
    'a preload of pictures',
    '<link rel="preload" as="image" imagesrcset="{{remote}} 1x" imagesizes="auto" blocking="render" fetchpriority="high"><link rel="expect" href="#x" blocking="render">',
    { mustNot: ['network'] },
  ],
  [
    'a link that reports',
    '<a href="{{link}}" ping="{{remote}}" attributionsrc="{{remote}}" attributionsourceid="1">text</a>',
    { mustNot: ['network'], mustRemain: ['text'] },
  ],
  [
    'a picture that reports',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" attributionsrc="{{remote}}" sharedstoragewritable browsingtopics>',
    { mustNot: ['network'] },
  ],
  [
    'rules for what to fetch next',
    '<script type="speculationrules">{"prefetch":[{"urls":["{{remote}}"]}]}</script>',
    { mustNot: ['network', 'execution'] },
  ],
  [
    'a fenced frame',
    '<fencedframe src="{{remote}}">text</fencedframe><controlledframe src="{{remote}}"></controlledframe>',
    { mustNot: ['network'] },
  ],
  [
    'a permission element',
    '<permission type="camera microphone">text</permission><geolocation autolocate>text</geolocation><usermedia>text</usermedia><install>text</install>',
  ],
  [
    'an install of an app',
    '<install installurl="{{remote}}" manifestid="{{remote}}">text</install>',
    { mustNot: ['network', 'imitation'] },
  ],
  ['a model', '<model src="{{remote}}" autoplay><source src="{{remote}}"></model>', { mustNot: ['network'] }],
  [
    'headings that count from the host',
    '<div headingoffset="9" headingreset><h1>text</h1></div>',
    { mustRemain: ['text'] },
  ],
  [
    'writing suggestions',
    '<p writingsuggestions="true" autocorrect="on" enterkeyhint="go" inputmode="url" contenteditable="plaintext-only">text</p>',
  ],
  ['a context for editing', '<p editcontext virtualkeyboardpolicy="manual" contenteditable>text</p>'],
  ['a reading flow and a focus group', '<p focusgroup="toolbar wrap" tabindex="1">text</p>'],
  [
    'a name for the accordion of the host',
    '<details name="host-accordion" open><summary>text</summary></details>',
  ],
  ['a custom element by registry', '<div customelementregistry shadowrootcustomelementregistry>text</div>'],
  [
    'updates of other parts of the page',
    '<template for="host-title">text</template><?start name="host-title"?>text<?end?><template contentmethod="replace-children"><p id="host-title">text</p></template>',
  ],
]

const drawings: Row[] = [
  [
    'a use of another document',
    '<svg><use href="{{remote}}#a"/><use xlink:href="data:image/svg+xml,<svg id=a></svg>#a"/></svg>',
    { mustNot: ['network'] },
  ],
  [
    'a picture inside of a filter',
    '<svg><filter id="f"><feImage href="{{remote}}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>',
    { mustNot: ['network'] },
  ],
  [
    'an address that is set later',
    '<svg><a id="l"><text y="9">text</text><set attributeName="href" to="javascript:{{run}}"/><animate attributeName="xlink:href" values="javascript:{{run}}"/></a></svg>',
    { mustNot: ['execution'] },
  ],
  [
    'an address that is set from elsewhere',
    '<svg><a id="l"><text y="9">text</text></a><set href="#l" attributeName="href" to="javascript:{{run}}"/><set xlink:href="#l" attributeName="onclick" to="{{run}}"/></svg>',
    { mustNot: ['execution'] },
  ],
  [
    'a base in XML',
    '<svg xml:base="{{remote}}"><use href="#a"/><a xml:base="javascript:" href="{{run}}"><text y="9">text</text></a></svg>',
    { mustNot: ['network', 'execution'] },
  ],
  [
    'a link in a formula',
    '<math href="javascript:{{run}}" xlink:href="javascript:{{run}}"><mtext href="javascript:{{run}}">text</mtext></math>',
    { mustNot: ['execution'], mustRemain: ['text'] },
  ],
  [
    'an action in a formula',
    '<math><maction actiontype="statusline#javascript:{{run}}" selection="1"><mi>x</mi><mtext>{{run}}</mtext></maction></math>',
    { mustNot: ['execution'] },
  ],
  [
    'levels below zero in a formula',
    '<math><mstyle scriptlevel="-99" scriptminsize="9999px" scriptsizemultiplier="9"><mi>x</mi></mstyle></math>',
    { mustNot: ['style'] },
  ],
  [
    'sizes that multiply in a formula',
    `<math>${nest('<mstyle mathsize="9em"><mrow>', 30, '</mrow></mstyle>').replace('x', '<mi>x</mi>')}</math>`,
    { mustNot: ['style', 'resources'] },
  ],
]

const sizes: Row[] = [
  ['font sizes that multiply', nest('<span style="font-size:10em">', 20, '</span>')],
  ['font sizes in percent that multiply', nest('<span style="font-size:1000%">', 20, '</span>')],
  ['big in big', nest('<big>', 120, '</big>')],
  ['headings in headings', nest('<h1><div>', 60, '</div></h1>')],
  ['a rule that is high', '<hr size="9999999"><hr size="9999999">'],
  ['a list that is high', '<select size="99999"><option>x</option></select>'],
  ['a text field that is high', '<textarea rows="99999" cols="99999">x</textarea>'],
  ['space on space', '<p style="margin:10000px 0;padding:10000px 0;border:10000px solid">x</p>'.repeat(3)],
  [
    'text that is raised',
    '<p><span style="vertical-align:10000px">x</span><span style="vertical-align:-10000px">x</span></p>',
  ],
  [
    'a line that is thick',
    '<u style="text-decoration:underline red 10000px;text-underline-offset:-5000px">x</u>',
  ],
  [
    'fifty filters on ten boxes',
    `<div style="width:2000px;height:2000px;filter:${'blur(5px) '.repeat(50)}">x</div>`.repeat(10),
  ],
  [
    'a blur that reaches far',
    '<div style="width:2000px;height:2000px;filter:blur(10000px)">x</div>'.repeat(10),
  ],
  [
    'filters of many steps on many shapes',
    `<svg width="900" height="900"><filter id="f">${'<feTurbulence numOctaves="8"/><feGaussianBlur stdDeviation="9"/>'.repeat(30)}</filter>${'<rect width="900" height="900" filter="url(#f)"/>'.repeat(100)}</svg>`,
  ],
  [
    'markers at every corner of markers',
    `<svg>${[1, 2, 3].map((level) => `<marker id="m${level}"><path marker-mid="url(#m${level - 1})" d="M0 0${'L9 9'.repeat(60)}"/></marker>`).join('')}<path marker-mid="url(#m3)" d="M0 0${'L9 9'.repeat(60)}"/></svg>`,
    { mustNot: ['resources', 'selector:[marker-mid]'] },
  ],
  [
    'markers that a line has from the drawing around it',
    `<div style="marker: url(#m)"><svg><marker id="m"><path d="M0 0L9 9"/></marker><path id="p" d="M0 0${'h1'.repeat(2000)}"/>${'<use href="#p"/>'.repeat(50)}</svg></div>`,
    { mustNot: ['resources', 'selector:use[href]', 'selector:div[style]'] },
  ],
  [
    'cells that stretch over many others',
    `<table>${`<tr>${'<td rowspan="65000" colspan="1000">x</td>'.repeat(5)}</tr>`.repeat(40)}</table>`,
    {
      mustNot: ['resources', 'selector:tr:nth-child(9) [rowspan],tr:nth-child(9) [colspan]'],
      mustRemain: ['x'],
    },
  ],
  [
    'cells of a formula that stretch over many others',
    `<math><mtable>${`<mtr>${'<mtd rowspan="65000" columnspan="1000"><mi>x</mi></mtd>'.repeat(5)}</mtr>`.repeat(40)}</mtable></math>`,
    { mustNot: ['resources', 'selector:mtr:nth-child(9) [rowspan]'], mustRemain: ['x'] },
  ],
]

const addresses: Row[] = [
  [
    'a name that turns the sentence around',
    '<x-\u202ey>text</x-\u202ey><p \u202eonclick={{run}}>text</p>',
    { mustNot: ['execution'] },
  ],
  [
    'a description that turns the sentence around',
    '<img src="{{remote}}" alt="\u202egnp.olleh">',
    { mustNot: ['network'] },
  ],
  [
    'a link whose text turns around',
    '<a href="{{link}}">\u202emoc.elpmaxe.knab//:sptth</a>',
    { mustNot: ['navigation'] },
  ],
  [
    'a link to nowhere',
    '<a href="#">text</a><a href="#top">text</a><a href="#%">text</a>',
    { mustNot: ['navigation', 'selector:a[href="#"],a[href="#top"]'] },
  ],
  [
    'mail to many',
    '<a href="mailto:a@link.example?cc=b@link.example&attach=/etc/passwd&subject=%0d%0aBcc:c@link.example">text</a>',
    { mustNot: ['navigation'] },
  ],
]

/** CSS of the last few years. */
export const newCss: readonly Payload[] = group(
  'feature-css',
  { kind: 'css', mustNot: ['network', 'style', 'imitation'] },
  css,
)
/** HTML of the last few years. */
export const newHtml: readonly Payload[] = group(
  'feature-html',
  { kind: 'html', mustNot: ['imitation'] },
  html,
)
/** SVG and MathML inside HTML. */
export const newDrawings: readonly Payload[] = group(
  'feature-svg',
  { kind: 'html', mustNot: ['network'] },
  drawings,
)
/** What makes itself high, wide or slow to paint. */
export const newSizes: readonly Payload[] = group(
  'feature-size',
  { kind: 'html', mustNot: ['style', 'resources'] },
  sizes,
)
/** Addresses, and sentences about them. */
export const newAddresses: readonly Payload[] = group(
  'feature-url',
  { kind: 'url', mustNot: ['navigation'] },
  addresses,
)
