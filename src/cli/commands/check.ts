// nbtrust check: says which notebooks are trusted, and why the others are not. Changes nothing.
import type { NotebookSignatures } from '../../node/notebook-signatures.js'
import { describeFindings } from '../describe-review.js'
import { eachNotebook } from '../each-notebook.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import type { Input } from '../find-notebooks.js'
import { bad, dim, good } from '../io.js'
import type { JobSource } from '../jobs.js'
import { messages } from '../messages.js'
import type { Pool } from '../pool.js'
import { type CommonOptions, type Data, type NotebooksContext, withTrustData } from './context.js'

export interface CheckOptions extends CommonOptions {
  /** Asks for nbtrust's own signature too. */
  readonly strict?: boolean
}

/** Why a notebook is not trusted. */
type Reason =
  | 'not signed'
  | 'changed'
  | 'signed by Jupyter only'
  | 'no encoding of its own'
  | 'no stable digest'

export async function check(
  inputs: readonly Input[],
  options: CheckOptions,
  context: NotebooksContext,
): Promise<ExitCode> {
  const { console, pool } = context
  const counts = { trusted: 0, untrusted: 0 }
  return await withTrustData(options, context, async (data) => {
    const untrusted = (input: Input, why: Why): void => {
      counts.untrusted++
      console.say(bad(messages.untrusted), `  ${input.name}  `, dim(`(${why.sentences.join('; ')})`))
      console.item({ file: input.name, trusted: false, reason: why.reason, contains: why.contains ?? {} })
    }
    const failed = await eachNotebook(inputs, {
      ...context,
      work: async (source, input) => {
        const { secret } = data
        const signatures = await pool.run({
          kind: 'signatures',
          source,
          secret,
          algorithm: options.algorithm,
        })
        const found = await look(signatures, data)
        if (found.nbformat && (found.jcs || options.strict !== true)) return undefined
        const why = found.nbformat ? whyNotStrictly(signatures) : await whyNotSigned(input, signatures, data)
        return await withContents(why, source, pool)
      },
      onResult: async (why, input) => {
        if (why) {
          untrusted(input, why)
          return
        }
        counts.trusted++
        console.say(good(messages.trusted), `    ${input.name}`)
        console.item({ file: input.name, trusted: true })
      },
      onProblem: async (error, input) => {
        if (error.code !== 'ERR_NO_STABLE_DIGEST') return false
        untrusted(input, { reason: 'no stable digest', sentences: [messages.noStableDigest(error.message)] })
        return true
      },
    })
    if (inputs.length > 1) console.say(messages.checked(counts.trusted, counts.untrusted, failed))
    console.endItems()
    return failed > 0 || counts.untrusted > 0 ? exitNo : exitDone
  })
}

interface Why {
  readonly reason: Reason
  readonly sentences: readonly string[]
  readonly contains?: Readonly<Record<string, number>>
}

// What has no injective encoding can be signed in Jupyter's alone, by whoever signs it.
function whyNotStrictly({ jcs }: NotebookSignatures): Why {
  return jcs
    ? { reason: 'signed by Jupyter only', sentences: [messages.jupyterOnly] }
    : { reason: 'no encoding of its own', sentences: [messages.noOwnEncoding] }
}

async function look(
  { nbformat, jcs }: NotebookSignatures,
  { store }: Data,
): Promise<{ nbformat: boolean; jcs: boolean }> {
  return {
    nbformat: await store.checkSignature(nbformat),
    jcs: jcs !== undefined && (await store.checkSignature(jcs)),
  }
}

async function whyNotSigned(input: Input, { nbformat }: NotebookSignatures, data: Data): Promise<Why> {
  const signed = 'path' in input ? await data.signedFiles.recall(input.path) : undefined
  if (signed && signed.digest !== nbformat.digest) {
    const day = signed.signedAt.toISOString().slice(0, 10)
    return { reason: 'changed', sentences: [messages.changed(day)] }
  }
  return { reason: 'not signed', sentences: [messages.notSigned] }
}

// What is in it helps to decide whether to trust it. Without jsdom the answer is the same, only shorter.
async function withContents(why: Why, source: JobSource, pool: Pool): Promise<Why> {
  const review = await pool.run({ kind: 'review', source }).catch(() => undefined)
  if (!review) return why
  // Markdown cells do nothing, trusted or not.
  const cells = review.cells.filter(({ acts }) => acts === 'on trust')
  const { sentence, counts } = describeFindings({ cells })
  const contents = sentence === '' ? messages.containsNothing : messages.contains(sentence)
  return { ...why, sentences: [...why.sentences, contents], contains: counts }
}
