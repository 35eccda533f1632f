// What nbformat's own test_sign.py holds, held for nbtrust beside nbformat. The titles are the list in its order.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHmac } from '../../src/digest/index.js'
import { checkCells, markCells, type Notebook, parseNotebook } from '../../src/nbformat/index.js'
import {
  computeDigest,
  hashAlgorithms,
  jupyterDataDir,
  openNotary,
  sqliteStore,
} from '../../src/node/index.js'
import { openSqlite } from '../../src/node/sqlite-client.js'
import { Notary } from '../../src/notary.js'
import type { Signature, SignatureStore } from '../../src/signatures/store.js'
import { cliPlace } from '../support/cli.js'
import { temporaryFolder } from '../support/folders.js'
import { root } from '../support/source.js'
import { vectors } from '../vectors/nbformat/vectors.js'
import { realNotebooks } from './notebooks.js'
import { Python, pythonProgram } from './python.js'

const secret = Buffer.from('this is a secret')
const file = (name: string): Buffer => readFileSync(join(root, 'demo/notebooks', name))
const [v4, v3] = [file('small.ipynb'), file('old-format.ipynb')]

let python: Python
beforeAll(() => {
  python = new Python()
})
afterAll(() => python.stop())

describe('digests', () => {
  test('of all algorithms differ from each other and agree with nbformat', async () => {
    const digests = new Set<string>()
    for (const algorithm of hashAlgorithms) {
      for (const source of [v4, v3]) {
        const digest = await computeDigest(source, { secret, algorithm, encoding: 'nbformat' })
        expect((await python.digest(source, { secret, algorithm })).result).toBe(digest)
        digests.add(digest)
      }
    }
    expect(digests.size).toBe(hashAlgorithms.length * 2)
  })

  test('are the same each time', async () => {
    const digest = () => computeDigest(v4, { secret, encoding: 'nbformat' })
    expect(await digest()).toBe(await digest())
  })

  test('change with the secret', async () => {
    const options = { encoding: 'nbformat' } as const
    const other = await computeDigest(v4, { secret: Buffer.from('another'), ...options })
    expect(other).not.toBe(await computeDigest(v4, { secret, ...options }))
  })

  test('do not depend on metadata.signature', async () => {
    const signed = JSON.parse(v4.toString())
    signed.metadata.signature = 'sha256:00'
    const text = JSON.stringify(signed)
    const digest = await computeDigest(text, { secret, encoding: 'nbformat' })
    expect(digest).toBe(await computeDigest(v4, { secret, encoding: 'nbformat' }))
    expect((await python.digest(text, { secret, algorithm: 'sha256' })).result).toBe(digest)
  })
})

describe('signing', () => {
  test('sign, check and unsign; unsigning twice is harmless', async () => {
    const dataDir = temporaryFolder()
    await using notary = await openNotary({ dataDir })
    expect(await notary.checkSignature(v4)).toBe(false)
    await notary.sign(v4)
    expect(await notary.checkSignature(v4)).toBe(true)
    await notary.unsign(v4)
    await notary.unsign(v4)
    expect(await notary.checkSignature(v4)).toBe(false)
  })

  test('another algorithm is not trusted', async () => {
    const dataDir = temporaryFolder()
    await using sha256 = await openNotary({ dataDir })
    await using sha512 = await openNotary({ dataDir, algorithm: 'sha512' })
    await sha256.sign(v4)
    expect(await sha512.checkSignature(v4)).toBe(false)
  })

  test('a custom store is honoured', async () => {
    const calls: string[] = []
    const remembered: Signature[] = []
    const store: SignatureStore = {
      storeSignatures: async (signatures) => {
        calls.push('store')
        remembered.push(...signatures)
      },
      checkSignature: async () => remembered.length > 0,
      checkSignatures: async (signatures) => signatures.map(() => remembered.length > 0),
      removeSignatures: async () => void calls.push('remove'),
      clear: async () => void calls.push('clear'),
      close: async () => void calls.push('close'),
    }
    const notary = new Notary({
      store,
      seals: [{ encoding: 'nbformat', hmac: await createHmac(secret, 'sha256') }],
    })
    await notary.sign(v4)
    expect(await notary.checkSignature(v4)).toBe(true)
    await notary.close()
    expect(calls).toEqual(['store', 'close'])
  })
})

