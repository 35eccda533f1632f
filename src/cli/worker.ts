// A worker thread of the command: gets jobs, answers each with its result or with the error as data.
import { parentPort } from 'node:worker_threads'
import { NbtrustError } from '../lib/errors.js'
import { perform } from './jobs.js'
import type { Answer, Question } from './pool.js'

/** Answers jobs until the main thread ends this one. */
export function serve(): void {
  parentPort?.on('message', ({ id, job }: Question) => {
    perform(job).then(
      (result) => parentPort?.postMessage({ id, result } satisfies Answer),
      (error: unknown) => parentPort?.postMessage({ id, error: errorData(error) } satisfies Answer),
    )
  })
}

function errorData(error: unknown): NonNullable<Answer['error']> {
  if (error instanceof NbtrustError) {
    return { code: error.code, message: error.message, ...(error.place ? { place: error.place } : {}) }
  }
  return { code: undefined, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
