// nbtrust in Node: Jupyter's own secret and signature database, notebook files, and a window to sanitize in.
export type { EncodeOptions, Encoding } from '../canonical/index.js'
export {
  type DigestOptions,
  type HashAlgorithm,
  type Hmac,
  type HmacEngine,
  hashAlgorithms,
} from '../digest/index.js'
export { type ErrorCode, type ErrorDetails, NbtrustError } from '../lib/errors.js'
export type { Notebook, NotebookSource } from '../nbformat/index.js'
export { Notary, type NotaryOptions, type Seal } from '../notary.js'
export {
  type SqliteStore,
  type SqliteStoreOptions,
  type StoredSignature,
  sqliteStore,
} from '../signatures/sqlite.js'
export {
  type SqliteClient,
  SqliteFailure,
  type SqliteFailureKind,
  type SqliteRow,
  type SqliteValue,
} from '../signatures/sqlite-client.js'
export type { Signature, SignatureStore } from '../signatures/store.js'
export { computeDigest, computeFileDigest } from './compute-digest.js'
export { type DataDirSystem, jupyterDataDir, type TrustFiles, trustFiles } from './data-dir.js'
export { openWindow } from './dom.js'
export { type NotebookFile, type ReadOptions, readNotebook, writeNotebook } from './notebook-file.js'
export { type NodeNotaryOptions, openNotary, openTrustData, type TrustData } from './open-notary.js'
export type { TemporaryGuard } from './replace-file.js'
export { openSecretFile, type SecretFileOptions } from './secret-file.js'
export { openSignatureDatabase, type SignatureDatabaseOptions } from './signature-database.js'
export type { SqliteEngine } from './sqlite-client.js'
