// Outputs whose MIME types, data or metadata are not what they say: what breaks out of a data URI, sizes, fallbacks.
import type { JsonObject, JsonValue, Output } from '../../src/nbformat/model.js'
import { group, type Payload, type Row } from './payload.js'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const gif = 'R0lGODlhAQABAAAAACw='
const show = (data: JsonObject, metadata: JsonObject = {}): Output => ({
  output_type: 'display_data',
  data,
  metadata,
})
const breakout = 'x" onerror="{{run}}" x="'
const tagBreakout = '"><img src=data:, onerror={{run}}>'
const base64 = (text: string): string => btoa(text)
const svgScript =
  '<svg xmlns="http://www.w3.org/2000/svg"><script>{{run}}</script><text y="9">text</text></svg>'
const page = '<script>{{run}}</script><img src="{{remote}}"><p>text</p>'
const all = ['execution', 'network']
const style = ['style']

const images: Row[] = [
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif'].map(
    (mime): Row => [
      `${mime} that breaks out of its data URI`,
      show({ [mime]: tagBreakout, 'text/plain': 'fallback' }),
    ],
  ),
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'].map(
    (mime): Row => [
      `${mime} that is a page`,
      show({ [mime]: base64('<script>alert(1)</script>'), 'text/plain': 'fallback' }),
      { mustNot: ['execution', 'markup:PHNjcmlwdD'] },
    ],
  ),
  ...['image/png', 'image/jpeg', 'image/gif'].map(
    (mime): Row => [
      `${mime} that is an SVG with a script`,
      show({
        [mime]: base64('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        'text/plain': 'fallback',
      }),
      { mustNot: ['execution', 'markup:PHN2Zy'] },
    ],
  ),
  ['an image with an attribute in its data', show({ 'image/png': breakout, 'text/plain': 'fallback' })],
  [
    'an image with another data URI in its data',
    show({ 'image/png': 'data:text/html,<script>{{run}}</script>', 'text/plain': 'fallback' }),
  ],
  [
    'an image whose data is an address',
    show({ 'image/png': '{{remote}}', 'text/plain': 'fallback' }),
    { mustNot: ['network'] },
  ],
  [
    'an image whose data is a list',
    show({ 'image/png': [png.slice(0, 20), tagBreakout, png.slice(20)], 'text/plain': 'fallback' }),
  ],
  ['an image whose data is a number', show({ 'image/png': 5, 'text/plain': 'fallback' })],
  [
    'an image whose data is an object',
    show({ 'image/png': { toString: 'x', src: '{{remote}}' }, 'text/plain': 'fallback' }),
    { mustNot: all },
  ],
  ['an image whose data is null', show({ 'image/png': null, 'text/plain': 'fallback' })],
  [
    'an image with white space in its data',
    show({ 'image/png': `${png.slice(0, 30)}\n  ${png.slice(30)}\n`, 'text/plain': 'fallback' }),
    { mustRemain: ['selector:img'] },
  ],
  ['a GIF that says it is a PNG', show({ 'image/png': gif, 'text/plain': 'fallback' })],
  ['a PNG that says it is a JPEG', show({ 'image/jpeg': png, 'text/plain': 'fallback' })],
  ['an image type in upper case', show({ 'IMAGE/PNG': tagBreakout, 'text/plain': 'fallback' })],
  [
    'an image type with a parameter',
    show({ 'image/png;charset=utf-8': tagBreakout, 'text/plain': 'fallback' }),
  ],
  [
    'an image type that breaks out',
    show({ 'image/png" onerror="{{run}}" x="': png, 'text/plain': 'fallback' }),
    { mustRemain: ['fallback'] },
  ],
  [
    'an image type with markup',
    show({ 'image/<img src=data:, onerror={{run}}>': png, 'text/plain': 'fallback' }),
    { mustRemain: ['fallback'] },
  ],
  [
    'an icon, a TIFF and a cursor',
    show({
      'image/x-icon': tagBreakout,
      'image/tiff': tagBreakout,
      'image/vnd.microsoft.cursor': tagBreakout,
      'text/plain': 'fallback',
    }),
    { mustRemain: ['fallback'] },
  ],
]

