// Outputs as elements in a real browser: what a reader sees, untrusted and trusted.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type JsonObject,
  type Output,
  type Rendered,
  renderMarkdownCell,
  renderOutput,
} from '../../src/index.js'
import type { RenderOptions } from '../../src/rendermime/index.js'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const everything = { isTrusted: () => true }

let shown: Rendered[] = []
let ran: string[] = []
beforeEach(() => {
  ran = []
  Object.assign(window, { ran: (name: string) => ran.push(name) })
})
afterEach(() => {
  for (const rendered of shown) rendered.dispose()
  shown = []
})

function data(bundle: JsonObject, metadata: JsonObject = {}): Output {
  return { output_type: 'display_data', data: bundle, metadata }
}

function show(output: Output, options: RenderOptions = {}): Rendered {
  const rendered = renderOutput(output, options)
  document.body.append(rendered.element)
  shown.push(rendered)
  return rendered
}

// What a reader reads, shadow roots included.
function text(node: Node): string {
  if (node instanceof Text) return node.data
  if (node instanceof HTMLStyleElement) return ''
  const children = [
    ...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []),
    ...node.childNodes,
  ]
  return children.map(text).join('')
}
const find = (root: Node, selector: string): Element | null => {
  const inside = root instanceof Element && root.shadowRoot ? [root.shadowRoot, root] : [root]
  for (const place of inside) {
    const hit = (place as ParentNode).querySelector?.(selector)
    if (hit) return hit
    for (const child of (place as ParentNode).children ?? []) {
      const deeper = find(child, selector)
      if (deeper) return deeper
    }
  }
  return null
}
const notices = ({ element }: Rendered): string[] =>
  [...element.querySelectorAll('.nbtrust-notice > p')].map((line) => line.textContent ?? '')

describe('told nothing', () => {
  test('a script in HTML does not run, and one line says so', async () => {
    const rendered = show(
      data({ 'text/html': '<p>Hello</p><script>ran("script")</script><img src=x: onerror="ran(1)">' }),
    )
    await rendered.done
    expect(rendered.tier).toBe('sanitized')
    expect(text(rendered.element)).toContain('Hello')
    expect(find(rendered.element, 'script')).toBeNull()
    expect(notices(rendered)).toHaveLength(1)
    expect(notices(rendered)[0]).toMatch(/1 script.*withheld/)
    expect(ran).toEqual([])
  })

  test('JavaScript is withheld, and the name of a Python object does not stand in for it', () => {
    const rendered = show(
      data({ 'application/javascript': 'ran(1)', 'text/plain': '<IPython.core.display.Javascript object>' }),
    )
    expect(notices(rendered)).toEqual(['1 script was withheld.'])
    expect(text(rendered.element)).not.toContain('IPython')
    expect(rendered.mimeType).toBeUndefined()
  })

  test('a text that says something stands in for withheld JavaScript', () => {
    const rendered = show(data({ 'application/javascript': 'ran(1)', 'text/plain': 'Chart of 3 points' }))
    expect(text(rendered.element)).toContain('Chart of 3 points')
    expect(notices(rendered)).toEqual(['1 script was withheld.'])
  })

  test('where sanitizing leaves nothing to see, the next best type is shown', () => {
    const rendered = show(
      data({ 'text/html': '<div id="plot"></div><script>ran(1)</script>', 'image/png': png }),
    )
    expect(rendered.mimeType).toBe('image/png')
    expect(notices(rendered)[0]).toMatch(/1 script/)
  })

  test('an oracle that fails has not vouched for anything', () => {
    const trust = {
      isTrusted: () => {
        throw new Error('no store')
      },
    }
    expect(show(data({ 'text/plain': 'x' }), { trust }).tier).toBe('sanitized')
  })

  test.each([1, 'true', {}])('an oracle that answers %j has not vouched for anything', (answer) => {
    const trust = { isTrusted: () => answer as unknown as boolean }
    expect(show(data({ 'text/plain': 'x' }), { trust }).tier).toBe('sanitized')
  })
})

