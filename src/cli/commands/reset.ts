// nbtrust reset: a new signing key and an empty database, after a question.
import { createInterface } from 'node:readline/promises'
import { Readable } from 'node:stream'
import { NbtrustError } from '../../lib/errors.js'
import { trustFiles } from '../../node/data-dir.js'
import { resetSecretFile } from '../../node/secret-file.js'
import { openSignatureDatabase } from '../../node/signature-database.js'
import { openSignedFiles } from '../../node/signed-files.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import { messages } from '../messages.js'
import { type CommonOptions, type Context, countSignatures, dataDirOf } from './context.js'

export interface ResetOptions extends CommonOptions {
  /** Asks nothing. */
  readonly yes?: boolean
}

export async function reset(options: ResetOptions, context: Context): Promise<ExitCode> {
  const { io, console } = context
  if (!options.yes && io.stdin.isTTY !== true) {
    throw new NbtrustError('ERR_ARGUMENT', messages.resetNeedsYes)
  }
  const files = trustFiles(dataDirOf(options, context))
  // Without the secret: an empty or unreadable one is a reason to reset.
  const store = await openSignatureDatabase(files.database, { warn: (sentence) => console.warn(sentence) })
  try {
    const count = await countSignatures(store)
    if (!options.yes && !(await confirmed(messages.resetQuestion(files.secret, count), context))) {
      console.say(messages.notReset)
      return exitNo
    }
    // First: if there can be no new key, the signatures of the old one stay.
    await resetSecretFile(files.secret, { guard: io.guard })
    // Emptied and not removed: a Jupyter that has it open would go on with a file that nobody else sees.
    console.say(messages.removingCache(files.database))
    await store.clear()
    console.say(messages.newKey(files.secret))
    const signedFiles = await openSignedFiles(files.signedFiles)
    await signedFiles.clear()
    signedFiles.close()
    console.document({ forgotten: count, secret: files.secret, database: files.database })
    return exitDone
  } finally {
    await store.close()
  }
}

async function confirmed(question: string, { io, console }: Context): Promise<boolean> {
  console.ask(question)
  const lines = createInterface({ input: io.stdin instanceof Readable ? io.stdin : Readable.from(io.stdin) })
  for await (const line of lines) return /^y(es)?$/i.test(line.trim())
  return false
}
