// Does what takes its time one after the other.

/** Work that takes turns. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Begins once all that was handed in before has ended, however it did. Settles as the work does. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }

  /** Resolves once all that was handed in has ended, also what is handed in meanwhile. */
  async settled(): Promise<void> {
    for (let last: unknown; last !== this.#last; await last) last = this.#last
  }
}
