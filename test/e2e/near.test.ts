// A long notebook: what is far away is not rendered, and yet can be found, printed, read aloud and trusted.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Demo, startDemo, type Visit } from './support/demo.js'
import { cell, notebook } from './support/notebooks.js'

const count = 400
const long = notebook(
  Array.from({ length: count }, (_, index) =>
    cell(
      [
        {
          'text/html': `<table><tr><td>word${index}</td></tr></table><script>__nbtrustCanary(${index})</script>`,
          'text/plain': `word${index}`,
        },
      ],
      { source: `show(${index})` },
    ),
  ),
)

let demo: Demo
let tab: Visit
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.close())
beforeEach(async () => {
  tab = await demo.visit()
  await tab.open('long.ipynb', long)
  return () => tab.context.close()
})

const rendered = () => tab.page.locator('.outputs [data-tier]').count()
const isRendered = (index: number) =>
  tab.page.locator('.cell').nth(index).locator('.outputs [data-tier]').count()

test('what is far away is not rendered, and the page says that it has not looked at it', async () => {
  expect(await tab.page.locator('.cell').count()).toBe(count)
  expect(await isRendered(0)).toBe(1)
  expect(await rendered()).toBeLessThan(50)
  const report = await tab.text('.bar-report')
  expect(report).toMatch(/^So far: \d+ scripts were withheld\. \d+ .* not looked at yet\.$/)
  expect(Number(/(\d+) scripts/.exec(report)?.[1])).toBe(await rendered())
})

test('it is rendered when a reader scrolls to it', async () => {
  await tab.page.locator('.cell').last().scrollIntoViewIfNeeded()
  await expect.poll(() => isRendered(count - 1)).toBe(1)
  expect(await isRendered(count / 2)).toBe(0)
  expect(await tab.text('.cell:last-child .nbtrust-notice > p')).toBe('1 script was withheld.')
})

test('find-in-page finds it, and what was found is rendered', async () => {
  const found = await tab.page.evaluate(() =>
    (window as unknown as { find(text: string): boolean }).find('word350'),
  )
  expect(found).toBe(true)
  await expect.poll(() => isRendered(350)).toBe(1)
  expect(
    await tab.page
      .locator('.cell')
      .nth(350)
      .evaluate((it) => {
        const { top, bottom } = it.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      }),
  ).toBe(true)
})

test('a screen reader finds it in its place', async () => {
  const outputs = tab.page.locator('.cell').nth(300).getByRole('group', { name: 'Outputs' })
  await expect.poll(() => outputs.ariaSnapshot()).toContain('word300')
})

test('it is rendered for printing', async () => {
  // What a browser sends before it prints; a PDF of 400 cells takes minutes on a busy machine.
  await tab.page.evaluate(() => void dispatchEvent(new Event('beforeprint')))
  expect(await rendered()).toBe(count)
  await expect.poll(() => tab.text('.bar-report')).toBe(`${count} scripts were withheld.`)
})

test('once trusted, all scripts run in document order, wherever the reader is', async () => {
  await tab.page.locator('.cell').nth(200).scrollIntoViewIfNeeded()
  await tab.trust()
  const ran = async () => (await tab.hits()).filter((hit) => hit.startsWith('canary'))
  await expect.poll(async () => (await ran()).length, { timeout: 30_000 }).toBe(count)
  expect(await ran()).toEqual(Array.from({ length: count }, (_, index) => `canary ${index}`))
})
