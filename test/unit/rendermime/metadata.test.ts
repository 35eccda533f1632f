// Metadata and text that come from the file are believed as far as they make sense.
import { expect, test } from 'vitest'
import { dataOnlyName } from '../../../src/rendermime/data-only-table.js'
import { saysSomething, textOf } from '../../../src/rendermime/plain-text.js'
import { imageSize } from '../../../src/rendermime/renderers/image.js'
import { hostOf, hostsIn } from '../../../src/rendermime/review-hosts.js'

test.each([640, 0.5, 10_000, '640', '12.5'])('%j is a size', (value) => {
  expect(imageSize(value)).toBe(Number(value))
})

test.each([
  0,
  -1,
  9e15,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  '1e3',
  '100%',
  '640px',
  ' 640',
  [640],
  { width: 1 },
  null,
  true,
])('%j is no size', (value) => {
  expect(imageSize(value as never)).toBeUndefined()
})

test('a text that only names an object says nothing', () => {
  expect(saysSomething('<IPython.core.display.HTML object>')).toBe(false)
  expect(saysSomething('<matplotlib.axes._subplots.AxesSubplot at 0x7f0000000000>')).toBe(false)
  expect(saysSomething('  ')).toBe(false)
  expect(saysSomething('42')).toBe(true)
  expect(saysSomething('<a> is smaller than <b>')).toBe(true)
})

test('data that is not text is refused, not turned into text', () => {
  expect(textOf(['a', 'b'], 'text/plain')).toBe('ab')
  for (const data of [5, null, { toString: 'x' }, ['a', 1]]) {
    expect(() => textOf(data as never, 'text/html')).toThrow(
      expect.objectContaining({ code: 'ERR_NOTEBOOK_SHAPE' }),
    )
  }
})

test('charts and widgets are known by name', () => {
  expect(dataOnlyName('application/vnd.plotly.v1+json')).toBe('Plotly chart')
  expect(dataOnlyName('application/vnd.vegalite.v5+json')).toBe('Vega-Lite chart')
  expect(dataOnlyName('application/vnd.vegalite.v5.8+json')).toBe('Vega-Lite chart')
  expect(dataOnlyName('application/vnd.jupyter.widget-view+json')).toBe('Jupyter widget')
  expect(dataOnlyName('application/vnd.acme+json')).toBeUndefined()
})

test('hosts are read from addresses and from code', () => {
  expect(hostOf('//cdn.example/x.js')).toEqual(['cdn.example'])
  expect(hostOf('static/x.js')).toEqual([])
  expect(hostOf('javascript://a.example/%0aalert(1)')).toEqual([])
  expect(hostsIn("fetch('https://a.example/x'); new WebSocket(`wss://b.example:8080`)")).toEqual([
    'a.example',
    'b.example:8080',
  ])
})
