// What the sanitizer promises, as tests that run in whatever DOM there is: jsdom and Chromium.
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import {
  renderAnsi,
  renderLatex,
  renderMarkdown,
  SafeHtml,
  type SafeResult,
  sanitizeHtml,
  sanitizeSvg,
  setSafeHtml,
} from '../../src/sanitize/index.js'

const markup = ({ html }: SafeResult): string => String(html)
const clean = (dirty: string, options = {}): string => markup(sanitizeHtml(dirty, options))
const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Declares the tests. */
export function sanitizerClaims(): void {
  describe('HTML', html)
  describe('reports', reports)
  describe('SafeHtml', safeHtml)
  describe('SVG and MathML', drawings)
  describe('Markdown and LaTeX', markdown)
  describe('terminal output', terminal)
  describe('limits', limits)
}

function html(): void {
  test.each([
    ['<p>text <b>bold</b></p>', '<p>text <b>bold</b></p>'],
    ['<p onclick="x">text</p>', '<p>text</p>'],
    ['a<script>x</script>b', 'ab'],
    ['<x-y onclick=a>text</x-y>', 'text'],
    ['<style>p{}</style>text', 'text'],
    ['<!-- x -->text', 'text'],
    ['<template><p>x</p></template>text', 'text'],
    ['<div><template shadowrootmode="open"><p>x</p></template>text</div>', '<div>text</div>'],
    ['<object data="x"><p>static</p></object>', '<p>static</p>'],
    ['<canvas width="60000" height="60000"><p>static</p></canvas>', '<p>static</p>'],
    ['<iframe src="https://a.example"></iframe>text', 'text'],
    ['<base href="https://a.example"><meta http-equiv="refresh" content="0">text', 'text'],
    ['<p is="x-y" slot="a" part="b" nonce="c" autofocus accesskey="d" tabindex="5">text</p>', '<p>text</p>'],
    ['<p contenteditable draggable="true" popover data-commandlinker-command="x">text</p>', '<p>text</p>'],
    ['<p role="dialog" aria-modal="true" aria-label="a">text</p>', '<p aria-label="a">text</p>'],
    ['<p class="jp-Dialog language-python x">text</p>', '<p class="language-python">text</p>'],
    ['<p style="color:red;position:fixed">text</p>', '<p style="color: red;">text</p>'],
    ['<dialog open>text</dialog>', 'text'],
    ['<input type="password"><input type="file"><input type="hidden" name="x">', ''],
    ['<input type="checkbox" checked>', '<input type="checkbox" checked="" disabled="">'],
    ['<button onclick="x" formaction="/y">go</button>', '<button type="button" disabled="">go</button>'],
    ['<textarea autofocus>a</textarea>', '<textarea disabled="">a</textarea>'],
    [`<img src="${png}" onerror="x" alt="a">`, `<img src="${png}" alt="a">`],
  ])('%s becomes %s', (dirty, expected) => {
    expect(clean(dirty)).toBe(expected)
  })

  test.each([
    'a<script>CODE</script>b<p style="color: red" onclick="x">c</p><script type="text/plain">CODE</script><i onclick=x>d</i>',
    'a<SCRIPT src=//host.example>CODE</SCRIPT >b',
    'a<p>b<script>CODE',
    '<!-- <script>CODE</script> -->b',
    'a<script><!-- <script>CODE</script> --></script>b',
    'a<script>short()</script>b<script>CODE</script>c',
    'a<template><script>CODE</script></template>b',
    'a<svg><script>CODE</script><g><text>b</text></g></svg>c',
    'a<table><script>CODE</script><tr><td>b</table>',
    'a<select><script>CODE</script><option>b</select>',
  ])('a long script makes no other result than a short one: %s', (dirty) => {
    const [short, long] = ['code()', 'code(1)\n'.repeat(2000)].map((code) =>
      sanitizeHtml(dirty.replaceAll('CODE', code)),
    )
    expect(String(long?.html)).toBe(String(short?.html))
    expect(long?.removed).toEqual(short?.removed)
  })

  test.each([
    '<p title="<script>CODE">text</p>',
    '<math><annotation-xml><script><p>CODE</p></script></annotation-xml></math>',
  ])('a long text that only looks like a script stays whole: %s', (dirty) => {
    const code = 'words '.repeat(1000).trim()
    expect(clean(dirty.replace('CODE', code))).toContain(code)
  })

  // With one all nodes are looked at, without one only the elements.
  test.each([
    'a<p>b<unknown>c<b>d</b> e</unknown> f</p>g<script>h</script>i',
    '<form>a<p>b<input name=x>c</p></form>d<table>e<tr><td>f<object>g</object>h</table>',
    '<svg><g><text>a<script>b</script>c</text></g>d</svg><math><mi>e<b>f</b></mi></math>',
    'text alone',
  ])('a comment changes nothing but the report: %s', (dirty) => {
    const [plain, commented] = [dirty, `${dirty}<!-- -->`].map((one) => sanitizeHtml(one))
    expect(String(commented?.html)).toBe(String(plain?.html))
    expect(commented?.removed.filter(({ kind }) => kind !== 'comment')).toEqual(plain?.removed)
    expect(commented?.removed.some(({ kind }) => kind === 'comment')).toBe(true)
  })

  test('ids, names and what refers to them get the prefix, once', () => {
    const dirty =
      '<h1 id="a b">t</h1><a href="#a%20b" name="n" aria-describedby="x y">l</a><label for="x">m</label>'
    const once = clean(dirty)
    expect(once).toBe(
      '<h1 id="nbout-a b">t</h1><a href="#nbout-a%20b" name="nbout-n" aria-describedby="nbout-x nbout-y">l</a><label for="nbout-x">m</label>',
    )
    expect(clean(once)).toBe(once)
    expect(clean('<p id="x">', { idPrefix: 'cell-7-' })).toBe('<p id="cell-7-x"></p>')
  })

  test('links open beside the page and tell nobody where they come from', () => {
    expect(clean('<a href="https://a.example/x" target="_top" rel="opener" download ping="/y">l</a>')).toBe(
      '<a href="https://a.example/x" rel="noopener noreferrer nofollow" target="_blank">l</a>',
    )
    expect(
      clean('<a href="javascript:x">l</a><a href="/logout">m</a><a href="mailto:a@b.example">n</a>'),
    ).toBe(
      '<a>l</a><a>m</a><a href="mailto:a@b.example" rel="noopener noreferrer nofollow" target="_blank">n</a>',
    )
    expect(clean('<a href="b.html">l</a>', { baseUrl: 'https://a.example/' })).toContain(
      'https://a.example/b.html',
    )
  })

  test('nothing makes itself higher than a page can bear', () => {
    expect(clean('<p style="line-height: 1000000">t</p><p style="line-height: 1.5">u</p>')).toBe(
      '<p>t</p><p style="line-height: 1.5;">u</p>',
    )
    expect(clean('<table border="90000"></table><table border="1"></table>')).toBe(
      '<table></table><table border="1"></table>',
    )
  })

  test('a form whose controls hide its own properties is taken apart all the same', () => {
    const names = [
      'attributes',
      'parentNode',
      'firstChild',
      'removeChild',
      'insertBefore',
      'localName',
      'nodeType',
    ]
    const dirty = `<form onsubmit="x" action="/y">${names.map((name) => `<input name="${name}">`).join('')}<p>text</p></form>`
    const safe = clean(dirty)
    expect(safe).not.toContain('form')
    expect(safe).toContain('<p>text</p>')
  })

  test('pictures from anywhere are not loaded, and words stand in their place', () => {
    for (const src of [
      'https://a.example/x.png',
      '//a.example/x.png',
      '/logout',
      'x.png',
      'data:image/svg+xml,<svg/>',
    ]) {
      const safe = clean(`<img src="${src}" alt="A chart">`)
      expect(safe).not.toContain('<img')
      expect(safe).toContain('A chart')
    }
    expect(clean('<video src="https://a.example/v.mp4" poster="/x"></video>')).not.toMatch(
      /<video|src=|poster/,
    )
    expect(clean('<picture><source srcset="https://a.example/x"><img src="/y"></picture>')).not.toMatch(
      /srcset|src=/,
    )
  })

  test('where remote content is allowed, it still does not come from the page itself', () => {
    const allow = { remoteContent: 'allow' } as const
    const safe = clean('<img src="https://a.example/x.png">', allow)
    expect(safe).toBe('<img src="https://a.example/x.png" referrerpolicy="no-referrer">')
    expect(clean('<img src="/logout">', allow)).not.toContain('<img')
    expect(clean(`<img src="${location.origin}/logout">`, allow)).not.toContain('<img')
    expect(clean('<p style="background:url(https://a.example/x)">t</p>', allow)).toBe('<p>t</p>')
  })

  test('nobody who is asked for a picture learns from which page', () => {
    const remote = 'https://b.example/i.png'
    for (const dirty of [
      `<img src="${remote}">`,
      `<img src="${png}" srcset="${remote} 2x">`,
      `<picture><source srcset="${remote}"><img src="${png}"></picture>`,
    ]) {
      const shown = clean(dirty, { remoteContent: 'allow' })
      expect(shown).toContain(remote)
      expect(shown).toContain('referrerpolicy="no-referrer"')
    }
    expect(clean(`<img src="${png}">`, { remoteContent: 'allow' })).not.toContain('referrerpolicy')
  })

  test('the strict policy keeps text and structure only', () => {
    const dirty =
      '<p style="color:red" class="ansi-x" id="a">t</p><svg></svg><details><summary>s</summary>d</details>'
    expect(clean(dirty, { policy: 'strict' })).toBe('<p>t</p>sd')
  })

  test("a policy of the caller's own cannot let anything through", () => {
    const policy = {
      name: 'mine',
      elements: ['script', 'p'],
      attributes: ['onclick'],
      schemes: ['javascript:'],
      svg: 'none',
      mathml: 'none',
      formulas: 'source',
      data: 'none',
    } as const
    expect(clean('<p onclick="x">t<script>y</script></p>', { policy })).toBe('<p>t</p>')
  })
}

