// Trusting, revoking and saving: what becomes of the signature, and who is told.
import { describe, expect, test } from 'vitest'
import { type Output, serializeNotebook } from '../../src/nbformat/index.js'
import { openNotary } from '../../src/open-notary.js'
import { recordNotebook } from '../../src/session-ledger.js'
import { memoryStore } from '../../src/signatures/index.js'
import { codeCell, html, notebookOf, stream } from '../support/notebooks.js'
import { causesOf, cellOf, openSession, outputOf } from '../support/sessions.js'

const late = html('<script>late()</script>')

function ownClass(output_type: string): Output {
  return Object.assign(new (class Own {})(), late, { output_type }) as unknown as Output
}

function withToJson(output_type: string): Output {
  return { ...late, output_type, toJSON: () => late } as unknown as Output
}

describe('trusting and revoking', () => {
  test('trusting trusts everything that is in the notebook, and the file from then on', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const session = await openSession(notebookOf([html('one')], [html('two')]), notary)
    expect(await session.trust()).toBe(true)
    expect(session.isFullyTrusted).toBe(true)
    expect((await openSession(notebookOf([html('one')], [html('two')]), notary)).isFullyTrusted).toBe(true)
    expect((await openSession(notebookOf([html('one')], [html('twp')]), notary)).isFullyTrusted).toBe(false)
  })

  test('trusting signs no file with an output that is no longer shown, since nobody reviewed it', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([html('cleared')], [html('shown')])
    const session = await openSession(notebook, notary)
    cellOf(notebook).outputs = []
    expect(await session.trust()).toBe(false)
    expect(session.isFullyTrusted).toBe(true)
    expect((await openSession(notebookOf([html('cleared')], [html('shown')]), notary)).isFullyTrusted).toBe(
      false,
    )
    expect(await session.checkAndSign()).toBe(true)
  })

  test.each([
    ['of a class', ownClass, 'display_data'],
    ['of a class, and says that it is plain text', ownClass, 'stream'],
    ['with a toJSON', withToJson, 'display_data'],
    ['with a toJSON, and says that it is plain text', withToJson, 'stream'],
  ])(
    'an output %s can be shown to nobody as what it will be: no file with it is signed',
    async (_, make, type) => {
      const notary = await openNotary({ store: memoryStore() })
      const notebook = notebookOf([html('theirs')])
      const session = await openSession(notebook, notary)
      const shown = recordNotebook(notebook)
      const { outputs }: { outputs: Output[] } = cellOf(notebook)
      outputs.push(make(type))
      const text = JSON.stringify(notebook)
      expect(await session.checkAndSign(text)).toBe(false)
      expect(await session.trust(shown)).toBe(false)
      expect(await session.trust()).toBe(false)
      expect(session.isTrusted(outputOf(notebook, 0, 1))).toBe(false)
      expect(await session.checkAndSign(text)).toBe(false)
      expect(await notary.checkSignature(text)).toBe(false)
      outputs.pop()
      expect(await session.checkAndSign()).toBe(true)
    },
  )

  test('trusting signs no file whose output was changed in place after it was opened', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([html('before')])
    const session = await openSession(notebook, notary)
    Object.assign(outputOf(notebook), html('after'))
    expect(await session.trust()).toBe(false)
    expect((await openSession(notebookOf([html('before')]), notary)).isFullyTrusted).toBe(false)
  })

  test('the outputs are trusted before the signature is stored', async () => {
    const session = await openSession(notebookOf([html('one')]))
    const trusting = session.trust()
    expect(session.isFullyTrusted).toBe(true)
    await trusting
  })

  test('if the store fails it says so, and the outputs stay trusted in this session only', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const session = await openSession(notebookOf([html('one')]), notary)
    await notary.close()
    await expect(session.trust()).rejects.toMatchObject({ code: 'ERR_STORE_CLOSED' })
    expect(session.isFullyTrusted).toBe(true)
    expect((await openSession(notebookOf([html('one')]), notary)).isFullyTrusted).toBe(false)
  })

  test('revoking takes trust from opened, trusted and executed outputs, from clones, and from the file', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([html('one')])
    const session = await openSession(notebook, notary)
    await session.trust()
    session.startExecution(cellOf(notebook)).trust(html('mine'))
    await session.revoke()
    expect(session.isTrusted(outputOf(notebook))).toBe(false)
    expect(session.isTrusted(html('mine'))).toBe(false)
    expect(session.counts).toEqual({ trusted: 0, untrusted: 1, total: 1 })
    expect((await openSession(notebookOf([html('one')]), notary)).isFullyTrusted).toBe(false)
  })

  test('revoking unsigns every version that this session saved', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([html('one')])
    await notary.sign(JSON.stringify(notebook))
    const session = await openSession(notebook, notary)
    const versions = [serializeNotebook(notebook)]
    for (const source of ['two', 'three']) {
      cellOf(notebook).source = source
      expect(await session.checkAndSign()).toBe(true)
      versions.push(serializeNotebook(notebook))
    }
    expect(await Promise.all(versions.map((text) => notary.checkSignature(text)))).toEqual([true, true, true])
    await session.revoke()
    expect(await Promise.all(versions.map((text) => notary.checkSignature(text)))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('a revocation overtakes a signature that is still being stored', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([html('one')])
    const session = await openSession(notebook, notary)
    const trusting = session.trust()
    const saving = session.checkAndSign()
    await session.revoke()
    await trusting
    expect(await saving).toBe(false)
    expect(session.isFullyTrusted).toBe(false)
    expect(await notary.checkSignature(notebook)).toBe(false)
  })

  test('if the store fails revoking says so, and everything is untrusted all the same', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const session = await openSession(notebookOf([html('one')]), notary)
    await session.trust()
    await notary.close()
    await expect(session.revoke()).rejects.toMatchObject({ code: 'ERR_STORE_CLOSED' })
    expect(session.isFullyTrusted).toBe(false)
  })

  test('what was revoked can be trusted again', async () => {
    const session = await openSession(notebookOf([html('one')]))
    await session.trust()
    await session.revoke()
    await session.trust()
    expect(session.isFullyTrusted).toBe(true)
  })
})

