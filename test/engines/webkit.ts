// WebKitGTK's MiniBrowser through WebKitWebDriver and selenium-webdriver, on a virtual screen.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Builder, Button, Key, Origin, type WebDriver } from 'selenium-webdriver'
import { type Engine, type EngineSetup, type Popup, within } from './engine.js'
import { miniBrowser, program, withPackages } from './packages.js'
import type { Target } from './page/targets.js'

const SCREEN = '1400x1700x24'
/** Targets that one command goes to: few, so that a click that leads away takes few with it. */
const TOGETHER = 8

/** Starts WebKitGTK. */
export async function openWebKit({ proxy }: EngineSetup): Promise<Engine> {
  const { binary, run, driverPath } = withPackages(['webkit2gtk-driver', 'xvfb', 'xauth'], () => ({
    binary: miniBrowser(),
    run: program('xvfb-run'),
    driverPath: program('WebKitWebDriver'),
  }))
  const port = await freePort()
  const child = spawn(run, ['-a', '-s', `-screen 0 ${SCREEN}`, driverPath, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1', NO_AT_BRIDGE: '1' },
  })
  const atExit = (): void => stop(child)
  process.once('exit', atExit)
  await listening(port)
  const driver = await connect({ port, binary, proxy })
  const capabilities = await driver.getCapabilities()
  const home = await driver.getWindowHandle()
  const incidents: string[] = []
  await driver.manage().setTimeouts({ script: 60_000, pageLoad: 30_000 })
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1300, height: 1600 })
  return {
    name: 'webkit',
    version: capabilities.getBrowserVersion() ?? '',
    async open(url) {
      await driver.switchTo().window(home)
      await driver.get(url)
    },
    evaluate: <T>(expression: string) => evaluate<T>(driver, expression),
    async act(targets) {
      for (let start = 0; start < targets.length; start += TOGETHER) {
        await actOn(driver, targets.slice(start, start + TOGETHER))
      }
    },
    async resize(width, height) {
      const rect = width && height ? { width, height } : { width: 1300, height: 1600 }
      await driver
        .manage()
        .window()
        .setRect({ x: 0, y: 0, ...rect })
    },
    // WebKitWebDriver has no command for it.
    print: () => Promise.resolve(),
    async popups() {
      const found: Popup[] = []
      for (const handle of await driver.getAllWindowHandles()) {
        if (handle === home) continue
        await driver.switchTo().window(handle)
        const url = await arrived(driver)
        const opener = await evaluate<boolean>(driver, 'window.opener !== null').catch(() => true)
        found.push({ url, opener })
        await driver.close()
      }
      await driver.switchTo().window(home)
      return found
    },
    incidents: () => incidents.splice(0),
    async close() {
      await within(5000, 'closing', driver.quit()).catch(() => undefined)
      process.off('exit', atExit)
      stop(child)
    },
  }
}

async function actOn(driver: WebDriver, targets: readonly Target[]): Promise<void> {
  const actions = driver.actions({ async: true })
  for (const { x, y, action } of targets) {
    actions.move({ x, y, origin: Origin.VIEWPORT, duration: 0 })
    if (action !== 'hover') actions.press(Button.LEFT).release(Button.LEFT)
    if (action === 'type') actions.sendKeys('a', Key.ENTER)
  }
  await actions.perform()
}

// A tab that was opened a moment ago does not say yet where it goes.
async function arrived(driver: WebDriver): Promise<string> {
  for (let wait = 0; wait < 20; wait++) {
    const url = await driver.getCurrentUrl().catch(() => '')
    if (url !== '' && url !== 'about:blank') return url
    await pause(50)
  }
  return await driver.getCurrentUrl().catch(() => '')
}

async function evaluate<T>(driver: WebDriver, expression: string): Promise<T> {
  const answer = await driver.executeAsyncScript<{ value?: T; error?: string }>(
    `const done = arguments[arguments.length - 1]
     Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`,
  )
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer.value as T
}

interface Connection {
  readonly port: number
  readonly binary: string
  readonly proxy: string
}

function connect({ port, binary, proxy }: Connection): Promise<WebDriver> {
  return new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      unhandledPromptBehavior: 'dismiss',
      // Not the capability `proxy`: with it the driver speaks TLS to the proxy whenever the address wanted is encrypted, and
      // the proxy never learns which that is. MiniBrowser's own options ask it for a tunnel in plain text.
      'webkitgtk:browserOptions': {
        binary,
        args: ['--automation', `--proxy=http://${proxy}`, '--ignore-host=localhost'],
      },
    })
    .build()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    )
    if (answered) return
    await pause(100)
  }
  throw new Error('WebKitWebDriver did not start within 10 s.')
}

// The whole group: xvfb-run, the screen, the driver and the browser.
function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGTERM')
  } catch {
    // It has ended already.
  }
}