describe('images', () => {
  test('are shown at the size that the metadata says, described by the text beside them', async () => {
    const rendered = show(
      data(
        { 'image/png': [png.slice(0, 40), png.slice(40)], 'text/plain': 'A red dot' },
        { 'image/png': { width: 12 } },
      ),
    )
    const image = find(rendered.element, 'img') as HTMLImageElement
    await image.decode()
    expect([image.naturalWidth, image.width, image.alt]).toEqual([1, 12, 'A red dot'])
  })

  test('a size that breaks the page is ignored, and none is wider than its place', () => {
    const rendered = show(
      data({ 'image/png': png }, { 'image/png': { width: 9e15, height: '100%', alt: ['x'] } }),
    )
    const image = find(rendered.element, 'img') as HTMLImageElement
    expect(image.hasAttribute('width') || image.hasAttribute('height')).toBe(false)
    expect(image.alt).toBe('Output image (PNG)')
    const wide = show(data({ 'image/png': png }, { 'image/png': { width: 9999 } }))
    expect(find(wide.element, 'img')?.getBoundingClientRect().width).toBeLessThanOrEqual(
      document.body.clientWidth,
    )
  })

  test.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])(
    'what is not %s is not shown as it (CVE-2021-32862)',
    (type) => {
      for (const bytes of ['<svg onload="ran(1)"/>', `${'A'.repeat(40)}"><script>ran(1)</script>`]) {
        for (const base64 of [bytes, btoa(bytes)]) {
          const rendered = show(data({ [type]: base64, 'text/plain': 'the fallback' }))
          expect(find(rendered.element, 'img')).toBeNull()
          expect(text(rendered.element)).toContain('the fallback')
          expect(notices(rendered)).toEqual(['1 mislabelled part was withheld.'])
        }
      }
    },
  )
})

describe('text', () => {
  test('ANSI colours of a stream become elements', () => {
    const rendered = show({
      output_type: 'stream',
      name: 'stdout',
      text: ['\x1b[31mred\x1b[0m and ', 'plain <b>'],
    })
    expect(text(rendered.element)).toBe('red and plain <b>')
    const red = [
      ...(rendered.element.querySelector('.nbtrust-content')?.shadowRoot?.querySelectorAll('span') ?? []),
    ].find((span) => span.textContent === 'red')
    expect(red && getComputedStyle(red).color).not.toBe(getComputedStyle(rendered.element).color)
  })

  test('standard error can be told from standard output', () => {
    const stderr = show({ output_type: 'stream', name: 'stderr', text: 'careful' })
    expect(stderr.element.dataset.stream).toBe('stderr')
  })

  test('an error shows its traceback, or its name and value where there is none', () => {
    const traced = show({
      output_type: 'error',
      ename: 'E',
      evalue: 'v',
      traceback: ['\x1b[31mTraceback\x1b[0m', 'last'],
    })
    expect(text(traced.element)).toBe('Traceback\nlast')
    const bare = show({ output_type: 'error', ename: 'KeyError', evalue: "'x'", traceback: [] })
    expect(text(bare.element)).toBe("KeyError: 'x'")
  })

  test('version 3 outputs are shown alike', () => {
    expect(text(show({ output_type: 'stream', stream: 'stderr', text: 'old' }).element)).toBe('old')
    expect(text(show({ output_type: 'pyerr', ename: 'E', evalue: 'v', traceback: [] }).element)).toBe('E: v')
    const html = show({
      output_type: 'pyout',
      prompt_number: 1,
      metadata: {},
      html: '<b>old</b>',
      text: 'old',
    })
    expect(find(html.element, 'b')?.textContent).toBe('old')
  })
})

