// Badge and dialog in a real browser, with a real session over a memory store.
import { afterEach, expect, test } from 'vitest'
import {
  englishMessages,
  memoryStore,
  NbtrustError,
  type NotebookV4,
  openNotary,
  type Review,
  removalReport,
  reviewNotebook,
  reviewNotebookInSlices,
  revokeTrust,
  type SignatureStore,
  TrustSession,
  trustBadge,
  trustNotebook,
} from '../../src/index.js'

afterEach(() => {
  for (const element of document.querySelectorAll('dialog, .nbtrust-badge')) element.remove()
})

function notebook(): NotebookV4 {
  const output = (html: string) => ({
    output_type: 'display_data' as const,
    data: { 'text/html': html },
    metadata: {},
  })
  const cell = (...html: string[]) => ({
    cell_type: 'code' as const,
    metadata: {},
    source: '',
    execution_count: 7,
    outputs: html.map(output),
  })
  return {
    nbformat: 4,
    nbformat_minor: 4,
    metadata: {},
    cells: [
      cell('<script>fetch("https://a.example")</script>', '<b onclick="x()">b</b>'),
      { cell_type: 'markdown', metadata: {}, source: '<script>x</script>' },
      cell('<p>harmless</p>'),
    ],
  }
}

async function open(store: SignatureStore = memoryStore()): Promise<TrustSession> {
  const opened = notebook()
  const notary = await openNotary({ store })
  return TrustSession.open(opened, notary, { source: JSON.stringify(opened), channel: null })
}

const dialog = (): HTMLDialogElement => document.querySelector('dialog') ?? fail('no dialog')
const press = (name: string): void => {
  const button = [...document.querySelectorAll('button')].find((item) => item.textContent === name)
  ;(button ?? fail(`no button ${name}`)).click()
}
function fail(message: string): never {
  throw new Error(message)
}
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

