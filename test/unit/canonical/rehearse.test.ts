// What a page does before its first notebook: it can be seen only in what it takes from the idle time, and when it stops.
import { afterEach, expect, test, vi } from 'vitest'
import { canonicalBytes, type Encoding } from '../../../src/canonical/index.js'
import { rehearsalNotebook, rehearse } from '../../../src/canonical/rehearse.js'

afterEach(() => void vi.unstubAllGlobals())

const notebook = new TextEncoder().encode(rehearsalNotebook())

/** Idle time comes when it is given. */
function idleTime() {
  const waiting: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (call: () => void) => waiting.push(call))
  const give = async (): Promise<void> => {
    waiting.shift()?.()
    // What was begun goes on until it waits again.
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { waiting, give }
}

function encoder() {
  const encoded: Encoding[] = []
  const encode = async (file: Uint8Array, encoding: Encoding): Promise<void> => {
    expect(new TextDecoder().decode(file)).toBe(rehearsalNotebook())
    encoded.push(encoding)
  }
  return { encoded, encode }
}

test.each(['jcs', 'nbformat'] as const)('the notebook of the rehearsal has bytes (%s)', (encoding) => {
  expect(canonicalBytes(notebook, encoding).length).toBeGreaterThan(10_000)
  expect(notebook.length).toBeLessThan(50_000)
})

test('encodes in idle time only, both encodings in each, and comes to an end', async () => {
  const { waiting, give } = idleTime()
  const { encoded, encode } = encoder()
  const rehearsal = rehearse(encode, () => true)
  expect(encoded).toEqual([])
  let idle = 0
  while (waiting.length > 0) {
    await give()
    idle++
    expect(encoded.length).toBe(idle * 2)
  }
  await rehearsal
  expect(idle).toBe(10)
  expect(new Set(encoded)).toEqual(new Set(['jcs', 'nbformat']))
})

test('makes way at once', async () => {
  const { waiting, give } = idleTime()
  const { encoded, encode } = encoder()
  let isNeeded = true
  const rehearsal = rehearse(encode, () => isNeeded)
  await give()
  isNeeded = false
  await give()
  await rehearsal
  expect(encoded.length).toBe(2)
  expect(waiting).toEqual([])
})

test('does nothing where there is no idle time to be asked for, as in Node', async () => {
  const { encoded, encode } = encoder()
  await rehearse(encode, () => true)
  expect(encoded).toEqual([])
})
