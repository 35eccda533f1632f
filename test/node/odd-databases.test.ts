// Databases with rows that Jupyter would never write: every command ends, and what is no signature is no signature.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import { defaultEngine, openSqlite, type SqliteEngine } from '../../src/node/sqlite-client.js'
import type { SqliteStore, StoredSignature } from '../../src/signatures/sqlite.js'
import { cliPlace } from '../support/cli.js'
import { temporaryFolder } from '../support/folders.js'

const plain = '{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": []}'
const digestOf = (n: number): string => String(n).padStart(64, '0')

function execute(path: string, ...statements: readonly string[]): void {
  const client = openSqlite(path)
  for (const sql of statements) client.run(sql)
  client.close()
}

async function listed(store: SqliteStore): Promise<StoredSignature[]> {
  const all: StoredSignature[] = []
  for await (const page of store.listSignatures()) all.push(...page)
  return all
}

const engines = (['node:sqlite', 'better-sqlite3'] as const).filter(isInstalled)
describe.each(engines)('ids beyond the numbers of JavaScript (%s)', (engine) => {
  const far = ['-9007199254740999', '-1', '0', '9007199254740992', '9007199254740993', '9223372036854775000']

  async function database(): Promise<SqliteStore> {
    const path = join(temporaryFolder(), 'nbsignatures.db')
    await (await openSignatureDatabase(path)).close()
    const insert = 'INSERT INTO nbsignatures (id, algorithm, signature, last_seen) VALUES'
    const time = '2026-01-01 00:00:00.000000'
    const rows = [...far, ...Array.from({ length: 2500 }, (_, index) => `9007199254742000 + ${index}`)]
    const values = rows.map((id, index) => `(${id}, 'sha256', '${digestOf(index)}', '${time}')`)
    execute(path, `${insert} ${values.join(',')}`)
    return await openSignatureDatabase(path, { engine, cacheSize: 3000 })
  }

  test('are listed, each once', async () => {
    const store = await database()
    const found = (await listed(store)).map(({ digest }) => digest)
    await store.close()
    expect(found).toHaveLength(2506)
    expect(new Set(found).size).toBe(2506)
  })

  test('are checked, added to, and culled when they are too many', async () => {
    const store = await database()
    expect(await store.checkSignature({ algorithm: 'sha256', digest: digestOf(5) })).toBe(true)
    const add = (from: number, count: number): Promise<void> =>
      store.storeSignatures(
        Array.from({ length: count }, (_, n) => ({ algorithm: 'sha256', digest: digestOf(from + n) })),
      )
    await add(10_000, 400)
    expect(await listed(store)).toHaveLength(2906)
    await add(20_000, 100)
    expect(await listed(store)).toHaveLength(2250)
    await store.close()
  })
})

test('list, forget and export end with the greatest id there is', async () => {
  const place = cliPlace()
  writeFileSync(join(place.cwd, 'a.ipynb'), plain)
  await place.nbtrust(['trust', 'a.ipynb'])
  const database = join(place.dataDir, 'nbsignatures.db')
  const values = `(9223372036854775807, 'sha256', '${digestOf(1)}')`
  execute(database, `INSERT INTO nbsignatures (id, algorithm, signature) VALUES ${values}`)
  expect((await place.nbtrust(['list'])).stdout).toContain('3 signatures')
  expect(JSON.parse((await place.nbtrust(['export'])).stdout).signatures).toHaveLength(3)
  expect((await place.nbtrust(['forget', '--everything'])).stdout).toContain('Forgot 3 signatures')
})

test('what is no signature is not exported, so that the file can be imported', async () => {
  const place = cliPlace()
  writeFileSync(join(place.cwd, 'a.ipynb'), plain)
  await place.nbtrust(['trust', 'a.ipynb'])
  const rows = [
    "NULL, '00112233'",
    "'sha256', NULL",
    "'SHA 256', '00112233'",
    "'sha256', 'no hex'",
    "'sha256', x'00ff'",
  ]
  execute(
    join(place.dataDir, 'nbsignatures.db'),
    ...rows.map((values) => `INSERT INTO nbsignatures (algorithm, signature) VALUES (${values})`),
  )
  const { stdout } = await place.nbtrust(['export'])
  expect(JSON.parse(stdout).signatures).toHaveLength(2)
  const imported = await place.nbtrust(['import', '-'], { stdin: stdout })
  expect(imported).toMatchObject({ code: 0, stdout: 'Imported 0 signatures; 2 were here already.\n' })
})

test.each(['1e300', '9223372036854775807', "'yesterday'", 'NULL', "x'00'"])(
  'a file that was signed at %s was signed at no time that is known',
  async (time) => {
    const place = cliPlace()
    writeFileSync(join(place.cwd, 'a.ipynb'), plain)
    await place.nbtrust(['trust', 'a.ipynb'])
    execute(join(place.dataDir, 'nbtrust-files.db'), `UPDATE signed_files SET signed_at = ${time}`)
    writeFileSync(join(place.cwd, 'a.ipynb'), plain.replace('{}', '{"x": 1}'))
    const { code, stdout, stderr } = await place.nbtrust(['check', 'a.ipynb'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('not signed')
  },
)

// better-sqlite3 is compiled for one version of Node.
function isInstalled(engine: SqliteEngine): boolean {
  if (engine === defaultEngine()) return true
  try {
    openSqlite(':memory:', engine).close()
    return true
  } catch {
    return false
  }
}