const sizes: readonly (readonly [string, JsonValue])[] = [
  ['a number beyond reason', 9e15],
  ['a negative number', -500],
  ['a number as text', '640'],
  ['a percentage', '10000000%'],
  ['viewport units', '900000vw'],
  ['an attribute', breakout],
  ['a tag', tagBreakout],
  ['a style', '1px;position:fixed;inset:0;background:url({{remote}})'],
  ['a list', ['640', tagBreakout]],
  ['an object', { valueOf: tagBreakout }],
  ['null and booleans', true],
  ['not a number', 'NaN'],
  ['an exponent', '1e400'],
]
const metadata: Row[] = [
  ...sizes.map(
    ([title, value]): Row => [
      `width and height of a PNG as ${title}`,
      show({ 'image/png': png, 'text/plain': 'fallback' }, { 'image/png': { width: value, height: value } }),
      { mustNot: ['execution', 'network', 'style'], mustRemain: ['selector:img'] },
    ],
  ),
  ...sizes.slice(0, 9).map(
    ([title, value]): Row => [
      `width and height of an SVG as ${title}`,
      show(
        {
          'image/svg+xml':
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
        },
        { 'image/svg+xml': { width: value, height: value }, width: value },
      ),
      { mustNot: ['execution', 'network', 'style'], mustRemain: ['selector:svg'] },
    ],
  ),
  [
    'alternative text that breaks out',
    show({ 'image/png': png }, { 'image/png': { alt: breakout } }),
    { mustRemain: ['selector:img'] },
  ],
  [
    'alternative text as a list',
    show({ 'image/png': png }, { 'image/png': { alt: [tagBreakout, 5] } }),
    { mustRemain: ['selector:img'] },
  ],
  [
    'needs_background as text',
    show(
      { 'image/png': png },
      { needs_background: tagBreakout, 'image/png': { needs_background: 'light"><script>' } },
    ),
    { mustRemain: ['selector:img'] },
  ],
  [
    'unconfined as text',
    show({ 'image/png': png }, { unconfined: tagBreakout, 'image/png': { unconfined: true, width: 90000 } }),
    { mustNot: ['execution', 'style'], mustRemain: ['selector:img'] },
  ],
  [
    'file names in metadata',
    show(
      { 'image/png': png },
      {
        filenames: { 'image/png': tagBreakout },
        svg_filename: tagBreakout,
        'image/png': { filename: '../../x' },
      },
    ),
    { mustRemain: ['selector:img'] },
  ],
  [
    'isolated',
    show(
      { 'text/html': page, 'text/plain': 'fallback' },
      { isolated: true, 'text/html': { isolated: true } },
    ),
    { mustNot: all },
  ],
  [
    'trusted, in every spelling',
    show(
      { 'text/html': page, 'application/javascript': '{{run}}' },
      { trusted: true, 'text/html': { trusted: true }, nbtrust: { trusted: true } },
    ),
    { mustNot: all },
  ],
  [
    'tags, jupyter and class names',
    show(
      { 'text/plain': 'fallback' },
      { tags: [tagBreakout], jupyter: { outputs_hidden: tagBreakout }, classes: 'jp-Dialog' },
    ),
    { mustRemain: ['fallback'] },
  ],
  [
    '__proto__ in metadata',
    {
      output_type: 'display_data',
      data: { 'image/png': png },
      metadata: JSON.parse(
        '{"__proto__":{"width":9000000,"polluted":true},"image/png":{"__proto__":{"alt":"x"},"constructor":{"prototype":{"polluted":true}}}}',
      ),
    },
    { mustNot: ['clobbering', 'style'], mustRemain: ['selector:img'] },
  ],
  [
    'metadata that is a list',
    { output_type: 'display_data', data: { 'image/png': png }, metadata: JSON.parse('[]') },
    { mustNot: ['execution'] },
  ],
  [
    'metadata that is null',
    { output_type: 'display_data', data: { 'image/png': png }, metadata: JSON.parse('null') },
    { mustNot: ['execution'] },
  ],
]

