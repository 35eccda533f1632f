// nbtrust trust: signs notebooks, with the lines of `jupyter trust`; goes on after one that can't be signed.
import { type NotebookSignatures, signatureList } from '../../node/notebook-signatures.js'
import { eachNotebook } from '../each-notebook.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import type { Input } from '../find-notebooks.js'
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
  readonly signatures: NotebookSignatures
}

// A line is only printed when what it says is on the disk.
class Batch {
  readonly #data: Data
  readonly #context: Context
  readonly #dryRun: boolean
  #waiting: Waiting[] = []

  constructor(data: Data, context: Context, dryRun: boolean) {
    this.#data = data
    this.#context = context
    this.#dryRun = dryRun
  }

  async add(input: Input, signatures: NotebookSignatures): Promise<void> {
    this.#waiting.push({ input, signatures })
    if (this.#waiting.length >= batchSize) await this.flush()
  }

  async flush(): Promise<void> {
    const { store, signedFiles } = this.#data
    const waiting = this.#waiting
    this.#waiting = []
    if (waiting.length === 0) return
    const stored = await store.checkSignatures(waiting.map(({ signatures }) => signatures.nbformat))
    if (!this.#dryRun) {
      // Also where Jupyter has signed it: our own encoding's signature may be missing.
      await store.storeSignatures(waiting.flatMap(({ signatures }) => signatureList(signatures)))
      await signedFiles.remember(
        waiting.flatMap(({ input, signatures }) =>
          'path' in input ? [{ path: input.path, digest: signatures.nbformat.digest }] : [],
        ),
      )
    }
    const seen = new Set<string>()
    for (const [position, { input, signatures }] of waiting.entries()) {
      const { digest } = signatures.nbformat
      this.#tell(input, stored[position] === true || seen.has(digest))
      seen.add(digest)
    }
  }

  #tell(input: Input, known: boolean): void {
    const { console } = this.#context
    const say = known ? messages.alreadySigned : this.#dryRun ? messages.wouldSign : messages.signing
    console.say(say(input.name))
    const status = known ? 'already signed' : this.#dryRun ? 'would be signed' : 'signed'
    console.item({ file: input.name, status })
  }
}
