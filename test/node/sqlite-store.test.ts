// Jupyter's SQLite database keeps the contract of every signature store, with each SQLite library that this Node has.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import { defaultEngine, openSqlite, type SqliteEngine } from '../../src/node/sqlite-client.js'
import { testSignatureStore } from '../contracts/signature-store.js'

for (const engine of ['node:sqlite', 'better-sqlite3'] as const) {
  if (!isInstalled(engine)) continue
  testSignatureStore(`the SQLite store (${engine})`, {
    lifetime: 'persistent',
    place: () => {
      const folder = mkdtempSync(join(tmpdir(), 'nbtrust-store-'))
      const file = join(folder, 'nbsignatures.db')
      return {
        open: (options) => openSignatureDatabase(file, { ...options, engine }),
        remove: () => rmSync(folder, { recursive: true }),
      }
    },
  })
}

// better-sqlite3 is compiled for one version of Node; the engine that this Node uses by default is never left out.
function isInstalled(engine: SqliteEngine): boolean {
  if (engine === defaultEngine()) return true
  try {
    openSqlite(':memory:', engine).close()
    return true
  } catch {
    return false
  }
}