describe('marking and checking cells', () => {
  const withCells = (source: Buffer, trusted: boolean): Notebook => {
    const notebook = parseNotebook(source)
    markCells(notebook, trusted ? 'trusted' : 'untrusted')
    return notebook
  }

  test.each([
    ['version 4', v4],
    ['version 3', v3],
  ])('%s: marks what nbformat marks, in the metadata and never on the cell', async (_name, source) => {
    for (const trusted of [true, false]) {
      const marked = withCells(source, trusted)
      const theirs = (await python.markCells(source, trusted)).result
      const flags = (notebook: unknown) => {
        const { cells, worksheets } = notebook as { cells?: unknown[]; worksheets?: { cells: unknown[] }[] }
        return (cells ?? worksheets?.flatMap((sheet) => sheet.cells) ?? []).map((cell) => {
          const { metadata, ...rest } = cell as { metadata?: { trusted?: unknown } }
          expect(rest).not.toHaveProperty('trusted')
          return metadata?.trusted
        })
      }
      expect(flags(marked)).toEqual(flags(theirs))
      expect(checkCells(marked)).toBe(trusted)
      expect(flags(marked).filter((flag) => flag !== undefined)).toEqual([])
    }
  })

  test('every vector and real notebook: nothing is trusted that nbformat would not trust', async () => {
    const flagless = [...vectors.map(({ source }) => source), ...realNotebooks.map(({ source }) => source)]
    let compared = 0
    for (const source of flagless) {
      let ours: boolean
      try {
        ours = checkCells(parseNotebook(source))
      } catch {
        continue
      }
      const { result } = await python.checkCells(JSON.stringify(parseNotebook(source)))
      if (typeof result !== 'boolean') continue
      compared++
      // Ours goes by a list of what is safe, so it may be stricter; it is never laxer.
      expect(ours && !result).toBe(false)
    }
    expect(compared).toBeGreaterThan(500)
  })

  test('cells without outputs are trusted, and so is a notebook without cells', () => {
    const base = { nbformat: 4, nbformat_minor: 4, metadata: {} } as const
    const cell = { cell_type: 'code', metadata: {}, source: '1', execution_count: null, outputs: [] } as const
    expect(checkCells({ ...base, cells: [] })).toBe(true)
    expect(checkCells({ ...base, cells: [{ ...cell, outputs: [], metadata: {} }] })).toBe(true)
  })
})

