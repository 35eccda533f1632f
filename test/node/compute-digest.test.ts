// The digest that Node computes without a copy is the one that pages compute.
import { expect, test } from 'vitest'
import { computeDigest as computeInPages } from '../../src/digest/index.js'
import { computeDigest } from '../../src/node/index.js'
import { vectors } from '../vectors/nbformat/vectors.js'

const outcome = (digest: Promise<string>): Promise<string> => digest.catch(String)

test('it is the same for every vector, and so is the error where there is none', async () => {
  const different: string[] = []
  for (const { name, source, secret, algorithm } of vectors) {
    const options = { secret, algorithm, encoding: 'nbformat' } as const
    const here = await outcome(computeDigest(source, options))
    if (here !== (await outcome(computeInPages(source, options)))) different.push(name)
  }
  expect(different).toEqual([])
})

test('a CryptoKey, and what is no file, are taken as there', async () => {
  const secret = new Uint8Array([1, 2, 3])
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const text = '{"nbformat":4,"metadata":{},"cells":[]}'
  expect(await computeDigest(text, { secret: key })).toBe(await computeDigest(text, { secret }))
  await expect(computeDigest(JSON.parse(text), { secret })).rejects.toMatchObject({ code: 'ERR_ARGUMENT' })
  await expect(computeDigest(text, { secret, algorithm: JSON.parse('"md6"') })).rejects.toMatchObject({
    code: 'ERR_ALGORITHM',
  })
})
