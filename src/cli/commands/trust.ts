// nbtrust trust: signs notebooks, with the lines of `jupyter trust`; goes on after one that can't be signed.
import type { NotebookSignatures } from '../../node/notebook-signatures.js'
import type { Signature } from '../../signatures/store.js'
import { eachNotebook } from '../each-notebook.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import type { Input } from '../find-notebooks.js'
import { printable } from '../io.js'
import { messages } from '../messages.js'
import {
  type CommonOptions,
  type Context,
  type Data,
  type NotebooksContext,
  withTrustData,
} from './context.js'

export interface TrustOptions extends CommonOptions {
  readonly dryRun?: boolean
}

// Each transaction waits for the disk twice, so many notebooks share one.
const batchSize = 256

export async function trust(
  inputs: readonly Input[],
  options: TrustOptions,
  context: NotebooksContext,
): Promise<ExitCode> {
  return await withTrustData(options, context, async (data) => {
    const batch = new Batch(data, context, options.dryRun === true)
    const failed = await eachNotebook(inputs, {
      ...context,
      work: (source) =>
        context.pool.run({ kind: 'signatures', source, secret: data.secret, algorithm: options.algorithm }),
      onResult: async (signatures, input) => await batch.add(input, signatures),
      // What comes before it is said before it.
      onProblem: async () => {
        await batch.flush()
        return false
      },
    })
    await batch.flush()
    context.console.endItems()
    return failed > 0 ? exitNo : exitDone
  })
}

interface Waiting {
  readonly input: Input
  readonly digest: string
  readonly known: boolean
}

// A line is only printed when what it says is on the disk.
class Batch {
  readonly #data: Data
  readonly #context: Context
  readonly #dryRun: boolean
  #waiting: Waiting[] = []
  #signatures: Signature[] = []
  readonly #seen = new Set<string>()

  constructor(data: Data, context: Context, dryRun: boolean) {
    this.#data = data
    this.#context = context
    this.#dryRun = dryRun
  }

  async add(input: Input, { nbformat, jcs }: NotebookSignatures): Promise<void> {
    const known = this.#seen.has(nbformat.digest) || (await this.#data.store.checkSignature(nbformat))
    this.#seen.add(nbformat.digest)
    this.#waiting.push({ input, known, digest: nbformat.digest })
    // Also where Jupyter has signed it: our own encoding's signature may be missing.
    this.#signatures.push(nbformat, ...(jcs ? [jcs] : []))
    if (this.#waiting.length >= batchSize) await this.flush()
  }

  async flush(): Promise<void> {
    const { console } = this.#context
    if (!this.#dryRun && this.#signatures.length > 0) {
      await this.#data.store.storeSignatures(this.#signatures)
      await this.#data.signedFiles.remember(
        this.#waiting.flatMap(({ input, digest }) => ('path' in input ? [{ path: input.path, digest }] : [])),
      )
    }
    for (const { input, known } of this.#waiting) {
      const say = known ? messages.alreadySigned : this.#dryRun ? messages.wouldSign : messages.signing
      console.say(say(printable(input.name)))
      const status = known ? 'already signed' : this.#dryRun ? 'would be signed' : 'signed'
      console.item({ file: input.name, status })
    }
    this.#waiting = []
    this.#signatures = []
    this.#seen.clear()
  }
}