function reports(): void {
  test('every removal says what, where, why and which host', () => {
    const { removed } = sanitizeHtml(
      '<p onclick="x" style="position:fixed">t</p><script src="https://a.example/s.js"></script><img src="//b.example/i.png" onerror="y"><form action="https://c.example/"></form><a href="javascript:z">l</a><!-- c -->',
    )
    expect(removed).toEqual([
      { kind: 'element', name: 'form', reason: 'submits a form', host: 'c.example' },
      { kind: 'style', name: 'position', within: 'p', reason: 'restyles the page' },
      { kind: 'attribute', name: 'onclick', within: 'p', reason: 'runs script' },
      { kind: 'element', name: 'script', reason: 'runs script', host: 'a.example' },
      { kind: 'address', name: 'src', within: 'img', reason: 'loads remote content', host: 'b.example' },
      { kind: 'attribute', name: 'onerror', within: 'img', reason: 'runs script' },
      { kind: 'address', name: 'href', within: 'a', reason: 'runs script' },
      { kind: 'comment', name: '#comment', reason: 'not on the allow-list' },
    ])
    expect(Object.isFrozen(removed)).toBe(true)
  })

  test('content from which nothing is taken has an empty report', () => {
    expect(
      sanitizeHtml('<table><tr><td style="color: red">1</td></tr></table><a href="https://a.example/">l</a>')
        .removed,
    ).toEqual([])
    expect(renderMarkdown('# Title\n\n- [x] done\n\n`code` and $x$', { katex }).removed).toEqual([])
  })
}

