// Chromium through Playwright, with a log of the network stack: it holds name look-ups that no request follows.

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright'
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs'
import type { Engine, EngineSetup, Popup } from './engine.js'

const VIEW = { width: 1280, height: 1500 }

/** Starts Chromium. */
export async function openChromium({ proxy }: EngineSetup): Promise<Engine> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumArgs, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    proxy: { server: `http://${proxy}`, bypass: 'localhost' },
  })
  const incidents: string[] = []
  let context: BrowserContext
  let page: Page
  let session: CDPSession
  const start = async (): Promise<void> => {
    context = await browser.newContext({ viewport: VIEW, acceptDownloads: false })
    page = await context.newPage()
    session = await context.newCDPSession(page)
    page.on('download', (download) => incidents.push(`download ${download.url().slice(0, 80)}`))
    page.on('dialog', (dialog) => {
      incidents.push(`dialog ${dialog.type()} ${dialog.message()}`)
      // It may have ended with the page that showed it; a page that asks to stay is left all the same.
      const end = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
      end.catch(() => undefined)
    })
    page.on('filechooser', () => incidents.push('file chooser'))
    // A page behind another tab draws no frames, and input waits for them.
    page.on('popup', () => page.bringToFront().catch(() => undefined))
  }
  await start()
  return {
    name: 'chromium',
    version: browser.version(),
    async open(url) {
      if (page.isClosed()) {
        await context.close()
        await start()
      }
      await page.goto(url)
    },
    // Not `page.evaluate`: that goes through the page's own eval, which a strict page forbids.
    async evaluate<T>(expression: string): Promise<T> {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      }
      return result.value
    },
    async act(targets) {
      for (const { x, y, action } of targets) {
        await page.mouse.move(x, y)
        if (action === 'hover') continue
        await page.mouse.click(x, y)
        if (action === 'type') await page.keyboard.type('a')
        if (action === 'type') await page.keyboard.press('Enter')
      }
    },
    resize: (width, height) => page.setViewportSize(width && height ? { width, height } : VIEW),
    async print() {
      await page.pdf()
    },
    async popups() {
      const found: Popup[] = []
      const others = context.pages().filter((other) => other !== page)
      // Until they have arrived they may still connect, and nobody would know whose doing that is.
      const arrived = others.map((other) => other.waitForLoadState('load', { timeout: 1000 }))
      await Promise.allSettled(arrived)
      for (const other of others) {
        found.push({
          url: await wantedBy(context, other).catch(() => other.url()),
          opener: await other.evaluate(() => window.opener !== null).catch(() => true),
        })
        await other.close()
      }
      return found
    },
    incidents: () => incidents.splice(0),
    async chrome() {
      const parts = [
        { x: 0, y: 0, width: VIEW.width, height: 60 },
        { x: 0, y: 60, width: 120, height: VIEW.height - 60 },
        { x: 120, y: VIEW.height - 30, width: VIEW.width - 120, height: 30 },
      ]
      const hash = createHash('sha256')
      for (const clip of parts)
        hash.update(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }))
      return hash.digest('hex')
    },
    close: () => browser.close(),
  }
}

// A tab whose site can't be reached shows an error page of Chromium's; its history knows where it wanted to go.
async function wantedBy(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page)
  const { entries, currentIndex } = await session.send('Page.getNavigationHistory')
  return entries[currentIndex]?.url ?? page.url()
}

/** Mounts payloads without a proxy in between, and answers the hosts whose names Chromium looked up or connected to. */
export async function lookedUpHosts(address: string, mounts: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nbtrust-netlog-'))
  const file = join(folder, 'net.json')
  try {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...chromiumArgs, `--log-net-log=${file}`, '--host-resolver-rules=MAP *.example ~NOTFOUND'],
    })
    const page = await browser.newPage({ viewport: VIEW })
    for (const mount of mounts) {
      await page.goto(address)
      await page.evaluate('harness.begin()')
      await page.evaluate(mount)
      await page.waitForTimeout(200)
    }
    await browser.close()
    return [...new Set(readFileSync(file, 'utf8').match(/[\w.-]+\.example/g) ?? [])]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
