// Runs the README's browser blocks in a real browser, bundled from the built package as a user's bundler would.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs'
import { bundle } from '../support/bundle.js'
import { readmeBlocks, writeBlocks } from '../support/readme.js'
import { root } from '../support/source.js'
import { cell, notebook } from './support/notebooks.js'

const folder = 'artifacts/readme-in-browser'
const counted = (name: string): string =>
  `<b>shown ${name}</b><script>globalThis.ran = [...(globalThis.ran ?? []), '${name}']</script>`
const two = notebook([
  { cell_type: 'markdown', metadata: {}, source: '![a dot](attachment:dot.gif)', attachments: dot() },
  cell([{ 'text/html': counted('one') }]),
  cell([{ 'text/html': counted('two') }]),
])
let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  const blocks = readmeBlocks().filter((block) => block.place === 'browser')
  writeBlocks(join(root, folder), blocks)
  const exported = blocks.map(({ file }) => `export * from './${folder}/${file}'`).join('\n')
  const { files, entry } = await bundle(`export { openNotary } from 'nbtrust'\n${exported}`)
  const html = `<!doctype html><title>README</title><main></main>
    <script type="module">import * as readme from '/${entry}'\nglobalThis.readme = readme</script>`
  server = createServer((request, response) => {
    const code = files.get((request.url ?? '').slice(1))
    response.setHeader('Content-Type', code === undefined ? 'text/html' : 'text/javascript')
    response.end(code ?? html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs })
})

// Each test has a profile of its own, in which nothing is trusted.
beforeEach(async () => {
  const context = await browser.newContext()
  page = await context.newPage()
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'readme' in globalThis)
  return () => context.close()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

const main = () => page.locator('main')
const ran = () => page.evaluate(() => (globalThis as unknown as Opened).ran ?? [])

async function open(text: string): Promise<void> {
  await page.evaluate(async (text) => {
    const all = globalThis as unknown as Opened
    all.notary ??= await all.readme.openNotary()
    await all.opened?.close()
    const options = { page: document.querySelector('main') as HTMLElement, notary: all.notary }
    all.opened = await all.readme.openNotebook(new File([text], 'a.ipynb'), options)
  }, text)
}

// What the user's own execution of the nth code cell yields.
async function runCell(index: number, html: string): Promise<void> {
  await page.evaluate(
    ([index, html]) => {
      const { readme, opened } = globalThis as unknown as Opened
      const codeCells = opened?.session.notebook.cells.filter(({ cell_type }) => cell_type === 'code') ?? []
      const output = { output_type: 'display_data', data: { 'text/html': html }, metadata: {} }
      if (opened) readme.runCell(opened, codeCells[index] as object, [output])
    },
    [index, html] as const,
  )
}

async function trust(): Promise<void> {
  await page.getByRole('button', { name: /trust/i }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^trust/i })
    .click()
}

test('the frontend block opens a notebook untrusted, and trusted once it is confirmed', async () => {
  await open(two)
  await main().getByText('Not trusted').waitFor()
  await main().getByText('shown two').waitFor()
  expect(await main().getByRole('img', { name: 'a dot' }).count()).toBe(1)
  expect(await ran()).toEqual([])
  await trust()
  await expect.poll(ran).toEqual(['one', 'two'])
  expect(await main().locator('[data-tier=trusted]').count()).toBe(2)
})

test('what a run cell yields is shown, its script runs once, and no other script runs again', async () => {
  await open(two)
  await runCell(0, counted('mine'))
  await main().getByText('shown mine').waitFor()
  expect(await main().getByText('shown one').count()).toBe(0)
  await expect.poll(ran).toEqual(['mine'])
  await trust()
  await expect.poll(ran).toEqual(['mine', 'two'])
  await runCell(1, counted('mine too'))
  await expect.poll(ran).toEqual(['mine', 'two', 'mine too'])
  // Whatever would still run has had its turn.
  await page.waitForTimeout(200)
  expect(await ran()).toEqual(['mine', 'two', 'mine too'])
})

test('what is revoked is taken down, and what was closed is gone', async () => {
  await open(two)
  await trust()
  await expect.poll(ran).toEqual(['one', 'two'])
  await page.getByRole('button', { name: 'Revoke trust' }).click()
  await main().getByText('Not trusted').waitFor()
  expect(await main().locator('[data-tier=trusted]').count()).toBe(0)
  await open(notebook([cell([{ 'text/html': '<b>the next one</b>' }])]))
  await main().getByText('the next one').waitFor()
  expect(await main().getByText('shown').count()).toBe(0)
  expect(await main().locator('.nbtrust-badge').count()).toBe(1)
  expect(await ran()).toEqual(['one', 'two'])
})

test('the block about running and saving signs what the user ran', async () => {
  await open(two)
  const count = () => page.evaluate(() => (globalThis as unknown as Opened).opened?.session.counts.untrusted)
  expect(await count()).toBe(2)
  await runCell(0, '<b>mine</b>')
  await runCell(1, '<b>mine</b>')
  expect(await count()).toBe(0)
  const signed = await page.evaluate(async () => {
    const { readme, opened, notary } = globalThis as unknown as Opened
    return opened && notary?.checkSignature(await readme.save(opened))
  })
  expect(signed).toBe(true)
})

test('the sanitizer block shows what is harmless and counts the rest', async () => {
  const shown = await page.evaluate(() => {
    const { readme } = globalThis as unknown as Opened
    const element = document.createElement('div')
    const removed = readme.show(element, '<p>kept</p><script>alert(1)</script><img src=x onerror=alert(2)>')
    return { text: element.textContent, markup: element.innerHTML, removed }
  })
  expect(shown.text).toContain('kept')
  expect(shown.markup).not.toMatch(/script|onerror/)
  expect(shown.removed).toBeGreaterThanOrEqual(2)
})

function dot(): object {
  const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
  return { 'dot.gif': { 'image/gif': gif } }
}

interface Notary {
  checkSignature(source: string): Promise<boolean>
}

interface OpenNotebook {
  readonly session: {
    readonly counts: { readonly untrusted: number }
    readonly notebook: { readonly cells: { readonly cell_type: string }[] }
  }
  close(): Promise<void>
}

// What the page of these tests has in its global scope.
interface Opened {
  readonly readme: Readme
  readonly ran?: string[]
  notary?: Notary
  opened?: OpenNotebook
}

interface Readme {
  openNotary(): Promise<Notary>
  openNotebook(file: File, options: { page: HTMLElement; notary: Notary }): Promise<OpenNotebook>
  runCell(opened: OpenNotebook, cell: object, produced: object[]): void
  save(opened: OpenNotebook): Promise<string>
  show(element: HTMLElement, untrusted: string): number
}
