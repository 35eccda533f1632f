// Under a page's strict policy: no inline style, no script, Trusted Types required with one policy name allowed.
import katex from 'katex'
import { afterEach, expect, test } from 'vitest'
import {
  type DomWindow,
  mountSafeHtml,
  renderAnsi,
  renderMarkdown,
  sanitizeHtml,
  setSafeHtml,
} from '../../src/sanitize/index.js'

const frames: HTMLIFrameElement[] = []
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove()
})

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types nbtrust"

async function openPage(
  policy: string,
): Promise<{ window: DomWindow; violations: string[]; host: HTMLElement }> {
  const frame = document.createElement('iframe')
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><div id="host"></div>`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  document.body.append(frame)
  frames.push(frame)
  await loaded
  const window = frame.contentWindow as DomWindow
  const violations: string[] = []
  window.document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective} ${event.sample}`)
  })
  return { window, violations, host: window.document.getElementById('host') as HTMLElement }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100))

test('the page really refuses text as markup and inline styles', async () => {
  const { host, violations } = await openPage(STRICT)
  expect(() => {
    host.innerHTML = '<p>t</p>'
  }).toThrow()
  host.setAttribute('style', 'color: red')
  await settled()
  expect(violations.length).toBeGreaterThan(0)
})

test('content is shown with its inline styles and style sheets in a shadow root, without one violation', async () => {
  const { window, host, violations } = await openPage(STRICT)
  const { html } = sanitizeHtml(
    '<style>.a { color: rgb(1, 2, 3) }</style><p class="a" style="padding-left: 7px">t</p><svg><rect style="fill: red"/></svg><x-y>u</x-y>',
    { window, styles: 'scoped' },
  )
  const root = mountSafeHtml(host, html)
  const shown = root.querySelector('p') as HTMLElement
  expect(window.getComputedStyle(shown).color).toBe('rgb(1, 2, 3)')
  expect(window.getComputedStyle(shown).paddingLeft).toBe('7px')
  expect(window.getComputedStyle(root.querySelector('rect') as Element).fill).toBe('rgb(255, 0, 0)')
  expect(window.getComputedStyle(host).contain).toMatch(/paint|content|strict/)
  expect(String(html)).toContain('padding-left: 7px')
  await settled()
  expect(violations).toEqual([])
})

test('the same without a shadow root, and for Markdown, math and terminal output', async () => {
  const { window, host, violations } = await openPage(STRICT)
  const results = [
    sanitizeHtml('<p style="padding-left: 7px">t</p><svg><path d="M0 0"/></svg>', { window }),
    renderMarkdown('# t\n\n$x$ <b onclick="y">z</b>', { window, katex }),
    renderMarkdown('$\\frac12$', { window, katex, mathOutput: 'htmlAndMathml' }),
    renderAnsi('\u001b[38;2;1;2;3mx', { window }),
  ]
  for (const { html } of results) {
    setSafeHtml(host, html)
    const styled = host.querySelector<HTMLElement>('[style]')
    if (styled) expect(styled.style.length).toBeGreaterThan(0)
    mountSafeHtml(host.appendChild(window.document.createElement('div')), html)
  }
  await settled()
  expect(violations).toEqual([])
})

test('where the page allows no policy of ours, nothing is shown rather than something unsafe', async () => {
  const { window } = await openPage(STRICT.replace('trusted-types nbtrust', "trusted-types 'none'"))
  expect(() => sanitizeHtml('<p>t</p>', { window })).toThrow()
})

// Where a drawing or formula ends, text is raw again and an attribute is no attribute.
test.each([
  ['a paragraph ends', '<svg></p><style><a id="</style><img src=data:, onerror=alert(1)>">'],
  ['a table ends', '<math><table><mi><style><!--</style><img src=data:, onerror=alert(1)>--></table></math>'],
  ['a description interrupts', '<svg><desc><style><a id="</style><img src=data:, onerror=alert(1)>">'],
])('the policy has nothing to report where %s a drawing or formula', async (_, dirty) => {
  const { window, host, violations } = await openPage(STRICT)
  mountSafeHtml(host, sanitizeHtml(dirty, { window }).html)
  await settled()
  expect(violations).toEqual([])
})
