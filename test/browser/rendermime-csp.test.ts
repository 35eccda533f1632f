// Trusted outputs under a host page's Content Security Policy, each in a frame of its own that has the policy.
import { afterEach, expect, test } from 'vitest'
import { type Output, type Rendered, renderOutput, ScriptQueue } from '../../src/index.js'

const trust = { isTrusted: () => true }
let frames: HTMLIFrameElement[] = []
afterEach(() => {
  for (const frame of frames) frame.remove()
  frames = []
})

interface Page {
  readonly document: Document
  readonly ran: string[]
  show(type: string, text: string, options?: { scripts?: ScriptQueue; trusted?: boolean }): Rendered
}

async function pageWith(policy: string): Promise<Page> {
  const frame = document.createElement('iframe')
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body>`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  frames.push(frame)
  await loaded
  const inner = frame.contentDocument
  if (!inner?.defaultView) throw new Error('The frame has no document.')
  const ran: string[] = []
  Object.assign(inner.defaultView, { ran: (name: string) => ran.push(name) })
  return {
    document: inner,
    ran,
    show: (type, text, { scripts = new ScriptQueue(), trusted = true } = {}) => {
      const output: Output = { output_type: 'display_data', data: { [type]: text }, metadata: {} }
      const rendered = renderOutput(output, { document: inner, scripts, ...(trusted ? { trust } : {}) })
      inner.body.append(rendered.element)
      return rendered
    },
  }
}

const problems = ({ element }: Rendered): string[] =>
  [...element.querySelectorAll('[data-weight=error] p')].map((line) => line.textContent ?? '')

test('where only blob: scripts may run, JavaScript does, with its element', async () => {
  const page = await pageWith("script-src 'self' blob:")
  const rendered = page.show('application/javascript', 'ran("js"); element.append("made")')
  await rendered.done
  expect(page.ran).toEqual(['js'])
  expect(rendered.element.textContent).toContain('made')
  expect(problems(rendered)).toEqual([])
})

test('where no script of ours may run, the output says so', async () => {
  const page = await pageWith("script-src 'self'")
  const rendered = page.show('application/javascript', 'ran("js")')
  await rendered.done
  expect(page.ran).toEqual([])
  expect(problems(rendered)).toEqual([expect.stringContaining('security policy')])
})

test('with the nonce of the page, scripts and handlers of trusted outputs run, and those of others do not', async () => {
  const page = await pageWith("script-src 'nonce-abc'")
  const scripts = new ScriptQueue({ nonce: 'abc' })
  const rendered = page.show(
    'text/html',
    '<form name="f"><button type="button" value="v" onclick="ran(this.value + event.type + f.name)">b</button></form><script>ran("script")</script>',
    { scripts },
  )
  const js = page.show('application/javascript', 'ran("js")', { scripts })
  await js.done
  expect(page.ran).toEqual(['script', 'js'])
  rendered.element.querySelector('button')?.click()
  expect(page.ran).toEqual(['script', 'js', 'vclickf'])
  expect(rendered.element.querySelector('[onclick]')).toBeNull()

  const other = await pageWith("script-src 'nonce-abc'")
  const without = other.show('text/html', '<script>ran("script")</script>')
  await without.done
  expect(other.ran).toEqual([])
})

test('a handler that does not parse is reported, and the others work', async () => {
  const page = await pageWith("script-src 'nonce-abc'")
  const html = '<b onclick="not JavaScript">x</b><i onclick="ran(1)">y</i>'
  const rendered = page.show('text/html', html, { scripts: new ScriptQueue({ nonce: 'abc' }) })
  await rendered.done
  rendered.element.querySelector('i')?.click()
  expect(page.ran).toEqual([1])
  expect(problems(rendered)).toEqual([expect.stringContaining('SyntaxError')])
})

test('under Trusted Types, trusted outputs run and untrusted ones are shown', async () => {
  const page = await pageWith(
    "require-trusted-types-for 'script'; trusted-types nbtrust nbtrust-trusted dompurify; script-src 'unsafe-inline'",
  )
  const js = page.show('application/javascript', 'ran("js")')
  const html = page.show('text/html', '<b>bold</b><script>ran("script")</script>')
  await html.done
  expect(problems(js)).toEqual([])
  expect(page.ran).toEqual(['js', 'script'])
  const untrusted = page.show('text/html', '<em>kept</em><script>ran("no")</script>', { trusted: false })
  expect(
    untrusted.element.querySelector('.nbtrust-content')?.shadowRoot?.querySelector('em')?.textContent,
  ).toBe('kept')
  expect(page.ran).toEqual(['js', 'script'])
})
