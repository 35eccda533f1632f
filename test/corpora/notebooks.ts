// Markdown cells with attachments, and whole notebooks whose metadata is under attack.
import type { CellV4, JsonObject, Notebook } from '../../src/nbformat/model.js'
import { group, type Payload, type Row } from './payload.js'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const bad = '"><img src=data:, onerror={{run}}>'
const page = '<script>{{run}}</script><img src="{{remote}}"><p>text</p>'
const all = ['execution', 'network']
const cell = (source: string, attachments: { [name: string]: { [mime: string]: unknown } }): Row[1] => ({
  source,
  attachments,
})

const attached: Row[] = [
  [
    'a PNG',
    cell('![a chart](attachment:a.png)', { 'a.png': { 'image/png': png } }),
    { mustRemain: ['selector:img'] },
  ],
  [
    'a page',
    cell('![a chart](attachment:a.html)', { 'a.html': { 'text/html': page } }),
    { mustNot: [...all, 'markup:text/html'] },
  ],
  [
    'a link to a page',
    cell('[text](attachment:a.html)', { 'a.html': { 'text/html': page } }),
    { mustNot: [...all, 'navigation'], mustRemain: ['text'] },
  ],
  [
    'an SVG with a script',
    cell('![a chart](attachment:a.svg)', {
      'a.svg': { 'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' },
    }),
  ],
  ['a type that breaks out', cell('![a chart](attachment:a.png)', { 'a.png': { [`image/png${bad}`]: png } })],
  [
    'data that breaks out',
    cell('![a chart](attachment:a.png)', { 'a.png': { 'image/png': `${png}${bad}` } }),
  ],
  [
    'data that is an address',
    cell('![a chart](attachment:a.png)', { 'a.png': { 'image/png': '{{remote}}' } }),
    { mustNot: all },
  ],
  [
    'data that is a list',
    cell('![a chart](attachment:a.png)', { 'a.png': { 'image/png': [png.slice(0, 40), png.slice(40)] } }),
  ],
  [
    'data that is an object',
    cell('![a chart](attachment:a.png)', { 'a.png': { 'image/png': { src: '{{remote}}' } } }),
    { mustNot: all },
  ],
  [
    'a name that breaks out',
    cell(`![a chart](attachment:a%22%3E.png)`, {
      [`a${bad}.png`]: { 'image/png': png },
      'a">.png': { 'image/png': png },
    }),
  ],
  [
    'a name that climbs',
    cell('![a chart](attachment:../../../etc/passwd) ![a chart](<attachment:..\\..\\x.png>)', {
      '../../../etc/passwd': { 'image/png': png },
      '..\\..\\x.png': { 'image/png': png },
    }),
    { mustNot: all },
  ],
  [
    'a name that is an address',
    cell('![a chart](attachment:{{remote}})', { '{{remote}}': { 'image/png': png } }),
    { mustNot: all },
  ],
  [
    'names of Object',
    cell(
      '![a](attachment:__proto__) ![b](attachment:constructor) ![c](attachment:toString)',
      JSON.parse(`{"__proto__":{"image/png":"${png}"}}`),
    ),
    { mustNot: ['clobbering', 'execution'] },
  ],
  [
    'a name in another case and encoding',
    cell('![a chart](attachment:%61.PNG)', { 'a.PNG': { 'image/png': png } }),
  ],
  ['a name that is missing', cell('![a chart](attachment:nope.png)', {}), { mustNot: all }],
  [
    'an attachment with several types',
    cell('![a chart](attachment:a)', {
      a: { 'text/html': page, 'application/javascript': '{{run}}', 'image/png': png },
    }),
    { mustNot: all },
  ],
  ['an attachment without a type', cell('![a chart](attachment:a)', { a: {} })],
  [
    'raw HTML that points to an attachment',
    cell('<img src="attachment:a.png" onerror="{{run}}"><a href="attachment:a.html">text</a>', {
      'a.png': { 'image/png': png },
      'a.html': { 'text/html': page },
    }),
    { mustNot: [...all, 'navigation'], mustRemain: ['text'] },
  ],
  [
    'a reference to an attachment',
    cell('![a chart][a]\n\n[a]: attachment:a.png "x\\" onerror=\\"alert(1)"', {
      'a.png': { 'image/png': png },
    }),
  ],
  [
    'attachments that are a list',
    JSON.parse('{"source":"![a chart](attachment:0)","attachments":[{"image/png":"x"}]}'),
  ],
]

