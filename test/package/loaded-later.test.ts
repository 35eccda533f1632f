// What is loaded only when it is needed may not be there by then: no network, or a server that has other files since.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as nbtrust from '../../src/index.js'
import { bundle } from '../support/bundle.js'
import { codeCell, html, notebookOf, stream } from '../support/notebooks.js'

type Page = Pick<typeof nbtrust, 'createHmac' | 'openNotary' | 'parseNotebook' | 'TrustSession'>

let folder = ''
let page: Page

beforeAll(async () => {
  const entry = "export { createHmac, openNotary, parseNotebook, TrustSession } from 'nbtrust'"
  const made = await bundle(entry)
  folder = mkdtempSync(join(tmpdir(), 'nbtrust-later-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const name of made.atOnce) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), made.files.get(name) ?? '')
  }
  page = (await import(pathToFileURL(join(folder, made.entry)).href)) as Page
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

// It says yes to everything, so that only the page can say no.
class TrustingStore implements nbtrust.SignatureStore {
  stored = 0
  async storeSignatures(): Promise<void> {
    this.stored++
  }
  async checkSignature(): Promise<boolean> {
    return true
  }
  async checkSignatures(signatures: readonly nbtrust.Signature[]): Promise<readonly boolean[]> {
    return signatures.map(() => true)
  }
  async removeSignatures(): Promise<void> {}
  async clear(): Promise<void> {}
  async close(): Promise<void> {}
}

describe('a page that cannot load what encodes notebooks', () => {
  const lacking = { code: 'ERR_MISSING_DEPENDENCY' }
  const notebook = notebookOf([html('theirs')])

  test('opens every notebook untrusted, and says why', async () => {
    const notary = await page.openNotary({ store: new TrustingStore() })
    const session = await page.TrustSession.open(notebook, notary, { source: JSON.stringify(notebook) })
    expect(session.problem).toMatchObject(lacking)
    expect(session.counts).toEqual({ trusted: 0, untrusted: 1, total: 1 })
    await session.close()
    await notary.close()
  })

  test('signs nothing, and says why', async () => {
    const store = new TrustingStore()
    const notary = await page.openNotary({ store })
    const session = await page.TrustSession.open(notebook, notary, { source: JSON.stringify(notebook) })
    await expect(session.trust()).rejects.toMatchObject(lacking)
    await expect(session.checkAndSign()).rejects.toMatchObject(lacking)
    await expect(notary.sign(notebook)).rejects.toMatchObject(lacking)
    expect(store.stored).toBe(0)
    await session.revoke()
    expect(session.isFullyTrusted).toBe(false)
    await session.close()
  })

  test('gives no answer about signatures', async () => {
    const notary = await page.openNotary({ store: new TrustingStore() })
    await expect(notary.checkSignature(notebook)).rejects.toMatchObject(lacking)
    await expect(notary.checkSignatures([notebook])).rejects.toMatchObject(lacking)
  })
})

test('without its own hashes the page has those of the browser only, and says so', async () => {
  const secret = new Uint8Array([1])
  expect((await page.createHmac(secret, 'sha256')).engine).toBe('webcrypto')
  await expect(page.createHmac(secret, 'blake2b')).rejects.toMatchObject({ code: 'ERR_MISSING_DEPENDENCY' })
})

test('a session that cannot load what makes it keep less keeps everything, and trusts no more than that', async () => {
  const notary = await page.openNotary({ store: new TrustingStore() })
  const cell = codeCell()
  const session = await page.TrustSession.open(notebookOf([stream('')]), notary, { source: '{}' })
  const execution = session.startExecution(cell)
  const large = Array.from('abc', (letter) => html(letter.repeat(9_000_000)))
  for (const output of large) {
    execution.trust(output)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(large.map((output) => session.isTrusted(structuredClone(output)))).toEqual([true, true, true])
  expect(session.isTrusted(html('d'.repeat(9_000_000)))).toBe(false)
  await session.close()
})
