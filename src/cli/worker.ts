// A worker thread of the command: gets jobs, answers each with its result or with the error as data.
import { parentPort } from 'node:worker_threads'
import { errorData } from '../lib/error-data.js'
import { type Job, perform } from './jobs.js'
import type { Answer, Outcome, Question } from './pool.js'

/** Answers questions, one after the other, until the main thread ends this one. */
export function serve(): void {
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (question: Question) => {
    last = last.then(async () => parentPort?.postMessage(await answer(question)))
  })
}

async function answer({ jobs }: Question): Promise<Answer> {
  const start = performance.now()
  const outcomes: Outcome[] = []
  for (const job of jobs) outcomes.push(await attempt(job))
  return { outcomes, took: performance.now() - start }
}

async function attempt(job: Job): Promise<Outcome> {
  try {
    return { result: await perform(job) }
  } catch (error) {
    return { error: errorData(error) }
  }
}
