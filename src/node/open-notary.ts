// The notary of this computer's user: Jupyter's own secret and signature database, in both encodings.
import { createHmac, type HashAlgorithm } from '../digest/index.js'
import { Notary } from '../notary.js'
import type { SqliteStore } from '../signatures/sqlite.js'
import { jupyterDataDir, trustFiles } from './data-dir.js'
import type { TemporaryGuard } from './replace-file.js'
import { openSecretFile } from './secret-file.js'
import { openSignatureDatabase } from './signature-database.js'

/** Where trust is kept, and how strictly it is checked. */
export interface NodeNotaryOptions {
  /** The folder of `notebook_secret` and `nbsignatures.db`; default Jupyter's own. It is made if it is not there. */
  readonly dataDir?: string | undefined
  /** Default `sha256`, as Jupyter's. */
  readonly algorithm?: HashAlgorithm | undefined
  /**
   * A notebook is signed in both encodings. By default it is trusted if Jupyter would trust it, so that what `jupyter trust`
   * signed is trusted here too. `true` asks for our own injective encoding as well; only nbtrust signs in that one.
   */
  readonly strict?: boolean | undefined
  /** How many signatures are kept; beyond it the oldest are culled until three quarters remain. Default 65535. */
  readonly cacheSize?: number | undefined
  /** How long another process's lock is waited for, in milliseconds, before `ERR_STORE_BLOCKED`. Default 30000. */
  readonly timeout?: number | undefined
  /** Told, in one sentence, if the secret is open to others or a damaged database was set aside. By default nobody is. */
  readonly warn?: ((sentence: string) => void) | undefined
  /** Told of the file that holds a new secret before it has its name, to remove it if the process ends. By default nobody is. */
  readonly guard?: TemporaryGuard | undefined
}

/** What a notary stands on, for programs that look after the database itself. */
export interface TrustData {
  readonly notary: Notary
  /** The notary's store; closing the notary closes it. */
  readonly store: SqliteStore
  /** The HMAC key: the bytes of the secret file. */
  readonly secret: Uint8Array
}

/**
 * Opens the notary over Jupyter's secret and signature database. Both are made if they are not there, for this user only.
 *
 * @throws NbtrustError `ERR_KEY_UNAVAILABLE`, `ERR_STORE_…`, `ERR_ALGORITHM`, `ERR_MISSING_DEPENDENCY`; `ERR_ARGUMENT` for a
 * `cacheSize` that is none.
 */
export async function openNotary(options: NodeNotaryOptions = {}): Promise<Notary> {
  return (await openTrustData(options)).notary
}

/** As `openNotary`, and hands out what the notary stands on. The secret is for computing digests elsewhere: keep it. */
export async function openTrustData(options: NodeNotaryOptions = {}): Promise<TrustData> {
  const { dataDir = jupyterDataDir(), algorithm = 'sha256', strict = false, warn } = options
  const { cacheSize, timeout, guard } = options
  const files = trustFiles(dataDir)
  const secret = await openSecretFile(files.secret, { guard, warn })
  const hmac = await createHmac(secret, algorithm)
  const store = await openSignatureDatabase(files.database, { cacheSize, timeout, warn })
  const seals = [
    { encoding: 'nbformat' as const, hmac },
    { encoding: 'jcs' as const, hmac },
  ]
  return { notary: new Notary({ store, seals, check: strict ? 'every' : 'first' }), store, secret }
}
