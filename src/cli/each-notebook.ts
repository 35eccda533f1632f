// Works on many notebooks at once and hands out the results in the order of the arguments, with a bounded number in memory.
import { NbtrustError } from '../lib/errors.js'
import { readStream } from '../node/notebook-file.js'
import { type Console, jsonError } from './console.js'
import type { Input } from './find-notebooks.js'
import type { Io } from './io.js'
import type { JobSource } from './jobs.js'
import type { Pool } from './pool.js'

/** What a command does with notebooks. */
export interface EachOptions<Result> {
  readonly io: Io
  readonly console: Console
  readonly pool: Pool
  /** The work on one notebook; several are under way at once. */
  readonly work: (source: JobSource, input: Input) => Promise<Result>
  /** Told each result in turn. */
  readonly onResult: (result: Result, input: Input) => Promise<void>
  /** Whether a notebook without a result is an element of the JSON array that the command prints. Default `element`. */
  readonly failureInJson?: 'element' | 'none'
  /** Told why a notebook has no result. If it returns true, that was an answer, and is not reported as a problem. */
  readonly onProblem?: (error: NbtrustError, input: Input) => Promise<boolean>
}

/** Does the work on every input. Returns how many had no result; each of those was reported, in JSON too. */
export async function eachNotebook<Result>(
  inputs: readonly Input[],
  options: EachOptions<Result>,
): Promise<number> {
  const { console } = options
  const progress = console.start(inputs.length)
  let failed = 0
  try {
    for await (const { input, outcome } of inOrder(inputs, options)) {
      if ('result' in outcome) {
        await options.onResult(outcome.result, input)
      } else if (!(await options.onProblem?.(outcome.error, input))) {
        failed++
        console.problem(input.name, outcome.error)
        const item = { file: input.name, status: 'error', error: jsonError(outcome.error) }
        if (options.failureInJson !== 'none') console.item(item)
      }
      progress.step(input.name)
    }
  } finally {
    progress.hide()
  }
  return failed
}

interface Done<Result> {
  readonly input: Input
  readonly outcome: { readonly result: Result } | { readonly error: NbtrustError }
}

async function* inOrder<Result>(
  inputs: readonly Input[],
  options: EachOptions<Result>,
): AsyncGenerator<Done<Result>, void, void> {
  const underWay: Promise<Done<Result>>[] = []
  let next = 0
  while (next < inputs.length || underWay.length > 0) {
    while (underWay.length < options.pool.width && next < inputs.length) {
      const input = inputs[next++]
      if (!input) continue
      const attempted = attempt(input, options)
      // Whoever comes first ends the command; the others that fail then have nobody to listen.
      attempted.catch(() => undefined)
      underWay.push(attempted)
    }
    const first = await underWay.shift()
    if (first) yield first
  }
}

async function attempt<Result>(input: Input, { io, work }: EachOptions<Result>): Promise<Done<Result>> {
  try {
    if ('problem' in input) throw new NbtrustError('ERR_FILE', input.problem, { place: input.name })
    const source = 'path' in input ? { path: input.path } : { bytes: await readStream(io.stdin) }
    return { input, outcome: { result: await work(source, input) } }
  } catch (error) {
    // A mistake of ours ends the command; whatever a file did is that file's result.
    if (!(error instanceof NbtrustError) || !aboutTheFile(error)) throw error
    return { input, outcome: { error } }
  }
}

function aboutTheFile({ code }: NbtrustError): boolean {
  return /^ERR_(?:JSON|NOTEBOOK|NO_STABLE|TOO_LARGE|FILE)/.test(code)
}
