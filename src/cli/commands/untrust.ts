// nbtrust untrust: takes back the signatures of notebooks.
import { signatureList } from '../../node/notebook-signatures.js'
import { eachNotebook } from '../each-notebook.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import type { Input } from '../find-notebooks.js'
import { messages } from '../messages.js'
import { type CommonOptions, type NotebooksContext, withTrustData } from './context.js'

export async function untrust(
  inputs: readonly Input[],
  options: CommonOptions,
  context: NotebooksContext,
): Promise<ExitCode> {
  const { console, pool } = context
  return await withTrustData(options, context, async ({ store, secret, signedFiles }) => {
    const failed = await eachNotebook(inputs, {
      ...context,
      work: (source) => pool.run({ kind: 'signatures', source, secret, algorithm: options.algorithm }),
      onResult: async (result, input) => {
        const signatures = signatureList(result)
        const found = await Promise.all(signatures.map((signature) => store.checkSignature(signature)))
        await store.removeSignatures(signatures)
        if ('path' in input) await signedFiles.forget(input.path)
        const known = found.includes(true)
        console.say((known ? messages.unsigned : messages.wasNotSigned)(input.name))
        console.item({ file: input.name, status: known ? 'no longer trusted' : 'was not trusted' })
      },
    })
    console.endItems()
    return failed > 0 ? exitNo : exitDone
  })
}
