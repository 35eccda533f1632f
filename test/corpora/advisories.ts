// One regression case for each published advisory about notebook frontends and the libraries below them: the general
// class of behaviour, put to this package's own functions.
import type { JsonObject, Output } from '../../src/nbformat/model.js'
import { group, type Payload, type Row } from './payload.js'

const show = (data: JsonObject, metadata: JsonObject = {}): Output => ({
  output_type: 'display_data',
  data,
  metadata,
})
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const bad = '"><img src=data:, onerror={{run}}>'
const book = (metadata: JsonObject, source = 'kept', cell: JsonObject = {}): Row[1] => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata,
  cells: [{ cell_type: 'markdown', metadata: cell, source }],
})

const markup: Row[] = [
  [
    'CVE-2026-42557: an output cannot name a command of the host',
    '<button data-commandlinker-command="host:delete" data-commandlinker-args="{}">more</button>',
    { mustNot: ['imitation', 'markup:data-commandlinker'], mustRemain: ['more'] },
  ],
  [
    'CVE-2026-40171: a link cannot name a command of the host',
    '<a href="#" data-commandlinker-command="host:delete" data-commandlinker-args="{}">more</a>',
    { mustNot: ['imitation', 'navigation', 'markup:data-commandlinker'], mustRemain: ['more'] },
  ],
  [
    'CVE-2024-43805: ids and names do not clobber the document',
    '<img name="getElementById" id="location" alt="x"><form name="body"><input name="attributes"></form>',
    { mustNot: ['clobbering'] },
  ],
  [
    'CVE-2021-32797: a form cannot run a script address',
    '<form action="javascript:{{run}}"><input type="submit" value="send"></form><button form="host-form" formaction="javascript:{{run}}">send</button>',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'CVE-2021-32798: markup does not mutate into a script',
    '<math><mtext><table><mglyph><style><math><table id="</table>"><img src=data:, onerror="{{run}}">',
    { mustNot: ['execution'] },
  ],
  [
    'CVE-2022-41034: a command address is not a link',
    '<a href="command:workbench.action.terminal.new?%5B%5D">text</a>',
    { mustNot: ['navigation', 'selector:a[href^="command"]'], mustRemain: ['text'] },
  ],
  [
    'CVE-2026-41610: an output cannot reach the host of its renderer',
    '<iframe src="about:blank" name="x"></iframe><a target="_parent" href="command:x">text</a>',
    { mustNot: ['navigation', 'selector:iframe,a[href^="command"]'], mustRemain: ['text'] },
  ],
  [
    'DOMPurify before 3.4.11: template content and clobbered roots are walked',
    '<form><template><input name="content"><img src=data:, onerror="{{run}}"></template><input name="attributes"></form>',
    { mustNot: ['execution', 'clobbering'] },
  ],
]
const svgs: Row[] = [
  [
    'CVE-2026-73415: an SVG does not get a document of the same origin',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>{{run}}</script><a href="blob:http://localhost/{{id}}"><text y="9">text</text></a></svg>',
    { mustNot: ['execution', 'navigation', 'markup:blob:'] },
  ],
]
const latex: Row[] = [
  [
    'CVE-2025-59842: a link in a formula has no opener',
    '$\\href{{{link}}}{text}$',
    { mustNot: ['navigation'] },
  ],
  [
    'CVE-2025-23207: attributes of a formula are checked',
    '$\\htmlData{a="x" onclick="{{run}}"=1}{x}$',
    { mustNot: ['execution'] },
  ],
  [
    'CVE-2024-28243: edef does not expand without end',
    '$\\edef\\a{x}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\a$',
    { mustNot: ['resources'] },
  ],
  [
    'CVE-2024-28244: scripts over Unicode do not expand without end',
    `$\\def\\f#1{\\f{#1${'\u2070'}}}\\f{x}$`,
    { mustNot: ['resources'] },
  ],
  [
    'CVE-2024-28245: a file name in a formula is escaped',
    '$\\includegraphics[alt=x]{a" onerror="{{run}}}$',
    { mustNot: ['execution', 'network'] },
  ],
  [
    'CVE-2024-28246: the scheme of a formula link is normalised',
    '$\\href{JavaScript:{{run}}}{x}\\url{JAVASCRIPT:{{run}}}$',
    { mustNot: ['execution', 'navigation'] },
  ],
]
const md: Row[] = [
  [
    'CVE-2024-22420: the text of a heading is not markup again',
    '# <img src="data:," onerror="{{run}}"> \\<img src=data:, onerror={{run}}>\n\n[link](#img)',
    { mustNot: ['execution', 'clobbering'] },
  ],
  [
    'CVE-2026-6658: a diagram is text, whatever it asks for',
    '```mermaid\n%%{init: {"securityLevel": "loose"}}%%\ngraph TD; A["<img src=data:, onerror={{run}}>"]; click A href "javascript:{{run}}"\n```',
    { mustNot: ['execution', 'navigation'], mustRemain: ['graph TD'] },
  ],
  [
    'CVE-2025-54880: an icon label of a diagram is text',
    '```mermaid\narchitecture-beta\n  service a("<img src=data:, onerror={{run}}>")[text]\n```',
    { mustNot: ['execution'], mustRemain: ['architecture-beta'] },
  ],
  [
    'CVE-2025-54881: a formula in a diagram is text',
    '```mermaid\nsequenceDiagram\n  participant A as $$x<img src=data:, onerror={{run}}>$$\n```',
    { mustNot: ['execution'], mustRemain: ['sequenceDiagram'] },
  ],
  [
    'CVE-2021-32862: Markdown source is not raw HTML',
    '<script>{{run}}</script>\n\nkept',
    { mustNot: ['execution'], mustRemain: ['kept'] },
  ],
]
const outputs: Row[] = [
  [
    'CVE-2021-32862: an HTML output is not raw HTML',
    show({ 'text/html': '<script>{{run}}</script><p>kept</p>' }),
    { mustRemain: ['kept'] },
  ],
  [
    'CVE-2021-32862: a Markdown output is not raw HTML',
    show({ 'text/markdown': '<script>{{run}}</script>\n\nkept' }),
    { mustRemain: ['kept'] },
  ],
  [
    'CVE-2021-32862: a JavaScript output does not run',
    show({ 'application/javascript': '{{run}}', 'text/plain': 'kept' }),
  ],
  [
    'CVE-2021-32862: an SVG output does not run',
    show({
      'image/svg+xml':
        '<svg xmlns="http://www.w3.org/2000/svg" onload="{{run}}"><script>{{run}}</script><text>kept</text></svg>',
    }),
    { mustRemain: ['kept'] },
  ],
  [
    'CVE-2021-32862: an SVG file name is not markup',
    show(
      { 'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg"><text>kept</text></svg>' },
      { svg_filename: bad, filenames: { 'image/svg+xml': bad } },
    ),
    { mustRemain: ['kept'] },
  ],
  [
    'CVE-2021-32862: file names in metadata are not markup',
    show({ 'image/png': png }, { filenames: { 'image/png': bad } }),
    { mustRemain: ['selector:img'] },
  ],
  [
    'CVE-2021-32862: base64 data of a PNG is not markup',
    show({ 'image/png': `${png}${bad}`, 'text/plain': 'kept' }),
  ],
  [
    'CVE-2021-32862: base64 data of a JPEG is not markup',
    show({ 'image/jpeg': `${png}${bad}`, 'text/plain': 'kept' }),
  ],
  [
    'CVE-2021-32862: width as text is not markup',
    show({ 'image/png': png }, { 'image/png': { width: `5${bad}` } }),
    { mustRemain: ['selector:img'] },
  ],
  [
    'CVE-2021-32862: height as a list is not markup',
    show({ 'image/png': png }, { 'image/png': { height: ['5', bad] } }),
    { mustRemain: ['selector:img'] },
  ],
  [
    'CVE-2021-32862: alternative text is not markup',
    show({ 'image/png': png }, { 'image/png': { alt: bad } }),
    { mustRemain: ['selector:img'] },
  ],
  [
    'CVE-2023-21779: an unknown type is not echoed as HTML',
    show({ 'text/<img src=data:, onerror={{run}}>': 'x' }),
  ],
]
const books: Row[] = [
  [
    'CVE-2021-32862: a language is not a class list or markup',
    book({ language_info: { name: `x${bad}`, pygments_lexer: bad } }),
  ],
  ['CVE-2021-32862: a title is not markup', book({ title: `</title><script>{{run}}</script>` })],
  [
    'CVE-2021-32862: widget state is not markup',
    book({
      widgets: {
        'application/vnd.jupyter.widget-state+json': { state: { a: '</script><script>{{run}}</script>' } },
      },
    }),
  ],
  ['CVE-2021-32862: tags are not markup', book({}, 'kept', { tags: [bad] })],
  [
    'CVE-2021-32862: a raw cell is text',
    {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        {
          cell_type: 'raw',
          metadata: { raw_mimetype: 'text/html' },
          source: 'kept <script>{{run}}</script>',
        },
      ],
    },
  ],
]
const attached: Row[] = [
  [
    'CVE-2026-39377: the name of an attachment is not a path',
    { source: '![x](attachment:../../x.png)', attachments: { '../../x.png': { 'image/png': png } } },
  ],
  [
    'CVE-2026-39378: the name of an attachment is not a path on another system',
    {
      source: '![x](<attachment:C:\\x.png>) ![x](attachment:%2e%2e%2fx.png)',
      attachments: { 'C:\\x.png': { 'image/png': png }, '../x.png': { 'image/png': png } },
    },
  ],
]

const run = ['execution']
/** A case for each advisory. */
export const advisories: readonly Payload[] = [
  ...group('advisory-html', { kind: 'html', mustNot: run }, markup),
  ...group('advisory-svg', { kind: 'svg', mustNot: run }, svgs),
  ...group('advisory-latex', { kind: 'latex', mustNot: run }, latex),
  ...group('advisory-markdown', { kind: 'markdown', mustNot: run }, md),
  ...group('advisory-output', { kind: 'output', mustNot: run }, outputs),
  ...group(
    'advisory-notebook',
    { kind: 'notebook', mustNot: run },
    books.map(([title, input]): Row => [title, input, { mustRemain: ['kept'] }]),
  ),
  ...group('advisory-attachment', { kind: 'attachment', mustNot: ['execution', 'network'] }, attached),
]
