// Runs the README's browser blocks in a real browser, bundled from the built package as a user's bundler would.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs'
import { bundle } from '../support/bundle.js'
import { readmeBlocks } from '../support/readme.js'
import { root } from '../support/source.js'

const notebook = readFileSync(join(root, 'demo/notebooks/small.ipynb'), 'utf8')
let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  const blocks = readmeBlocks().filter((block) => block.place === 'browser')
  const bundles = await Promise.all(blocks.map((block) => bundle(block.code)))
  const files = new Map(
    bundles.flatMap(({ files }, n) => [...files].map(([name, code]) => [`/${n}/${name}`, code])),
  )
  const imports = bundles.map(({ entry }, n) => `import * as block${n} from '/${n}/${entry}'`).join('\n')
  const readme = bundles.map((_, n) => `...block${n}`).join(', ')
  const html = `<!doctype html><title>README</title><main></main>
    <script type="module">${imports}\nglobalThis.readme = { ${readme} }</script>`
  server = createServer((request, response) => {
    const code = files.get(request.url ?? '')
    response.setHeader('Content-Type', code === undefined ? 'text/html' : 'text/javascript')
    response.end(code ?? html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs })
  page = await browser.newPage()
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'readme' in globalThis)
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('the frontend block opens a notebook untrusted, and trusted once it is confirmed', async () => {
  await page.evaluate(async (text) => {
    const { readme } = globalThis as unknown as { readme: Readme }
    const main = document.querySelector('main') as HTMLElement
    const session = await readme.openNotebook(new File([text], 'small.ipynb'), main)
    Object.assign(globalThis, { session })
  }, notebook)
  await page.locator('main').getByText('Not trusted').waitFor()
  expect(await page.locator('main').getByText('A script changed this line').count()).toBe(0)
  await page.getByRole('button', { name: /trust/i }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^trust/i })
    .click()
  await page.locator('main').getByText('A script changed this line').waitFor()
})

test('the block about running and saving signs what the user ran', async () => {
  const saved = await page.evaluate(async (text) => {
    const { readme } = globalThis as unknown as { readme: Readme }
    const changed = JSON.parse(text)
    changed.metadata.title = 'another notebook'
    const session = await readme.openNotebook(
      new File([JSON.stringify(changed)], 'b.ipynb'),
      document.createElement('div'),
    )
    const before = session.counts.untrusted
    for (const cell of session.notebook.cells) {
      if (cell.cell_type !== 'code') continue
      readme.runCell(session, cell, [
        { output_type: 'display_data', data: { 'text/html': '<b>mine</b>' }, metadata: {} },
      ])
    }
    const written = await readme.save(session)
    return { before, after: session.counts.untrusted, signed: await session.notary.checkSignature(written) }
  }, notebook)
  expect(saved).toEqual({ before: 2, after: 0, signed: true })
})

test('the sanitizer block shows what is harmless and counts the rest', async () => {
  const shown = await page.evaluate(() => {
    const { readme } = globalThis as unknown as { readme: Readme }
    const element = document.createElement('div')
    const removed = readme.show(element, '<p>kept</p><script>alert(1)</script><img src=x onerror=alert(2)>')
    return { text: element.textContent, markup: element.innerHTML, removed }
  })
  expect(shown.text).toContain('kept')
  expect(shown.markup).not.toMatch(/script|onerror/)
  expect(shown.removed).toBeGreaterThanOrEqual(2)
})

interface Session {
  readonly counts: { readonly untrusted: number }
  readonly notebook: { readonly cells: { readonly cell_type: string }[] }
  readonly notary: { checkSignature(source: string): Promise<boolean> }
}

interface Readme {
  openNotebook(file: File, page: HTMLElement): Promise<Session>
  runCell(session: Session, cell: object, produced: object[]): void
  save(session: Session): Promise<string>
  show(element: HTMLElement, untrusted: string): number
}
