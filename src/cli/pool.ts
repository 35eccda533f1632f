// Spreads jobs over worker threads, one for each core, or does them in this thread where that is as fast.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type ErrorData, errorData, errorFrom } from '../lib/error-data.js'
import { NbtrustError } from '../lib/errors.js'
import { type Job, type JobResults, perform } from './jobs.js'
import { messages } from './messages.js'

/** What a worker is sent: jobs, which it does in this order. */
export interface Question {
  readonly jobs: readonly Job[]
}

/** What came of one job. */
export interface Outcome {
  readonly result?: JobResults[Job['kind']]
  readonly error?: ErrorData
}

/** What a worker sends back for each question, and in their order. */
export interface Answer {
  /** In the order of the jobs. */
  readonly outcomes: readonly Outcome[]
  /** Milliseconds. */
  readonly took: number
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

/** Has a pool while the work is done, whose threads start at once. */
export async function withPool<Result>(
  count: number,
  worker: URL | undefined,
  work: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(count, worker)
  try {
    return await work(pool)
  } finally {
    await pool.close()
  }
}

/** A pool for `count` notebooks. Without a worker module, for a few notebooks or on one core, no thread is started. */
export function openPool(count: number, worker: URL | undefined): Pool {
  const threads = Math.min(availableParallelism(), 8)
  if (!worker || threads < 2 || count < worthThreads) {
    return { width: 1, run: perform, close: async () => undefined }
  }
  return new Threads(worker, threads)
}

// A thread has the next jobs when it is done with some, and need not wait for the main thread.
const questionsAThread = 2
// For a message a thread has to be woken, which takes as long as to read a notebook. So there are as many jobs in one as are
// done in about this time, in milliseconds, but no more than `mostJobs`.
const timeAQuestion = 8
const mostJobs = 16

const threadEnded = errorData(new NbtrustError('ERR_FILE', messages.workerDied))

interface Pending {
  readonly job: Job
  readonly settle: (outcome: Outcome) => void
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
    this.width = size * (questionsAThread + 1) * mostJobs
    // Ahead of the first job: they start while the command still opens its database.
    for (let started = 0; started < size; started++) this.#start()
  }

  async run<Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Promise<JobResults[Kind]> {
    const { result, error } = await new Promise<Outcome>((settle) => {
      // Whoever has several jobs asks for all of them first.
      if (this.#queue.push({ job, settle }) === 1) queueMicrotask(() => this.#handOut())
    })
    if (error) throw errorFrom(error)
    // The outcome of a job is of the job's kind.
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
      if (!thread) return
      thread.ask(this.#queue.splice(0, thread.fit))
    }
  }

  // The one with the fewest questions; none if all have enough. One that has died is replaced when it is missed.
  #freest(): Thread | undefined {
    if (this.#threads.size < this.#size) return this.#start()
    const [first] = [...this.#threads].sort((one, other) => one.questions - other.questions)
    return first && first.questions < questionsAThread ? first : undefined
  }

  #start(): Thread {
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
  readonly #asked: (readonly Pending[])[] = []
  readonly #onEnd: (what: 'question' | 'thread') => void
  #fit = 1

  constructor(module: URL, onEnd: (what: 'question' | 'thread') => void) {
    this.#onEnd = onEnd
    this.#worker = new Worker(module)
    this.#worker.on('message', ({ outcomes, took }: Answer) => {
      this.#fit = Math.max(1, Math.min(Math.round((timeAQuestion / took) * outcomes.length), mostJobs))
      this.#settle((index) => outcomes[index] ?? { error: threadEnded })
      this.#onEnd('question')
    })
    this.#worker.on('exit', () => this.#died()).on('error', () => this.#died())
  }

  /** How many questions it has not answered. */
  get questions(): number {
    return this.#asked.length
  }

  /** How many jobs the next question should have. */
  get fit(): number {
    return this.#fit
  }

  ask(pending: readonly Pending[]): void {
    this.#asked.push(pending)
    this.#worker.postMessage({ jobs: pending.map(({ job }) => job) } satisfies Question)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(outcomeOf: (index: number) => Outcome): void {
    this.#asked.shift()?.forEach(({ settle }, index) => {
      settle(outcomeOf(index))
    })
  }

  #died(): void {
    while (this.#asked.length > 0) this.#settle(() => ({ error: threadEnded }))
    this.#onEnd('thread')
  }
}
