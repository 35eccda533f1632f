// Signatures in SQLite, at three sizes: ours, nbformat's store, a bare select, a bare insert, and one small write that reaches the disk.
import { closeSync, copyFileSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import type { Bench } from '../kit/bench.js'
import { averaged, averagedSync, type Contestant, measure } from '../kit/measure.js'
import { fasterThan, figuresOf, medianOf, type Row, timesLimit } from '../kit/row.js'
import { digestOf } from '../signature.js'

const algorithm = 'sha256'

/** Every size in two files with the same rows: one for ours, one for the peer. */
export async function* sqlite(bench: Bench): AsyncIterable<Row> {
  for (const rows of bench.quick ? [1000, 65_535] : [1000, 65_535, 1_000_000]) yield* atSize(bench, rows)
}

async function* atSize(bench: Bench, rows: number): AsyncIterable<Row> {
  const path = join(bench.scratch, `sqlite-${rows}.db`)
  const own = join(bench.scratch, `sqlite-${rows}-own.db`)
  const python = bench.python()
  await python.ask({ do: 'fill', path, count: rows })
  copyFileSync(path, own)
  copyFileSync(path, join(bench.scratch, `sqlite-${rows}-raw.db`))
  const store = await openSignatureDatabase(own, { cacheSize: rows + 1_000_000 })
  const raw = new Database(join(bench.scratch, `sqlite-${rows}-raw.db`))
  const select = raw.prepare('SELECT id FROM nbsignatures WHERE algorithm = ? AND signature = ? LIMIT 1')
  const insert = raw.prepare('INSERT INTO nbsignatures (algorithm, signature, last_seen) VALUES (?, ?, ?)')
  const file = openSync(join(bench.scratch, `fsync-${rows}`), 'w')
  const page = new Uint8Array(4096)
  let next = rows
  const known = (): string => digestOf(Math.floor(Math.random() * rows))
  const ask = (what: string, signature: () => string) => async (): Promise<number> =>
    (await python.ask({ do: what, path, signature: signature() })).ms
  const contestants: Contestant[] = [
    { name: 'check', run: () => averaged(20, () => store.checkSignature({ algorithm, digest: known() })) },
    {
      name: 'sign',
      run: () => averaged(5, () => store.storeSignatures([{ algorithm, digest: digestOf(next++) }])),
    },
    { name: 'select', run: () => averagedSync(100, () => select.all(algorithm, known())) },
    {
      name: 'insert',
      run: () => averagedSync(5, () => insert.run(algorithm, digestOf(next++), '2026-01-01')),
    },
    { name: 'fsync', run: () => averagedSync(5, () => fsyncSync(writeSync(file, page, 0, 4096, 0) && file)) },
    { name: 'Python check', run: ask('check', known) },
    { name: 'Python sign', run: ask('put', () => digestOf(next++)) },
  ]
  const timings = await measure(contestants, bench.rounds)
  closeSync(file)
  raw.close()
  await store.close()
  await python.ask({ do: 'forget', path })
  const median = (name: string): number => medianOf(timings, name)
  const atLeast = rows === 65_535 ? { atLeast: 3 } : {}
  yield {
    name: `SQLite check, ${rows} rows`,
    goals: [
      timesLimit('select', { ours: median('check'), theirs: median('select') }),
      fasterThan('Python', { ours: median('check'), theirs: median('Python check') }),
    ],
    ...figuresOf(timings),
  }
  yield {
    name: `SQLite sign, ${rows} rows`,
    goals: [
      timesLimit('insert', { ours: median('sign'), theirs: median('insert') }),
      timesLimit('fsync', { ours: median('sign'), theirs: median('fsync') }),
      fasterThan('Python', { ours: median('sign'), theirs: median('Python sign'), ...atLeast }),
    ],
    figures: {},
  }
}
