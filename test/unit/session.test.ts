// The trust session: how it opens, what it counts, whose outputs are trusted.
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Notebook, parseNotebook } from '../../src/nbformat/index.js'
import { openNotary } from '../../src/open-notary.js'
import type { TrustOracle } from '../../src/rendermime/trust-oracle.js'
import { TrustSession } from '../../src/session.js'
import { memoryStore } from '../../src/signatures/index.js'
import { errorOutput, html, notebookOf, stream } from '../support/notebooks.js'
import { cellOf, openSession, openSigned, outputOf } from '../support/sessions.js'

function deferred() {
  let resolve: (notebook: Notebook) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<Notebook>((...settle) => {
    ;[resolve, reject] = settle
  })
  return { promise, resolve, reject }
}

describe('opening', () => {
  test('an unsigned notebook opens untrusted', async () => {
    const notebook = notebookOf([html('one')], [html('two')])
    const session: TrustOracle & TrustSession = await openSession(notebook)
    expect(session.isTrusted(outputOf(notebook))).toBe(false)
    expect(session.counts).toEqual({ trusted: 0, untrusted: 2, total: 2 })
    expect(session.isFullyTrusted).toBe(false)
    expect(session.problem).toBeUndefined()
  })

  test('a signed notebook opens trusted', async () => {
    const notebook = notebookOf([html('one')], [html('two'), stream('three')])
    const session = await openSigned(notebook)
    expect(session.isTrusted(outputOf(notebook, 1, 0))).toBe(true)
    expect(session.counts).toEqual({ trusted: 2, untrusted: 0, total: 2 })
  })

  test('what the file says about its own trust is never believed', async () => {
    const notebook = notebookOf([html('one')])
    notebook.metadata.signature = 'sha256:00'
    for (const cell of notebook.cells) cell.metadata.trusted = true
    const session = await openSession(notebook)
    expect(session.isTrusted(outputOf(notebook))).toBe(false)
    expect(await session.checkAndSign()).toBe(false)
  })

  test('a source that cannot be read opens untrusted, with the reason', async () => {
    const notebook = notebookOf([html('one')])
    const notary = await openNotary({ store: memoryStore() })
    const session = await TrustSession.open(notebook, notary, { source: '{', channel: null })
    onTestFinished(() => session.close())
    expect(session.isFullyTrusted).toBe(false)
    expect(session.problem).toMatchObject({ code: 'ERR_JSON_SYNTAX' })
    await expect(session.trust()).rejects.toMatchObject({ code: 'ERR_JSON_SYNTAX' })
  })

  test('while a notebook is still being parsed its source is read, and never again', async () => {
    const notebook = notebookOf([html('one')])
    const source = new TextEncoder().encode(JSON.stringify(notebook))
    const notary = await openNotary({ store: memoryStore() })
    await notary.sign(source)
    const parsing = deferred()
    const opening = TrustSession.open(parsing.promise, notary, { source, channel: null })
    source.fill(0x20)
    parsing.resolve(notebook)
    const session = await opening
    onTestFinished(() => session.close())
    expect(session.notebook).toBe(notebook)
    expect(session.isTrusted(outputOf(notebook))).toBe(true)
  })

  test.each(['{', '{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": []}'])(
    'what cannot be parsed is not opened (%s)',
    async (source) => {
      const notary = await openNotary({ store: memoryStore() })
      const parsing = deferred()
      const opening = TrustSession.open(parsing.promise, notary, { source, channel: null })
      // Where there is no digest that is known first, and is not yet anybody's error.
      await notary.computeSignature(source).catch(() => undefined)
      const error = new Error('no notebook')
      parsing.reject(error)
      await expect(opening).rejects.toBe(error)
    },
  )

  test('a store that cannot answer opens untrusted, with the reason', async () => {
    const notebook = notebookOf([html('one')])
    const notary = await openNotary({ store: memoryStore() })
    await notary.sign(JSON.stringify(notebook))
    await notary.close()
    const session = await openSession(notebook, notary)
    expect(session.isFullyTrusted).toBe(false)
    expect(session.problem).toMatchObject({ code: 'ERR_STORE_CLOSED' })
  })

  test('what is put into the notebook while the signature is checked is not trusted with it', async () => {
    const notebook = notebookOf([html('one')])
    const notary = await openNotary({ store: memoryStore() })
    await notary.sign(JSON.stringify(notebook))
    const opening = openSession(notebook, notary)
    cellOf(notebook).outputs.push(html('two'))
    const session = await opening
    expect(session.isTrusted(outputOf(notebook, 0, 0))).toBe(true)
    expect(session.isTrusted(outputOf(notebook, 0, 1))).toBe(false)
  })

  test('version 3: every output that shows more than plain text counts', async () => {
    const cell = (output_type: string, more: object) =>
      ({
        cell_type: 'code',
        input: '',
        language: 'python',
        metadata: {},
        outputs: [{ output_type, ...more }],
      }) as const
    const cells = [
      cell('stream', { stream: 'stdout', text: 'hi' }),
      cell('pyerr', { ename: 'E', evalue: '', traceback: [] }),
      cell('pyout', { prompt_number: 1, html: '<b>hi</b>', metadata: {} }),
      cell('display_data', { javascript: 'hi()', metadata: {} }),
    ]
    const notebook = parseNotebook(
      JSON.stringify({ nbformat: 3, nbformat_minor: 0, metadata: {}, worksheets: [{ cells, metadata: {} }] }),
    )
    const session = await openSession(notebook)
    expect(session.counts).toEqual({ trusted: 2, untrusted: 2, total: 4 })
    await session.trust()
    expect(session.isFullyTrusted).toBe(true)
  })
})