describe('saving', () => {
  test('signs exactly when nothing untrusted is left', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([html('theirs')], [])
    const session = await openSession(notebook, notary)
    expect(await session.checkAndSign()).toBe(false)
    expect(await notary.checkSignature(notebook)).toBe(false)
    cellOf(notebook).outputs = []
    expect(await session.checkAndSign()).toBe(true)
    expect(await notary.checkSignature(serializeNotebook(notebook))).toBe(true)
  })

  test('signs the text that it is given', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([stream('one')])
    const session = await openSession(notebook, notary)
    const saved = JSON.stringify(notebookOf([stream('one')], []))
    expect(await session.checkAndSign(new TextEncoder().encode(saved))).toBe(true)
    expect(await notary.checkSignature(saved)).toBe(true)
    expect(await notary.checkSignature(notebook)).toBe(false)
  })

  test('without a text signs the file that serializeNotebook and JSON.stringify write, with the ids it needs', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([{ ...stream('one'), text: ['one\n', 'two'] }], [], [])
    delete notebook.cells[1]?.id
    Object.assign(cellOf(notebook, 2), { id: cellOf(notebook).id })
    const session = await openSession(notebook, notary)
    expect(await session.checkAndSign()).toBe(true)
    expect(new Set(notebook.cells.map(({ id }) => id ?? '')).size).toBe(3)
    expect(await notary.checkSignature(serializeNotebook(notebook))).toBe(true)
    expect(await notary.checkSignature(JSON.stringify(notebook))).toBe(true)
  })

  test('signs nothing that was added after it was called', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([stream('one')])
    const session = await openSession(notebook, notary)
    const saving = session.checkAndSign()
    cellOf(notebook).outputs.push(html('arrived late'))
    expect(await saving).toBe(true)
    expect(await notary.checkSignature(notebook)).toBe(false)
  })

  test('after a save, trusting signs what was saved and not what was opened', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const notebook = notebookOf([html('one')])
    const opened = JSON.stringify(notebook)
    const session = await openSession(notebook, notary)
    cellOf(notebook).source = 'edited()'
    await session.checkAndSign()
    await session.trust()
    expect(await notary.checkSignature(serializeNotebook(notebook))).toBe(true)
    expect(await notary.checkSignature(opened)).toBe(false)
  })

  test('rejects if it should be signed and cannot be', async () => {
    const notary = await openNotary({ store: memoryStore() })
    const session = await openSession(notebookOf([stream('one')]), notary)
    await expect(session.checkAndSign('[]')).rejects.toMatchObject({ code: 'ERR_NOTEBOOK_SHAPE' })
    await notary.close()
    await expect(session.checkAndSign()).rejects.toMatchObject({ code: 'ERR_STORE_CLOSED' })
  })
})

