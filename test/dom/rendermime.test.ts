// Rendering without a browser, for static pages made in Node: the same outputs, in jsdom.
import { expect, test } from 'vitest'
import { type Output, RenderMimeRegistry, renderMarkdownCell, renderOutput } from '../../src/index.js'

const output = (data: { [type: string]: string }): Output => ({
  output_type: 'display_data',
  data,
  metadata: {},
})

function text(node: Node): string {
  if (node instanceof Text) return node.data
  if (node instanceof HTMLStyleElement) return ''
  const inside = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []
  return [...inside, ...node.childNodes].map(text).join('')
}

test('HTML is sanitized and says what was withheld', () => {
  const { element, tier } = renderOutput(output({ 'text/html': '<b>bold</b><script>x</script>' }))
  expect(tier).toBe('sanitized')
  expect(text(element)).toContain('bold')
  expect(text(element)).toContain('1 script was withheld.')
  expect(element.querySelector('script')).toBeNull()
})

test('Markdown, JSON, streams and errors are shown', () => {
  expect(text(renderMarkdownCell('**strong**').element)).toContain('strong')
  expect(text(renderOutput({ output_type: 'stream', name: 'stdout', text: 'out' }).element)).toBe('out')
  expect(text(renderOutput({ output_type: 'error', ename: 'E', evalue: 'v', traceback: [] }).element)).toBe(
    'E: v',
  )
  const json: Output = {
    output_type: 'display_data',
    data: { 'application/json': { key: [1] } },
    metadata: {},
  }
  expect(text(renderOutput(json).element)).toContain('key')
})

test('sentences come from the messages that are handed in', async () => {
  const { englishMessages } = await import('../../src/ui/messages.js')
  const messages = { ...englishMessages, details: 'Einzelheiten' }
  const { element } = renderOutput(output({ 'application/javascript': 'x' }), { messages })
  expect(text(element)).toContain('Einzelheiten')
})

test('a renderer of the application is asked, and falls back where it throws', () => {
  const registry = new RenderMimeRegistry().add({
    mimeTypes: ['application/vnd.acme+json'],
    rank: 10,
    safety: 'safe',
    render: (data, { document }) => {
      if (data === 'broken') throw new Error('broken')
      const node = document.createElement('div')
      node.textContent = `acme ${data}`
      return { node }
    },
  })
  const acme = (data: string) => output({ 'application/vnd.acme+json': data, 'text/plain': 'plain' })
  expect(text(renderOutput(acme('fine'), { registry }).element)).toBe('acme fine')
  const broken = text(renderOutput(acme('broken'), { registry }).element)
  expect(broken).toContain('plain')
  expect(broken).toContain('could not be shown')
})

test('what was disposed of is gone', () => {
  const rendered = renderOutput(output({ 'text/plain': 'x' }))
  document.body.append(rendered.element)
  rendered.dispose()
  expect(rendered.element.isConnected).toBe(false)
})

test('what was withheld is named in the notation of the file, so that a translation leaves no English', () => {
  const markup = '<!-- note --><script>x</script><p style="position: fixed">text</p>'
  const { element } = renderOutput(output({ 'text/html': markup }))
  const lines = [...element.querySelectorAll('.nbtrust-notice li')].map(
    (line) => line.textContent?.split(': ')[0],
  )
  expect(lines.sort()).toEqual(['<!-- -->', '<p> { position }', '<script>'])
})
