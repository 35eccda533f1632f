// What every command is given: the world, its voice, and the options that all of them have.
import { resolve } from 'node:path'
import type { HashAlgorithm } from '../../digest/index.js'
import { NbtrustError } from '../../lib/errors.js'
import { jupyterDataDir, type TrustFiles, trustFiles } from '../../node/data-dir.js'
import { openTrustData, type TrustData } from '../../node/open-notary.js'
import { openSignedFiles, type SignedFiles } from '../../node/signed-files.js'
import type { SqliteStore } from '../../signatures/sqlite.js'
import type { Console } from '../console.js'
import type { Io } from '../io.js'
import { messages } from '../messages.js'
import type { Pool } from '../pool.js'

/** The options that all commands have, as the command line gives them. */
export interface CommonOptions {
  readonly json?: boolean
  readonly dataDir?: string
  readonly algorithm: HashAlgorithm
}

/** What a command works with. */
export interface Context {
  readonly io: Io
  readonly console: Console
}

/** What the commands that look at notebooks work with. */
export interface NotebooksContext extends Context {
  readonly pool: Pool
}

/** What the commands that know the database work with. */
export interface Data extends TrustData {
  readonly files: TrustFiles
  readonly signedFiles: SignedFiles
}

/** The data folder: `--data-dir`, or Jupyter's. @throws NbtrustError `ERR_ARGUMENT`. */
export function dataDirOf(options: CommonOptions, { io }: Context): string {
  // A variable of a shell that is not set. Resolved it would be this folder, where a notebook's author may have put a key.
  if (options.dataDir === '') throw new NbtrustError('ERR_ARGUMENT', messages.emptyDataDir)
  return resolve(io.cwd, options.dataDir ?? jupyterDataDir({ env: io.env }))
}

/** How many signatures the database holds. */
export async function countSignatures(store: SqliteStore): Promise<number> {
  let count = 0
  for await (const page of store.listSignatures()) count += page.length
  return count
}

/** Does the work on one file, and names the file in what it throws, as is done where there are many. */
export async function aboutFile<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    // The sentences of `ERR_FILE` begin with the file.
    if (!(error instanceof NbtrustError) || error.code === 'ERR_FILE') throw error
    const { code, message, place } = error
    throw new NbtrustError(code, messages.aboutFile(name, message), {
      place,
      cause: error,
    })
  }
}

/** Opens secret and database, and closes them when the work is done, also where it fails. */
export async function withTrustData<Result>(
  options: CommonOptions,
  context: Context,
  work: (data: Data) => Promise<Result>,
): Promise<Result> {
  const dataDir = dataDirOf(options, context)
  const files = trustFiles(dataDir)
  const data = await openTrustData({
    dataDir,
    algorithm: options.algorithm,
    warn: (sentence) => context.console.warn(sentence),
    guard: context.io.guard,
  })
  const signedFiles = await openSignedFiles(files.signedFiles)
  try {
    return await work({ ...data, files, signedFiles })
  } finally {
    signedFiles.close()
    await data.notary.close()
  }
}