describe('trustchange', () => {
  test('is sent for a real change only, with its cause', async () => {
    const session = await openSession(notebookOf([html('one')]))
    const causes = causesOf(session)
    await session.revoke()
    expect(causes).toEqual([])
    await session.trust()
    await session.trust()
    expect(causes).toEqual(['trusted'])
    await session.revoke()
    await session.revoke()
    expect(causes).toEqual(['trusted', 'revoked'])
  })

  test('is sent once for an execution that changes what the badge counts', async () => {
    const notebook = notebookOf([html('theirs')], [])
    const session = await openSession(notebook)
    const causes = causesOf(session)
    const cell = cellOf(notebook)
    const execution = session.startExecution(cell)
    for (const text of ['one', 'two', 'three']) {
      const output = html(text)
      execution.trust(output)
      cell.outputs = [...cell.outputs.filter((each) => session.isTrusted(each)), output]
    }
    execution.end()
    await Promise.resolve()
    expect(causes).toEqual(['executed'])
    session.startExecution(codeCell()).end()
    await Promise.resolve()
    expect(causes).toEqual(['executed'])
  })

  test('is sent when an execution brings the first output that trust can be taken from, and when the last one goes', async () => {
    const notebook = notebookOf([])
    const session = await openSession(notebook)
    const causes = causesOf(session)
    const cell = cellOf(notebook)
    const execution = session.startExecution(cell)
    cell.outputs = [html('mine')]
    execution.trust(outputOf(notebook))
    execution.end()
    await Promise.resolve()
    expect(causes).toEqual(['executed'])
    cell.outputs = []
    session.noticeEdit()
    await Promise.resolve()
    expect(causes).toEqual(['executed', 'edited'])
  })

  test('is sent when the frontend has cleared an untrusted output and says so', async () => {
    const notebook = notebookOf([html('theirs')])
    const session = await openSession(notebook)
    const causes = causesOf(session)
    cellOf(notebook).outputs = []
    session.noticeEdit()
    session.noticeEdit()
    await Promise.resolve()
    expect(causes).toEqual(['edited'])
    session.noticeEdit()
    await Promise.resolve()
    expect(causes).toEqual(['edited'])
  })
})

test('a closed session has nothing left that could be revoked', async () => {
  const notebook = notebookOf([html('one')])
  const session = await openSession(notebook)
  session.startExecution(cellOf(notebook)).trust(html('mine'))
  await session.close()
  const causes = causesOf(session)
  expect([html('one'), html('mine')].some((output) => session.isTrusted(output))).toBe(false)
  await session.revoke()
  expect(causes).toEqual([])
})

test('a closed session trusts nothing and signs nothing; what it signed stays', async () => {
  const notary = await openNotary({ store: memoryStore() })
  const notebook = notebookOf([html('one')])
  const session = await openSession(notebook, notary)
  const causes = causesOf(session)
  const trusting = session.trust()
  await session.close()
  await trusting
  expect(causes).toEqual(['trusted'])
  expect(session.isFullyTrusted).toBe(false)
  const execution = session.startExecution(cellOf(notebook))
  execution.trust(html('mine'))
  expect(session.isTrusted(html('mine'))).toBe(false)
  await expect(session.trust()).rejects.toMatchObject({ code: 'ERR_ARGUMENT' })
  await expect(session.checkAndSign()).rejects.toMatchObject({ code: 'ERR_ARGUMENT' })
  expect((await openSession(notebookOf([html('one')]), notary)).isFullyTrusted).toBe(true)
})
