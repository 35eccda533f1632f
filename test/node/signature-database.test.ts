// Jupyter's signature database as a file: its schema, its modes, and what happens where it is damaged, locked or another's.
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import { openSqlite } from '../../src/node/sqlite-client.js'
import { type StoredSignature, sqliteStore } from '../../src/signatures/sqlite.js'
import { temporaryFolder } from '../support/folders.js'

const one = { algorithm: 'sha256', digest: 'ab'.repeat(32) }
const two = { algorithm: 'sha256', digest: 'cd'.repeat(32) }
const newPath = (): string => join(temporaryFolder(), 'jupyter', 'nbsignatures.db')
const mode = (path: string): number => statSync(path).mode & 0o777

function rows(path: string, sql: string): readonly Record<string, unknown>[] {
  const client = openSqlite(path)
  try {
    return client.all(sql).map((row) => ({ ...row }))
  } finally {
    client.close()
  }
}

function execute(path: string, ...statements: readonly string[]): void {
  const client = openSqlite(path)
  for (const sql of statements) client.run(sql)
  client.close()
}

describe('a new database', () => {
  test("has nbformat's table and index, and nothing else", async () => {
    const path = newPath()
    await (await openSignatureDatabase(path)).close()
    const schema = rows(
      path,
      "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY name",
    )
    expect(schema.map((row) => ({ ...row, sql: String(row.sql).replace(/\s+/g, ' ') }))).toEqual([
      {
        type: 'index',
        name: 'algosig',
        sql: 'CREATE INDEX algosig ON nbsignatures(algorithm, signature)',
      },
      {
        type: 'table',
        name: 'nbsignatures',
        sql: 'CREATE TABLE nbsignatures ( id integer PRIMARY KEY AUTOINCREMENT, algorithm text, signature text, path text, last_seen timestamp )',
      },
    ])
    expect(rows(path, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }])
  })

  test('belongs to its owner alone, and so does a new folder', async () => {
    const path = newPath()
    await (await openSignatureDatabase(path)).close()
    expect([mode(path), mode(join(path, '..'))]).toEqual([0o600, 0o700])
  })

  test('keeps the mode of a folder and a file that are there', async () => {
    const path = newPath()
    mkdirSync(join(path, '..'))
    chmodSync(join(path, '..'), 0o755)
    writeFileSync(path, '')
    chmodSync(path, 0o660)
    const store = await openSignatureDatabase(path)
    await store.storeSignatures([one])
    await store.close()
    expect([mode(path), mode(join(path, '..'))]).toEqual([0o660, 0o755])
  })
})

describe('the time of a signature', () => {
  const times = async (path: string): Promise<(StoredSignature['lastSeen'] | undefined)[]> => {
    const store = await openSignatureDatabase(path)
    const found: (Date | undefined)[] = []
    for await (const page of store.listSignatures()) found.push(...page.map(({ lastSeen }) => lastSeen))
    await store.close()
    return found
  }
  const lastSeen = (path: string): unknown =>
    rows(path, 'SELECT CAST(last_seen AS text) AS t FROM nbsignatures ORDER BY id DESC LIMIT 1')[0]?.t
  const insert = (path: string, ...values: readonly string[]): void =>
    execute(
      path,
      ...values.map(
        (time, index) =>
          `INSERT INTO nbsignatures (algorithm, signature, last_seen) VALUES ('sha256', '${index}', '${time}')`,
      ),
    )
  const store = async (path: string): Promise<void> => {
    const opened = await openSignatureDatabase(path)
    await opened.storeSignatures([one])
    await opened.close()
  }

  test("is read in nbformat's old and new spelling", async () => {
    const path = newPath()
    await store(path)
    execute(path, 'DELETE FROM nbsignatures')
    insert(
      path,
      '2026-11-21 19:39:58.619221',
      '2026-11-21T19:40:00.542097+00:00',
      '2026-11-21 19:39:58',
      '2026-11-21T21:40:00+02:00',
      'yesterday',
    )
    expect((await times(path)).map((time) => time?.toISOString())).toEqual([
      '2026-11-21T19:39:58.619Z',
      '2026-11-21T19:40:00.542Z',
      '2026-11-21T19:39:58.000Z',
      '2026-11-21T19:40:00.000Z',
      undefined,
    ])
  })

  test('is written in the old spelling, which sorts as text beside nbformat up to 5.10', async () => {
    const path = newPath()
    await store(path)
    expect(lastSeen(path)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/)
  })

  test('is written in the new spelling where nbformat 5.11 has written, beside which that sorts', async () => {
    const path = newPath()
    await store(path)
    insert(path, '2026-11-21T19:40:00.542097+00:00')
    await store(path)
    const written = rows(
      path,
      `SELECT CAST(last_seen AS text) AS t FROM nbsignatures WHERE signature = '${one.digest}'`,
    )
    expect(written[0]?.t).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/)
  })

  test('decides who is culled, whichever spelling it has', async () => {
    const path = newPath()
    await store(path)
    execute(path, 'DELETE FROM nbsignatures')
    // The younger of each pair would be older as text, or the other way round.
    insert(
      path,
      '2020-01-01 10:00:00.000003',
      '2020-01-01T10:00:00.000001+00:00',
      '2020-01-01 10:00:00.000004',
      '2020-01-01T10:00:00.000002+00:00',
    )
    const opened = await openSignatureDatabase(path, { cacheSize: 4 })
    await opened.storeSignatures([one])
    await opened.close()
    expect(rows(path, 'SELECT signature FROM nbsignatures ORDER BY id').map((row) => row.signature)).toEqual([
      '0',
      '2',
      one.digest,
    ])
  })
})

