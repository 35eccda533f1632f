// Runs the scripts of trusted outputs one after the other in document order, whatever each of them waits for.
import { nextTask } from '../lib/next-task.js'

/** How a queue is made. */
export interface ScriptQueueOptions {
  /**
   * The nonce of the page's Content Security Policy. Scripts get it, and inline event handlers are made by such
   * scripts, so that trusted outputs run under a policy that stops every other inline script.
   */
  readonly nonce?: string | undefined
}

/** One queue per page: outputs add their scripts as they are rendered, and the queue keeps that order. */
export class ScriptQueue {
  /** See {@link ScriptQueueOptions.nonce}. */
  readonly nonce: string | undefined
  #tail: Promise<void> = Promise.resolve()
  #waiting = 0
  #started = 0
  #closed = false

  constructor({ nonce }: ScriptQueueOptions = {}) {
    this.nonce = nonce
  }

  /**
   * How many scripts and handlers were started. Nobody can call a script back that has run: a page that wants to be
   * certain reloads itself when trust is revoked and this is not 0.
   */
  get started(): number {
    return this.#started
  }

  /** Called by `trusted.ts` for each script and handler it starts. */
  countStart(): void {
    this.#started++
  }

  /**
   * Runs `task` after everything that was added before, in a later task of the event loop, so that the caller has
   * attached its element by then. Never rejects; a task that throws does not stop the next one.
   */
  add(task: () => Promise<void> | void): Promise<void> {
    const idle = this.#waiting++ === 0
    this.#tail = this.#tail
      .then(() => (idle ? nextTask() : undefined))
      .then(() => (this.#closed ? undefined : task()))
      .catch(() => undefined)
      .then(() => void this.#waiting--)
    return this.#tail
  }

  /** Drops what has not begun, for good. */
  close(): void {
    this.#closed = true
  }
}
