// Spreads jobs over worker threads, one for each core, or does them in this thread where that is as fast.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type ErrorCode, NbtrustError } from '../lib/errors.js'
import { type Job, type JobResults, perform } from './jobs.js'
import { messages } from './messages.js'

/** What a worker sends back. */
export interface Answer {
  readonly result?: JobResults[Job['kind']]
  readonly error?: {
    readonly code: ErrorCode | undefined
    readonly message: string
    readonly place?: string
  }
}

/** Does jobs. */
export interface Pool {
  /** How many jobs are worth being under way at once. */
  readonly width: number
  run<Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Promise<JobResults[Kind]>
  close(): Promise<void>
}

// Starting a thread takes about as long as signing this many notebooks.
const worthThreads = 24

/** A pool for `count` notebooks. Without a worker module, for a few notebooks or on one core, no thread is started. */
export function openPool(count: number, worker: URL | undefined): Pool {
  const threads = Math.min(availableParallelism(), 8)
  if (!worker || threads < 2 || count < worthThreads) {
    return { width: 1, run: perform, close: async () => undefined }
  }
  return new Threads(worker, threads)
}

interface Pending {
  readonly job: Job
  readonly settle: (answer: Answer) => void
}

class Threads implements Pool {
  readonly width: number
  readonly #module: URL
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()
  readonly #threads: number
  readonly #queue: Pending[] = []

  constructor(module: URL, threads: number) {
    this.#module = module
    // Each thread has the next job waiting when it ends one.
    this.width = threads * 2
    this.#threads = threads
  }

  async run<Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Promise<JobResults[Kind]> {
    const { result, error } = await new Promise<Answer>((settle) => {
      this.#queue.push({ job, settle })
      this.#next()
    })
    if (error?.code) {
      throw new NbtrustError(error.code, error.message, error.place ? { place: error.place } : {})
    }
    if (error) throw new Error(error.message)
    // The answer to a job is of the job's kind.
    return result as JobResults[Kind]
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()))
  }

  #next(): void {
    const worker = this.#idle.pop() ?? (this.#all.size < this.#threads ? this.#start() : undefined)
    const pending = worker && this.#queue.shift()
    if (!worker || !pending) {
      if (worker) this.#idle.push(worker)
      return
    }
    // Only what was added here is removed: Node hangs listeners of its own on a Worker, and its port sleeps without them.
    const finish = (answer: Answer): void => {
      worker.off('message', answered).off('exit', died).off('error', died)
      pending.settle(answer)
      this.#next()
    }
    const answered = (answer: Answer): void => {
      this.#idle.push(worker)
      finish(answer)
    }
    const died = (): void => {
      this.#all.delete(worker)
      finish({ error: { code: 'ERR_FILE', message: messages.workerDied } })
    }
    worker.on('message', answered).on('exit', died).on('error', died)
    worker.postMessage(pending.job)
  }

  #start(): Worker {
    const worker = new Worker(this.#module)
    this.#all.add(worker)
    return worker
  }
}
