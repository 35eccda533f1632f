// nbtrust digest: prints the digest of one notebook, for people who compare with another implementation.
import { resolve } from 'node:path'
import type { Encoding } from '../../canonical/index.js'
import { NbtrustError } from '../../lib/errors.js'
import { computeDigest, computeFileDigest } from '../../node/compute-digest.js'
import { trustFiles } from '../../node/data-dir.js'
import { readStream } from '../../node/notebook-file.js'
import { readSecretFile } from '../../node/secret-file.js'
import { type ExitCode, exitDone } from '../exit-codes.js'
import { stdinName } from '../find-notebooks.js'
import { messages } from '../messages.js'
import { aboutFile, type CommonOptions, type Context, dataDirOf } from './context.js'

export interface DigestCommandOptions extends CommonOptions {
  readonly secretFile?: string
  readonly encoding: Encoding
}

export async function digest(
  file: string,
  options: DigestCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, console } = context
  const secretFile = resolve(io.cwd, options.secretFile ?? trustFiles(dataDirOf(options, context)).secret)
  const secret = await readSecretFile(secretFile)
  if (!secret) {
    throw new NbtrustError('ERR_KEY_UNAVAILABLE', messages.noSecret(secretFile), { place: secretFile })
  }
  const { algorithm, encoding } = options
  const how = { secret, algorithm, encoding }
  const name = file === '-' ? stdinName : file
  const hex = await aboutFile(name, async () =>
    file === '-'
      ? await computeDigest(await readStream(io.stdin), how)
      : await computeFileDigest(resolve(io.cwd, file), how),
  )
  if (console.format === 'text') console.raw(`${hex}\n`)
  console.document({ file: name, algorithm, encoding, digest: hex })
  return exitDone
}
