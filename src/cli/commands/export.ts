// nbtrust export: writes the signatures to a file, for another machine.
import { resolve } from 'node:path'
import { NbtrustError } from '../../lib/errors.js'
import type { StoredSignature } from '../../signatures/sqlite.js'
import { type ExitCode, exitDone } from '../exit-codes.js'
import { isPortable, keyId, writeExport } from '../export-file.js'
import { messages } from '../messages.js'
import { isStandardOutput, isTerminal, writeOutput } from '../write-output.js'
import { type CommonOptions, type Context, withTrustData } from './context.js'

export interface ExportOptions extends CommonOptions {
  /** The file; standard output without it, and for `-`. */
  readonly output?: string
  readonly withKey?: boolean
}

export async function exportSignatures(options: ExportOptions, context: Context): Promise<ExitCode> {
  const { io, console } = context
  const output = isStandardOutput(options.output ?? '-') ? undefined : options.output
  const terminal = output === undefined ? io.stdout.isTTY : await isTerminal(resolve(io.cwd, output))
  if (options.withKey && terminal === true) throw new NbtrustError('ERR_ARGUMENT', messages.keyToTerminal)
  return await withTrustData(options, context, async ({ store, secret }) => {
    const signatures: StoredSignature[] = []
    for await (const page of store.listSignatures()) signatures.push(...page.filter(isPortable))
    const key = options.withKey ? { key: secret } : {}
    const text = writeExport({ keyId: await keyId(secret), signatures, ...key })
    if (output === undefined) {
      console.raw(text)
    } else {
      // Whoever may read the file that was there was not meant to have the key.
      const keeps = options.withKey ? 'nothing' : 'mode and owner'
      await writeOutput(output, text, { io, mode: 0o600, keeps })
      console.say(messages.exported(signatures.length, output))
      console.document({ file: output, signatures: signatures.length, withKey: options.withKey === true })
    }
    if (options.withKey) console.warn(messages.exportedKey)
    return exitDone
  })
}
