// What a page does before its first notebook: it can be seen only in what it takes from the idle time, and when it stops.
import { afterEach, expect, test, vi } from 'vitest'
import { canonicalBytes, type Encoding } from '../../../src/canonical/index.js'
import { rehearsalNotebook, rehearse } from '../../../src/canonical/rehearse.js'

afterEach(() => void vi.unstubAllGlobals())

const notebook = new TextEncoder().encode(rehearsalNotebook())

/** Idle time comes when it is given, and is as long as so many encodings. */
function idleTime(encodings = 1) {
  const waiting: IdleRequestCallback[] = []
  vi.stubGlobal('requestIdleCallback', (call: IdleRequestCallback) => waiting.push(call))
  const give = async (): Promise<void> => {
    let left = encodings
    waiting.shift()?.({ didTimeout: false, timeRemaining: () => (--left > 0 ? 49 : 0) })
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

test('encodes in idle time only, once where it is short, and comes to an end', async () => {
  const { waiting, give } = idleTime()
  const { encoded, encode } = encoder()
  const rehearsal = rehearse(encode, () => true)
  expect(encoded).toEqual([])
  let idle = 0
  while (waiting.length > 0) {
    await give()
    idle++
    expect(encoded.length).toBe(idle)
  }
  await rehearsal
  expect(idle).toBe(40)
  expect(new Set(encoded)).toEqual(new Set(['jcs', 'nbformat']))
})

test('goes on while there is idle time', async () => {
  const { waiting, give } = idleTime(7)
  const { encoded, encode } = encoder()
  const rehearsal = rehearse(encode, () => true)
  await give()
  expect(encoded.length).toBe(7)
  while (waiting.length > 0) await give()
  await rehearsal
  expect(encoded.length).toBe(40)
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
  expect(encoded.length).toBe(1)
  expect(waiting).toEqual([])
})

test('does nothing where there is no idle time to be asked for, as in Node', async () => {
  const { encoded, encode } = encoder()
  await rehearse(encode, () => true)
  expect(encoded).toEqual([])
})