test('the dialog has Cancel first and in focus, is named, and lists what would run by cell', async () => {
  const answer = trustNotebook(await open())
  const buttons = [...dialog().querySelectorAll('button')].map((button) => button.textContent)
  expect(buttons).toEqual(['Cancel', 'Trust'])
  expect(document.activeElement?.textContent).toBe('Cancel')
  const title = document.getElementById(dialog().getAttribute('aria-labelledby') ?? '')
  expect(title?.textContent).toBe('Trust this notebook?')
  const lines = [...dialog().querySelectorAll('li')].map(
    (item) => item.firstChild?.parentElement?.textContent ?? '',
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('Cell 1 [7]: 1 script and 1 event handler. Would contact a.example')
  expect(dialog().querySelector('pre')?.textContent).toContain('fetch(')
  expect(dialog().textContent).toContain('Markdown cells stay sanitized')
  press('Cancel')
  expect(await answer).toBe('cancelled')
})

test.each([
  ['Cancel', () => press('Cancel')],
  ['Escape', () => dialog().close()],
  ['a close with another value', () => dialog().close('yes')],
])('%s trusts nothing and leaves nothing behind', async (_, act) => {
  const session = await open()
  const answer = trustNotebook(session)
  act()
  expect(await answer).toBe('cancelled')
  expect(session.isFullyTrusted).toBe(false)
  expect(document.querySelector('dialog')).toBeNull()
})

test('Trust trusts and signs', async () => {
  const session = await open()
  const answer = trustNotebook(session)
  press('Trust')
  expect(await answer).toBe('trusted')
  expect(session.isFullyTrusted).toBe(true)
  expect(await session.notary.checkSignature(JSON.stringify(notebook()))).toBe(true)
})

test('what arrives or changes while the dialog is open is not trusted with it, and no file that has it is signed', async () => {
  const session = await open()
  const answer = trustNotebook(session)
  const [first, , last] = session.notebook.nbformat === 4 ? session.notebook.cells : []
  if (first?.cell_type !== 'code' || last?.cell_type !== 'code') fail('no code cells')
  const [script, button] = first.outputs
  const late = {
    output_type: 'display_data' as const,
    data: { 'text/html': '<script>late()</script>' },
    metadata: {},
  }
  last.outputs.push(late)
  Object.assign(button ?? {}, { data: { 'text/html': '<b onclick="y()">b</b>' } })
  await session.checkAndSign()
  press('Trust')
  expect(await answer).toBe('trusted until closed')
  expect([script, button, late].map((output) => session.isTrusted(output ?? {}))).toEqual([
    true,
    false,
    false,
  ])
  expect(await session.notary.checkSignature(session.notebook)).toBe(false)
})

test('what arrives while a notebook is reviewed in slices was not reviewed: it is not trusted, and no file that has it is signed', async () => {
  const session = await open()
  const { cells } = session.notebook as NotebookV4
  const [first, , last] = cells
  if (first?.cell_type !== 'code' || last?.cell_type !== 'code') fail('no code cells')
  const row = '<tr onclick="x()"><td>1</td></tr>'.repeat(2000)
  const slow = Array.from({ length: 20 }, () => structuredClone(last))
  for (const cell of slow) Object.assign(cell.outputs[0] ?? {}, { data: { 'text/html': `<table>${row}` } })
  cells.push(...slow)
  await session.checkAndSign()
  const reviewing = reviewNotebookInSlices(session.notebook)
  const late = {
    output_type: 'display_data' as const,
    data: { 'text/html': '<script>late()</script>' },
    metadata: {},
  }
  first.outputs.push(late)
  await session.checkAndSign()
  const review = await reviewing
  expect(JSON.stringify(review.cells)).not.toContain('late')
  const answer = trustNotebook(session, { review })
  press('Trust')
  expect(await answer).toBe('trusted until closed')
  expect([...first.outputs, ...last.outputs].map((output) => session.isTrusted(output))).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(await session.checkAndSign()).toBe(false)
  expect(await session.notary.checkSignature(session.notebook)).toBe(false)
})

test('a review that does not say what it has read is made anew', async () => {
  const session = await open()
  const { outputs, ...review } = reviewNotebook(notebook())
  expect(outputs).toHaveLength(3)
  const answer = trustNotebook(session, { review: { ...review, cells: [] } as unknown as Review })
  expect(dialog().querySelectorAll('li')).toHaveLength(1)
  press('Trust')
  expect(await answer).toBe('trusted')
})

test('a store that fails is reported, and the outputs are trusted on this page', async () => {
  const store = memoryStore()
  store.storeSignatures = () => Promise.reject(new NbtrustError('ERR_STORE_FULL', 'There is no room left.'))
  const session = await open(store)
  const answer = trustNotebook(session)
  press('Trust')
  await expect(answer).rejects.toMatchObject({ code: 'ERR_STORE_FULL' })
  expect(session.isFullyTrusted).toBe(true)
})

test('the badge counts, follows the session and offers what can be done', async () => {
  const session = await open()
  const badge = trustBadge(session)
  document.body.append(badge)
  const status = () => badge.querySelector('[role=status]')?.textContent
  expect(status()).toBe('Not trusted 0 of 2 code cells trusted')
  press('Trust Notebook…')
  press('Trust')
  await expect.poll(status).toBe('Trusted 2 of 2 code cells trusted')
  press('Revoke trust')
  await expect.poll(status).toBe('Not trusted 0 of 2 code cells trusted')
  expect(await session.notary.checkSignature(JSON.stringify(notebook()))).toBe(false)
})

test('what was run in a notebook that had nothing to trust can be revoked', async () => {
  const opened: NotebookV4 = notebook()
  opened.cells = opened.cells.slice(0, 1)
  const [cell] = opened.cells
  if (cell?.cell_type !== 'code') fail('no code cell')
  const [produced] = cell.outputs.splice(0)
  if (!produced) fail('no output')
  const notary = await openNotary({ store: memoryStore() })
  const session = await TrustSession.open(opened, notary, { source: JSON.stringify(opened), channel: null })
  const badge = trustBadge(session)
  document.body.append(badge)
  const button = badge.querySelector('button') ?? fail('no button')
  expect(button.hidden).toBe(true)
  const execution = session.startExecution(cell)
  cell.outputs = [produced]
  execution.trust(produced)
  execution.end()
  await expect.poll(() => button.hidden).toBe(false)
  press('Revoke trust')
  await expect.poll(() => badge.dataset.status).toBe('untrusted')
})

test('a badge whose signal has ended stays as it is', async () => {
  const session = await open()
  const end = new AbortController()
  const badge = trustBadge(session, { signal: end.signal })
  end.abort()
  await session.trust()
  expect(badge.dataset.status).toBe('untrusted')
})

test('the badge says what could not be remembered, in one sentence', async () => {
  const store = memoryStore()
  const full = new NbtrustError('ERR_STORE_FULL', 'There is no room left.')
  store.storeSignatures = () => Promise.reject(full)
  const problems: string[] = []
  const badge = trustBadge(await open(store), { onProblem: (sentence) => problems.push(sentence) })
  document.body.append(badge)
  press('Trust Notebook…')
  press('Trust')
  await expect.poll(() => problems).toEqual([englishMessages.trustFailed(full.message, full)])
})

test('a notebook that trusting would not change is trusted and has nothing to revoke', async () => {
  const opened: NotebookV4 = { nbformat: 4, nbformat_minor: 4, metadata: {}, cells: [] }
  const notary = await openNotary({ store: memoryStore() })
  const session = await TrustSession.open(opened, notary, { source: JSON.stringify(opened), channel: null })
  const badge = trustBadge(session)
  expect(badge.dataset.status).toBe('trusted')
  expect(badge.querySelector('button')?.hidden).toBe(true)
})

test('revoking makes every output untrusted at once', async () => {
  const session = await open()
  await session.trust()
  const revoking = revokeTrust(session)
  expect(session.isFullyTrusted).toBe(false)
  await revoking
})

test('every sentence of badge and dialog comes from the messages', async () => {
  const messages = {
    ...englishMessages,
    dialogTitle: 'Vertrauen?',
    dialogCancel: 'Nein',
    trustButton: 'Vertrauen…',
  }
  const badge = trustBadge(await open(), { messages })
  document.body.append(badge)
  press('Vertrauen…')
  await nextTask()
  expect(dialog().querySelector('h2')?.textContent).toBe('Vertrauen?')
  press('Nein')
})

test('the report lists what was withheld, equal things once', () => {
  const script = { kind: 'element', name: 'script', reason: 'runs script' } as const
  const report = removalReport([
    script,
    script,
    { kind: 'attribute', name: 'onload', within: 'svg', reason: 'runs script' },
  ])
  expect(report.querySelector('p')?.textContent).toBe('2 scripts and 1 event handler were withheld.')
  expect([...report.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    '<script> (2 times): would run script in this page',
    '<svg onload>: would run script in this page',
  ])
  expect(removalReport([]).childNodes).toHaveLength(0)
})

test('a notebook from which an output was taken out before is trusted, but its file is not signed, and that is said', async () => {
  const session = await open()
  for (const cell of session.notebook.nbformat === 4 ? session.notebook.cells.slice(0, 1) : []) {
    if (cell.cell_type === 'code') cell.outputs = []
  }
  const said: string[] = []
  const badge = trustBadge(session, { onProblem: (sentence) => said.push(sentence) })
  document.body.append(badge)
  press(englishMessages.trustButton)
  press(englishMessages.dialogTrust)
  await expect.poll(() => said).toEqual([englishMessages.trustedUntilClosed])
  expect(session.isFullyTrusted).toBe(true)
})
