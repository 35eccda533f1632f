// Sessions that hear each other, as those of two tabs do: Node has a real BroadcastChannel too.
import { expect, onTestFinished, test, vi } from 'vitest'
import { type NotebookV4, serializeNotebook } from '../../src/nbformat/index.js'
import type { Notary } from '../../src/notary.js'
import { openNotary } from '../../src/open-notary.js'
import { revokeAll } from '../../src/revoke-all.js'
import { TrustSession } from '../../src/session.js'
import { recordNotebook } from '../../src/session-ledger.js'
import { memoryStore, type SignatureStore } from '../../src/signatures/index.js'
import { html, notebookOf } from '../support/notebooks.js'
import { causesOf, cellOf } from '../support/sessions.js'

interface Tabs {
  readonly notary: Notary
  readonly channel: string
  /** Opens the notebook once more, from the file as it is now. */
  open(notebook: NotebookV4): Promise<TrustSession>
}

async function tabs(): Promise<Tabs> {
  return tabsOf(await openNotary({ store: memoryStore() }), crypto.randomUUID())
}

function tabsOf(notary: Notary, channel: string): Tabs {
  const open = async (notebook: NotebookV4): Promise<TrustSession> => {
    const session = await TrustSession.open(notebook, notary, { source: JSON.stringify(notebook), channel })
    onTestFinished(() => session.close())
    return session
  }
  return { notary, channel, open }
}

test('another tab that has the file open is trusted when this one trusts it, and untrusted when it revokes', async () => {
  const { open } = await tabs()
  const [here, there] = [await open(notebookOf([html('one')])), await open(notebookOf([html('one')]))]
  const causes = causesOf(there)
  await here.trust()
  await vi.waitFor(() => expect(there.isFullyTrusted).toBe(true))
  await here.revoke()
  await vi.waitFor(() => expect(there.isFullyTrusted).toBe(false))
  await here.trust()
  await vi.waitFor(() => expect(there.isFullyTrusted).toBe(true))
  expect(causes).toEqual(['another tab', 'another tab', 'another tab'])
})

test('a tab that has another file open is not concerned', async () => {
  const { open, channel } = await tabs()
  const [here, other] = [await open(notebookOf([html('one')])), await open(notebookOf([html('two')]))]
  await other.trust()
  const causes = causesOf(other)
  await here.trust()
  await here.revoke()
  await everybodyHeard(channel)
  expect(other.isFullyTrusted).toBe(true)
  expect(causes).toEqual([])
})

test('what the other tab executed goes too, and what still arrives there stays untrusted', async () => {
  const { open } = await tabs()
  const [here, there] = [await open(notebookOf([html('one')])), await open(notebookOf([html('one')]))]
  const execution = there.startExecution(cellOf(notebookOf([])))
  execution.trust(html('mine'))
  await here.revoke()
  await vi.waitFor(() => expect(there.isTrusted(html('mine'))).toBe(false))
  execution.trust(html('late'))
  expect(there.isTrusted(html('late'))).toBe(false)
})

test('a signature that the store has culled takes back what came with it, and nothing that the user runs', async () => {
  const store = memoryStore()
  const { open, notary, channel } = tabsOf(await openNotary({ store }), crypto.randomUUID())
  const notebook = notebookOf([html('one')], [html('two')])
  await notary.sign(JSON.stringify(notebook))
  const [session, other] = [await open(notebook), await open(notebookOf([html('other')]))]
  await session.trust([...recordNotebook(notebook), ...recordNotebook(notebookOf([html('shown')]))])
  const causes = causesOf(session)
  const execution = session.startExecution(cellOf(notebook))
  execution.trust(html('mine'))
  cellOf(notebook).outputs = [html('mine')]
  await store.removeSignatures(await notary.computeSignature(notebookOf([html('one')], [html('two')])))
  await other.trust() // Which makes everybody look.
  await everybodyHeard(channel)
  expect(causes).toEqual(['another tab'])
  expect(
    [html('mine'), html('one'), html('two'), html('shown')].map((each) => session.isTrusted(each)),
  ).toEqual([true, false, false, false])
  expect(session.counts).toEqual({ trusted: 1, untrusted: 1, total: 2 })
  execution.trust(html('more'))
  expect(session.isTrusted(html('more'))).toBe(true)
  expect(await session.checkAndSign()).toBe(false)
  await other.revoke()
  expect(session.isTrusted(html('mine'))).toBe(true)
  await session.revoke()
  execution.trust(html('late'))
  expect([html('mine'), html('more'), html('late')].some((each) => session.isTrusted(each))).toBe(false)
})

test('what is saved while the store is asked is not signed if it answers that the signature is gone', async () => {
  const { open, notary, gate, channel } = await slowTabs()
  const notebook = notebookOf([html('one')])
  await notary.sign(notebook)
  const session = await open(notebook)
  await notary.unsign(notebook)
  const letGo = gate('checkSignatures')
  const sender = new BroadcastChannel(channel)
  sender.postMessage({ nbtrust: 1, kind: 'look again' })
  await everybodyHeard(channel)
  sender.close()
  const saving = session.checkAndSign()
  letGo()
  expect(await saving).toBe(false)
  expect(session.isFullyTrusted).toBe(false)
  expect(await notary.checkSignature(notebook)).toBe(false)
})

