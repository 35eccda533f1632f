// HMAC by either engine gives what Node's OpenSSL gives, and keys that do not fit are refused.
import { createHmac as opensslHmac, webcrypto } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHmac, type HashAlgorithm, hashAlgorithms } from '../../../src/digest/index.js'
import { sha256Hex } from '../../../src/digest/noble-sha256.js'

const openssl: Partial<Record<HashAlgorithm, string>> = { blake2b: 'blake2b512', blake2s: 'blake2s256' }
const inWebcrypto: readonly HashAlgorithm[] = ['sha1', 'sha256', 'sha384', 'sha512']
const message = new TextEncoder().encode('a notebook')

function expected(algorithm: HashAlgorithm, secret: Uint8Array): string {
  const name = openssl[algorithm] ?? algorithm.replace('_', '-')
  return opensslHmac(name, secret).update(message).digest('hex')
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe.each(hashAlgorithms)('%s', (algorithm) => {
  // Around the block sizes (64, 72, 104, 128, 136, 144), where a key begins to be hashed, and Jupyter's own 1,386 bytes.
  test.each([0, 1, 64, 65, 104, 128, 129, 136, 137, 144, 145, 1386])(
    'with a secret of %i bytes',
    async (length) => {
      const secret = Uint8Array.from({ length }, (_, index) => (index * 7) % 256)
      const hmac = await createHmac(secret, algorithm)
      expect(await hmac.digest(message)).toBe(expected(algorithm, secret))
      expect(hmac.engine).toBe(inWebcrypto.includes(algorithm) && length > 0 ? 'webcrypto' : 'noble')
    },
  )

  test('is the same where crypto.subtle is undefined, and says that noble computes it', async () => {
    vi.stubGlobal('crypto', { getRandomValues: webcrypto.getRandomValues.bind(webcrypto) })
    const secret = new Uint8Array([1, 2, 3])
    const hmac = await createHmac(secret, algorithm)
    expect(await hmac.digest(message)).toBe(expected(algorithm, secret))
    expect(hmac.engine).toBe('noble')
  })
})

const generate = (hash: string, usages: KeyUsage[] = ['sign']): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'HMAC', hash }, false, usages) as Promise<CryptoKey>

test('a key that cannot be read out signs', async () => {
  const key = await generate('SHA-256')
  const hmac = await createHmac(key, 'sha256')
  expect(hmac).toMatchObject({ engine: 'webcrypto', algorithm: 'sha256' })
  expect(await hmac.digest(message)).toMatch(/^[0-9a-f]{64}$/)
  expect(await hmac.digest(message)).toBe(await hmac.digest(message))
  expect(await hmac.digest(new Uint8Array([0]))).not.toBe(await hmac.digest(message))
})

test.each<[string, HashAlgorithm, string]>([
  ['a key for another hash', 'sha512', 'ERR_ALGORITHM'],
  ['an algorithm that WebCrypto lacks', 'blake2b', 'ERR_ALGORITHM'],
  ['an algorithm that nobody has', 'sha257' as HashAlgorithm, 'ERR_ALGORITHM'],
])('%s is refused', async (_, algorithm, code) => {
  await expect(createHmac(await generate('SHA-256'), algorithm)).rejects.toMatchObject({ code })
})

test('a key that may only verify is refused', async () => {
  const key = await generate('SHA-256', ['verify'])
  await expect(createHmac(key, 'sha256')).rejects.toMatchObject({ code: 'ERR_KEY_UNAVAILABLE' })
})

test('a CryptoKey without crypto.subtle is an error, not another key', async () => {
  const key = await generate('SHA-256')
  vi.stubGlobal('crypto', {})
  await expect(createHmac(key, 'sha256')).rejects.toMatchObject({ code: 'ERR_KEY_UNAVAILABLE' })
})

test.each(['sha256', 'md5'] as const)(
  'changing the secret afterwards does not change %s',
  async (algorithm) => {
    const secret = new Uint8Array([1, 2, 3])
    const hmac = await createHmac(secret, algorithm)
    const before = await hmac.digest(message)
    secret.fill(0)
    expect(await hmac.digest(message)).toBe(before)
  },
)

test('memory shared with other threads is hashed too', async () => {
  const shared = new Uint8Array(new SharedArrayBuffer(message.length))
  shared.set(message)
  const hmac = await createHmac(new Uint8Array([1]), 'sha256')
  expect(await hmac.digest(shared)).toBe(await hmac.digest(message))
})

test('sha256Hex is SHA-256 of the UTF-8 (FIPS 180-4, example of "abc")', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex(new TextEncoder().encode('é'))).toBe(sha256Hex('é'))
})
