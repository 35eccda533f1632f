// How the page is to use and to look at: with a keyboard, a screen reader, on a phone, in the dark, with a long notebook.
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo, type Visit } from './support/demo.js'
import { active, cell, notebook } from './support/notebooks.js'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.close())

const axe = createRequire(import.meta.url).resolve('axe-core')

// What axe-core finds serious or worse, by rule and element.
async function violations(tab: Visit): Promise<string[]> {
  await tab.page.addScriptTag({ path: axe }).catch(() => undefined)
  return tab.page.evaluate(async () => {
    interface Axe {
      run(
        context: object,
        options: object,
      ): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] }>
    }
    const { axe: found } = globalThis as unknown as { axe: Axe }
    // The colours inside an output are its author's: a table or a terminal keeps them, whatever the page looks like.
    const authored = { exclude: [['.nbtrust-output:not([data-stream=markdown]) > .nbtrust-content']] }
    const structure = await found.run(document, { rules: { 'color-contrast': { enabled: false } } })
    const contrast = await found.run(authored, { runOnly: ['color-contrast'] })
    return [...structure.violations, ...contrast.violations]
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`))
  })
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let tab: Visit
  beforeAll(async () => {
    tab = await demo.visit({ colorScheme })
  })
  afterAll(() => tab?.context.close())

  test('axe-core finds nothing serious in the opener', async () => {
    await tab.screenshot(`look-opener-${colorScheme}`)
    expect(await violations(tab)).toEqual([])
  })

  test.each(['data-report', 'rich-outputs'])('axe-core finds nothing serious in %s', async (name) => {
    await tab.openSample(name)
    await tab.page.addStyleTag({ content: '.block { content-visibility: visible }' })
    await tab.page.screenshot({ path: `artifacts/look-${name}-${colorScheme}.png`, fullPage: true })
    expect(await violations(tab)).toEqual([])
  })

  test('axe-core finds nothing serious in the dialog and in an error', async () => {
    await tab.open('active.ipynb', active)
    await tab.page.click('.nbtrust-badge [data-action=trust]')
    await tab.screenshot(`look-dialog-${colorScheme}`)
    expect(await violations(tab)).toEqual([])
    await tab.page.keyboard.press('Escape')
    await tab.open('bad.ipynb', '{')
    await tab.screenshot(`look-error-${colorScheme}`)
    expect(await violations(tab)).toEqual([])
  })
})

test('a file that takes longer than a second to check can be cancelled, and nothing is opened', async () => {
  // A worker that never answers.
  const tab = await demo.visit({ before: 'Worker.prototype.postMessage = () => undefined' })
  await tab.page.setInputFiles('#file', {
    name: 'slow.ipynb',
    mimeType: 'application/json',
    buffer: Buffer.from(notebook([])),
  })
  const progress = tab.page.locator('.progress')
  await progress.getByText('Checking slow.ipynb…').waitFor()
  await progress.getByRole('button', { name: 'Cancel' }).waitFor()
  await tab.screenshot('look-progress')
  expect(await violations(tab)).toEqual([])
  await progress.getByRole('button', { name: 'Cancel' }).press('Enter')
  expect(await progress.isVisible()).toBe(false)
  expect(await tab.text('.status')).toBe('Cancelled: nothing was opened.')
  expect(await tab.page.locator('.notebook').count()).toBe(0)
  await tab.context.close()
})

test('a phone of 360 pixels shows everything without scrolling sideways', async () => {
  const tab = await demo.visit({ width: 360 })
  const overflow = () =>
    tab.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await tab.screenshot('look-phone-opener')
  for (const name of ['data-report', 'rich-outputs', 'hostile']) {
    await tab.openSample(name)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await tab.screenshot(`look-phone-${name}`)
  }
  await tab.page.click('.nbtrust-badge [data-action=trust]')
  const box = await tab.page.locator('.nbtrust-dialog').boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true)
  await tab.screenshot('look-phone-dialog')
  await tab.context.close()
})

test('everything can be done with the keyboard', async () => {
  const tab = await demo.visit()
  const focused = () => tab.page.evaluate(() => document.activeElement?.textContent ?? '')
  await tab.page.keyboard.press('Tab')
  expect(await tab.page.evaluate(() => document.activeElement?.id)).toBe('file')
  await tab.page.keyboard.press('Tab')
  await tab.page.keyboard.press('Enter')
  await tab.page.waitForSelector('.notebook:not([aria-busy])')
  const reach = async (label: string) => {
    for (let step = 0; step < 40 && (await focused()) !== label; step++) await tab.page.keyboard.press('Tab')
    expect(await focused()).toBe(label)
  }
  await reach('Trust Notebook…')
  await tab.page.keyboard.press('Enter')
  await tab.page.waitForSelector('.nbtrust-dialog[open]')
  expect(await focused()).toBe('Cancel')
  await tab.page.keyboard.press('Tab')
  expect(await focused()).toBe('Trust')
  await tab.page.keyboard.press('Space')
  await tab.page.waitForSelector('.nbtrust-badge[data-status=trusted]')
  expect(await focused()).toBe('Revoke trust')
  await tab.context.close()
})

test('a file can be dropped anywhere, and the page says so while it hovers', async () => {
  const tab = await demo.visit()
  const drag = (type: string) =>
    tab.page.evaluate(
      ([name, text]) => {
        const data = new DataTransfer()
        data.items.add(new File([text ?? ''], 'dropped.ipynb'))
        document.body.dispatchEvent(
          new DragEvent(name ?? '', { dataTransfer: data, bubbles: true, cancelable: true }),
        )
      },
      [type, notebook([cell([{ 'text/plain': 'dropped' }])])],
    )
  await drag('dragover')
  expect(await tab.page.locator('.drop-veil').isVisible()).toBe(true)
  await tab.screenshot('look-drop')
  await drag('drop')
  await tab.page.waitForSelector('.notebook:not([aria-busy])')
  expect(await tab.text('.outputs')).toBe('dropped')
  expect(await tab.page.locator('.drop-veil').isVisible()).toBe(false)
  await tab.context.close()
})

test('a notebook of 1000 cells can be read while it is still being rendered', async () => {
  const cells = Array.from({ length: 1000 }, (_, index) =>
    cell([{ 'text/html': `<table><tr><td>${index}</td></tr></table>` }], { source: `print(${index})` }),
  )
  const tab = await demo.visit()
  const opening = tab.open('long.ipynb', notebook(cells))
  await tab.page.waitForSelector('.notebook[aria-busy] .cell')
  await opening
  expect(await tab.page.locator('.cell').count()).toBe(1000)
  expect(await tab.hits()).toEqual([])
  await tab.context.close()
})
