// How the page treats who reads it with a keyboard, on paper, or with a notebook that holds nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo, type Visit } from './support/demo.js'
import { cell, notebook } from './support/notebooks.js'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.close())

const markdown = (source: string) => ({ cell_type: 'markdown' as const, metadata: {}, source })

// What has the focus, once the browser has noticed that something of it is gone.
async function focused(tab: Visit): Promise<string> {
  return await tab.page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const element = document.activeElement
    return `${element?.tagName.toLowerCase()}.${element?.className}`
  })
}

test('an empty notebook says so until it has a cell', async () => {
  const tab = await demo.visit()
  await tab.open('empty.ipynb', notebook([]))
  expect(await tab.text('.cells')).toBe('This notebook has no cells.')
  await tab.page.click('.add-cell')
  expect(await tab.text('.cells')).not.toContain('This notebook has no cells.')
  expect(await tab.page.locator('.cells > .block > .cell').count()).toBe(1)
  await tab.context.close()
})

test('the tab is called like the notebook that is open in it', async () => {
  const tab = await demo.visit()
  const before = await tab.page.title()
  await tab.openSample('small')
  expect(await tab.page.title()).toBe('small.ipynb · nbtrust')
  await tab.page.getByRole('button', { name: 'Close the notebook' }).click()
  expect(await tab.page.title()).toBe(before)
  await tab.context.close()
})

test('the focus goes to what is next when the button that had it goes away', async () => {
  const tab = await demo.visit()
  await tab.openSample('small')
  await tab.page.getByRole('button', { name: 'Close the notebook' }).press('Enter')
  expect(await focused(tab)).toBe('input.file')
  await tab.open('bad.ipynb', '{')
  await tab.page.getByRole('button', { name: 'Dismiss' }).press('Enter')
  expect(await focused(tab)).toBe('input.file')
  await tab.open(
    'remote.ipynb',
    notebook([cell([{ 'text/html': '<img src="https://pictures.example/a.png">' }])]),
  )
  await tab.page.getByRole('button', { name: 'Load remote content' }).press('Enter')
  expect(await focused(tab)).toBe('div.nbtrust-output')
  await tab.context.close()
})

test('the cursor is in a box that shows it', async () => {
  const tab = await demo.visit()
  await tab.openSample('small')
  await tab.page.getByRole('button', { name: 'Edit code cell 2' }).press('Enter')
  const ring = await tab.page.evaluate(() => {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(document.activeElement as Element)
    return { outlineStyle, isInside: parseFloat(outlineOffset) + parseFloat(outlineWidth) <= 0 }
  })
  // Around it everything is cut off.
  expect(ring).toEqual({ outlineStyle: 'solid', isInside: true })
  await tab.context.close()
})

test('what a link in the notebook leads to is not under the bar', async () => {
  const tab = await demo.visit()
  const filler = Array.from({ length: 30 }, () => markdown('text\n\ntext\n\ntext'))
  await tab.open(
    'links.ipynb',
    notebook([markdown('[go](#far-away)'), ...filler, markdown('# Far away'), ...filler]),
  )
  await tab.page.getByRole('link', { name: 'go' }).click()
  const [heading, bar] = await Promise.all([
    tab.page.getByRole('heading', { name: 'Far away' }).boundingBox(),
    tab.page.locator('.bar').boundingBox(),
  ])
  expect(bar?.y).toBe(0)
  expect(heading?.y).toBeGreaterThanOrEqual(bar?.height ?? Infinity)
  expect(heading?.y).toBeLessThan(200)
  await tab.context.close()
})

test('on paper there is the notebook alone, with every line of code whole', async () => {
  const tab = await demo.visit()
  await tab.open('long-lines.ipynb', notebook([cell([], { source: `x = '${'long '.repeat(100)}'` })]))
  await tab.page.emulateMedia({ media: 'print' })
  for (const part of ['.opener', '.bar', '.notes', '.actions', '.add-cell', 'footer'])
    expect([part, await tab.page.locator(part).first().isVisible()]).toEqual([part, false])
  const cut = await tab.page
    .locator('.code pre')
    .evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(cut).toBe(0)
  await tab.context.close()
})

test.each([
  ['a narrow window', false],
  ['a phone', true],
] as const)('in %s of 320 pixels the bar that stays in view holds nothing by half', async (_, touch) => {
  const tab = await demo.visit({ width: 320, touch })
  await tab.openSample('hostile')
  await tab.page.evaluate(() => scrollTo(0, 500))
  for (const button of await tab.page.locator('.bar button:visible').all()) {
    const box = await button.boundingBox()
    expect(box && (box.y >= 0 || box.y + box.height <= 0)).toBe(true)
  }
  await tab.context.close()
})

test('where nothing can be kept, no sentence says that anything is', async () => {
  const before = 'Object.defineProperty(globalThis, "indexedDB", { value: undefined })'
  const tab = await demo.visit({ before })
  await tab.open('plain.ipynb', notebook([cell([{ 'text/html': '<b>x</b><script>1</script>' }])]))
  expect(await tab.text('.warning-sentence')).toContain('Trust can’t be remembered here')
  await tab.trust()
  expect(await tab.text('.status')).toBe('Trusted until this page is closed.')
  await tab.page.getByRole('button', { name: 'Save' }).click()
  await tab.page.getByText('Saved. It is trusted until this page is closed.').waitFor()
  // A script has run, so the page reloads for the next notebook, which it cannot take along.
  await tab.page.setInputFiles('#file', {
    name: 'next.ipynb',
    mimeType: 'application/json',
    buffer: Buffer.from(notebook([])),
  })
  await tab.page.getByText('Choose the notebook again').waitFor()
  expect(new URL(tab.page.url()).hash).toBe('')
  await tab.context.close()
})

test('a notebook that is dropped on the question about another takes the question away', async () => {
  const tab = await demo.visit()
  await tab.openSample('small')
  await tab.page.click('.nbtrust-badge [data-action=trust]')
  await tab.page.waitForSelector('.nbtrust-dialog[open]')
  await tab.page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], 'dropped.ipynb'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, notebook([]))
  await tab.page.getByRole('heading', { name: 'dropped.ipynb' }).waitFor()
  expect(await tab.page.locator('.nbtrust-dialog').count()).toBe(0)
  await tab.context.close()
})
