// Signatures that were found wait here to have their time renewed: many together, from a timer, so that no answer waits
// for it. What is lost in a crash costs nothing but some order.
import { type Signature, signatureId } from './store.js'

// Hits within this time, in milliseconds, are renewed together.
const delay = 250

/** Collects the hits of one store, with what the store wants to know of each. */
export class Renewals<Hit extends Signature = Signature> {
  readonly #renew: () => void
  readonly #waiting = new Map<string, Hit>()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `renew` is called when it is time to `take` what waits. */
  constructor(renew: () => void) {
    this.#renew = renew
  }

  /** True if nothing waits. */
  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** These were found just now. */
  add(hits: readonly Hit[]): void {
    for (const hit of hits) {
      const id = signatureId(hit)
      this.#waiting.delete(id)
      this.#waiting.set(id, hit)
    }
    if (!this.isEmpty) this.#timer ??= startTimer(() => this.#due())
  }

  /** Hands out what waits, in the order in which it was last found; then nothing waits. */
  take(): readonly Hit[] {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    return all
  }

  #due(): void {
    this.#timer = undefined
    this.#renew()
  }
}

function startTimer(work: () => void): ReturnType<typeof setTimeout> {
  const timer = setTimeout(work, delay)
  // A Node program that is done should not stay alive for this.
  if (typeof timer === 'object') timer.unref()
  return timer
}
