// nbtrust import: takes over signatures from another machine that has the same signing key, or brings the key along.
import { resolve } from 'node:path'
import { utf8Decode } from '../../lib/bytes.js'
import { NbtrustError } from '../../lib/errors.js'
import { trustFiles } from '../../node/data-dir.js'
import { readSource, readStream } from '../../node/notebook-file.js'
import { installSecretFile, readSecretFile } from '../../node/secret-file.js'
import { type ExitCode, exitDone } from '../exit-codes.js'
import { type ExportFile, keyId, readExport } from '../export-file.js'
import { stdinName } from '../find-notebooks.js'
import type { Io } from '../io.js'
import { messages } from '../messages.js'
import { aboutFile, type CommonOptions, type Context, dataDirOf, withTrustData } from './context.js'

export async function importSignatures(
  file: string,
  options: CommonOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, console } = context
  const name = file === '-' ? stdinName : file
  const bytes = file === '-' ? await readStream(io.stdin) : await readSource(resolve(io.cwd, file))
  const exported = await aboutFile(name, () => readExport(utf8Decode(bytes), name))
  const { secret } = trustFiles(dataDirOf(options, context))
  const otherKey = new NbtrustError('ERR_FILE', messages.otherKey(name), { place: name })
  if (await bringKey(exported, secret, { io, otherKey })) console.say(messages.importedKey(secret))
  return await withTrustData(options, context, async ({ store }) => {
    const added = await store.restoreSignatures(exported.signatures)
    const known = exported.signatures.length - added
    console.say(messages.imported(added, known))
    console.document({ added, known })
    return exitDone
  })
}

// True if the key in the file is now this machine's. An existing key is never changed.
async function bringKey(
  { key, keyId: wanted }: ExportFile,
  path: string,
  { io, otherKey }: { readonly io: Io; readonly otherKey: NbtrustError },
): Promise<boolean> {
  const own = await readSecretFile(path)
  if (own) {
    if ((await keyId(own)) === wanted) return false
    throw otherKey
  }
  if (!key || (await keyId(key)) !== wanted) throw otherKey
  await installSecretFile(path, key, { guard: io.guard })
  // Another process may have made a key of its own in this moment.
  const installed = await readSecretFile(path)
  if (!installed || (await keyId(installed)) !== wanted) throw otherKey
  return true
}