describe('the database', () => {
  test('has the schema that nbformat makes', async () => {
    const [ours, theirs] = [temporaryFolder(), temporaryFolder()]
    await (await openNotary({ dataDir: ours })).close()
    await python.check({ source: v4, dataDir: theirs })
    await python.closeDatabases()
    const schema = (dataDir: string) => {
      const client = openSqlite(join(dataDir, 'nbsignatures.db'))
      const rows = client.all('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name')
      client.close()
      return rows.map((row) => ({ ...row, sql: String(row.sql).replace(/\s+/g, ' ').trim() }))
    }
    expect(schema(ours)).toEqual(schema(theirs))
  })

  test('of size 8: the ninth culls the oldest three, and a check renews, also what Python stored', async () => {
    const dataDir = temporaryFolder()
    const notebook = (n: number) => `{"nbformat":4,"nbformat_minor":4,"metadata":{"n":${n}},"cells":[]}`
    for (let n = 1; n <= 4; n++) await python.sign({ source: notebook(n), dataDir })
    await python.closeDatabases()
    const hmac = await createHmac(readFileSync(join(dataDir, 'notebook_secret')), 'sha256')
    const store = await sqliteStore(openSqlite(join(dataDir, 'nbsignatures.db')), { cacheSize: 8 })
    await using notary = new Notary({ store, seals: [{ encoding: 'nbformat', hmac }] })
    for (let n = 5; n <= 8; n++) await notary.sign(notebook(n))
    expect(await notary.checkSignature(notebook(1))).toBe(true)
    await notary.sign(notebook(9))
    const left: number[] = []
    for (let n = 1; n <= 9; n++) if (await notary.checkSignature(notebook(n))) left.push(n)
    expect(left).toEqual([1, 5, 6, 7, 8, 9])
  })

  test('is culled by Python in the order in which nbtrust has seen its rows', async () => {
    const dataDir = temporaryFolder()
    await using notary = await openNotary({ dataDir })
    const notebook = (n: number) => `{"nbformat":4,"nbformat_minor":4,"metadata":{"n":${n}},"cells":[]}`
    for (let n = 1; n <= 4; n++) await notary.sign(notebook(n))
    expect(await notary.checkSignature(notebook(1))).toBe(true)
    await notary.close()
    const script = `
import sys, nbformat
from nbformat.sign import NotebookNotary, SQLiteSignatureStore
notary = NotebookNotary(data_dir=sys.argv[1])
notary.store.cache_size = 8
notary.sign(nbformat.reads(sys.argv[2], 4))
notary.store.db.commit()
print([n for n in range(1, 6) if notary.check_signature(nbformat.reads(sys.argv[2].replace('5}', '%d}' % n), 4))])
`
    const args = ['-W', 'ignore', '-c', script, dataDir, notebook(5)]
    // Nine rows, two of each of ours and one of Python's. The check renewed both of 1, so the oldest three are both of 2 and the
    // first of 3, which is Jupyter's.
    expect(execFileSync(pythonProgram(), args, { encoding: 'utf8' }).trim()).toBe('[1, 4, 5]')
  })

  test('that is garbage is begun again, with the old bytes in a .bak, by both', async () => {
    const dataDir = temporaryFolder()
    const database = join(dataDir, 'nbsignatures.db')
    writeFileSync(database, 'garbage'.repeat(100))
    await using notary = await openNotary({ dataDir })
    await notary.sign(v4)
    expect(readFileSync(`${database}.bak`, 'utf8')).toBe('garbage'.repeat(100))
    expect((await python.check({ source: v4, dataDir })).result).toBe(true)
    await python.closeDatabases()
  })

  test("and its secret are found in Jupyter's own folder", async () => {
    for (const env of [{}, { XDG_DATA_HOME: '/data' }, { JUPYTER_DATA_DIR: '/jupyter' }]) {
      const all = { HOME: '/home/ada', PATH: '/usr/bin', ...env }
      const peer = new Python()
      expect(await peer.dataDir(all)).toBe(jupyterDataDir({ env: all, home: '/home/ada' }))
      peer.stop()
    }
  })

  test('a secret that either makes is the key of the other', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()]
    await (await openNotary({ dataDir: first })).close()
    await python.sign({ source: v4, dataDir: first })
    await using ours = await openNotary({ dataDir: first })
    expect(await ours.checkSignature(v4)).toBe(true)
    await python.sign({ source: v4, dataDir: second })
    await using theirs = await openNotary({ dataDir: second })
    expect(await theirs.checkSignature(v4)).toBe(true)
    await python.closeDatabases()
    expect(statSync(join(second, 'notebook_secret')).size).toBe(statSync(join(first, 'notebook_secret')).size)
  })
})

describe('the command', () => {
  function jupyterTrust(dataDir: string, cwd: string, args: readonly string[], input = ''): string {
    const env = { ...process.env, JUPYTER_DATA_DIR: dataDir, PYTHONWARNINGS: 'ignore' }
    return execFileSync(pythonProgram(), ['-m', 'nbformat.sign', ...args], {
      cwd,
      env,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    })
  }

  test('prints the lines of jupyter trust: files, again, standard input', async () => {
    const place = cliPlace()
    mkdirSync(place.dataDir)
    for (const name of ['small.ipynb', 'old-format.ipynb']) {
      cpSync(join(root, 'demo/notebooks', name), join(place.cwd, name))
    }
    const other = temporaryFolder()
    const files = ['small.ipynb', 'old-format.ipynb']
    for (const _round of ['first', 'again']) {
      expect((await place.nbtrust(['trust', ...files])).stdout).toBe(jupyterTrust(other, place.cwd, files))
    }
    const text = '{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[]}'
    expect((await place.nbtrust(['trust'], { stdin: text })).stdout).toBe(
      jupyterTrust(other, place.cwd, [], text),
    )
    // And each of the two knows what the other signed.
    expect(jupyterTrust(place.dataDir, place.cwd, files)).toContain('Notebook already signed: small.ipynb')
    expect((await place.nbtrust(['check', '--data-dir', other, ...files])).code).toBe(0)
  })
})
