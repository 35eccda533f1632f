// Pages to which the browser gives less: an http: origin that is not localhost has no WebCrypto, a sandboxed one may
// store nothing. Both are made for real, by a host name and by a header.
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { type Browser, chromium, type Page } from 'playwright'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs'
import { canonicalBytes } from '../../src/canonical/index.js'
import { serializeNotebook } from '../../src/nbformat/index.js'
import { html, notebookOf } from '../support/notebooks.js'

const text = serializeNotebook(notebookOf([html('one')]))
let server: Server
let browser: Browser
let port: number

beforeAll(async () => {
  const script = await bundle(new URL('support/trust-page.ts', import.meta.url).pathname)
  server = createServer((request, response) => {
    const sandbox = request.url === '/sandboxed' ? { 'content-security-policy': 'sandbox allow-scripts' } : {}
    response.writeHead(200, { 'content-type': 'text/html', ...sandbox })
    response.end(`<!doctype html><title>Trust</title><script type="module">${script}</script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumArgs, '--host-resolver-rules=MAP insecure.test 127.0.0.1'],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('without WebCrypto, noble signs with a stored random key: the signature holds after a reload', async () => {
  const page = await open(`http://insecure.test:${port}/`)
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined'])
  const sign = async (source: string) => {
    const notary = await trustPage.openNotary()
    await notary.sign(source)
    return [notary.engine, await notary.checkSignature(source)]
  }
  expect(await page.evaluate(sign, text)).toEqual(['noble', true])
  await page.reload()
  const check = async (source: string) => {
    const notary = await trustPage.openNotary()
    return [await notary.checkSignature(source), await notary.checkSignature(source.replace('one', 'onf'))]
  }
  expect(await page.evaluate(check, text)).toEqual([true, false])
  const other = await open(`http://insecure.test:${port}/`)
  expect(await other.evaluate(check, text)).toEqual([false, false])
})

test('without WebCrypto, the digest is the same HMAC that others compute', async () => {
  const page = await open(`http://insecure.test:${port}/`)
  const { key, digest } = await page.evaluate(async (source) => {
    const key = await trustPage.openKey()
    const [signature] = await (await trustPage.openNotary()).computeSignature(source)
    return { key: [...(key as Uint8Array)], digest: signature?.digest }
  }, text)
  expect(key).toHaveLength(64)
  const expected = createHmac('sha256', Uint8Array.from(key))
    .update(canonicalBytes(text, 'jcs'))
    .digest('hex')
  expect(digest).toBe(expected)
})

test('where nothing may be stored every question is answered by ERR_STORE_UNAVAILABLE', async () => {
  const page = await open(`http://127.0.0.1:${port}/sandboxed`)
  expect(await page.evaluate(() => origin)).toBe('null')
  const codes = await page.evaluate(async () => {
    const store = trustPage.indexedDbStore()
    const signature = { algorithm: 'jcs-sha256', digest: '00' }
    const failures = [
      trustPage.openNotary(),
      trustPage.openKey(),
      store.checkSignature(signature),
      store.storeSignatures([signature]),
      store.removeSignatures([signature]),
      store.clear(),
    ]
    const results = await Promise.allSettled(failures as Promise<unknown>[])
    return results.map((result) => (result.status === 'rejected' ? result.reason.code : 'resolved'))
  })
  expect(codes).toEqual(Array(6).fill('ERR_STORE_UNAVAILABLE'))
})

test('where nothing may be stored a session trusts until the page is closed, if the frontend says so', async () => {
  const page = await open(`http://127.0.0.1:${port}/sandboxed`)
  const trust = async (source: string) => {
    const notary = await trustPage.openNotary({ store: trustPage.memoryStore() })
    const notebook = JSON.parse(source)
    const first = await trustPage.TrustSession.open(notebook, notary, { source })
    const before = first.isFullyTrusted
    await first.trust()
    const again = await trustPage.TrustSession.open(JSON.parse(source), notary, { source })
    return [before, first.isFullyTrusted, again.isFullyTrusted]
  }
  expect(await page.evaluate(trust, text)).toEqual([false, true, true])
  await page.reload()
  expect(await page.evaluate(trust, text)).toEqual([false, true, true])
})

// Each in a browser context of its own: another profile.
async function open(url: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => 'trustPage' in globalThis)
  return page
}

async function bundle(input: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input, output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput
  // Beside it is the worker for large notebooks, which is not served here.
  const scripts = output.filter((item) => item.type === 'chunk')
  const [chunk] = scripts
  if (scripts.length !== 1 || !chunk) throw new Error('The page is one script.')
  return chunk.code.replaceAll('</script', '<\\/script')
}
