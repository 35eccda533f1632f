// Signatures that were found wait here to have their time renewed: many together, from a timer, so that no answer waits
// for it. What is lost in a crash costs nothing but some order.
import { type Signature, signatureId } from './store.js'

// Hits within this time, in milliseconds, are renewed together.
const delay = 250

/** Collects the hits of one store. */
export class Renewals {
  readonly #renew: () => void
  readonly #waiting = new Map<string, Signature>()
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
  add(signatures: readonly Signature[]): void {
    for (const signature of signatures) {
      const id = signatureId(signature)
      this.#waiting.delete(id)
      this.#waiting.set(id, signature)
    }
    if (!this.isEmpty) this.#timer ??= startTimer(() => this.#due())
  }

  /** Hands out what waits, in the order in which it was last found; then nothing waits. */
  take(): readonly Signature[] {
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
