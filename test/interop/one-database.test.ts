// One database for both: what nbtrust signs Jupyter trusts, and the reverse, notebook by notebook.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HashAlgorithm, NbtrustError, type Notary, openNotary } from '../../src/node/index.js'
import { temporaryFolder } from '../support/folders.js'
import { realNotebooks, type Sample, vectorNotebooks } from './notebooks.js'
import { Python } from './python.js'

let python: Python
beforeAll(async () => {
  python = new Python()
  console.log(`nbformat ${await python.version()}`)
})
afterAll(() => python.stop())

/** What both said at each step: signed by us, taken back by us, signed by Python, taken back by Python. */
async function roundTrip(sample: Sample, dataDir: string, notary: Notary): Promise<readonly unknown[]> {
  const request = { ...sample, dataDir }
  const peer = async () => (await python.check(request)).result
  await notary.sign(sample.source)
  const afterOurs = await peer()
  await notary.unsign(sample.source)
  const afterUnsign = await peer()
  await python.sign(request)
  const ours = await notary.checkSignature(sample.source)
  await python.unsign(request)
  return [afterOurs, afterUnsign, ours, await notary.checkSignature(sample.source)]
}

const notaries = new Map<HashAlgorithm, Notary>()
async function notaryFor(algorithm: HashAlgorithm, dataDir: string): Promise<Notary> {
  const notary = notaries.get(algorithm) ?? (await openNotary({ dataDir, algorithm }))
  notaries.set(algorithm, notary)
  return notary
}

describe('in one database', () => {
  test('every real notebook: signed by nbtrust, trusted by Python, and the reverse', async () => {
    const dataDir = temporaryFolder()
    await using notary = await openNotary({ dataDir })
    expect(realNotebooks.length).toBeGreaterThanOrEqual(5)
    for (const sample of realNotebooks) {
      const said = await roundTrip(sample, dataDir, notary)
      expect({ name: sample.name, said }).toEqual({ name: sample.name, said: [true, false, true, false] })
    }
    await python.closeDatabases()
    console.log(`${realNotebooks.length} real notebooks agree in both directions`)
  })

  test('every vector: the same, and where one has no signature neither has the other', async () => {
    const dataDir = temporaryFolder()
    const counts = { signed: 0, refused: 0 }
    for (const sample of vectorNotebooks) {
      const notary = await notaryFor(sample.algorithm, dataDir)
      const ours = await notary.computeSignature(sample.source).then(
        () => 'signed' as const,
        (error: unknown) => {
          expect(error).toBeInstanceOf(NbtrustError)
          return 'refused' as const
        },
      )
      counts[ours]++
      if (ours === 'signed') {
        const said = await roundTrip(sample, dataDir, notary)
        expect({ name: sample.name, said }).toEqual({ name: sample.name, said: [true, false, true, false] })
      } else {
        // Python may sign it, but never trusts it: an error, or ids that are made up anew at every reading.
        await python.sign({ ...sample, dataDir })
        const { result } = await python.check({ ...sample, dataDir })
        expect({ name: sample.name, trusted: result === true }).toEqual({ name: sample.name, trusted: false })
      }
    }
    await Promise.all([...notaries.values()].map((notary) => notary.close()))
    await python.closeDatabases()
    expect(counts.signed).toBeGreaterThan(600)
    console.log(`${counts.signed} vectors agree in both directions, ${counts.refused} are refused by both`)
  })
})
