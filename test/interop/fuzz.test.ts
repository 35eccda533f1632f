// Random notebooks, with a fresh seed each time: nbtrust and nbformat have the same digest, or neither has one.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { computeDigest, type HashAlgorithm, hashAlgorithms, NbtrustError } from '../../src/node/index.js'
import { root } from '../support/source.js'
import { notebookTexts } from './generate.js'
import { Python } from './python.js'

const runs = Number(process.env.NBTRUST_FUZZ_RUNS ?? 2000)
const seed = Number(process.env.NBTRUST_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const secret = Buffer.from('differential')
let python: Python
beforeAll(() => {
  python = new Python()
})
afterAll(() => python.stop())

/** What one of the two says: a digest, that the ids are made up, or that there is none. */
type Verdict = string

async function ours(source: Uint8Array, algorithm: HashAlgorithm): Promise<Verdict> {
  try {
    return await computeDigest(source, { secret, algorithm, encoding: 'nbformat' })
  } catch (error) {
    if (!(error instanceof NbtrustError)) throw error
    return error.code === 'ERR_NO_STABLE_DIGEST' ? 'no stable digest' : 'none'
  }
}

async function theirs(source: Uint8Array, algorithm: HashAlgorithm): Promise<Verdict> {
  const [first, second] = [
    await python.digest(source, { secret, algorithm }),
    await python.digest(source, { secret, algorithm }),
  ]
  if (typeof first.result !== 'string') return 'none'
  return first.result === second.result ? first.result : 'no stable digest'
}

// A notebook can lack ids and have no bytes as well; which of the two is said first does not matter.
function same(we: Verdict, they: Verdict): boolean {
  return we === they || (!isDigest(we) && !isDigest(they))
}

const isDigest = (verdict: Verdict): boolean => /^[0-9a-f]{32,}$/.test(verdict)

test(`${runs} random notebooks: the same digest as nbformat, or none from both`, async () => {
  console.log(`NBTRUST_FUZZ_SEED=${seed} repeats this run (${runs} notebooks)`)
  const counts = { digests: 0, 'no stable digest': 0, none: 0 }
  let smallest: { text: string; ours: Verdict; theirs: Verdict } | undefined
  const property = fc.asyncProperty(
    notebookTexts,
    fc.constantFrom(...hashAlgorithms),
    async (text, algorithm) => {
      const source = new Uint8Array(Buffer.from(text))
      const [we, they] = [await ours(source, algorithm), await theirs(source, algorithm)]
      counts[we === 'none' || we === 'no stable digest' ? we : 'digests']++
      // fast-check shrinks, so the last failure is the smallest.
      if (same(we, they)) return
      smallest = { text, ours: we, theirs: they }
      expect(we).toBe(they)
    },
  )
  try {
    // Minimizing a difference may take long; what was found by then is saved.
    const limits = { interruptAfterTimeLimit: 300_000 + runs * 50, markInterruptAsFailure: true }
    await fc.assert(property, { numRuns: runs, seed, ...limits })
  } catch (error) {
    const folder = join(root, 'artifacts', 'interop')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, `difference-${seed}.json`)
    writeFileSync(file, JSON.stringify(smallest, null, 2))
    throw new Error(`A difference was found and minimized: ${file}`, { cause: error })
  }
  expect(counts.digests).toBeGreaterThan(runs / 2)
  console.log(
    `${counts.digests} digests, ${counts['no stable digest']} without a stable one, ${counts.none} refused by both; 0 differences`,
  )
})