describe('a file that is no database', () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['a text', (path) => writeFileSync(path, 'This is not a database.\n'.repeat(100))],
    ['a few bytes', (path) => writeFileSync(path, 'garbage')],
    [
      'a database cut in half',
      (path) => writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2)),
    ],
    [
      'a database with zeros in it',
      (path) => {
        const bytes = readFileSync(path)
        bytes.fill(0, 4096, bytes.length)
        writeFileSync(path, bytes)
      },
    ],
  ]

  test.each(damages)('(%s) is set aside, and a new one begun', async (_name, damage) => {
    const path = newPath()
    const first = await openSignatureDatabase(path)
    await first.storeSignatures(Array.from({ length: 500 }, (_, index) => ({ ...one, digest: `${index}` })))
    await first.close()
    chmodSync(path, 0o640)
    damage(path)
    const bytes = readFileSync(path)
    const warnings: string[] = []
    const store = await openSignatureDatabase(path, { warn: (sentence) => warnings.push(sentence) })
    expect(await store.checkSignature(one)).toBe(false)
    await store.storeSignatures([one])
    await store.close()
    expect(readFileSync(`${path}.bak`)).toEqual(bytes)
    expect([mode(path), mode(`${path}.bak`)]).toEqual([0o640, 0o640])
    expect(warnings).toEqual([expect.stringContaining(`${path}.bak`)])
  })

  test('never overwrites what was set aside before', async () => {
    const path = newPath()
    mkdirSync(join(path, '..'))
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(path, text)
      await (await openSignatureDatabase(path)).close()
    }
    const kept = ['.bak', '.bak.1', '.bak.2'].map((ending) => readFileSync(path + ending, 'utf8'))
    expect(kept).toEqual(['first', 'second', 'third'])
  })

  test('is set aside once, however many find it at once', async () => {
    const path = newPath()
    mkdirSync(join(path, '..'))
    writeFileSync(path, 'garbage')
    const stores = await Promise.all(Array.from({ length: 8 }, () => openSignatureDatabase(path)))
    await Promise.all(stores.map((store, index) => store.storeSignatures([{ ...one, digest: `${index}` }])))
    await Promise.all(stores.map((store) => store.close()))
    expect(rows(path, 'SELECT count(*) AS n FROM nbsignatures')).toEqual([{ n: 8 }])
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('.bak'))).toEqual([
      'nbsignatures.db.bak',
    ])
  })
})

describe('a sound database that is something else', () => {
  test.each([
    ['lacks columns', 'CREATE TABLE nbsignatures (id integer, name text)', 'lacks algorithm, '],
    ['has a view of that name', 'CREATE VIEW nbsignatures AS SELECT 1 AS id', 'is a view'],
    [
      'has a view with all columns',
      'CREATE VIEW nbsignatures AS SELECT 1 AS id, 2 AS algorithm, 3 AS signature, 4 AS path, 5 AS last_seen',
      'is a view',
    ],
  ])('(%s) is refused and left as it is', async (_name, sql, why) => {
    const path = newPath()
    mkdirSync(join(path, '..'))
    execute(path, sql)
    const bytes = readFileSync(path)
    await expect(openSignatureDatabase(path)).rejects.toMatchObject({
      code: 'ERR_STORE_CORRUPT',
      place: path,
      message: expect.stringContaining(why),
    })
    expect(readFileSync(path)).toEqual(bytes)
    expect(readdirSync(join(path, '..'))).toEqual(['nbsignatures.db'])
  })
})

