// What was run or edited is not lost by accident, Back leads to the start page, and the focus is where a reader goes on.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Demo, startDemo, type Visit } from './support/demo.js'
import { cell, notebook } from './support/notebooks.js'

const one = notebook([
  cell([{ 'text/html': '<b>from the file</b><script>1</script>' }], { source: 'print("mine")' }),
])
const other = notebook([cell([{ 'text/plain': 'another' }])])

let demo: Demo
let tab: Visit
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.close())
beforeEach(async () => {
  tab = await demo.visit()
  return () => tab.context.close()
})

const title = () => tab.page.locator('.bar-title').textContent()
const isOpen = () => tab.page.locator('.notebook').isVisible()
const question = () => tab.page.getByRole('dialog', { name: 'Close without saving?' })
const press = (name: string | RegExp) => tab.page.getByRole('button', { name }).first().press('Enter')
// What has the focus, once the browser has noticed that something of it is gone.
const focused = () =>
  tab.page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? `${element?.tagName.toLowerCase()}.${element?.className}`
  })
const pick = (name: string, text: string) =>
  tab.page.setInputFiles('#file', { name, mimeType: 'application/json', buffer: Buffer.from(text) })

describe('what was not saved', () => {
  beforeEach(async () => {
    await tab.open('one.ipynb', one)
    await press('Run code cell 1')
  })

  test('Close asks, with the safe answer in focus, and Escape keeps the notebook', async () => {
    await press('Close the notebook')
    expect(await question().getByRole('button', { name: 'Keep it open' }).isVisible()).toBe(true)
    expect(await focused()).toBe('button.nbtrust-button')
    await tab.page.keyboard.press('Escape')
    expect(await isOpen()).toBe(true)
    expect(await tab.text('.outputs')).toContain('mine')
    await press('Close the notebook')
    await question().getByRole('button', { name: 'Close without saving' }).click()
    await expect.poll(isOpen).toBe(false)
  })

  test('opening another file asks, and the open one stays if it should', async () => {
    await pick('other.ipynb', other)
    await question().getByRole('button', { name: 'Keep it open' }).click()
    expect(await title()).toBe('one.ipynb')
    await pick('other.ipynb', other)
    await question().getByRole('button', { name: 'Close without saving' }).click()
    await tab.page.getByRole('heading', { name: 'other.ipynb' }).waitFor()
    expect(await question().count()).toBe(0)
  })

  test('the browser asks before the tab is closed or reloaded', async () => {
    // It asks for pages only that somebody has used.
    await tab.page.mouse.click(5, 5)
    const asked = tab.page.waitForEvent('dialog')
    await tab.page.evaluate(() => setTimeout(() => location.reload()))
    expect((await asked).type()).toBe('beforeunload')
    // The answer is no.
    expect(await tab.text('.outputs')).toContain('mine')
  })

  test('once it is saved nobody asks', async () => {
    await press('Save')
    await tab.page.getByText(/^Saved/).waitFor()
    await press('Close the notebook')
    await expect.poll(isOpen).toBe(false)
    expect(await question().count()).toBe(0)
  })
})

test('what is being written in a cell is unsaved, and is saved', async () => {
  await tab.open('one.ipynb', one)
  await press('Edit code cell 1')
  await tab.page.keyboard.type('# new ')
  const downloading = tab.page.waitForEvent('download')
  await press('Save')
  const stream = await (await downloading).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  expect(Buffer.concat(chunks).toString()).toContain('# new ')
  await tab.page.getByText(/^Saved/).waitFor()
  await tab.page.locator('textarea').pressSequentially('x')
  await press('Close the notebook')
  expect(await question().isVisible()).toBe(true)
})

test('what was not saved is still not saved after the page was reloaded to stop scripts', async () => {
  await tab.open('two.ipynb', notebook([...JSON.parse(one).cells, ...JSON.parse(one).cells]))
  await tab.trust()
  await press('Run code cell 1')
  const reloaded = tab.page.waitForEvent('load')
  await press('Revoke trust')
  await reloaded
  await tab.page.waitForSelector('html[data-ready]', { state: 'attached' })
  expect(await tab.text('.outputs')).toContain('mine')
  expect(await focused()).toBe('h2.bar-title')
  await press('Close the notebook')
  expect(await question().isVisible()).toBe(true)
})

test('Back leads from a notebook to the start page, and Forward to a sample again', async () => {
  await tab.openSample('small')
  await tab.openSample('old-format')
  await tab.page.goBack()
  await expect.poll(isOpen).toBe(false)
  expect(new URL(tab.page.url()).hash).toBe('')
  expect(await focused()).toBe('input.file')
  await tab.page.goForward()
  await tab.page.waitForSelector('.notebook:not([aria-busy])')
  expect(await title()).toBe('old-format.ipynb')
  await press('Close the notebook')
  await expect.poll(() => new URL(tab.page.url()).hash).toBe('')
  expect(await isOpen()).toBe(false)
})

test('Back asks about what was not saved, and the notebook stays where it was', async () => {
  await tab.openSample('small')
  await press('Run code cell 2')
  await tab.page.goBack()
  await question().getByRole('button', { name: 'Keep it open' }).click()
  expect(await isOpen()).toBe(true)
  await expect.poll(() => new URL(tab.page.url()).hash).toBe('#sample=small.ipynb')
  await tab.page.goBack()
  await question().getByRole('button', { name: 'Close without saving' }).click()
  await expect.poll(isOpen).toBe(false)
})

test('a link to a sample that there is not says so', async () => {
  await tab.page.goto(`${demo.url}#sample=nothing.ipynb`)
  await tab.page.reload()
  await tab.page.waitForSelector('html[data-ready]', { state: 'attached' })
  expect(await tab.text('.problem-sentence')).toBe('There is no sample of this name.')
  expect(await tab.text('.problem-file')).toContain('nothing.ipynb')
})

describe('with the keyboard', () => {
  test('the focus goes to the name of what was opened', async () => {
    await tab.page.locator('[data-sample="small.ipynb"]').press('Enter')
    await tab.page.waitForSelector('.notebook:not([aria-busy])')
    expect(await focused()).toBe('h2.bar-title')
  })

  test('Clear and Run keep the focus', async () => {
    await tab.open('one.ipynb', one)
    await press(/^Clear/)
    expect(await focused()).toBe('Clear the outputs of code cell 1')
    expect(await tab.page.getByRole('button', { name: /^Clear/ }).getAttribute('aria-disabled')).toBe('true')
    await press('Run code cell 1')
    expect(await focused()).toBe('Run code cell 1')
    expect(await tab.page.getByRole('button', { name: /^Clear/ }).getAttribute('aria-disabled')).toBe('false')
  })

  test.each(['Control+Enter', 'Shift+Enter'])(
    '%s runs what is written, and Escape leaves the editor',
    async (keys) => {
      await tab.open('one.ipynb', one)
      await press('Edit code cell 1')
      await tab.page.locator('textarea').fill('6 * 7')
      await tab.page.keyboard.press(keys)
      await expect.poll(() => tab.text('.outputs')).toContain('42')
      expect(await tab.page.locator('textarea').inputValue()).toBe('6 * 7')
      await tab.page.keyboard.press('Escape')
      expect(await tab.page.locator('textarea').count()).toBe(0)
      expect(await tab.text('.code')).toBe('6 * 7')
      expect(await focused()).toBe('Edit code cell 1')
    },
  )
})
