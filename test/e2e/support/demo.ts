// Drives the built demo in a real browser, with every request counted and every sign of an execution written down.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { build, type PreviewServer, preview } from 'vite'
import { chromiumArgs, chromiumPath } from '../../../scripts/chromium.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const configFile = `${root}demo/vite.config.ts`
/** Where the screenshots go; git ignores it. */
const artifacts: string = `${root}artifacts/`

/** A running demo and a browser to visit it with. */
export interface Demo {
  readonly url: string
  /** A new browser profile with one tab on the demo, ready. */
  visit(options?: VisitOptions): Promise<Visit>
  close(): Promise<void>
}

/** How to visit. */
export interface VisitOptions {
  /** Share the profile of this visit: a second tab. */
  readonly beside?: Visit
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
  /** A phone: its pointer is a finger. */
  readonly touch?: boolean
  /** Answers for addresses outside the demo, by address. Everything else outside is refused. */
  readonly remote?: Readonly<Record<string, { contentType: string; body: string }>>
  /** Runs in the page before its own scripts. */
  readonly before?: string
}

/** One tab, and what was seen in it. */
export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Every request since `forget`, whatever became of it. */
  readonly requests: string[]
  /** Alerts, canaries, eval, errors and policy reports of the page's current document. */
  hits(): Promise<string[]>
  /** Starts counting requests anew. */
  forget(): void
  /** Opens a file through the file chooser, and waits until all of it is shown, or an error is. */
  open(name: string, content: string | Uint8Array): Promise<void>
  openSample(name: string): Promise<void>
  /** `Not trusted 0 of 2 code cells trusted`. */
  badge(): Promise<string>
  trust(): Promise<void>
  revoke(): Promise<void>
  reload(): Promise<void>
  screenshot(name: string): Promise<void>
  /** What a reader reads in these elements, shadow roots included. */
  text(selector: string): Promise<string>
}

/** Builds the demo if nobody has, serves it on a free port and starts a browser. */
export async function startDemo(): Promise<Demo> {
  if (!existsSync(`${root}demo/dist/index.html`)) await build({ configFile, logLevel: 'warn' })
  mkdirSync(artifacts, { recursive: true })
  const server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' })
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs })
  const url = addressOf(server)
  return {
    url,
    visit: (options = {}) => visit(browser, url, options),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

function addressOf(server: PreviewServer): string {
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.')
  return `http://127.0.0.1:${address.port}/`
}

// Playwright itself evaluates what a test asks of the page; that is not counted.
// Written down in the page, so that nothing depends on what the test does at that moment.
const watch = `
  globalThis.hits = []
  globalThis.__nbtrustCanary = (name) => hits.push('canary ' + name)
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) globalThis[name] = () => { hits.push(name) }
  globalThis.eval = new Proxy(eval, { apply: (target, self, [code]) => { if (!new Error().stack.includes('UtilityScript')) hits.push('eval'); return Reflect.apply(target, self, [code]) } })
  addEventListener('error', (event) => { if (event instanceof ErrorEvent) hits.push('error ' + event.message) })
  addEventListener('unhandledrejection', (event) => hits.push('rejection ' + event.reason))
  addEventListener('securitypolicyviolation', (event) => hits.push('policy ' + event.violatedDirective + ' ' + event.blockedURI))
`

async function visit(browser: Browser, url: string, options: VisitOptions): Promise<Visit> {
  const context =
    options.beside?.context ??
    (await browser.newContext({
      viewport: { width: options.width ?? 1280, height: 900 },
      colorScheme: options.colorScheme ?? 'light',
      reducedMotion: 'reduce',
      hasTouch: options.touch ?? false,
      isMobile: options.touch ?? false,
      acceptDownloads: true,
    }))
  const page = await context.newPage()
  const requests: string[] = []
  await page.addInitScript(watch)
  if (options.before !== undefined) await page.addInitScript(options.before)
  page.on('dialog', (dialog) => void dialog.dismiss())
  // Counted here, answered below: what is our own need not go through the test.
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url())
  })
  await page.route(
    (address) => !address.href.startsWith(url),
    async (route) => {
      const answer = options.remote?.[route.request().url()]
      if (answer) await route.fulfill({ ...answer, headers: { 'access-control-allow-origin': '*' } })
      else await route.abort()
    },
  )
  const ready = () => page.waitForSelector('html[data-ready]', { state: 'attached' })
  const settled = () => page.waitForSelector('.notebook:not([aria-busy]), .problem:not([hidden])')
  await page.goto(url)
  await ready()
  const badge = async () =>
    ((await page.locator('.nbtrust-badge-status').textContent()) ?? '').replace(/\s+/g, ' ').trim()
  return {
    page,
    context,
    requests,
    badge,
    hits: () => page.evaluate(() => (globalThis as unknown as { hits: string[] }).hits),
    forget: () => {
      requests.length = 0
    },
    async open(name, content) {
      const buffer = Buffer.from(typeof content === 'string' ? new TextEncoder().encode(content) : content)
      await page.evaluate(() => document.querySelector('.notebook')?.setAttribute('aria-busy', 'true'))
      await page.setInputFiles('#file', fileOf(name, buffer))
      await settled()
    },
    async openSample(name) {
      await page.evaluate(() => document.querySelector('.notebook')?.setAttribute('aria-busy', 'true'))
      await page.click(`[data-sample="${name}.ipynb"]`)
      await settled()
    },
    async trust() {
      await page.click('.nbtrust-badge [data-action=trust]')
      await page.click('.nbtrust-dialog [value=trusted]')
      await page.waitForSelector('.nbtrust-badge[data-status=trusted]')
    },
    async revoke() {
      await page.click('.nbtrust-badge [data-action=revoke]')
      await page.waitForSelector('.nbtrust-badge[data-status=untrusted]')
    },
    async reload() {
      await page.reload()
      await ready()
    },
    text: (selector) => page.locator(selector).evaluateAll(readAll),
    async screenshot(name) {
      await page.screenshot({ path: `${artifacts}${name}.png` })
    },
  }
}

// Playwright hands over at most 50 MB itself; a larger file goes by its path.
function fileOf(name: string, buffer: Buffer): string | { name: string; mimeType: string; buffer: Buffer } {
  if (buffer.length < 50_000_000) return { name, mimeType: 'application/json', buffer }
  const path = join(mkdtempSync(join(tmpdir(), 'nbtrust-')), name)
  writeFileSync(path, buffer)
  return path
}

// Runs in the page, so it can call nothing of this file.
function readAll(elements: (HTMLElement | SVGElement)[]): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data
    if (node instanceof HTMLStyleElement) return ''
    const inside = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []
    return [...inside, ...node.childNodes].map(read).join('')
  }
  return elements.map(read).join('\n')
}