describe('counting', () => {
  test('streams and errors never block', async () => {
    const session = await openSession(notebookOf([stream('one'), errorOutput('two')], []))
    expect(session.counts).toEqual({ trusted: 2, untrusted: 0, total: 2 })
    expect(await session.checkAndSign()).toBe(true)
  })

  test('one untrusted output makes its cell untrusted', async () => {
    const session = await openSession(notebookOf([stream('one'), html('two')], [stream('three')]))
    expect(session.counts).toEqual({ trusted: 1, untrusted: 1, total: 2 })
  })

  test('an output of a type that does not exist yet blocks', async () => {
    const notebook = notebookOf([html('one')])
    Object.assign(outputOf(notebook), { output_type: 'hologram' })
    expect((await openSession(notebook)).isFullyTrusted).toBe(false)
  })

  test('Markdown never counts, and none of none is trusted', async () => {
    const notebook = notebookOf()
    notebook.cells.push({ cell_type: 'markdown', id: 'm', metadata: {}, source: '<script>run()</script>' })
    const session = await openSession(notebook)
    expect(session.counts).toEqual({ trusted: 0, untrusted: 0, total: 0 })
    expect(session.isFullyTrusted).toBe(true)
  })
})

describe('executing', () => {
  test('an output that the user produced is trusted, in a notebook that is not', async () => {
    const notebook = notebookOf([html('theirs')], [html('theirs too')])
    const session = await openSession(notebook)
    const execution = session.startExecution(cellOf(notebook))
    const mine = html('mine')
    execution.trust(mine)
    cellOf(notebook).outputs = [mine]
    execution.end()
    expect(session.isTrusted(mine)).toBe(true)
    expect(session.isTrusted(outputOf(notebook, 1))).toBe(false)
    expect(session.counts).toEqual({ trusted: 1, untrusted: 1, total: 2 })
  })

  test('an output that arrives after the execution has ended stays untrusted', async () => {
    const notebook = notebookOf([])
    const session = await openSession(notebook)
    const execution = session.startExecution(cellOf(notebook))
    execution.end()
    const late = html('late')
    execution.trust(late)
    expect(execution.isActive).toBe(false)
    expect(session.isTrusted(late)).toBe(false)
  })

  test('an output of an earlier run stays untrusted once the cell is run again', async () => {
    const notebook = notebookOf([])
    const session = await openSession(notebook)
    const earlier = session.startExecution(cellOf(notebook))
    const later = session.startExecution(structuredClone(cellOf(notebook)))
    const [late, mine] = [html('late'), html('mine')]
    earlier.trust(late)
    earlier.end()
    later.trust(mine)
    expect(session.isTrusted(late)).toBe(false)
    expect(session.isTrusted(mine)).toBe(true)
  })

  test('cells run beside each other', async () => {
    const notebook = notebookOf([], [])
    const session = await openSession(notebook)
    const [one, two] = [html('one'), html('two')]
    const executions = [0, 1].map((position) => session.startExecution(cellOf(notebook, position)))
    executions[0]?.trust(one)
    executions[1]?.trust(two)
    expect([session.isTrusted(one), session.isTrusted(two)]).toEqual([true, true])
  })

  test('cells with one id run beside each other, each ending only its own earlier run', async () => {
    const notebook = notebookOf([], [])
    Object.assign(cellOf(notebook, 1), { id: cellOf(notebook).id })
    const session = await openSession(notebook)
    const run = (position: number) => session.startExecution(cellOf(notebook, position))
    const executions = [run(0), run(1), run(1)]
    expect(executions.map(({ isActive }) => isActive)).toEqual([true, false, true])
    executions[0]?.trust(html('mine'))
    expect(session.isTrusted(html('mine'))).toBe(true)
    cellOf(notebook, 1).id = 'another' // As saving does.
    executions.push(run(0), run(1))
    expect(executions.map(({ isActive }) => isActive)).toEqual([false, false, false, true, true])
  })

  test('an output that arrives after trust is revoked stays untrusted', async () => {
    const notebook = notebookOf([])
    const session = await openSession(notebook)
    const execution = session.startExecution(cellOf(notebook))
    const before = html('before')
    execution.trust(before)
    await session.revoke()
    const after = html('after')
    execution.trust(after)
    execution.trust(before)
    expect([session.isTrusted(before), session.isTrusted(after)]).toEqual([false, false])
  })

  test('an output that the execution changes in place is trusted again when it says so', async () => {
    const notebook = notebookOf([])
    const session = await openSession(notebook)
    const execution = session.startExecution(cellOf(notebook))
    const display = html('50 %')
    execution.trust(display)
    display.data['text/html'] = '100 %'
    expect(session.isTrusted(display)).toBe(false)
    execution.trust(display)
    expect(session.isTrusted(display)).toBe(true)
  })
})