const types: Row[] = [
  [
    'application/javascript',
    show({ 'application/javascript': '{{run}}', 'text/plain': 'fallback' }),
    { mustNot: ['execution'] },
  ],
  ['text/javascript', show({ 'text/javascript': '{{run}}', 'text/plain': 'fallback' })],
  [
    'application/ecmascript and friends',
    show({
      'application/ecmascript': '{{run}}',
      'application/x-javascript': '{{run}}',
      'text/ecmascript': '{{run}}',
      'text/plain': 'fallback',
    }),
  ],
  [
    'JavaScript beside HTML',
    show({ 'application/javascript': '{{run}}', 'text/html': '<p>text</p>' }),
    { mustRemain: ['text'] },
  ],
  ['JavaScript alone', show({ 'application/javascript': ['window.__nbtrust', "Canary('{{id}}')"] })],
  [
    'HTML as a list of lines',
    show({ 'text/html': ['<scr', 'ipt>{{run}}</scr', 'ipt><p>text</p>'] }),
    { mustRemain: ['text'] },
  ],
  ['HTML that is a number', show({ 'text/html': 7, 'text/plain': 'fallback' })],
  ['HTML that is an object', show({ 'text/html': { toString: page }, 'text/plain': 'fallback' })],
  [
    'HTML as a list with things that are not text',
    show({
      'text/html': ['<p>text</p>', 5, null, { a: 1 }, ['<img src=data:, onerror={{run}}>']],
      'text/plain': 'fallback',
    }),
  ],
  ['a type in mixed case', show({ 'Text/HTML': page, 'text/plain': 'fallback' }), { mustNot: all }],
  ['a type with spaces', show({ ' text/html ': page, 'text/plain': 'fallback' }), { mustNot: all }],
  [
    'a type with a parameter',
    show({ 'text/html; charset=utf-8': page, 'text/plain': 'fallback' }),
    { mustNot: all },
  ],
  [
    'application/xhtml+xml',
    show({ 'application/xhtml+xml': page, 'text/plain': 'fallback' }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'text/xml and application/xml',
    show({ 'text/xml': svgScript, 'application/xml': svgScript, 'text/plain': 'fallback' }),
    { mustRemain: ['fallback'] },
  ],
  [
    'text/css',
    show({ 'text/css': '*{display:none}', 'text/plain': 'fallback' }),
    { mustNot: style, mustRemain: ['fallback'] },
  ],
  [
    'multipart/related and message/rfc822',
    show({ 'multipart/related': page, 'message/rfc822': page, 'text/plain': 'fallback' }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'text/cache-manifest and text/x-component',
    show({ 'text/cache-manifest': page, 'text/x-component': page, 'text/plain': 'fallback' }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  ['SVG with a script', show({ 'image/svg+xml': svgScript, 'text/plain': 'fallback' })],
  [
    'SVG as base64',
    show({
      'image/svg+xml': base64('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'),
      'text/plain': 'fallback',
    }),
  ],
  [
    'SVG as a list',
    show({
      'image/svg+xml': ['<svg xmlns="http://www.w3.org/2000/svg">', '<script>{{run}}</script>', '</svg>'],
    }),
  ],
  ['SVG that is HTML', show({ 'image/svg+xml': page }), { mustNot: all }],
  ['Markdown with raw HTML', show({ 'text/markdown': `${page}\n\n![x]({{remote}})` }), { mustNot: all }],
  ['LaTeX with raw HTML', show({ 'text/latex': '<script>{{run}}</script>$x$' })],
  [
    'plain text with markup',
    show({ 'text/plain': '<script>{{run}}</script>' }),
    { mustRemain: ['<script>'] },
  ],
  ['plain text that is an object', show({ 'text/plain': { a: '<script>{{run}}</script>' } })],
  [
    'PDF',
    show({
      'application/pdf': base64('%PDF-1.4 /OpenAction << /S /JavaScript >>'),
      'text/plain': 'fallback',
    }),
    { mustNot: ['network', 'selector:embed,object,iframe'] },
  ],
  [
    'PDF whose data is an address',
    show({ 'application/pdf': '{{remote}}', 'text/plain': 'fallback' }),
    { mustNot: ['network', 'selector:embed,object,iframe'] },
  ],
  [
    'JSON with markup',
    show({
      'application/json': {
        a: '<script>{{run}}</script>',
        '<img src=data:, onerror={{run}}>': [1, null, true],
      },
    }),
  ],
  [
    'JSON with __proto__',
    {
      output_type: 'display_data',
      data: JSON.parse(
        '{"application/json":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"text":"kept"}}',
      ),
      metadata: {},
    },
    { mustNot: ['clobbering', 'execution'], mustRemain: ['kept'] },
  ],
  [
    'JSON 3,000 levels deep',
    {
      output_type: 'display_data',
      data: JSON.parse(
        `{"application/json":${'['.repeat(3000)}1${']'.repeat(3000)},"text/plain":"fallback"}`,
      ),
      metadata: {},
    },
    { mustNot: ['resources'] },
  ],
  [
    'JSON with 20,000 keys',
    show({
      'application/json': Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, n])),
      'text/plain': 'fallback',
    }),
    { mustNot: ['resources'] },
  ],
  [
    'JSON that is a script as text',
    show({ 'application/json': '</script><script>{{run}}</script>', 'text/plain': 'fallback' }),
  ],
  [
    'GeoJSON with a tile server',
    show({
      'application/geo+json': {
        type: 'Feature',
        properties: { tiles: '{{remote}}' },
        geometry: { type: 'Point', coordinates: [0, 0] },
      },
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'Vega-Lite with remote data and a signal',
    show({
      'application/vnd.vegalite.v5+json': {
        data: { url: '{{remote}}' },
        mark: 'bar',
        params: [{ name: 'x', expr: '{{run}}' }],
      },
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'Vega with a loader and an href',
    show({
      'application/vnd.vega.v5+json': {
        data: [{ name: 'd', url: '{{here}}' }],
        marks: [{ type: 'rect', encode: { enter: { href: { value: 'javascript:{{run}}' } } } }],
      },
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'Vega embed options',
    show({
      'application/vnd.vegalite.v4+json': {
        mark: 'bar',
        usermeta: {
          embedOptions: {
            loader: { target: '_top' },
            sourceHeader: '<script>{{run}}</script>',
            theme: '{{remote}}',
          },
        },
      },
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'Plotly with a link and an image',
    show({
      'application/vnd.plotly.v1+json': {
        data: [{ type: 'scatter', text: ['<a href="javascript:{{run}}">x</a>'] }],
        layout: { title: '<script>{{run}}</script>', images: [{ source: '{{remote}}' }] },
        config: { plotlyServerURL: '{{remote}}' },
      },
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'Bokeh load and exec',
    show(
      {
        'application/vnd.bokehjs_load.v0+json': '{{run}}',
        'application/vnd.bokehjs_exec.v0+json': '',
        'application/javascript': '{{run}}',
        'text/html': '<div id="{{id}}">text</div>',
      },
      { 'application/vnd.bokehjs_exec.v0+json': { id: '{{id}}', server_id: '{{remote}}' } },
    ),
    { mustNot: all, mustRemain: ['text'] },
  ],
  [
    'HoloViews load and exec',
    show({
      'application/vnd.holoviews_load.v0+json': '{{run}}',
      'application/vnd.holoviews_exec.v0+json': '{{run}}',
      'text/plain': 'fallback',
    }),
    { mustRemain: ['fallback'] },
  ],
  [
    'a widget view without a state',
    show({
      'application/vnd.jupyter.widget-view+json': {
        version_major: 2,
        version_minor: 0,
        model_id: '../../{{id}}"><script>',
      },
      'text/plain': 'fallback',
    }),
    { mustRemain: ['fallback'] },
  ],
  [
    'a widget state with an HTML value',
    show({
      'application/vnd.jupyter.widget-state+json': {
        state: { a: { model_name: 'HTMLModel', state: { value: page } } },
      },
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'an any-widget with a module',
    show({
      'application/vnd.jupyter.widget-view+json': { model_id: 'a', _esm: '{{run}}', _css: '*{display:none}' },
      'text/plain': 'fallback',
    }),
    { mustNot: ['execution', 'style'], mustRemain: ['fallback'] },
  ],
  [
    'colab, nteract and VS Code types',
    show({
      'application/vnd.google.colaboratory.intrinsic+json': { type: 'string', html: page },
      'application/vnd.dataresource+json': { schema: { fields: [] }, data: [] },
      'x-application/vscode': page,
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'a vendor type that ends in html',
    show({ 'application/vnd.nbtrust+html': page, 'application/x-html': page, 'text/plain': 'fallback' }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'mermaid',
    show({
      'text/vnd.mermaid': 'graph TD; A["<img src=data:, onerror={{run}}>"]; click A "javascript:{{run}}"',
      'text/plain': 'fallback',
    }),
    { mustRemain: ['fallback'] },
  ],
  [
    'a type that names itself __proto__',
    {
      output_type: 'display_data',
      data: JSON.parse(
        '{"__proto__":"<script>alert(1)</script>","constructor":"x","toString":"y","text/plain":"fallback"}',
      ),
      metadata: {},
    },
    { mustNot: ['execution', 'clobbering'], mustRemain: ['fallback'] },
  ],
  ['a type with markup and nothing else', show({ '<img src=data:, onerror={{run}}>/x': 'text' })],
  [
    'a type of 100,000 letters',
    show({ [`text/${'x'.repeat(100_000)}`]: 'x', 'text/plain': 'fallback' }),
    { mustNot: ['resources', 'style'], mustRemain: ['fallback'] },
  ],
  [
    '10,000 types',
    show(
      Object.fromEntries([
        ...Array.from({ length: 10_000 }, (_, n) => [`text/x${n}`, page]),
        ['text/plain', 'fallback'],
      ]),
    ),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  ['no types at all', show({})],
  [
    'video and audio',
    show({
      'video/mp4': tagBreakout,
      'audio/mpeg': tagBreakout,
      'audio/wav': '{{remote}}',
      'text/plain': 'fallback',
    }),
    { mustNot: all, mustRemain: ['fallback'] },
  ],
  [
    'a font and a module',
    show({ 'font/woff2': tagBreakout, 'application/wasm': tagBreakout, 'text/plain': 'fallback' }),
    { mustRemain: ['fallback'] },
  ],
  [
    'jupyter error and stderr types',
    show({
      'application/vnd.jupyter.error': { ename: page },
      'application/vnd.jupyter.stderr': page,
      'application/vnd.jupyter.stdout': `${page}\u001b[31m`,
    }),
    { mustNot: all },
  ],
]

const kinds: Row[] = [
  [
    'an error whose name, value and traceback are markup',
    {
      output_type: 'error',
      ename: '<img src=data:, onerror={{run}}>',
      evalue: page,
      traceback: ['\u001b[31m<script>{{run}}</script>\u001b[0m', page],
    },
    { mustNot: all },
  ],
  [
    'an error with a link in its traceback',
    {
      output_type: 'error',
      ename: 'E',
      evalue: 'v',
      traceback: ['\u001b]8;;javascript:{{run}}\u001b\\text\u001b]8;;\u001b\\'],
    },
    { mustRemain: ['text'] },
  ],
  [
    'a stream named like a MIME type',
    { output_type: 'stream', name: 'text/html', text: page },
    { mustNot: all, mustRemain: ['<script>'] },
  ],
  [
    'a stream whose name breaks out',
    { output_type: 'stream', name: 'x" onclick="{{run}}', text: 'text' },
    { mustRemain: ['text'] },
  ],
  [
    'a stream whose name is a class of the host',
    { output_type: 'stream', name: 'jp-Dialog host-dialog', text: 'text' },
    { mustNot: ['imitation'], mustRemain: ['text'] },
  ],
  [
    'a stream of lists',
    { output_type: 'stream', name: 'stderr', text: ['a <script>', '{{run}}</script>\n', 'text'] },
    { mustRemain: ['<script>'] },
  ],
  [
    'a stream of progress bars',
    {
      output_type: 'stream',
      name: 'stderr',
      text: Array.from({ length: 400 }, (_, n) => `\r${n / 4}%|${'█'.repeat(n % 40)}<b>`).join(''),
    },
    { mustRemain: ['99.75%'] },
  ],
  [
    'an execute_result with a count that is markup',
    {
      output_type: 'execute_result',
      execution_count: JSON.parse('"<img src=data:, onerror=alert(1)>"'),
      data: { 'text/plain': 'text' },
      metadata: {},
    },
    { mustRemain: ['text'] },
  ],
  [
    'a version 3 output with every short key',
    {
      output_type: 'pyout',
      html: page,
      svg: svgScript,
      javascript: '{{run}}',
      latex: '<script>{{run}}</script>',
      png: tagBreakout,
      jpeg: tagBreakout,
      text: 'text',
    },
    { mustNot: all },
  ],
  ['a version 3 output with JavaScript alone', { output_type: 'display_data', javascript: '{{run}}' }],
  [
    'a version 3 error',
    { output_type: 'pyerr', ename: page, evalue: page, traceback: [page] },
    { mustNot: all },
  ],
  ['a version 3 stream', { output_type: 'stream', stream: 'x"><script>', text: page }, { mustNot: all }],
  [
    'an output type nobody knows',
    { output_type: JSON.parse('"nbtrust_custom"'), data: { 'text/html': page }, metadata: {} } as Output,
    { mustNot: all },
  ],
  [
    'an output type of __proto__',
    { output_type: JSON.parse('"__proto__"'), data: { 'text/html': page }, metadata: {} } as Output,
    { mustNot: all },
  ],
  ['an output without data', JSON.parse('{"output_type":"display_data"}')],
  [
    'an output whose data is text',
    JSON.parse('{"output_type":"display_data","data":"<script>alert(1)</script>","metadata":{}}'),
  ],
  [
    'an output whose data is a list',
    JSON.parse(
      '{"output_type":"display_data","data":["text/html","<script>alert(1)</script>"],"metadata":{}}',
    ),
  ],
  [
    'an output with a transient display id',
    {
      output_type: 'display_data',
      data: { 'text/html': page },
      metadata: {},
      transient: { display_id: 'host-title' },
    } as Output,
    { mustNot: [...all, 'clobbering'] },
  ],
  [
    'an error without a traceback',
    JSON.parse('{"output_type":"error","ename":"<b>","evalue":"<script>alert(1)</script>"}'),
  ],
  ['a stream without text', JSON.parse('{"output_type":"stream","name":"stdout"}')],
]

/** Raster images. */
export const imageOutputs: readonly Payload[] = group(
  'image',
  { kind: 'output', mustNot: ['execution'] },
  images,
)
/** Output metadata. */
export const metadataOutputs: readonly Payload[] = group(
  'metadata',
  { kind: 'output', mustNot: ['execution'] },
  metadata,
)
/** MIME types. */
export const mimeOutputs: readonly Payload[] = group(
  'mime',
  { kind: 'output', mustNot: ['execution'] },
  types,
)
/** Output types and shapes. */
export const outputKinds: readonly Payload[] = group(
  'output',
  { kind: 'output', mustNot: ['execution'] },
  kinds,
)