function safeHtml(): void {
  test('only the sanitizer makes one', () => {
    const { html } = sanitizeHtml('<p>t</p>')
    const element = document.createElement('div')
    expect(() => new SafeHtml({}, {} as never)).toThrow(/made by the sanitizer/)
    const forged = Object.assign(Object.create(SafeHtml.prototype), { fragment: () => '<img>' })
    for (const value of ['<p>', forged, { ...html }, null, undefined, 5]) {
      expect(() => setSafeHtml(element, value as SafeHtml)).toThrow(/what the sanitizer made/)
    }
    expect(SafeHtml.open({}, html)).toBeUndefined()
    expect(Object.isFrozen(html)).toBe(true)
  })

  test('what it holds cannot be changed through what it gives out', () => {
    const { html } = sanitizeHtml('<p>t</p>')
    html.fragment().firstChild?.remove()
    html.fragment(document).append(document.createElement('script'))
    expect(String(html)).toBe('<p>t</p>')
    expect(html.fragment()).not.toBe(html.fragment())
  })

  test('it replaces what an element showed', () => {
    const element = document.createElement('div')
    element.innerHTML = '<i>old</i>'
    setSafeHtml(element, sanitizeHtml('<p>new</p>').html)
    expect(element.innerHTML).toBe('<p>new</p>')
  })

  test('anything but a string is an error that names the argument', () => {
    for (const value of [undefined, null, 5, {}, ['<p>']]) {
      expect(() => sanitizeHtml(value as never)).toThrow(expect.objectContaining({ code: 'ERR_ARGUMENT' }))
    }
    expect(() => sanitizeHtml('', { idPrefix: '"' })).toThrow(
      expect.objectContaining({ code: 'ERR_ARGUMENT' }),
    )
  })
}