describe('JSON', () => {
  test('is a tree that unfolds on demand', () => {
    const rendered = show(
      data({ 'application/json': { a: [1, { deep: { deeper: { deepest: 'found' } } }], '<img>': null } }),
    )
    expect(text(rendered.element)).toContain('<img>')
    expect(text(rendered.element)).not.toContain('deepest')
    for (let step = 0; step < 3; step++) {
      for (const details of rendered.element.querySelectorAll('details:not([open])')) {
        details.setAttribute('open', '')
        details.dispatchEvent(new Event('toggle'))
      }
    }
    expect(text(rendered.element)).toContain('deepest')
  })

  test('a long list comes in pages', () => {
    const rendered = show(data({ 'application/json': Array.from({ length: 250 }, (_, index) => index) }))
    const details = rendered.element.querySelector('details')
    details?.setAttribute('open', '')
    details?.dispatchEvent(new Event('toggle'))
    const count = () => rendered.element.querySelectorAll('li > div').length
    expect(count()).toBe(100)
    rendered.element.querySelector('button')?.click()
    expect(count()).toBe(200)
    rendered.element.querySelector('button')?.click()
    expect(count()).toBe(250)
    expect(rendered.element.querySelector('button')).toBeNull()
  })

  test('keys of any name are ordinary keys', () => {
    const value = JSON.parse('{"__proto__":{"polluted":1},"constructor":2}')
    const rendered = show(data({ 'application/json': value }))
    expect(text(rendered.element)).toContain('__proto__')
    expect(text(rendered.element)).toContain('constructor')
    expect('polluted' in {}).toBe(false)
  })
})

describe('types that are not executed here', () => {
  test('a chart shows its picture, and a line says so', () => {
    const rendered = show(data({ 'application/vnd.plotly.v1+json': { data: [] }, 'image/png': png }))
    expect(rendered.mimeType).toBe('image/png')
    expect(notices(rendered)).toEqual([
      'Plotly chart: shown as image/png, because its data is never executed here.',
    ])
  })

  test('an unknown type shows its best safe fallback, and a line says so', () => {
    const rendered = show(
      data({ 'application/x-unknown': 'x', 'text/html': '<b>fallback</b>', 'text/plain': 'worse' }),
    )
    expect(text(rendered.element)).toContain('fallback')
    expect(notices(rendered)).toEqual(['Nothing here knows application/x-unknown: shown as text/html.'])
  })

  test('JSON of an unknown vendor without a fallback can be looked at', () => {
    const rendered = show(data({ 'application/vnd.acme+json': { answer: 42 } }))
    expect(text(rendered.element)).toContain('answer')
    expect(notices(rendered)).toEqual(['Nothing here knows application/vnd.acme+json: shown as JSON.'])
  })

  test('a PDF is offered as a download, if it is one', () => {
    const pdf = show(data({ 'application/pdf': btoa('%PDF-1.7 …'.replace('…', '')) }))
    expect(pdf.element.querySelector('button')?.textContent).toContain('PDF')
    const fake = show(data({ 'application/pdf': btoa('<script>ran(1)</script>') }))
    expect(fake.element.querySelector('button.nbtrust-download')).toBeNull()
  })

  test.each([
    '<div style="background: red; height: 20px; width: 20px"></div>',
    '<div style="border: 1px solid"><div style="background-color: green; height: 1em; width: 40%"></div></div>',
    '<textarea placeholder="text"></textarea>',
  ])('what is only drawn is shown, and not its text in its place: %s', (html) => {
    expect(show(data({ 'text/html': html, 'text/plain': '<Bar>' })).mimeType).toBe('text/html')
  })

  test('what a type is named behind its semicolon is in no sentence', () => {
    const odd = `; ${'x'.repeat(5000)}\u202e`
    const shown = show(data({ 'application/x-unknown': 'x', [`text/plain${odd}`]: 'hi' }))
    expect(notices(shown)).toEqual(['Nothing here knows application/x-unknown: shown as text/plain.'])
    const picture = show(data({ [`image/png${odd}`]: png }))
    expect(picture.element.querySelector('img')?.alt).toBe('Output image (PNG)')
  })

  test('the name of a type is text, and not a long one', () => {
    const name = `x/"><img src=x: onerror="ran('name')">${'y'.repeat(5000)}`
    const rendered = show(data({ [name]: 'x' }))
    expect(find(rendered.element, 'img')).toBeNull()
    expect(notices(rendered)[0]?.length).toBeLessThan(250)
  })
})

