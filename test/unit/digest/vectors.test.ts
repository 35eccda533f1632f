// Every vector that nbformat computed: the same digest, or an error of ours where nbformat has none.
import { describe, expect, test } from 'vitest'
import { computeDigest } from '../../../src/digest/index.js'
import { sha256Hex } from '../../../src/digest/noble-sha256.js'
import type { NbtrustError } from '../../../src/lib/errors.js'
import { encoders } from '../../support/encoders.js'
import { type Vector, vectors } from '../../vectors/nbformat/vectors.js'

const digestOf = ({ source, secret, algorithm }: Vector): Promise<string> =>
  computeDigest(source, { secret, algorithm, encoding: 'nbformat' })

async function refusal(vector: Vector): Promise<NbtrustError> {
  const outcome = await digestOf(vector).catch((error: NbtrustError) => error)
  if (typeof outcome === 'string') throw new Error(`There is a digest: ${outcome}`)
  return outcome
}

const stable = vectors.filter(({ digest, generatedIds }) => digest !== null && !generatedIds)
const failing = vectors.filter(({ digest, envDependent }) => digest === null && !envDependent)

test('there are 830 vectors, and each is tested below', () => {
  const rest = vectors.filter(
    ({ digest, generatedIds, envDependent }) => generatedIds || (!digest && envDependent),
  )
  expect(vectors).toHaveLength(830)
  expect(stable.length + failing.length + rest.length).toBe(830)
})

describe('the digest is that of nbformat', () => {
  test.each(stable)('$name', async (vector) => {
    expect(await digestOf(vector)).toBe(vector.digest)
    const { source } = vector
    const [text, bytes] =
      typeof source === 'string'
        ? [source, new TextEncoder().encode(source)]
        : [new TextDecoder().decode(source), source]
    for (const form of [text, bytes]) {
      for (const { nbformatBytes } of encoders) {
        const hashed = nbformatBytes(form, { oldest: 1 })
        expect({ length: hashed.length, sha256: sha256Hex(hashed) }).toEqual(vector.input)
      }
    }
  })
})

describe('where nbformat has no digest there is an error with a code and a place', () => {
  test.each(failing)('$name', async (vector) => {
    const error = await refusal(vector)
    expect(error.name).toBe('NbtrustError')
    expect(error.code).toMatch(/^ERR_(JSON_(SYNTAX|UTF8|SURROGATE)|NOTEBOOK_(SHAPE|VERSION))$/)
    expect(error.place).toBeTruthy()
  })
})

describe('ids that nbformat makes up leave no stable digest', () => {
  test.each(vectors.filter(({ generatedIds }) => generatedIds))('$name', async (vector) => {
    const error = await refusal(vector)
    expect(error.code).toBe('ERR_NO_STABLE_DIGEST')
    expect(error.message).toContain('has no stable digest, because cells lack ids')
  })
})

describe("where the outcome hangs on Python's limits, ours are stated ones", () => {
  test.each(vectors.filter(({ digest, envDependent }) => digest === null && envDependent))(
    '$name',
    async (vector) => {
      expect(await refusal(vector)).toMatchObject({ code: 'ERR_JSON_DEPTH' })
    },
  )
})
