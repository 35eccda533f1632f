// The digest of a file in one call.
import { expect, test } from 'vitest'
import { computeDigest, signatureAlgorithm } from '../../../src/digest/index.js'

const secret = new TextEncoder().encode('a secret')
const text = '{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[]}'

test('text and its bytes have the same digest', async () => {
  const bytes = new TextEncoder().encode(text)
  expect(await computeDigest(text, { secret })).toBe(await computeDigest(bytes, { secret }))
})

test('the digest depends on the secret, the algorithm and the encoding', async () => {
  const digests = await Promise.all([
    computeDigest(text, { secret }),
    computeDigest(text, { secret: new Uint8Array([1]) }),
    computeDigest(text, { secret, algorithm: 'sha3_256' }),
    computeDigest(text, { secret, encoding: 'nbformat' }),
  ])
  expect(new Set(digests).size).toBe(4)
})

test('SHA-256 over the injective encoding is the default', async () => {
  expect(await computeDigest(text, { secret })).toBe(
    await computeDigest(text, { secret, algorithm: 'sha256', encoding: 'jcs' }),
  )
})

test.each([
  ['{', 'ERR_JSON_SYNTAX'],
  ['{}', 'ERR_NOTEBOOK_VERSION'],
  [new Uint8Array([0x80]), 'ERR_JSON_UTF8'],
  [null as unknown as string, 'ERR_ARGUMENT'],
])('%j rejects with %s', async (source, code) => {
  await expect(computeDigest(source, { secret })).rejects.toMatchObject({ code })
})

test('an encoding that does not exist is refused', async () => {
  const encoding = 'xml' as 'jcs'
  await expect(computeDigest(text, { secret, encoding })).rejects.toMatchObject({ code: 'ERR_ALGORITHM' })
})

test("each encoding stores under a name of its own, Jupyter's under Jupyter's", () => {
  expect(signatureAlgorithm('sha256', 'nbformat')).toBe('sha256')
  expect(signatureAlgorithm('sha256', 'jcs')).toBe('jcs-sha256')
})
