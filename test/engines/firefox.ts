// Firefox ESR through WebDriver BiDi, driven by puppeteer-core.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launch, type Page } from 'puppeteer-core'
import { type Engine, type EngineSetup, type Popup, within } from './engine.js'
import { program, withPackages } from './packages.js'

const VIEW = { width: 1280, height: 1500 }

/** Starts Firefox. */
export async function openFirefox({ proxy }: EngineSetup): Promise<Engine> {
  const downloads = mkdtempSync(join(tmpdir(), 'nbtrust-downloads-'))
  const [host, port] = proxy.split(':')
  const browser = await launch({
    browser: 'firefox',
    executablePath: withPackages(['firefox-esr'], () => program('firefox-esr')),
    headless: true,
    defaultViewport: VIEW,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': host,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': host,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': 'localhost',
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.safebrowsing.downloads.enabled': false,
      'media.autoplay.default': 0,
      // No program of the system's for these: a question about one would stop the page.
      'network.protocol-handler.external.mailto': false,
      'network.protocol-handler.external.tel': false,
      'network.protocol-handler.external.ftp': false,
      'dom.disable_open_during_load': false,
      // A click that opens a tab leaves the page in front, as a middle click does, so that the next input reaches it.
      'browser.tabs.loadInBackground': true,
      'browser.tabs.loadDivertedInBackground': true,
    },
  })
  const incidents: string[] = []
  let page: Page
  const start = async (): Promise<void> => {
    page = await browser.newPage()
    // A busy machine needs more than the usual half a minute; what hangs is ended from outside.
    page.setDefaultTimeout(120_000)
    page.on('dialog', (dialog) => {
      incidents.push(`dialog ${dialog.type()} ${dialog.message()}`)
      const end = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
      end.catch(() => undefined)
    })
  }
  await start()
  return {
    name: 'firefox',
    version: (await browser.version()).replace(/^.*\//, ''),
    async open(url) {
      if (page.isClosed()) await start()
      await page.goto(url, { timeout: 10_000 }).catch(async () => {
        // Something asks for an answer in this tab; a fresh one is free.
        await page.close().catch(() => undefined)
        await start()
        await page.goto(url)
      })
    },
    evaluate: async <T>(expression: string): Promise<T> => (await page.evaluate(expression)) as T,
    async act(targets) {
      for (const { x, y, action } of targets) {
        if (action === 'hover') {
          await page.mouse.move(x, y)
          continue
        }
        await page.mouse.click(x, y)
        if (action === 'type') await page.keyboard.type('a')
        if (action === 'type') await page.keyboard.press('Enter')
      }
    },
    resize: (width, height) => page.setViewport(width && height ? { width, height } : VIEW),
    async print() {
      await page.pdf({ timeout: 120_000 })
    },
    async popups() {
      const found: Popup[] = []
      for (const other of await browser.pages()) {
        if (other === page) continue
        // A tab that was opened a moment ago does not say yet where it goes.
        for (let wait = 0; wait < 10 && other.url() === 'about:blank'; wait++) await pause(50)
        if (other.url() === 'about:blank') continue
        const opener = await other.evaluate('window.opener !== null').catch(() => true)
        found.push({ url: wanted(other.url()), opener: opener === true })
        await other.close()
      }
      return found
    },
    incidents: () => {
      const saved = readdirSync(downloads).map((name) => {
        rmSync(join(downloads, name), { force: true })
        return `download ${name}`
      })
      return [...incidents.splice(0), ...saved]
    },
    async close() {
      await within(5000, 'closing', browser.close()).catch(() => undefined)
      browser.process()?.kill('SIGKILL')
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}

// The proxy's tunnels lead nowhere, so such a tab shows an error page that names the address it wanted.
function wanted(url: string): string {
  return url.startsWith('about:neterror') ? (new URL(url).searchParams.get('u') ?? url) : url
}