test('of what arrived in the other tab after it was opened nothing is trusted along with the file', async () => {
  const { open } = await tabs()
  const notebook = notebookOf([html('one')])
  const [here, there] = [await open(notebookOf([html('one')])), await open(notebook)]
  cellOf(notebook).outputs.push(html('pasted'))
  await here.trust()
  await vi.waitFor(() => expect(there.isTrusted(html('one'))).toBe(true))
  expect(there.isTrusted(html('pasted'))).toBe(false)
  expect(there.isFullyTrusted).toBe(false)
})

test('revoking reaches the versions that other tabs have saved since, through as many tabs as it takes', async () => {
  const { open, notary } = await tabs()
  const first = notebookOf([html('one')])
  await notary.sign(JSON.stringify(first))
  const [here, there] = [await open(structuredClone(first)), await open(first)]
  cellOf(first).source = 'second version'
  expect(await there.checkAndSign()).toBe(true)
  const second = serializeNotebook(first)
  const further = await open(JSON.parse(second))
  expect(further.isFullyTrusted).toBe(true)
  await here.revoke()
  await vi.waitFor(() => expect(there.isFullyTrusted || further.isFullyTrusted).toBe(false))
  await vi.waitFor(async () => expect(await notary.checkSignature(second)).toBe(false))
})

test('revokeAll reaches every session, also if the store fails', async () => {
  for (const failing of [false, true]) {
    const { open, notary, channel } = await tabs()
    const sessions = [await open(notebookOf([html('one')])), await open(notebookOf([html('two')]))]
    for (const session of sessions) await session.trust()
    if (failing) await notary.close()
    const revoking = revokeAll(notary, { channel })
    await (failing ? expect(revoking).rejects.toMatchObject({ code: 'ERR_STORE_CLOSED' }) : revoking)
    await vi.waitFor(() => expect(sessions.some((session) => session.isFullyTrusted)).toBe(false))
  }
})

test('no message grants trust, and what is malformed is ignored', async () => {
  const { open, notary, channel } = await tabs()
  const notebook = notebookOf([html('one')])
  const [untrusted, trusted] = [await open(notebook), await open(notebookOf([html('two')]))]
  await trusted.trust()
  const causes = [causesOf(untrusted), causesOf(trusted)]
  const signatures = await notary.computeSignature(notebook)
  const [signature] = await notary.computeSignature(notebookOf([html('two')]))
  const forger = new BroadcastChannel(channel)
  for (const forged of [
    { nbtrust: 1, kind: 'trusted', signatures },
    { nbtrust: 1, kind: 'grant', signatures: 'all' },
    { nbtrust: 1, kind: 'look again', signatures, trusted: true },
    { nbtrust: 1, kind: 'revoked', signatures: { 0: signature, length: 1 } },
    { nbtrust: 1, kind: 'revoked', signatures: [signature, null] },
    { nbtrust: 1, kind: 'revoked', signatures: 'everything' },
    { nbtrust: 1, kind: 'revoked' },
    { nbtrust: 2, kind: 'revoked', signatures: 'all' },
    { kind: 'revoked', signatures: 'all' },
    'revoked',
    null,
    7,
    [],
  ]) {
    forger.postMessage(forged)
  }
  await everybodyHeard(channel)
  forger.close()
  expect(untrusted.isFullyTrusted).toBe(false)
  expect(trusted.isFullyTrusted).toBe(true)
  expect(causes).toEqual([[], []])
})

test('a session without a channel hears nobody', async () => {
  const { open, notary, channel } = await tabs()
  const notebook = notebookOf([html('one')])
  const alone = await TrustSession.open(notebook, notary, { source: JSON.stringify(notebook), channel: null })
  await (await open(notebookOf([html('one')]))).trust()
  await everybodyHeard(channel)
  expect(alone.isFullyTrusted).toBe(false)
  await alone.close()
})

test('a tab that cannot look again keeps what it had, and says why it could not', async () => {
  const { open, notary, channel } = await tabs()
  const session = await open(notebookOf([html('one')]))
  await session.trust()
  await notary.close()
  const sender = new BroadcastChannel(channel)
  sender.postMessage({ nbtrust: 1, kind: 'look again' })
  await vi.waitFor(() => expect(session.problem).toMatchObject({ code: 'ERR_STORE_CLOSED' }))
  sender.close()
  expect(session.isFullyTrusted).toBe(true)
})

test('a signature that is still being stored when another tab revokes does not stay', async () => {
  const { open, notary, gate, channel } = await slowTabs()
  const notebook = notebookOf([html('one')])
  const [here, there] = [await open(notebookOf([html('one')])), await open(notebook)]
  const letGo = gate('storeSignatures')
  const trusting = there.trust()
  await Promise.resolve()
  await here.revoke()
  await everybodyHeard(channel)
  expect(there.isFullyTrusted).toBe(false)
  letGo()
  await trusting
  expect(await notary.checkSignature(notebook)).toBe(false)
})