const markdownCell = (source: string, more: JsonObject = {}): CellV4 => ({
  cell_type: 'markdown',
  metadata: more,
  source,
})
const codeCell = (more: JsonObject = {}): CellV4 => ({
  cell_type: 'code',
  metadata: more,
  execution_count: 1,
  source: '# kept\n<script>{{run}}</script>',
  outputs: [{ output_type: 'display_data', data: { 'text/html': page }, metadata: {} }],
})
const book = (metadata: JsonObject, cells: CellV4[] = [codeCell(), markdownCell('kept')]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata,
  cells,
})

const notebooks: Row[] = [
  ['a title', book({ title: `</title>${bad}`, authors: [{ name: bad }] })],
  [
    'a kernelspec',
    book({
      kernelspec: { name: bad, display_name: `<script>{{run}}</script>`, language: bad, argv: ['sh'] },
    }),
  ],
  [
    'a language',
    book({
      language_info: {
        name: `python${bad}`,
        pygments_lexer: bad,
        codemirror_mode: { name: '__proto__' },
        mimetype: bad,
        file_extension: '../x',
        nbconvert_exporter: bad,
      },
    }),
  ],
  [
    'a language that names a module',
    book({ language_info: { name: '../../{{id}}', codemirror_mode: '{{remote}}', version: '{{run}}' } }),
    { mustNot: all },
  ],
  [
    'cell tags',
    book({}, [
      codeCell({
        tags: [bad, 'jp-Dialog', 'hide-input"><script>'],
        name: bad,
        collapsed: bad,
        scrolled: bad,
        format: bad,
      }),
      markdownCell('kept'),
    ]),
  ],
  [
    'cell ids',
    book({}, [
      { ...codeCell(), id: 'host-title' },
      { ...markdownCell('kept'), id: `x${bad}` },
    ]),
    { mustNot: ['clobbering', 'execution'] },
  ],
  [
    'cell ids named like properties of Object',
    book({}, [
      { ...codeCell(), id: '__proto__' },
      { ...markdownCell('kept'), id: 'constructor' },
    ]),
    { mustNot: ['clobbering', 'execution'] },
  ],
  [
    'slide types and class names',
    book({ rise: { theme: bad }, celltoolbar: bad }, [
      codeCell({ slideshow: { slide_type: bad }, classes: ['jp-Dialog'] }),
      markdownCell('kept'),
    ]),
    { mustNot: ['imitation', 'execution'] },
  ],
  [
    'widget state',
    book({
      widgets: {
        'application/vnd.jupyter.widget-state+json': {
          version_major: 2,
          state: {
            a: {
              model_module: '{{remote}}',
              model_name: 'HTMLModel',
              state: { value: page, description: bad },
            },
          },
        },
      },
    }),
    { mustNot: all },
  ],
  [
    'widget state that closes a script',
    book({
      widgets: {
        'application/vnd.jupyter.widget-state+json': { state: { '</script><script>{{run}}</script>': {} } },
      },
    }),
    { mustNot: all },
  ],
  [
    'a trusted flag on every level',
    book({ trusted: true, signature: 'sha256:0' }, [
      codeCell({ trusted: true }),
      markdownCell('kept', { trusted: true }),
    ]),
    { mustNot: all },
  ],
  [
    'nbconvert, jupytext and colab settings',
    book({
      jupytext: { main_language: bad },
      colab: { name: bad, provenance: [{ file_id: bad }] },
      nbconvert: { exporters: bad },
      toc: { title_cell: bad },
    }),
  ],
  [
    'vendor keys named __proto__',
    {
      ...book({}),
      metadata: JSON.parse(
        '{"__proto__":{"trusted":true,"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      ),
    },
    { mustNot: ['clobbering', 'execution', 'network'] },
  ],
  [
    'a raw cell of every format',
    book({}, [
      { cell_type: 'raw', metadata: { raw_mimetype: 'text/html', format: 'text/html' }, source: page },
      { cell_type: 'raw', metadata: { format: bad }, source: '<script>{{run}}</script>' },
      markdownCell('kept'),
    ]),
    { mustNot: all },
  ],
  [
    'a raw cell with attachments',
    book({}, [
      { cell_type: 'raw', metadata: {}, source: 'kept', attachments: { 'a.html': { 'text/html': page } } },
    ]),
    { mustNot: all },
  ],
  [
    'sources as lists',
    book({}, [
      { cell_type: 'markdown', metadata: {}, source: ['<scr', 'ipt>{{run}}</scr', 'ipt>\n', 'kept'] },
    ]),
    { mustNot: all },
  ],
  [
    'Markdown whose cells only together are a tag',
    book({}, [markdownCell('kept <div title="'), markdownCell('"><img src=data:, onerror={{run}}>')]),
    { mustNot: all },
  ],
  [
    'outputs whose parts only together are a tag',
    book({}, [
      {
        cell_type: 'code',
        metadata: {},
        execution_count: null,
        source: 'kept',
        outputs: [
          { output_type: 'stream', name: 'stdout', text: '<scr' },
          { output_type: 'stream', name: 'stdout', text: 'ipt>{{run}}</script>' },
          { output_type: 'display_data', data: { 'text/html': '<style>' }, metadata: {} },
          { output_type: 'display_data', data: { 'text/html': '*{display:none}</style>' }, metadata: {} },
        ],
      },
    ]),
    { mustNot: ['execution', 'style'] },
  ],
  [
    'a version 3 notebook with an HTML cell and headings',
    {
      nbformat: 3,
      nbformat_minor: 0,
      metadata: { name: bad },
      worksheets: [
        {
          cells: [
            { cell_type: 'html', source: page },
            { cell_type: 'heading', level: 1, source: '<script>{{run}}</script>kept' },
            { cell_type: 'heading', level: 99, source: 'deep' },
            { cell_type: 'raw', source: page },
          ],
        },
      ],
    },
    { mustNot: all, mustRemain: ['kept'] },
  ],
  [
    'a version 3 notebook with outputs',
    {
      nbformat: 3,
      nbformat_minor: 0,
      metadata: {},
      worksheets: [
        {
          cells: [
            {
              cell_type: 'code',
              language: bad,
              input: 'kept',
              outputs: [
                { output_type: 'pyout', html: page, javascript: '{{run}}', metadata: { trusted: true } },
                { output_type: 'pyerr', ename: page, evalue: '', traceback: [] },
              ],
            },
          ],
        },
      ],
    },
    { mustNot: all },
  ],
  [
    'a kernelspec that breaks out',
    book({ kernelspec: { name: bad, display_name: `<img src=data:, onerror={{run}}>`, language: bad } }),
  ],
  [
    'tags that are classes and markup',
    book({}, [markdownCell('kept', { tags: ['jp-Dialog modal', bad, '<script>{{run}}</script>'] })]),
  ],
  [
    'a slide type, a name and a description that break out',
    book({ title: bad, authors: [{ name: bad }], description: `</style><script>{{run}}</script>` }, [
      markdownCell('kept', { slideshow: { slide_type: bad }, name: bad, id: bad }),
    ]),
  ],
]

/** Attachments. */
export const attachments: readonly Payload[] = group(
  'attachment',
  { kind: 'attachment', mustNot: ['execution'] },
  attached,
)
/** Whole notebooks. */
export const notebookMetadata: readonly Payload[] = group(
  'notebook',
  { kind: 'notebook', mustNot: ['execution'] },
  notebooks.map(([title, input, details]): Row => [title, input, { mustRemain: ['kept'], ...details }]),
)
