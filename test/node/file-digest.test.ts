// Digests of files, which are read piece by piece where they are large: those of their bytes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Encoding } from '../../src/canonical/index.js'
import { computeDigest, computeFileDigest } from '../../src/node/index.js'
import { fileSignatures, signaturesOf } from '../../src/node/notebook-signatures.js'
import { temporaryFolder } from '../support/folders.js'

const secret = new Uint8Array([1, 2, 3])
const key = { secret, algorithm: 'sha256' } as const
const encodings: readonly Encoding[] = ['nbformat', 'jcs']

// As Jupyter writes it, of about 6 MB.
function largeNotebook({ minor = 5, ids = true, value = 1.5 } = {}): string {
  const cells = Array.from({ length: 300 }, (_, index) => ({
    cell_type: 'code',
    execution_count: index,
    ...(ids ? { id: `cell-${index}` } : {}),
    metadata: { trusted: true, index: value },
    outputs: [{ name: 'stdout', output_type: 'stream', text: [`é "${index}"\n`, 'log '.repeat(5000)] }],
    source: ['a = 1\n', `print(${index})`],
  }))
  return JSON.stringify({ cells, metadata: { a: 1 }, nbformat: 4, nbformat_minor: minor }, undefined, 1)
}

function fileOf(text: string): string {
  const path = join(temporaryFolder(), 'large.ipynb')
  writeFileSync(path, text)
  return path
}

test.each([
  ['with ids', largeNotebook()],
  ['without ids', largeNotebook({ minor: 4, ids: false })],
  ['with metadata first', largeNotebook().replace('{', '{"a": 1,')],
  ['with a version that only the end tells', `${largeNotebook()}${' '.repeat(10_000)}`],
])('a file has the digest of its bytes: %s', async (_, text) => {
  const path = fileOf(text)
  for (const encoding of encodings) {
    expect(await computeFileDigest(path, { secret, encoding })).toBe(
      await computeDigest(text, { secret, encoding }),
    )
  }
  expect(await fileSignatures(path, key)).toEqual(await signaturesOf(Buffer.from(text), key))
})

test('a small file, and an algorithm that few have', async () => {
  const small = '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}'
  for (const text of [small, largeNotebook()]) {
    const options = { secret, algorithm: 'blake2b' } as const
    expect(await computeFileDigest(fileOf(text), options)).toBe(await computeDigest(text, options))
  }
})

test('the limit is one for files that have to be read as a whole', async () => {
  const text = largeNotebook()
  const options = { secret, maxBytes: 1_000_000 }
  expect(await computeFileDigest(fileOf(text), options)).toBe(await computeDigest(text, { secret }))
  await expect(computeFileDigest(fileOf(text.replace('{', '{"a": 1,')), options)).rejects.toMatchObject({
    code: 'ERR_TOO_LARGE',
  })
})

test('an error is the one of the whole file, with its place', async () => {
  const text = largeNotebook().replace('print(299)', 'print(299)\\x')
  const error = await computeDigest(text, { secret }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'ERR_JSON_SYNTAX', place: expect.stringMatching(/^line \d+/) })
  await expect(computeFileDigest(fileOf(text), { secret })).rejects.toEqual(error)
  await expect(
    computeFileDigest(fileOf(largeNotebook({ ids: false })), { secret, encoding: 'nbformat' }),
  ).rejects.toMatchObject({ code: 'ERR_NO_STABLE_DIGEST', place: 'cells[0]' })
  await expect(computeFileDigest(join(temporaryFolder(), 'none'), { secret })).rejects.toMatchObject({
    code: 'ERR_FILE',
  })
})

test('a notebook with a NaN is signed as Jupyter signs it, and only so', async () => {
  const text = largeNotebook().replace('"index": 1.5', '"index": NaN')
  const signatures = await fileSignatures(fileOf(text), key)
  expect(signatures.jcs).toBeUndefined()
  expect(signatures).toEqual(await signaturesOf(Buffer.from(text), key))
})

test('it says how far it is, and can be given up', async () => {
  const path = fileOf(largeNotebook())
  const parts: number[] = []
  await computeFileDigest(path, { secret, onProgress: (part) => parts.push(part) })
  expect(parts.length).toBeGreaterThan(3)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect(parts.at(-1)).toBe(1)
  const giveUp = new AbortController()
  const reason = new Error('enough')
  const digest = computeFileDigest(path, {
    secret,
    signal: giveUp.signal,
    onProgress: () => giveUp.abort(reason),
  })
  await expect(digest).rejects.toBe(reason)
})
