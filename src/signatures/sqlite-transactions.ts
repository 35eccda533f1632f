// Reads and writes on one SQLite connection that wait for other processes' locks without stopping the event loop.
import { NbtrustError } from '../lib/errors.js'
import { Turns } from '../lib/turns.js'
import { type SqliteClient, SqliteFailure, storeError } from './sqlite-client.js'

/** When a transaction stops waiting for a lock. */
export interface Patience {
  /** Milliseconds. */
  readonly timeout: number
  /** Asked before each wait: true means that there is no more use in waiting. */
  readonly giveUp?: () => boolean
}

// SQLite's own steps (sqliteDefaultBusyCallback), in milliseconds. The last one goes on.
const steps = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100]

/** Runs transactions on one connection. Writes run one after another in the order they were asked for. */
export class SqliteTransactions {
  readonly #client: SqliteClient
  readonly #writes = new Turns()
  #waiting = 0
  readonly #reading = new Set<Promise<unknown>>()
  // Set while a transaction waits to be committed: what is read then on this connection is not yet true.
  #committing = false

  constructor(client: SqliteClient) {
    this.#client = client
  }

  /** How many writes wait for their turn. */
  get waiting(): number {
    return this.#waiting
  }

  /** Runs statements that only read. They must not depend on each other: each is a transaction of its own. */
  async read<T>(statements: () => T, patience: Patience): Promise<T> {
    const reading = this.#wait(patience, () => {
      if (this.#committing) throw new SqliteFailure('busy', 'a write of this connection is being committed')
      return statements()
    })
    this.#reading.add(reading)
    return await reading.finally(() => this.#reading.delete(reading))
  }

  /** Runs statements that write: all or nothing, committed when the promise resolves. */
  async write<T>(statements: () => T, patience: Patience): Promise<T> {
    this.#waiting++
    return await this.#writes.take(async () => {
      this.#waiting--
      const { value, committed } = await this.#wait(patience, () => this.#attempt(statements))
      if (!committed) await this.#commit(patience)
      return value
    })
  }

  /** Resolves when everything that was asked for is done, also what was asked for meanwhile. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#reading)
    await this.#writes.settled()
    if (this.#reading.size > 0) await this.settled()
  }

  // One go without a pause, so that the lock is held as briefly as can be.
  #attempt<T>(statements: () => T): { committed: boolean; value: T } {
    this.#client.run('BEGIN IMMEDIATE')
    let value: T
    try {
      value = statements()
    } catch (error) {
      this.#rollback()
      throw error
    }
    try {
      this.#client.run('COMMIT')
      return { committed: true, value }
    } catch (error) {
      // A reader is in the way. The lock we have keeps new readers out, so committing again is what leads on.
      if (error instanceof SqliteFailure && error.kind === 'busy') return { committed: false, value }
      this.#rollback()
      throw error
    }
  }

  async #commit(patience: Patience): Promise<void> {
    this.#committing = true
    try {
      await this.#wait(patience, () => this.#client.run('COMMIT'))
    } catch (error) {
      this.#rollback()
      throw error
    } finally {
      this.#committing = false
    }
  }

  // SQLite has rolled back by itself after some errors; then there is nothing left to roll back.
  #rollback(): void {
    try {
      this.#client.run('ROLLBACK')
    } catch {}
  }

  async #wait<T>({ timeout, giveUp }: Patience, attempt: () => T): Promise<T> {
    const start = performance.now()
    for (let step = 0; ; step++) {
      try {
        return attempt()
      } catch (error) {
        if (!(error instanceof SqliteFailure)) throw error
        const left = timeout - (performance.now() - start)
        if (error.kind !== 'busy') throw storeError(error, this.#client.file)
        if (left <= 0 || giveUp?.()) throw blocked(this.#client.file, timeout, error)
        // Processes that wait in step would meet again at every step.
        const pause = (steps[Math.min(step, steps.length - 1)] ?? 0) * (0.75 + Math.random() / 2)
        await new Promise((resolve) => setTimeout(resolve, Math.min(pause, left)))
      }
    }
  }
}

function blocked(file: string, timeout: number, cause: unknown): NbtrustError {
  return new NbtrustError(
    'ERR_STORE_BLOCKED',
    `Another process has locked ${file} for more than ${timeout / 1000} s.`,
    { place: file, cause },
  )
}
