// The worker threads of the command, from outside: started when they are needed, and gone when the command is.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../../src/cli/pool.js'
import { type BuiltPackage, buildPackage } from '../support/built.js'
import { root } from '../support/source.js'

let built: BuiltPackage
beforeAll(async () => {
  built = await buildPackage()
}, 60_000)
afterAll(() => built.remove())

test('a pool that is closed with jobs waiting rejects them, and starts no thread any more', async () => {
  const pool = openPool(1000, pathToFileURL(built.bin))
  const path = join(root, 'demo/notebooks/hostile.ipynb')
  const jobs = Array.from({ length: pool.width * 2 }, () => pool.run({ kind: 'review', source: { path } }))
  const settled = Promise.allSettled(jobs)
  // Those that are started for the jobs are announced first.
  await new Promise((done) => setImmediate(done))
  let started = 0
  const count = (): unknown => started++
  process.on('worker', count)
  await pool.close()
  const codes = (await settled).map((job) => (job.status === 'rejected' ? job.reason.code : 'done'))
  process.off('worker', count)
  expect(new Set(codes)).toEqual(new Set(['ERR_FILE']))
  expect(started).toBe(0)
})
