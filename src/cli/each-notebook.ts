// Works on many notebooks at once and hands out the results in the order of the arguments, with a bounded number in memory.
import { NbtrustError } from '../lib/errors.js'
import { readStream } from '../node/notebook-file.js'
import { type Console, jsonError } from './console.js'
import type { Input } from './find-notebooks.js'
import type { Io } from './io.js'
import type { Job, JobResults, JobSource } from './jobs.js'
import { openPool, type Pool } from './pool.js'

/** What a command does with notebooks. */
export interface EachOptions<Kind extends Job['kind']> {
  readonly io: Io
  readonly console: Console
  /** The job for a notebook. */
  readonly job: (source: JobSource) => Extract<Job, { kind: Kind }>
  /** Told each result in turn; `source` and `pool` are there for a second look. */
  readonly onResult: (result: JobResults[Kind], input: Input, source: JobSource, pool: Pool) => Promise<void>
  /** Whether a notebook without a result is an element of the JSON array that the command prints. Default `element`. */
  readonly failureInJson?: 'element' | 'none'
  /** Told why a notebook has no result. If it returns true, that was an answer, and is not reported as a problem. */
  readonly onProblem?: (error: NbtrustError, input: Input) => Promise<boolean>
}

/** Runs the job on every input. Returns how many had no result; each of those was reported, in JSON too. */
export async function eachNotebook<Kind extends Job['kind']>(
  inputs: readonly Input[],
  options: EachOptions<Kind>,
): Promise<number> {
  const { io, console } = options
  const pool = openPool(inputs.length, io.worker)
  const progress = console.start(inputs.length)
  let failed = 0
  try {
    for await (const { input, source, outcome } of inOrder(inputs, pool, options)) {
      if ('result' in outcome) {
        await options.onResult(outcome.result, input, source, pool)
      } else if (!(await options.onProblem?.(outcome.error, input))) {
        failed++
        console.problem(input.name, outcome.error.message)
        const item = { file: input.name, status: 'error', error: jsonError(outcome.error) }
        if (options.failureInJson !== 'none') console.item(item)
      }
      progress.step(input.name)
    }
  } finally {
    progress.hide()
    await pool.close()
  }
  return failed
}

interface Done<Result> {
  readonly input: Input
  readonly source: JobSource
  readonly outcome: { readonly result: Result } | { readonly error: NbtrustError }
}

async function* inOrder<Kind extends Job['kind']>(
  inputs: readonly Input[],
  pool: Pool,
  options: EachOptions<Kind>,
): AsyncGenerator<Done<JobResults[Kind]>, void, void> {
  const underWay: Promise<Done<JobResults[Kind]>>[] = []
  let next = 0
  while (next < inputs.length || underWay.length > 0) {
    while (underWay.length < pool.width && next < inputs.length) {
      const input = inputs[next++]
      if (input) underWay.push(attempt(input, pool, options))
    }
    const first = await underWay.shift()
    if (first) yield first
  }
}

async function attempt<Kind extends Job['kind']>(
  input: Input,
  pool: Pool,
  { io, job }: EachOptions<Kind>,
): Promise<Done<JobResults[Kind]>> {
  let source: JobSource = { bytes: new Uint8Array() }
  try {
    if ('problem' in input) throw new NbtrustError('ERR_FILE', input.problem, { place: input.name })
    source = 'path' in input ? { path: input.path } : { bytes: await readStream(io.stdin) }
    return { input, source, outcome: { result: await pool.run(job(source)) } }
  } catch (error) {
    // A mistake of ours ends the command; whatever a file did is that file's result.
    if (!(error instanceof NbtrustError) || !aboutTheFile(error)) throw error
    return { input, source, outcome: { error } }
  }
}

function aboutTheFile({ code }: NbtrustError): boolean {
  return /^ERR_(?:JSON|NOTEBOOK|NO_STABLE|TOO_LARGE|FILE)/.test(code)
}