function drawings(): void {
  const svg = (inside: string): string => clean(`<svg viewBox="0 0 9 9">${inside}</svg>`)

  test.each([
    ['<path d="M0 0" fill="url(#g)" onload="x"/>', '<path d="M0 0" fill="url(#nbout-g)"></path>'],
    ['<script>x</script><foreignObject><p>y</p></foreignObject>', ''],
    ['<a href="x"><set attributeName="href" to="javascript:y"/><text>t</text></a>', '<a><text>t</text></a>'],
    ['<use href="#a"/><use href="https://a.example/#b"/>', '<use href="#nbout-a"></use><use></use>'],
    [`<image href="${png}"/>`, `<image href="${png}"></image>`],
    ['<image href="https://a.example/x.png"/>', '<image></image>'],
    ['<rect fill="url(https://a.example/#x)" width="1"/>', '<rect width="1"></rect>'],
    ['<g style="filter:url(//a.example/#x);stroke:red"/>', '<g style="stroke: red;"></g>'],
    ['<style>*{fill:red}</style><g/>', '<g></g>'],
    ['<desc><div onclick="x">y</div></desc><title>t</title>', '<desc>y</desc><title>t</title>'],
  ])('%s becomes %s', (dirty, expected) => {
    expect(svg(dirty)).toBe(`<svg viewBox="0 0 9 9">${expected}</svg>`)
  })

  test('a whole document is read from its first svg on', () => {
    const text =
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "<script>">]><svg xmlns="http://www.w3.org/2000/svg" width="1"><path d="M0 0"/></svg><p>after</p>'
    expect(markup(sanitizeSvg(text))).toBe('<svg width="1"><path d="M0 0"></path></svg>')
    expect(markup(sanitizeSvg('no drawing'))).toBe('')
    const prolog =
      '<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "<svg >">]> <!-- made from <svg > by a tool -->'
    const { removed } = sanitizeSvg(`${prolog}<svg width="1"></svg>\n<!-- end -->`)
    expect(removed.filter(({ kind }) => kind !== 'comment')).toEqual([])
    expect(markup(sanitizeSvg(`${prolog}<svg width="1"></svg>`))).toBe('<svg width="1"></svg>')
    const beside = [expect.objectContaining({ kind: 'content', reason: 'not what its type says' })]
    for (const text of ['<p>x</p><svg></svg>', '<svg></svg>text', 'no drawing', '<svg:svg></svg:svg>']) {
      expect(sanitizeSvg(text).removed, text).toEqual(beside)
    }
    expect(sanitizeSvg('').removed).toEqual([])
  })

  test('a drawing that stands for too many shapes loses its references', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      return `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`
    })
    const { html, removed } = sanitizeSvg(`<svg><g id="l0"><path d="M0 0"/></g>${levels.join('')}</svg>`)
    expect(String(html)).not.toContain('href')
    expect(removed[0]?.reason).toBe('over the limit')
    expect(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).toContain('href')
  })

  test('a drawing of many nested groups with names is weighed in one go', () => {
    const groups = Array.from({ length: 200 }, (_, level) => `<g id="n${level}">`).join('')
    const shapes = '<use href="#p"/>'.repeat(2000)
    const { html } = sanitizeSvg(`<svg><path id="p" d="M0 0"/>${groups}${shapes}${'</g>'.repeat(200)}</svg>`)
    expect(html.fragment().querySelectorAll('use[href]').length).toBe(2000)
  })

  test('a drawing in which many shapes have filters of many steps loses them', () => {
    const steps = '<feGaussianBlur stdDeviation="9"/>'
    const shown = (shapes: number, count: number): string =>
      svg(`<filter id="f">${steps.repeat(count)}</filter>${'<rect filter="url(#f)"/>'.repeat(shapes)}`)
    expect(shown(100, 30)).not.toContain('url(')
    expect(shown(100, 3)).toContain('url(')
  })

  test('filters that look at too much for each pixel are cut', () => {
    expect(
      svg('<filter><feTurbulence numOctaves="999"/><feGaussianBlur stdDeviation="3 9e9"/></filter>'),
    ).not.toMatch(/999|9e9/)
    expect(svg('<filter><feGaussianBlur stdDeviation="3 4"/></filter>')).toContain('"3 4"')
  })

  test("MathML's form is kept where it says on which side an operator stands, and nowhere else", () => {
    expect(clean('<math><mo form="prefix">(</mo></math>')).toBe('<math><mo form="prefix">(</mo></math>')
    expect(clean('<math form="login"><mo form="login">(</mo></math>')).toBe('<math><mo>(</mo></math>')
  })

  test('MathML stays without what could act', () => {
    expect(
      clean(
        '<math display="block" onclick="x" href="y"><mi mathvariant="bold">x</mi><mspace width="-900em"/><maction actiontype="statusline" xlink:href="javascript:z"><mn>1</mn></maction><annotation-xml encoding="text/html"><p>h</p></annotation-xml></math>',
      ),
    ).toBe('<math display="block"><mi mathvariant="bold">x</mi><mspace></mspace></math>')
  })
}

