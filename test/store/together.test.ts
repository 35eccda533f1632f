// Jupyter and nbtrust in one database file at the same time: nothing is lost, nobody fails, nothing healthy is renamed.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import { temporaryFolder } from '../support/folders.js'
import { type BuiltPackage, buildPackage, nodeProgram, nodeSigner, pythonSigner } from './processes.js'

const duration = 30_000
let built: BuiltPackage
beforeAll(async () => {
  built = await buildPackage()
})
afterAll(() => built.remove())

test('two Node and two Python processes sign, check and cull for 30 seconds', async () => {
  const dataDir = temporaryFolder()
  const path = join(dataDir, 'nbsignatures.db')
  const store = await openSignatureDatabase(path)
  // Old signatures are poured in until the database overflows, again and again, so that everybody has to cull.
  let poured = 0
  const pour = async (): Promise<void> => {
    const old = Array.from({ length: 1500 }, () => ({
      algorithm: 'sha256',
      digest: `old-${poured++}`,
      lastSeen: new Date(Date.UTC(2001, 0, 1) + poured),
    }))
    await store.restoreSignatures(old)
  }
  while (poured < 65_000) await pour()

  const signers = [
    nodeSigner(built, { dataDir, name: 'node-1', duration, pause: 8 }),
    nodeSigner(built, { dataDir, name: 'node-2', duration, batch: 3, pause: 8 }),
    pythonSigner({ dataDir, name: 'python-1', duration, pause: 8 }),
    pythonSigner({ dataDir, name: 'python-2', duration, pause: 8 }),
  ]
  const everybody = Promise.all(signers.map((signer) => signer.ended))
  let running = true
  everybody.finally(() => {
    running = false
  })
  while (running) {
    await wait(1500)
    if (running) await pour()
  }
  await everybody

  const lost: string[] = []
  for (const { acknowledged } of signers) {
    for (const digest of acknowledged) {
      if (!(await store.checkSignature({ algorithm: 'sha256', digest }))) lost.push(digest)
    }
  }
  let old = 0
  for await (const page of store.listSignatures()) {
    old += page.filter(({ digest }) => digest.startsWith('old-')).length
  }
  await store.close()
  console.log(`Node: ${nodeProgram}`)
  for (const { name, figures } of signers) {
    console.log(
      `${name}: ${figures?.signed} signed, ${figures?.checked} checked, longest wait ${figures?.longest} ms`,
    )
  }
  console.log(
    `${poured} old signatures poured in, ${poured - old} of them culled, ${lost.length} new ones lost`,
  )
  expect(signers.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`))).toEqual(
    [],
  )
  expect(lost).toEqual([])
  for (const { figures } of signers) expect(figures?.signed).toBeGreaterThan(0)
  expect(poured - old).toBeGreaterThan(10_000)
  expect(
    readdirSync(dataDir).filter(
      (name) => !/^nb(?:signatures\.db|trust-files\.db)$|^notebook_secret$/.test(name),
    ),
  ).toEqual([])
})
