// nbtrust forget: removes signatures by age, by notebook, or all of them.
import { NbtrustError } from '../../lib/errors.js'
import { signatureList } from '../../node/notebook-signatures.js'
import type { Signature } from '../../signatures/store.js'
import { parseAge } from '../age.js'
import { eachNotebook } from '../each-notebook.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import type { Input } from '../find-notebooks.js'
import { messages } from '../messages.js'
import {
  type CommonOptions,
  countSignatures,
  type Data,
  type NotebooksContext,
  withTrustData,
} from './context.js'

export interface ForgetOptions extends CommonOptions {
  /** An age such as `30d`, or a date. */
  readonly olderThan?: string
  readonly everything?: boolean
}

export async function forget(
  inputs: readonly Input[],
  options: ForgetOptions,
  context: NotebooksContext,
): Promise<ExitCode> {
  const { console, pool } = context
  if (inputs.length === 0 && options.olderThan === undefined && !options.everything) {
    throw new NbtrustError('ERR_ARGUMENT', messages.nothingToForget)
  }
  if (options.everything && (inputs.length > 0 || options.olderThan !== undefined)) {
    throw new NbtrustError('ERR_ARGUMENT', messages.everythingAndMore)
  }
  const before = options.olderThan === undefined ? undefined : parseAge(options.olderThan, Date.now())
  return await withTrustData(options, context, async (data) => {
    const had = await countSignatures(data.store)
    if (before) await data.store.removeSignatures(await olderThan(before, data))
    if (options.everything) {
      await data.store.clear()
      await data.signedFiles.clear()
    }
    const failed = await eachNotebook(inputs, {
      ...context,
      work: (source) =>
        pool.run({ kind: 'signatures', source, secret: data.secret, algorithm: options.algorithm }),
      failureInJson: 'none',
      onResult: async (signatures, input) => {
        await data.store.removeSignatures(signatureList(signatures))
        if ('path' in input) await data.signedFiles.forget(input.path)
      },
    })
    const left = await countSignatures(data.store)
    console.say(messages.forgot(had - left, left))
    console.document({ forgotten: had - left, left, failed })
    return failed > 0 ? exitNo : exitDone
  })
}

async function olderThan(before: Date, { store }: Data): Promise<Signature[]> {
  const old: Signature[] = []
  for await (const page of store.listSignatures()) {
    old.push(...page.filter(({ lastSeen }) => lastSeen === undefined || lastSeen < before))
  }
  return old
}
