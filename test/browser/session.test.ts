// Trust sessions on real pages: a reload, a second tab, another browser profile.
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { codeCells, parseNotebook, serializeNotebook } from '../../src/nbformat/index.js'
import { openNotary } from '../../src/open-notary.js'
import { revokeAll } from '../../src/revoke-all.js'
import { TrustSession } from '../../src/session.js'
import { codeCell, html, notebookOf } from '../support/notebooks.js'
import { firstMessage, openPage } from './support/contexts.js'
import { deleteDatabase, newDatabaseName } from './support/databases.js'
import type { TabCommand } from './support/second-tab.js'

const source = serializeNotebook(notebookOf([html('one')], [html('two')]))
let databaseName: string

beforeEach(() => {
  databaseName = newDatabaseName()
})
afterEach(() => deleteDatabase(databaseName))

/** As after loading the page: a new notary, a new notebook. */
async function load(text: string = source, name: string = databaseName): Promise<TrustSession> {
  const notary = await openNotary({ databaseName: name })
  const session = await TrustSession.open(parseNotebook(text), notary, {
    source: text,
    channel: databaseName,
  })
  onTestFinished(async () => {
    await session.close()
    await notary.close()
  })
  return session
}

test('a notebook is trusted after a reload; with one character changed, or in another profile, it is not', async () => {
  const session = await load()
  expect(session.counts).toEqual({ trusted: 0, untrusted: 2, total: 2 })
  await session.trust()
  expect((await load()).counts).toEqual({ trusted: 2, untrusted: 0, total: 2 })
  expect((await load(source.replace('<b>one', '<b>onE'))).isFullyTrusted).toBe(false)
  const otherProfile = newDatabaseName()
  expect((await load(source, otherProfile)).isFullyTrusted).toBe(false)
  await deleteDatabase(otherProfile)
})

test('what was revoked is untrusted after a reload', async () => {
  const session = await load()
  await session.trust()
  await session.revoke()
  expect((await load()).isFullyTrusted).toBe(false)
})

test('what was saved with nothing untrusted left is trusted after a reload', async () => {
  const session = await load()
  await session.trust()
  session.notebook.metadata.title = 'edited'
  const saved = serializeNotebook(session.notebook)
  expect(await session.checkAndSign(saved)).toBe(true)
  expect((await load(saved)).isFullyTrusted).toBe(true)
})

test('a second tab follows when the first one trusts, revokes, and revokes everything', async () => {
  const session = await load()
  const tab = openPage(new URL('./support/second-tab.ts', import.meta.url))
  onTestFinished(() => tab.remove())
  expect(await firstMessage(tab)).toBe('ready')
  const command: TabCommand = { source, databaseName, channel: databaseName }
  const afterOpening = firstMessage(tab)
  tab.contentWindow?.postMessage(command, '*')
  expect(await afterOpening).toEqual({ isFullyTrusted: false, isOwnTrusted: true })

  const afterTrusting = firstMessage(tab)
  await session.trust()
  expect(await afterTrusting).toEqual({ isFullyTrusted: true, isOwnTrusted: true })

  const afterRevoking = firstMessage(tab)
  await session.revoke()
  expect(await afterRevoking).toEqual({ isFullyTrusted: false, isOwnTrusted: false })

  const afterTrustingAgain = firstMessage(tab)
  await session.trust()
  expect(await afterTrustingAgain).toEqual({ isFullyTrusted: true, isOwnTrusted: false })

  const afterRevokingAll = firstMessage(tab)
  await revokeAll(session.notary, { channel: databaseName })
  expect(await afterRevokingAll).toEqual({ isFullyTrusted: false, isOwnTrusted: false })
  expect((await load()).isFullyTrusted).toBe(false)
})

test('a page that comes back from where the browser had put it looks again', async () => {
  const session = await load()
  await session.trust()
  const elsewhere = await openNotary({ databaseName })
  await elsewhere.unsign(source) // While this page could not hear of it.
  await elsewhere.close()
  expect(session.isFullyTrusted).toBe(true)
  const changed = new Promise((resolve) => session.addEventListener('trustchange', resolve))
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await changed
  expect(session.isFullyTrusted).toBe(false)
})

test('a page that comes back with a file that is not signed trusts only what was run, since it may have missed a revocation', async () => {
  const session = await load()
  await session.trust()
  const [cell] = codeCells(session.notebook)
  const [theirs] = cell?.outputs.splice(0, 1, html('pasted')) ?? []
  expect(await session.checkAndSign()).toBe(false)
  const execution = session.startExecution(codeCell())
  execution.trust(html('mine'))
  expect(session.isTrusted(theirs ?? {})).toBe(true)
  const elsewhere = await openNotary({ databaseName })
  await elsewhere.unsign(source)
  await elsewhere.close()
  const changed = new Promise((resolve) => session.addEventListener('trustchange', resolve))
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await changed
  execution.trust(html('more'))
  expect([theirs ?? {}, html('mine'), html('more')].map((output) => session.isTrusted(output))).toEqual([
    false,
    true,
    true,
  ])
})

test('a page that comes back and cannot look trusts only what was run', async () => {
  const session = await load()
  await session.trust()
  session.startExecution(codeCell()).trust(html('mine'))
  await session.notary.close()
  const changed = new Promise((resolve) => session.addEventListener('trustchange', resolve))
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await changed
  expect(session.counts).toEqual({ trusted: 0, untrusted: 2, total: 2 })
  expect(session.isTrusted(html('mine'))).toBe(true)
  expect(session.problem).toMatchObject({ code: 'ERR_STORE_CLOSED' })
})

test('a page that comes back and saves at once signs nothing if its signature is gone', async () => {
  const session = await load()
  await session.trust()
  const elsewhere = await openNotary({ databaseName })
  await elsewhere.unsign(source)
  await elsewhere.close()
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  expect(await session.checkAndSign(source)).toBe(false)
  expect((await load()).isFullyTrusted).toBe(false)
})

test('a page that comes back and finds its signature gone takes it for revoked: also what was run is untrusted', async () => {
  const session = await load()
  await session.trust()
  const execution = session.startExecution(codeCell())
  execution.trust(html('mine'))
  const elsewhere = await openNotary({ databaseName })
  await elsewhere.unsign(source)
  await elsewhere.close()
  const changed = new Promise((resolve) => session.addEventListener('trustchange', resolve))
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await changed
  execution.trust(html('late'))
  expect([session.isTrusted(html('mine')), session.isTrusted(html('late'))]).toEqual([false, false])
})