function markdown(): void {
  test('GFM, with raw HTML held to the same policy', () => {
    const safe = markup(
      renderMarkdown(
        '# A *title*\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\n<p onclick="x">raw</p><script>y</script>\n\n[j](javascript:z) <https://a.example>\n\n```python title="x"\n1 < 2\n```',
      ),
    )
    expect(safe).toContain('<h1 id="nbout-A-title">A <em>title</em></h1>')
    expect(safe).toContain('<td align="right">2</td>')
    expect(safe).toContain('type="checkbox"')
    expect(safe).toContain('<p>raw</p>')
    expect(safe).toContain('<a>j</a>')
    expect(safe).toContain('<code class="language-python">1 &lt; 2')
    expect(safe).not.toMatch(/script|onclick/)
  })

  test('math is set by KaTeX, and shown as source without it', () => {
    const source = 'Euler: $e^{i\\pi}=-1$ and `$x$` and\n\n$$\\frac{1}{2}$$'
    const safe = markup(renderMarkdown(source, { katex }))
    expect(safe).toContain('<msup>')
    expect(safe).toContain('<mfrac>')
    expect(safe).toContain('<code>$x$</code>')
    const plain = markup(renderMarkdown(source))
    expect(plain).toContain('<code class="nbtrust-math-source">$e^{i\\pi}=-1$</code>')
  })

  test.each([
    ['\\href{javascript:x}{y}', 'javascript:x"'],
    ['\\includegraphics{https://a.example/x}', '<img'],
    ['\\htmlClass{jp-Dialog}{y}', 'class="jp-Dialog'],
    ['\\htmlStyle{position:fixed}{y}', 'style='],
    ['\\def\\a{\\a\\a}\\a', '<script'],
    ['\\rule{1000000em}{1000000em}', '1000000em"'],
    ['{'.repeat(5000), '<script'],
  ])('the formula %s does nothing', (tex, absent) => {
    expect(markup(renderLatex(`$${tex}$`, { katex }))).not.toContain(absent)
    expect(markup(renderMarkdown(`$$${tex}$$`, { katex, mathOutput: 'htmlAndMathml' }))).not.toContain(absent)
  })

  test("KaTeX's own layout gives way to MathML outside a shadow root", () => {
    const { html } = renderMarkdown('$\\frac12$', { katex, mathOutput: 'htmlAndMathml' })
    expect(String(html)).toContain('<mfrac>')
    expect(String(html)).not.toContain('vlist')
  })

  test('a formula in a description or an address is its source again', () => {
    expect(markup(renderMarkdown('[a](https://a.example/$x$) ![$y$](/z)', { katex }))).toContain(
      'https://a.example/$x$',
    )
    expect(markup(renderMarkdown('![$y$](/z)', { katex }))).toContain('$y$')
  })

  test('attachments are pictures whose bytes fit, and nothing else', () => {
    const data = png.slice(png.indexOf(',') + 1)
    const show = (attachments: object): string =>
      markup(renderMarkdown('![a](attachment:my%20file.png)', { attachments: attachments as never }))
    expect(show({ 'my file.png': { 'image/png': data } })).toContain(`<img src="${png}"`)
    expect(show({ 'my file.png': { 'image/png': [data.slice(0, 8), data.slice(8)] } })).toContain('<img')
    for (const bundle of [
      { 'image/svg+xml': '<svg/>' },
      { 'image/jpeg': data },
      { 'text/html': 'x' },
      { 'image/png': 5 },
      null,
      'x',
    ]) {
      expect(show({ 'my file.png': bundle })).not.toContain('<img')
    }
    expect(markup(renderMarkdown('![a](attachment:__proto__)', { attachments: {} }))).not.toContain('<img')
    expect(clean('<img src="attachment:x.png">')).not.toContain('<img')
  })

  test('headings of the same text have different names, and links find them', () => {
    const safe = markup(renderMarkdown('# One\n\n# One\n\n[to](#One-1)'))
    expect(safe).toContain('id="nbout-One"')
    expect(safe).toContain('id="nbout-One-1"')
    expect(safe).toContain('href="#nbout-One-1"')
  })

  test('LaTeX around formulas is text', () => {
    expect(markup(renderLatex('a <b> $x$', { katex }))).toMatch(/^a &lt;b&gt; <span><math>/)
  })
}