test('a connection is closed also where the options are refused', async () => {
  const client = openSqlite(':memory:')
  await expect(sqliteStore(client, { cacheSize: 0 })).rejects.toMatchObject({ code: 'ERR_ARGUMENT' })
  expect(() => client.all('SELECT 1')).toThrow()
})

describe('a locked database', () => {
  test('is waited for, without stopping the event loop', async () => {
    const path = newPath()
    const store = await openSignatureDatabase(path)
    const other = openSqlite(path)
    other.run('BEGIN EXCLUSIVE')
    const order: string[] = []
    const storing = store.storeSignatures([one]).then(() => order.push('stored'))
    const checking = store.checkSignature(one).then((found) => order.push(`checked ${found}`))
    await wait(50)
    order.push('released')
    other.run('ROLLBACK')
    await Promise.all([storing, checking])
    expect(order[0]).toBe('released')
    expect(await store.checkSignature(one)).toBe(true)
    await store.close()
    other.close()
  })

  test('is an error after the stated time, and is never set aside', async () => {
    const path = newPath()
    const store = await openSignatureDatabase(path, { timeout: 100 })
    await store.storeSignatures([one])
    const other = openSqlite(path)
    other.run('BEGIN EXCLUSIVE')
    const blocked = expect.objectContaining({
      code: 'ERR_STORE_BLOCKED',
      message: expect.stringContaining('0.1 s'),
    })
    await expect(store.storeSignatures([two])).rejects.toEqual(blocked)
    await expect(store.checkSignature(one)).rejects.toEqual(blocked)
    await expect(openSignatureDatabase(path, { timeout: 100 })).rejects.toEqual(blocked)
    other.close()
    expect(await store.checkSignature(one)).toBe(true)
    await store.close()
    expect(readdirSync(join(path, '..'))).toEqual(['nbsignatures.db'])
  })

  test('answers a check while another process prepares to write', async () => {
    const path = newPath()
    const store = await openSignatureDatabase(path, { timeout: 200 })
    await store.storeSignatures([one])
    const other = openSqlite(path)
    other.run('BEGIN IMMEDIATE')
    expect(await store.checkSignature(one)).toBe(true)
    expect(await store.checkSignature(two)).toBe(false)
    other.close()
    await store.close()
  })

  test('is written to as soon as a reader that was in the way is gone', async () => {
    const path = newPath()
    const store = await openSignatureDatabase(path)
    await store.storeSignatures([two])
    const reader = openSqlite(path)
    reader.run('BEGIN')
    reader.all('SELECT * FROM nbsignatures')
    const storing = store.storeSignatures([one])
    await wait(10)
    // What is not committed yet is not told, not even by the store that waits to commit it.
    let told = false
    const early = store.checkSignature(one).finally(() => {
      told = true
    })
    await wait(20)
    expect(told).toBe(false)
    reader.run('COMMIT')
    await storing
    expect(await early).toBe(true)
    reader.close()
    await store.close()
    expect(rows(path, 'SELECT count(*) AS n FROM nbsignatures')).toEqual([{ n: 2 }])
  })
})

describe('moving signatures', () => {
  test('a list gives every signature with its time, and restoring it keeps the times', async () => {
    const [from, to] = [await openSignatureDatabase(newPath()), await openSignatureDatabase(newPath())]
    const old = { ...one, lastSeen: new Date('2020-02-02T02:02:02.222Z') }
    expect(await from.restoreSignatures([old])).toBe(1)
    const listed: StoredSignature[] = []
    for await (const page of from.listSignatures()) listed.push(...page)
    expect(listed).toEqual([old])
    await to.restoreSignatures(listed)
    for await (const page of to.listSignatures()) expect(page).toEqual([old])
    await Promise.all([from.close(), to.close()])
  })

  test('restoring never makes a signature older', async () => {
    const store = await openSignatureDatabase(newPath())
    await store.restoreSignatures([{ ...one, lastSeen: new Date('2024-01-01T00:00:00Z') }])
    expect(await store.restoreSignatures([{ ...one, lastSeen: new Date('2020-01-01T00:00:00Z') }])).toBe(0)
    for await (const page of store.listSignatures()) {
      expect(page.map(({ lastSeen }) => lastSeen?.toISOString())).toEqual(['2024-01-01T00:00:00.000Z'])
    }
    await store.close()
  })
})
