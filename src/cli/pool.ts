// Spreads jobs over worker threads, one for each core, or does them in this thread where that is as fast.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type ErrorCode, NbtrustError } from '../lib/errors.js'
import { type Job, type JobResults, perform } from './jobs.js'
import { messages } from './messages.js'

/** What a worker is sent. */
export interface Question {
  readonly id: number
  readonly job: Job
}

/** What a worker sends back. */
export interface Answer {
  /** The question's. */
  readonly id: number
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
  /** Ends the threads. Jobs that are not done reject. */
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

// A thread has the next jobs when it ends one, and need not wait for the main thread.
const jobsAThread = 3

const threadEnded = { code: 'ERR_FILE', message: messages.workerDied } as const

interface Pending {
  readonly job: Job
  readonly settle: (answer: Omit<Answer, 'id'>) => void
}

class Threads implements Pool {
  // The results come in order, so behind one that takes long there have to be others to do.
  readonly width: number
  readonly #module: URL
  readonly #size: number
  readonly #threads = new Set<Thread>()
  readonly #queue: Pending[] = []

  constructor(module: URL, size: number) {
    this.#module = module
    this.#size = size
    this.width = size * 16
  }

  async run<Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Promise<JobResults[Kind]> {
    const { result, error } = await new Promise<Omit<Answer, 'id'>>((settle) => {
      this.#queue.push({ job, settle })
      this.#handOut()
    })
    if (error?.code) {
      throw new NbtrustError(error.code, error.message, error.place ? { place: error.place } : {})
    }
    if (error) throw new Error(error.message)
    // The answer to a job is of the job's kind.
    return result as JobResults[Kind]
  }

  async close(): Promise<void> {
    // First: a thread that ends hands the next jobs to a new one.
    for (const { settle } of this.#queue.splice(0)) settle({ error: threadEnded })
    await Promise.all([...this.#threads].map((thread) => thread.end()))
  }

  #handOut(): void {
    while (this.#queue.length > 0) {
      const thread = this.#freest()
      const pending = thread && this.#queue.shift()
      if (!pending) return
      thread.do(pending)
    }
  }

  // The one with the fewest jobs, a new one before a second job for any; none if all have enough.
  #freest(): Thread | undefined {
    const [first] = [...this.#threads].sort((one, other) => one.jobs - other.jobs)
    if (first && (first.jobs === 0 || this.#threads.size === this.#size)) {
      return first.jobs < jobsAThread ? first : undefined
    }
    const thread = new Thread(this.#module, (ended) => {
      if (ended === 'thread') this.#threads.delete(thread)
      this.#handOut()
    })
    this.#threads.add(thread)
    return thread
  }
}

/** One worker thread and the jobs that it has. */
class Thread {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  readonly #onEnd: (what: 'job' | 'thread') => void
  #nextId = 0

  constructor(module: URL, onEnd: (what: 'job' | 'thread') => void) {
    this.#onEnd = onEnd
    this.#worker = new Worker(module)
    this.#worker.on('message', ({ id, ...answer }: Answer) => {
      this.#settle(id, answer)
      this.#onEnd('job')
    })
    this.#worker.on('exit', () => this.#died()).on('error', () => this.#died())
  }

  /** How many jobs it has. */
  get jobs(): number {
    return this.#pending.size
  }

  do(pending: Pending): void {
    const id = this.#nextId++
    this.#pending.set(id, pending)
    this.#worker.postMessage({ id, job: pending.job } satisfies Question)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(id: number, answer: Omit<Answer, 'id'>): void {
    this.#pending.get(id)?.settle(answer)
    this.#pending.delete(id)
  }

  #died(): void {
    for (const id of [...this.#pending.keys()]) this.#settle(id, { error: threadEnded })
    this.#onEnd('thread')
  }
}
