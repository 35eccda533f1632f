// A large notebook is encoded in a real worker, or in slices where there can be none, and the page goes on answering.
import { afterEach, expect, test, vi } from 'vitest'
import { encodeAway } from '../../src/canonical/encode-away.js'
import { canonicalBytes, canonicalBytesOffThread } from '../../src/canonical/index.js'
import { computeDigest } from '../../src/digest/index.js'

afterEach(() => vi.unstubAllGlobals())

const cell = (index: number): object => ({
  cell_type: 'code',
  metadata: { trusted: true },
  source: [`x = ${index}\n`, 'print(x)'],
  outputs: [{ output_type: 'stream', name: 'stdout', text: 'é"\\'.repeat(500) }],
})
const notebook = (cells: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 4,
      metadata: {},
      cells: Array.from({ length: cells }, (_, index) => cell(index)),
    }),
  )
const large = notebook(2500)
// Not toEqual, which takes minutes for megabytes.
const expectSame = (bytes: Uint8Array, expected: Uint8Array): void => {
  const utf8 = new TextDecoder()
  expect(utf8.decode(bytes) === utf8.decode(expected)).toBe(true)
}
const encodings = ['jcs', 'nbformat'] as const

// The workers that are started, by a Worker that only counts.
function countWorkers(): { started: number } {
  const count = { started: 0 }
  const Real = Worker
  vi.stubGlobal(
    'Worker',
    class extends Real {
      constructor(url: URL, options?: WorkerOptions) {
        super(url, options)
        count.started++
      }
    },
  )
  return count
}

// A policy that forbids workers, as the browsers differ in telling it.
const forbidden = {
  'throws at once': class {
    constructor() {
      throw new DOMException('refused', 'SecurityError')
    }
  },
  'tells it later': class extends Worker {
    constructor() {
      super('/there/is/no/such/worker.js', { type: 'module' })
    }
  },
}

test.each(encodings)('the bytes that come from the worker are the same (%s)', async (encoding) => {
  const workers = countWorkers()
  expectSame(await canonicalBytesOffThread(large, encoding), canonicalBytes(large, encoding))
  expect(workers.started).toBe(1)
})

test("the source stays the caller's, and what becomes of it meanwhile changes nothing", async () => {
  const mine = new Uint8Array(large)
  const expected = canonicalBytes(mine, 'jcs')
  const bytes = canonicalBytesOffThread(mine, 'jcs')
  expect(mine.length).toBe(large.length)
  mine.fill(0x20)
  expectSame(await bytes, expected)
})

test('a small notebook starts no worker', async () => {
  const workers = countWorkers()
  await canonicalBytesOffThread(notebook(10), 'jcs')
  expect(workers.started).toBe(0)
})

test('an error arrives with its code and its place', async () => {
  const cut = large.subarray(0, large.length - 10)
  await expect(canonicalBytesOffThread(cut, 'jcs')).rejects.toMatchObject({
    name: 'NbtrustError',
    code: 'ERR_JSON_SYNTAX',
    place: expect.stringContaining('line 1'),
  })
})

test('a mistake in the worker is told, and not waited for', async () => {
  const workers = countWorkers()
  // A Map can be sent, and has no `add`.
  const options = { seenIds: new Map() as unknown as Set<string> }
  const minor5 = new TextEncoder().encode(
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [{ ...cell(0), id: 'one', execution_count: null }],
    }),
  )
  const answer = encodeAway({ file: minor5, encoding: 'nbformat', options }, {}, () => undefined)
  await expect(answer).rejects.toThrow(/add/)
  expect(workers.started).toBe(1)
})

test('progress rises to the end of the file', async () => {
  const told: number[] = []
  await canonicalBytesOffThread(large, 'jcs', { onProgress: (progress) => told.push(progress) })
  expect(told.length).toBeGreaterThan(2)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBe(1)
})

test('an abort rejects with its reason, before and while it works', async () => {
  const reason = new Error('changed my mind')
  const abort = new AbortController()
  const options = { secret: new Uint8Array([1]), signal: abort.signal }
  const digest = computeDigest(large, { ...options, onProgress: () => abort.abort(reason) })
  await expect(digest).rejects.toBe(reason)
  await expect(computeDigest(large, options)).rejects.toBe(reason)
})

test.each(Object.entries(forbidden))(
  'where a policy forbids workers (%s), slices give the same',
  async (_, none) => {
    vi.stubGlobal('Worker', none)
    const told: number[] = []
    const options = { onProgress: (progress: number) => void told.push(progress) }
    expectSame(await canonicalBytesOffThread(large, 'jcs', options), canonicalBytes(large, 'jcs'))
    expect(told.at(-1)).toBe(1)
  },
)

test('slices let the page answer in between, and can be aborted', async () => {
  vi.stubGlobal('Worker', forbidden['throws at once'])
  let answered = 0
  const timer = setInterval(() => answered++, 0)
  await canonicalBytesOffThread(large, 'jcs')
  clearInterval(timer)
  expect(answered).toBeGreaterThan(0)
  const reason = new Error('enough')
  const abort = new AbortController()
  const bytes = canonicalBytesOffThread(large, 'jcs', {
    signal: abort.signal,
    onProgress: () => abort.abort(reason),
  })
  await expect(bytes).rejects.toBe(reason)
})
