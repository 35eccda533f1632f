// Other processes that hold the database for long, or die in the middle of writing it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNotary } from '../../src/node/index.js'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import { openSqlite } from '../../src/node/sqlite-client.js'
import { temporaryFolder } from '../support/folders.js'
import { type BuiltPackage, buildPackage, nodeSigner } from './processes.js'

let built: BuiltPackage
beforeAll(async () => {
  built = await buildPackage()
})
afterAll(() => built.remove())

const notebook = '{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[]}'

/** A Python process that holds the database exclusively for so many seconds. Resolves when it does. */
async function hold(path: string, seconds: number): Promise<{ readonly released: Promise<unknown> }> {
  const script = `
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute('BEGIN EXCLUSIVE')
print('held', flush=True)
time.sleep(float(sys.argv[2]))
db.execute('ROLLBACK')
`
  const python = process.env.NBTRUST_PYTHON ?? 'python3'
  const child = spawn(python, ['-c', script, path, String(seconds)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return { released: once(child, 'exit') }
}

test('a lock that is held for 20 seconds is waited for, and the event loop goes on', async () => {
  const dataDir = temporaryFolder()
  await using notary = await openNotary({ dataDir })
  await notary.sign(notebook)
  const { released } = await hold(join(dataDir, 'nbsignatures.db'), 20)
  const start = performance.now()
  let ticks = 0
  const timer = setInterval(() => ticks++, 100)
  const [trusted] = await Promise.all([
    notary.checkSignature(notebook),
    notary.sign(notebook.replace('{}', '{"x":1}')),
  ])
  clearInterval(timer)
  const waited = performance.now() - start
  await released
  console.log(`waited ${(waited / 1000).toFixed(1)} s; ${ticks} timer ticks of 100 ms meanwhile`)
  expect(trusted).toBe(true)
  expect(ticks).toBeGreaterThan(20)
})

test('a lock that is held for longer than the stated time is a clear error, and nothing is renamed', async () => {
  const dataDir = temporaryFolder()
  await using notary = await openNotary({ dataDir, timeout: 2000 })
  await notary.sign(notebook)
  const { released } = await hold(join(dataDir, 'nbsignatures.db'), 6)
  const blocked = { code: 'ERR_STORE_BLOCKED', message: expect.stringContaining('for more than 2 s') }
  await expect(notary.checkSignature(notebook)).rejects.toMatchObject(blocked)
  await expect(openNotary({ dataDir, timeout: 1000 })).rejects.toMatchObject({ code: 'ERR_STORE_BLOCKED' })
  await released
  expect(await notary.checkSignature(notebook)).toBe(true)
  expect(readdirSync(dataDir).sort()).toEqual(['nbsignatures.db', 'notebook_secret'])
})

test('kill -9 in the middle of 200 runs: the database opens, and every acknowledged signature is there', async () => {
  const dataDir = temporaryFolder()
  const path = join(dataDir, 'nbsignatures.db')
  await (await openNotary({ dataDir })).close()
  const runs = 200
  let [next, acknowledged, hot] = [0, 0, 0]
  const lost: string[] = []
  const failures: string[] = []
  const oneAfterAnother = async (): Promise<void> => {
    while (next < runs) {
      const run = next++
      const signer = nodeSigner(built, { dataDir, name: `run-${run}`, duration: 60_000, batch: 40 })
      await signer.begun
      await wait(Math.random() * 60)
      signer.kill()
      await signer.ended
      if (readdirSync(dataDir).includes('nbsignatures.db-journal')) hot++
      failures.push(...signer.failures)
      acknowledged += signer.acknowledged.size
      const store = await openSignatureDatabase(path)
      for (const digest of signer.acknowledged) {
        if (!(await store.checkSignature({ algorithm: 'sha256', digest }))) lost.push(digest)
      }
      await store.close()
      // So that the oldest are not culled while they are still to be counted.
      const client = openSqlite(path)
      for (let tries = 0; tries < 100; tries++) {
        try {
          client.run(`DELETE FROM nbsignatures WHERE signature LIKE 'run-${run}-%'`)
          break
        } catch {
          await wait(20)
        }
      }
      client.close()
    }
  }
  await Promise.all([oneAfterAnother(), oneAfterAnother()])
  console.log(
    `${runs} kills, ${hot} with a journal left behind, ${acknowledged} acknowledged signatures, ${lost.length} lost`,
  )
  expect(failures).toEqual([])
  expect(lost).toEqual([])
  expect(acknowledged).toBeGreaterThan(runs)
  expect(readdirSync(dataDir).filter((name) => name.includes('.bak'))).toEqual([])
  const client = openSqlite(path)
  expect(client.all('PRAGMA integrity_check').map((row) => ({ ...row }))).toEqual([{ integrity_check: 'ok' }])
  client.close()
})