function terminal(): void {
  test('colours are classes, addresses links, everything else text', () => {
    expect(markup(renderAnsi('\u001b[31mred\u001b[0m <b> https://a.example/x.'))).toBe(
      '<pre><span class="ansi-red-fg">red</span> &lt;b&gt; <a href="https://a.example/x" rel="noopener noreferrer nofollow" target="_blank">https://a.example/x</a>.</pre>',
    )
  })

  test('links of other schemes are no links', () => {
    const { html, removed } = renderAnsi('\u001b]8;;javascript:x\u0007here\u001b]8;;\u0007')
    expect(String(html)).toBe('<pre>here</pre>')
    expect(removed).toEqual([{ kind: 'address', name: 'href', within: 'a', reason: 'runs script' }])
  })
}

function limits(): void {
  test.each([
    ['nested elements', () => sanitizeHtml('<div>'.repeat(100_000))],
    [
      'attributes',
      () => sanitizeHtml(`<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}=x`).join(' ')}>`),
    ],
    ['nested SVG', () => sanitizeHtml('<svg><g>'.repeat(20_000))],
    ['nested quotes', () => renderMarkdown(`${'> '.repeat(20_000)}x`)],
    ['nested lists', () => renderMarkdown(`${'- '.repeat(5_000)}x`)],
  ])('too many %s are withheld with a message', (_, run) => {
    const { html, removed } = run()
    expect(String(html)).toMatch(/^<p class="nbtrust-withheld">/)
    expect(removed).toMatchObject([{ kind: 'content', reason: 'over the limit' }])
  })
}

/** What takes too long in jsdom, whose lists of children are slow when they are long, or is parsed in another way there. */
export function browserClaims(): void {
  test('what noscript holds is shown, because no script runs', () => {
    expect(clean('<noscript><p onclick="x">static</p></noscript>')).toBe('<p>static</p>')
  })

  test('what a report names, and what stands for a picture, cannot rewrite the sentence around it', () => {
    const { removed } = sanitizeHtml('<x-\u202ey>t</x-\u202ey><p \u2066\u200b=x>t</p>')
    expect(removed.map(({ name }) => name)).toEqual(['x-\\u{202e}y', '\\u{2066}\\u{200b}'])
    expect(clean('<img src="https://a.example/x" alt="\u202eabc">')).toContain('“abc” from a.example')
  })

  test('a report has an end', () => {
    const { removed } = sanitizeHtml('<p onclick=x>'.repeat(60_000))
    expect(removed.length).toBeLessThan(21_000)
    expect(removed.at(-1)).toEqual({ kind: 'content', name: 'report', reason: 'over the limit' })
  })

  test.each([
    ['scripts', '<script>x</script>\n'],
    ['comments', '<!-- x -->'],
  ])('where %s beyond counting leave nothing to show, a message says so', (_, one) => {
    const { html } = sanitizeHtml(one.repeat(30_000))
    expect(html.fragment().textContent).toMatch(/withheld/)
    expect(String(sanitizeHtml('<script>x</script>').html)).toBe('')
  })

  test('colours without end stay text', () => {
    const { html } = renderAnsi('\u001b[31mx\u001b[32my'.repeat(100_000))
    expect(html.fragment().textContent).toBe('xy'.repeat(100_000))
    expect(html.fragment().querySelectorAll('span').length).toBe(0)
  })
}
