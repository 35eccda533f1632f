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

  /** Resolves once what was handed in so far has ended. */
  async settled(): Promise<void> {
    await this.#last
  }
}
