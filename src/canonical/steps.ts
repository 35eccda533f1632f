// Encoding in steps, so that whoever does it can stop in between: to let a page answer, to say how far it is, to give up.

/**
 * An encoding under way: every step is the number of the file's bytes that are read, the end the encoded bytes. A step
 * takes a few milliseconds, but for the last ones, which arrange what was read, and for strings of many megabytes.
 */
export type EncodingSteps = Generator<number, Uint8Array<ArrayBuffer>>

/**
 * Uses encoded bytes. Those that are lent lie in a memory that is used again: they are only good until what this returns is
 * settled.
 */
export type Borrower<Answer> = (bytes: Uint8Array<ArrayBuffer>, lent: boolean) => Answer | Promise<Answer>

/** Takes all steps at once. */
export function finish(steps: EncodingSteps): Uint8Array<ArrayBuffer> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