describe('never throws', () => {
  const odd: [string, unknown][] = [
    ['an empty bundle', data({})],
    ['HTML that is a number', data({ 'text/html': 5, 'text/plain': 'plain' })],
    ['SVG that is an object', data({ 'image/svg+xml': { a: 1 } })],
    ['an image that is null', data({ 'image/png': null })],
    ['a type that nobody knows', { output_type: 'odd' }],
    ['no type', {}],
    ['a stream without text', { output_type: 'stream', name: 'stdout' }],
    ['a stream of numbers', { output_type: 'stream', name: 'stdout', text: [1, 2] }],
    ['an error of objects', { output_type: 'error', ename: {}, evalue: [], traceback: [{}, 1] }],
    ['metadata that is a list', { output_type: 'display_data', data: { 'image/png': png }, metadata: ['x'] }],
    ['data that is text', { output_type: 'display_data', data: 'x', metadata: {} }],
  ]
  test.each(odd)('%s', (_, output) => {
    for (const trust of [undefined, everything]) {
      const rendered = show(output as Output, trust ? { trust } : {})
      expect(rendered.element).toBeInstanceOf(HTMLElement)
    }
  })

  test('data that is not text is passed over with a sentence', () => {
    const rendered = show(data({ 'text/html': 5, 'text/plain': 'plain' }))
    expect(text(rendered.element)).toContain('plain')
    expect(notices(rendered)).toEqual(['The text/html of this output could not be shown.'])
  })
})

describe('remote content', () => {
  test('waits for the button, which names the host', async () => {
    const rendered = show(
      data({ 'text/html': '<p>Text</p><img src="https://pictures.example/a.png" alt="a picture">' }),
    )
    expect(find(rendered.element, 'img[src]')).toBeNull()
    const button = rendered.element.querySelector<HTMLButtonElement>('.nbtrust-notice button')
    expect(button?.textContent).toBe('Load remote content from pictures.example')
    button?.click()
    expect(find(rendered.element, 'img')?.getAttribute('src')).toBe('https://pictures.example/a.png')
    expect(rendered.removed).toEqual([])
    expect(rendered.element.querySelector('.nbtrust-notice button')).toBeNull()
  })
})

describe('Markdown cells', () => {
  test('hold tables and text, and never a script', () => {
    const rendered = renderMarkdownCell(
      '# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>ran(1)</script>',
    )
    shown.push(rendered)
    document.body.append(rendered.element)
    expect(find(rendered.element, 'h1')?.textContent).toBe('Title')
    expect(find(rendered.element, 'td')?.textContent).toBe('1')
    expect(rendered.tier).toBe('sanitized')
    expect(notices(rendered)[0]).toMatch(/1 script/)
    expect(ran).toEqual([])
  })

  test('stay sanitized even if somebody vouches for everything', () => {
    const rendered = renderMarkdownCell('<img src=x: onerror="ran(1)">text', { trust: everything } as never)
    expect(rendered.tier).toBe('sanitized')
  })

  test('show their attachments', () => {
    const rendered = renderMarkdownCell('![dot](attachment:dot.png)', {
      attachments: { 'dot.png': { 'image/png': png } },
    })
    shown.push(rendered)
    document.body.append(rendered.element)
    expect(find(rendered.element, 'img')?.getAttribute('src')).toMatch(/^(data:image\/png|blob:)/)
  })
})

test('styles of an untrusted output end at its border', () => {
  const paragraph = document.createElement('p')
  document.body.append(paragraph)
  const before = getComputedStyle(paragraph).color
  show(
    data({
      'text/html': '<style>p { color: rgb(1, 2, 3) !important } * { position: fixed }</style><p>styled</p>',
    }),
  )
  expect(getComputedStyle(paragraph).color).toBe(before)
  paragraph.remove()
})
