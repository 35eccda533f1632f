// What the page looks like where it is easily forgotten: from right to left, under a finger, on paper, with a very long name.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo, type Visit } from './support/demo.js'
import { cell, notebook } from './support/notebooks.js'

const esc = '\u001b'
const stream = (name: string, text: string) => ({ output_type: 'stream', name, text })
const failure = (...traceback: string[]) => ({ output_type: 'error', ename: 'E', evalue: 'no', traceback })
const withOutputs = (...outputs: object[]) => ({ ...cell([], { source: 'f(x)' }), outputs })
const terminal = notebook([
  { cell_type: 'markdown', metadata: {}, source: 'text with `code` in it\n\n```\nblock\n```' },
  withOutputs(
    stream('stdout', `out ${esc}[41mred${esc}[0m`),
    failure(`${esc}[31mNamed${esc}[0m`),
    failure(`${esc}[38;5;28mChosen for light paper${esc}[0m`),
  ),
  cell([{ 'text/plain': 'plain', 'text/html': '<p>html</p><img src="https://pictures.example/a.png">' }]),
])

let demo: Demo
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.close())

// A computed style of the nth output, or of an element inside it.
const styleOf = (tab: Visit, index: number, property: string, inside?: string): Promise<string> =>
  tab.page
    .locator('.outputs .nbtrust-content')
    .nth(index)
    .evaluate(
      (content, [name, selector]) => {
        const root = content.shadowRoot ?? content
        const element = selector === undefined ? content : (root.querySelector(selector) ?? content)
        return getComputedStyle(element).getPropertyValue(name ?? '')
      },
      [property, inside] as const,
    )

test('from right to left, the page is turned around, and code and terminals are not', async () => {
  const tab = await demo.visit()
  await tab.page.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  await tab.open('terminal.ipynb', terminal)
  const box = async (selector: string) =>
    (await tab.page.locator(selector).first().boundingBox()) ?? fail(selector)
  const [prompt, code, title, close] = await Promise.all(
    ['.prompt', '.code', '.bar-title', '.bar-buttons'].map(box),
  )
  expect(prompt?.x).toBeGreaterThanOrEqual((code?.x ?? 0) + (code?.width ?? 0))
  expect(title?.x).toBeGreaterThan(close?.x ?? Infinity)
  for (const index of [0, 1, 2]) {
    expect(await styleOf(tab, index, 'direction', 'pre')).toBe('ltr')
    expect(['left', 'start']).toContain(await styleOf(tab, index, 'text-align', 'pre'))
  }
  const source = await tab.page
    .locator('.code pre')
    .first()
    .evaluate((it) => getComputedStyle(it).direction)
  expect(source).toBe('ltr')
  const overflow = await tab.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await tab.screenshot('layout-rtl')
  await tab.context.close()
})

test.each([
  ['a mouse', false, 24],
  ['a finger', true, 40],
] as const)('what is pressed with %s is large enough', async (_, touch, least) => {
  const tab = await demo.visit({ touch, ...(touch ? { width: 360 } : {}) })
  const small = () =>
    tab.page.evaluate(
      (least) =>
        [...document.querySelectorAll('button, summary, label')].flatMap((element) => {
          const { width, height } = element.getBoundingClientRect()
          if (width === 0 || (width >= least && height >= least)) return []
          return [`${element.className} ${element.textContent}: ${width} x ${height}`]
        }),
      least,
    )
  expect(await small()).toEqual([])
  await tab.open('terminal.ipynb', terminal)
  expect(await small()).toEqual([])
  await tab.screenshot(`layout-targets-${least}`)
  await tab.context.close()
})

test('a very long name takes one line of what is said', async () => {
  const tab = await demo.visit({ width: 360 })
  const name = `${'a-very-long-name-'.repeat(12)}.ipynb`
  await tab.open(name, terminal)
  expect(await tab.text('.status')).toBe(`${name} is open.`)
  const box = await tab.page.locator('.status').boundingBox()
  expect(box?.height).toBeLessThan(60)
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360)
  const end = await tab.page.locator('.status').evaluate((it) => it.scrollWidth - it.clientWidth)
  expect(end).toBe(0)
  await tab.screenshot('layout-long-name')
  await tab.context.close()
})

test('on paper a dark page is light, and the grounds of a terminal are printed', async () => {
  const tab = await demo.visit({ colorScheme: 'dark' })
  await tab.open('terminal.ipynb', terminal)
  await tab.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const text = await tab.page.evaluate(() => getComputedStyle(document.documentElement).color)
  expect(text).toBe('rgb(29, 35, 48)')
  expect(await styleOf(tab, 0, 'color', 'pre')).toBe(text)
  expect(await styleOf(tab, 0, 'print-color-adjust', '[class$=-bg]')).toBe('exact')
  await tab.context.close()
})

test('in the dark a traceback is dark, unless it brings colours for light paper', async () => {
  const tab = await demo.visit({ colorScheme: 'dark' })
  await tab.open('terminal.ipynb', terminal)
  const lightness = async (index: number) => {
    const [red = 0] = (await styleOf(tab, index, 'background-color')).match(/\d+/g)?.map(Number) ?? []
    return red
  }
  expect(await lightness(1)).toBeLessThan(80)
  expect(await lightness(2)).toBeGreaterThan(200)
  await tab.screenshot('layout-traceback-dark')
  await tab.context.close()
})

test('the samples beside the name stand clear of the notebook', async () => {
  const tab = await demo.visit()
  await tab.openSample('small')
  const [chip, bar] = await Promise.all(
    [tab.page.locator('.card').last(), tab.page.locator('.bar')].map((it) => it.boundingBox()),
  )
  expect((bar?.y ?? 0) - (chip?.y ?? 0) - (chip?.height ?? 0)).toBeGreaterThanOrEqual(8)
  await tab.context.close()
})

function fail(message: string): never {
  throw new Error(message)
}
