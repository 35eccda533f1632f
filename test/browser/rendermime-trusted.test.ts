// Trusted outputs in a real browser: their scripts run in document order, with errors shown where they belong.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Output, type Rendered, renderOutput, ScriptQueue } from '../../src/index.js'

const trust = { isTrusted: () => true }
let scripts: ScriptQueue
let shown: Rendered[] = []
let ran: string[] = []

beforeEach(() => {
  ran = []
  scripts = new ScriptQueue()
  Object.assign(window, { ran: (name: string) => ran.push(name) })
})
afterEach(() => {
  for (const rendered of shown) rendered.dispose()
  shown = []
})

function output(type: string, text: string): Output {
  return { output_type: 'display_data', data: { [type]: text, 'text/plain': 'fallback' }, metadata: {} }
}
function show(type: string, text: string): Rendered {
  const rendered = renderOutput(output(type, text), { trust, scripts })
  document.body.append(rendered.element)
  shown.push(rendered)
  return rendered
}
const script = (code: string): string => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
const problems = ({ element }: Rendered): string[] =>
  [...element.querySelectorAll('[data-weight=error] p')].map((line) => line.textContent ?? '')

test('scripts of HTML run in document order, those with an address included, across outputs', async () => {
  const slow = script('ran("b, from an address")')
  const first = show(
    'text/html',
    `<script>ran("a")</script><script src="${slow}"></script><script>ran("c")</script>`,
  )
  const second = show('application/javascript', 'ran("d")')
  const third = show('text/html', '<p>no script</p><script>ran("e")</script>')
  await Promise.all([first.done, second.done, third.done])
  expect(ran).toEqual(['a', 'b, from an address', 'c', 'd', 'e'])
  expect(scripts.started).toBe(5)
})

test('what a script loads may be used by the next one', async () => {
  const library = script('window.library = { version: 3 }')
  const rendered = show(
    'text/html',
    `<script src="${library}"></script><script>ran(String(library.version))</script>`,
  )
  await rendered.done
  expect(ran).toEqual(['3'])
})

test('HTML is shown as it is, in the page', async () => {
  const rendered = show(
    'text/html',
    '<b id="here">bold</b><script>document.getElementById("here").textContent = "changed"</script>',
  )
  await rendered.done
  expect(rendered.element.querySelector('#here')?.textContent).toBe('changed')
  expect(rendered.tier).toBe('trusted')
  expect(rendered.removed).toEqual([])
})

test('a script finds its own place', async () => {
  await show(
    'text/html',
    '<i>before</i><script>ran(document.currentScript.previousElementSibling.localName)</script>',
  ).done
  expect(ran).toEqual(['i'])
})

test('JavaScript has its element in scope, and keeps its variables to itself', async () => {
  const rendered = show(
    'application/javascript',
    'var mine = 1; element.append("made by a script"); this.title = "self"',
  )
  await rendered.done
  expect(rendered.element.textContent).toContain('made by a script')
  expect(rendered.element.querySelector('[title=self]')).not.toBeNull()
  expect('mine' in window).toBe(false)
})

test('a comment at the end of JavaScript is no error', async () => {
  const rendered = show('application/javascript', 'ran("x") // the end')
  await rendered.done
  expect(ran).toEqual(['x'])
  expect(problems(rendered)).toEqual([])
})

test.each([
  ['that throws', 'throw new TypeError("broken")', /TypeError: broken/],
  ['that does not parse', 'this is not JavaScript', /SyntaxError/],
  ['that throws nothing', 'throw undefined', /undefined/],
  ['that throws what has no text', 'throw Object.create(null)', /failed: object/],
])('JavaScript %s shows its error, and the next script runs', async (_, code, message) => {
  const rendered = show('application/javascript', code)
  const next = show('application/javascript', 'ran("next")')
  await next.done
  expect(problems(rendered)).toEqual([expect.stringMatching(message)])
  expect(problems(next)).toEqual([])
  expect(ran).toEqual(['next'])
})

test('an error in a script of HTML is shown in its output', async () => {
  const stay = (event: ErrorEvent) => event.preventDefault()
  window.addEventListener('error', stay)
  const rendered = show('text/html', '<script>undefinedFunction()</script><script>ran("after")</script>')
  await rendered.done
  window.removeEventListener('error', stay)
  expect(problems(rendered)).toEqual([expect.stringContaining('undefinedFunction is not defined')])
  expect(ran).toEqual(['after'])
})

test('a script that cannot be loaded is named, and the next one runs', async () => {
  const rendered = show('text/html', '<script src="blob:nothing"></script><script>ran("after")</script>')
  await rendered.done
  expect(problems(rendered)).toEqual([expect.stringContaining('blob:nothing')])
  expect(ran).toEqual(['after'])
})

test('document.write appends, and does not replace the page', async () => {
  const rendered = show('text/html', '<script>document.write("<em>written</em>")</script>')
  const js = show('application/javascript', 'document.write("<em>too</em>")')
  await js.done
  expect(rendered.element.isConnected).toBe(true)
  expect(rendered.element.querySelector('em')?.textContent).toBe('written')
  expect(document.write).toBe(Document.prototype.write)
})

test('data in a script element is not run', async () => {
  await show(
    'text/html',
    '<script type="text/x-template">ran("template")</script><script type="application/json">{}</script>',
  ).done
  expect(ran).toEqual([])
})

test('an output that is disposed of before its turn runs nothing', async () => {
  const slow = show('text/html', `<script src="${script('ran("slow")')}"></script>`)
  const disposed = show('text/html', '<script>ran("disposed")</script>')
  const script2 = show('application/javascript', 'ran("disposed too")')
  disposed.dispose()
  script2.dispose()
  await Promise.all([slow.done, disposed.done, script2.done])
  expect(ran).toEqual(['slow'])
})

test('an output that is not in the page at its turn runs nothing and says so', async () => {
  const rendered = renderOutput(output('application/javascript', 'ran("detached")'), { trust, scripts })
  await rendered.done
  expect(ran).toEqual([])
  expect(problems(rendered)).toEqual([expect.stringContaining('was not in the page')])
})

test('a closed queue runs nothing more', async () => {
  const rendered = show('text/html', '<script>ran("late")</script>')
  scripts.close()
  await rendered.done
  expect(ran).toEqual([])
})

test('outputs without a queue of their own share one, so their order holds', async () => {
  const late = script('ran("first")')
  const render = (html: string) => {
    const rendered = renderOutput(output('text/html', html), { trust })
    document.body.append(rendered.element)
    shown.push(rendered)
    return rendered
  }
  const outputs = [render(`<script src="${late}"></script>`), render('<script>ran("second")</script>')]
  await Promise.all(outputs.map((rendered) => rendered.done))
  expect(ran).toEqual(['first', 'second'])
})

test('SVG is shown as it is', async () => {
  const rendered = show(
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/><script>ran("svg")</script></svg>',
  )
  await rendered.done
  expect(rendered.element.querySelector('svg circle')).not.toBeNull()
  expect(ran).toEqual(['svg'])
})
