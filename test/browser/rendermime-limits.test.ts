// Outputs made to be too long: what stands below them stays short, and nothing runs out of its box.
import { afterEach, expect, test } from 'vitest'
import { type JsonObject, type Rendered, renderOutput } from '../../src/index.js'

const column = document.createElement('div')
column.style.width = '370px'
document.body.append(column)
afterEach(() => column.replaceChildren())

function show(data: JsonObject): Rendered {
  const rendered = renderOutput({ output_type: 'display_data', data, metadata: {} })
  column.append(rendered.element)
  return rendered
}

const many = (name: (n: number) => string, value: string): JsonObject =>
  Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [name(n), value]))
const notices = ({ element }: Rendered): string[] =>
  [...element.querySelectorAll('.nbtrust-notice > p')].map((line) => line.textContent ?? '')

test('of ten thousand unknown types a few are named and the rest is counted', () => {
  const rendered = show({ ...many((n) => `text/x${n}`, 'x'), 'text/plain': 'fallback' })
  expect(notices(rendered).length).toBeLessThan(10)
  expect(notices(rendered).at(-1)).toContain('9995')
  expect(rendered.element.getBoundingClientRect().height).toBeLessThan(1000)
})

test('ten thousand types that all fail are given up early', () => {
  const rendered = show(many((n) => `text/html;n=${n}`, ''))
  expect(notices(rendered).length).toBeLessThan(10)
})

test('a long list of what was withheld ends with how much more there is', () => {
  const rendered = show({ ...many((n) => `text/javascript;n=${n}`, 'x'), 'text/plain': 'fallback' })
  const lines = [...rendered.element.querySelectorAll('li')]
  expect(lines.length).toBeLessThan(300)
  expect(lines.at(-1)?.textContent).toContain('9800')
  expect(rendered.removed.length).toBe(10_000)
})

test.each([
  ['type', { [`text/${'x'.repeat(100_000)}`]: 'x', 'text/plain': 'fallback' }],
  ['tag', { 'text/html': `<${'x'.repeat(100_000)}>text` }],
  ['attribute', { 'text/html': `<p ${'x'.repeat(100_000)}>text` }],
  ['host', { 'text/html': `<img src="https://${'x'.repeat(8_000)}/a">text` }],
])('the name of a %s does not run out of the box, however long it is', (_, data) => {
  const { element } = show(data)
  for (const details of element.querySelectorAll('details')) details.open = true
  const { right, height } = column.getBoundingClientRect()
  for (const child of element.querySelectorAll('*')) {
    expect(child.getBoundingClientRect().right).toBeLessThanOrEqual(right + 1)
  }
  expect(height).toBeLessThan(1500)
})

test('the numbers of a long list are not cut off at the border of the output', () => {
  const items = Array.from({ length: 999 }, (_, n) => `<li>${n}</li>`).join('')
  const rendered = show({ 'text/html': `<ol>${items}</ol><span>999. </span>` })
  const inside = rendered.element.querySelector('.nbtrust-content')?.shadowRoot
  const [list, widest] = [inside?.querySelector('ol'), inside?.querySelector('span')]
  if (!list || !widest) throw new Error('There is no list.')
  // Markers stand left of their items, and have no box that could be asked for.
  expect(parseFloat(getComputedStyle(list).paddingInlineStart)).toBeGreaterThan(widest.offsetWidth)
})