test('a signature that is still being stored when its session is closed does not outlive a revocation', async () => {
  const { open, notary, gate, channel } = await slowTabs()
  const notebook = notebookOf([html('one')])
  const [here, there] = [await open(notebookOf([html('one')])), await open(notebook)]
  const letGo = gate('storeSignatures')
  const trusting = there.trust()
  const closing = there.close()
  await here.revoke()
  await everybodyHeard(channel)
  letGo()
  await trusting
  await closing
  expect(await notary.checkSignature(notebook)).toBe(false)
})

test('what another tab takes back as well reaches a tab that looked in the store meanwhile', async () => {
  const { open, notary, gate, channel } = await slowTabs()
  const first = notebookOf([html('one')])
  await notary.sign(JSON.stringify(first))
  const [here, there] = [await open(structuredClone(first)), await open(first)]
  cellOf(first).source = 'second version'
  await there.checkAndSign()
  await here.revoke()
  const letGo = gate('removeSignatures')
  await everybodyHeard(channel)
  const late = await open(JSON.parse(serializeNotebook(first)))
  expect(late.isFullyTrusted).toBe(true)
  letGo()
  await vi.waitFor(() => expect(late.isFullyTrusted).toBe(false))
})

test('what a session saves while everything is being revoked is not signed', async () => {
  const { open, notary, gate, channel } = await slowTabs()
  const notebook = notebookOf([html('one')])
  const session = await open(notebook)
  await session.trust()
  const letGo = gate('clear')
  const revoking = revokeAll(notary, { channel })
  await everybodyHeard(channel)
  expect(await session.checkAndSign()).toBe(false)
  letGo()
  await revoking
  expect(await notary.checkSignature(notebook)).toBe(false)
})

test('an answer of the store that a revocation has overtaken grants nothing', async () => {
  const { open, notary, gate, channel } = await slowTabs()
  const notebook = notebookOf([html('one')])
  const session = await open(notebook)
  await notary.sign(JSON.stringify(notebook))
  const letGo = gate('checkSignatures')
  const sender = new BroadcastChannel(channel)
  sender.postMessage({ nbtrust: 1, kind: 'look again' })
  await everybodyHeard(channel)
  sender.close()
  const revoking = session.revoke()
  letGo()
  await revoking
  expect(session.isFullyTrusted).toBe(false)
})

test('a file that is saved while the one before it is being signed is not taken for signed', async () => {
  const { open, gate, channel } = await slowTabs()
  const notebook = notebookOf([html('one')])
  const session = await open(notebook)
  const letGo = gate('storeSignatures')
  const trusting = session.trust()
  cellOf(notebook).outputs.push(html('theirs'))
  const saving = session.checkAndSign()
  letGo()
  await trusting
  expect(await saving).toBe(false)
  const sender = new BroadcastChannel(channel)
  sender.postMessage({ nbtrust: 1, kind: 'look again' })
  await everybodyHeard(channel)
  sender.close()
  // Not signed before, not signed now: nothing has changed, so nothing is revoked.
  expect(session.isTrusted(html('one'))).toBe(true)
  expect(session.isTrusted(html('theirs'))).toBe(false)
})

type Held = 'storeSignatures' | 'checkSignatures' | 'removeSignatures' | 'clear'

interface SlowTabs extends Tabs {
  /** From now on the method waits, until the result is called. */
  gate(method: Held): () => void
}

/** Tabs whose store can be held up. */
async function slowTabs(): Promise<SlowTabs> {
  const store = memoryStore()
  const channel = crypto.randomUUID()
  const slow: SignatureStore = {
    storeSignatures: async (signatures) => {
      await gates.storeSignatures
      return store.storeSignatures(signatures)
    },
    checkSignature: (signature) => store.checkSignature(signature),
    checkSignatures: async (signatures) => {
      await gates.checkSignatures
      return store.checkSignatures(signatures)
    },
    removeSignatures: async (signatures) => {
      await gates.removeSignatures
      return store.removeSignatures(signatures)
    },
    // Emptied at once, and said late.
    clear: async () => {
      await store.clear()
      await gates.clear
    },
    close: () => store.close(),
  }
  const gates: { [Method in Held]?: Promise<void> } = {}
  const notary = await openNotary({ store: slow })
  return {
    ...tabsOf(notary, channel),
    gate: (method) => {
      let letGo = (): void => {}
      gates[method] = new Promise((resolve) => {
        letGo = resolve
      })
      return letGo
    },
  }
}

// Messages arrive in the order they were sent, and a session acts on one in a few steps of the event loop.
async function everybodyHeard(channel: string): Promise<void> {
  const [sender, receiver] = [new BroadcastChannel(channel), new BroadcastChannel(channel)]
  const heard = new Promise((resolve) => receiver.addEventListener('message', resolve))
  sender.postMessage('last')
  await heard
  sender.close()
  receiver.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
}
