// Trust goes by identity and by content, never by what an output says about itself.
import { expect, test } from 'vitest'
import type { Output } from '../../src/nbformat/index.js'
import { codeCell, html, notebookOf } from '../support/notebooks.js'
import { cellOf, openSession, openSigned, outputOf } from '../support/sessions.js'

test.each<[string, (output: Output) => Output]>([
  ['a structured clone', structuredClone],
  ['a copy through JSON', (output) => JSON.parse(JSON.stringify(output))],
  [
    'a copy with its keys in another order',
    (output) => Object.fromEntries(Object.entries(output).reverse()) as Output,
  ],
  [
    'a copy with a member that is undefined',
    (output) => ({ ...output, transient: undefined }) as unknown as Output,
  ],
  ['a frozen copy', (output) => Object.freeze({ ...output })],
  ['a proxy', (output) => new Proxy(output, {})],
])('%s of a trusted output is trusted', async (_, copy) => {
  const session = await openSigned(notebookOf([html('one')]))
  expect(session.isTrusted(copy(html('one')))).toBe(true)
  expect(session.isTrusted(copy(html('two')))).toBe(false)
})

test('an output with many texts is known again with its keys in another order', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => [`row ${row}`, `${row} text that is its own`])
  const output = (entries: string[][]) => ({
    output_type: 'display_data' as const,
    data: { 'application/json': Object.fromEntries(entries), 'text/html': '<b>table</b>' },
    metadata: {},
  })
  const session = await openSigned(notebookOf([output(rows)]))
  expect(session.isTrusted(output(rows.toReversed()))).toBe(true)
  expect(session.isTrusted(output([...rows.slice(1), ['row 0', '1 text that is its own']]))).toBe(false)
})

test('what was executed is known again after it was removed: undo', async () => {
  const notebook = notebookOf([])
  const session = await openSession(notebook)
  const execution = session.startExecution(cellOf(notebook))
  execution.trust(html('mine'))
  execution.end()
  expect(session.isTrusted(html('mine'))).toBe(true)
  expect(session.isTrusted(html('mind'))).toBe(false)
})

test('a trusted output that is changed is untrusted; changed back, it is trusted', async () => {
  const notebook = notebookOf([html('one')])
  const session = await openSigned(notebook)
  const output = outputOf(notebook) as ReturnType<typeof html>
  for (const change of [
    () => Object.assign(output.data, { 'text/html': '<script>run()</script>' }),
    () => Object.assign(output.data, { 'application/javascript': 'run()' }),
    () => Object.assign(output.metadata, { 'text/html': { isolated: false } }),
  ]) {
    const before = structuredClone(output)
    change()
    expect(session.isTrusted(output)).toBe(false)
    output.data = before.data
    output.metadata = before.metadata
    expect(session.isTrusted(output)).toBe(true)
  }
})

test('a trusted output of which something is taken away is untrusted', async () => {
  const both = { ...html('one'), data: { 'text/html': '<b>one</b>', 'text/latex': '$one$' } }
  const notebook = notebookOf([both])
  const session = await openSigned(notebook)
  expect(session.isTrusted(both)).toBe(true)
  both.data = JSON.parse('{"text/latex": "$one$"}')
  expect(session.isTrusted(both)).toBe(false)
})

test('what an object of a class says cannot be seen, so it cannot be trusted', async () => {
  class Html {
    readonly output_type = 'display_data'
    readonly metadata = {}
    #text = 'one'
    get data() {
      return { 'text/html': this.#text }
    }
  }
  const session = await openSession(notebookOf([]))
  const output = new Html()
  session.startExecution(codeCell()).trust(output)
  expect(session.isTrusted(output)).toBe(false)
  expect(session.isTrusted(new Html())).toBe(false)
})

test('an output that nests deeper than what can be signed is not trusted', async () => {
  const nested = (depth: number): Output => ({
    ...html('one'),
    metadata: JSON.parse(`{"deep": ${'['.repeat(depth)}${']'.repeat(depth)}}`),
  })
  const session = await openSession(notebookOf([]))
  const execution = session.startExecution(codeCell())
  for (const depth of [900, 2000, 100_000]) {
    const output = nested(depth)
    execution.trust(output)
    expect(session.isTrusted(output)).toBe(depth === 900)
  }
})

test('an output that was never trusted is not, even in a trusted notebook', async () => {
  const notebook = notebookOf([html('one')])
  const session = await openSigned(notebook)
  cellOf(notebook).outputs.push(html('pasted from elsewhere'))
  expect(session.isTrusted(outputOf(notebook, 0, 1))).toBe(false)
  expect(session.isFullyTrusted).toBe(false)
})

test('one session does not trust what another does', async () => {
  await openSigned(notebookOf([html('one')]))
  expect((await openSession(notebookOf())).isTrusted(html('one'))).toBe(false)
})

test('nothing that is asked about makes isTrusted throw', async () => {
  const session = await openSigned(notebookOf([html('one')]))
  const cyclic: Record<string, unknown> = { ...html('one') }
  cyclic.metadata = cyclic
  const deep = JSON.parse(`${'['.repeat(9000)}${']'.repeat(9000)}`)
  const trap = new Proxy(html('one'), {
    ownKeys: () => {
      throw new Error('trap')
    },
  })
  class Output {
    data = { 'text/html': '<b>one</b>' }
  }
  for (const strange of [cyclic, { deep }, trap, new Output(), [], new Map(), () => {}]) {
    expect(session.isTrusted(strange)).toBe(false)
  }
})

test('a key called __proto__ is content like any other', async () => {
  const output = (text: string) => {
    const parsed: Output = JSON.parse(
      `{"output_type": "display_data", "data": {"__proto__": "${text}"}, "metadata": {}}`,
    )
    return parsed
  }
  const notebook = notebookOf([])
  const session = await openSession(notebook)
  session.startExecution(cellOf(notebook)).trust(output('one'))
  expect(session.isTrusted(output('one'))).toBe(true)
  expect(session.isTrusted(output('two'))).toBe(false)
  expect(session.isTrusted({ output_type: 'display_data', data: {}, metadata: {} })).toBe(false)
})

test('an output with a lone surrogate keeps its trust by identity', async () => {
  const notebook = notebookOf([])
  const session = await openSession(notebook)
  const output = html('\ud800')
  session.startExecution(cellOf(notebook)).trust(output)
  expect(session.isTrusted(output)).toBe(true)
  expect(session.isTrusted(html('\udc00'))).toBe(false)
})

test('a session that produced more than it keeps still knows all of it again', async () => {
  const notebook = notebookOf([])
  const session = await openSession(notebook)
  const execution = session.startExecution(cellOf(notebook))
  const big = (number: number) => html(`${number}`.padEnd(6_000_000, '.'))
  for (const number of [1, 2, 3, 4, 5]) {
    execution.trust(big(number))
    await import('../../src/session-digest.js') // What the session loads once it has too much to keep.
  }
  expect([1, 2, 3, 4, 5, 6].map((number) => session.isTrusted(big(number)))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ])
})
