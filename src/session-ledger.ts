// Which outputs the user has trusted in this session. An output is known again by its identity, as long as it says what
// it said then, or else by its content: clones, undo and pasted cells bring new objects that say the same.
import { isSafeOutput, type Output } from './nbformat/index.js'
import type { JsonValue } from './nbformat/model.js'
import { contentDigest, contentOf, isSameContent, type OutputContent } from './session-content.js'

/** An output as it was at one moment. */
export interface RecordedOutput {
  readonly output: Output
  readonly content: OutputContent
}

/** Copies what outputs say now. Leaves out what is not plain JSON: it could never be known again. */
export function recordOutputs(outputs: readonly Output[]): RecordedOutput[] {
  return outputs.flatMap((output) => {
    const content = contentOf(output)
    return content ? [{ output, content }] : []
  })
}

// Contents wait to be digested until somebody asks about an output of the same size; most never are. Beyond this many
// characters the oldest are, so that a long session need not keep every output it has ever produced.
const maxWaiting = 16_000_000

/** A content that was trusted: itself while it waits, then its digest. */
interface Trusted {
  readonly size: number
  waiting: JsonValue | undefined
  digest: string | undefined
}

/** Holds trust in memory. Never throws; what it does not know is untrusted. */
export class TrustLedger {
  #byIdentity = new WeakMap<object, JsonValue>()
  #bySize = new Map<number, Trusted[]>()
  #waiting: Trusted[] = []
  #waitingSize = 0
  #isEmpty = true

  /** True if nothing was trusted since the ledger was made or cleared. */
  get isEmpty(): boolean {
    return this.#isEmpty
  }

  /** True if this very output was trusted and says the same, or if one that says the same was. */
  isTrusted(output: object): boolean {
    try {
      const kept = this.#byIdentity.get(output)
      if (kept !== undefined && isSameContent(output, kept)) return true
      const content = this.#bySize.size > 0 ? contentOf(output) : undefined
      if (!content || !this.#knows(content)) return false
      this.#byIdentity.set(output, content.value)
      return true
    } catch {
      return false
    }
  }

  /** True if what this record says was trusted, or is plain text, whatever has become of the output since. */
  hasTrusted({ output, content }: RecordedOutput): boolean {
    if (isSafeOutput(content.value as unknown as Output)) return true
    const kept = this.#byIdentity.get(output)
    return (kept !== undefined && isSameContent(content.value, kept)) || this.#knows(content)
  }

  /** Trusts these outputs as they were when they were recorded. True if that changed any of the answers. */
  grantAll(records: readonly RecordedOutput[]): boolean {
    const news = records.filter(({ output }) => !this.isTrusted(output))
    for (const record of news) this.#grant(record)
    return news.some(({ output }) => this.isTrusted(output))
  }

  /** Trusts one output as it is now. True if that changed the answer. */
  grant(output: Output): boolean {
    const records = recordOutputs([output])
    const changed = this.grantAll(records)
    // Never much more than the output itself, so that no single one pays for a big notebook.
    let due = records[0]?.content.size ?? 0
    while (due > 0 && this.#waitingSize > maxWaiting) due -= this.#digestOldest()
    return changed
  }

  /** Forgets everything. */
  clear(): void {
    this.#byIdentity = new WeakMap()
    this.#bySize = new Map()
    this.#waiting = []
    this.#waitingSize = 0
    this.#isEmpty = true
  }

  #grant({ output, content: { value, size } }: RecordedOutput): void {
    this.#isEmpty = false
    this.#byIdentity.set(output, value)
    // A stream that grows would be remembered in every length it had, to no end: it shows plain text either way.
    if (isSafeOutput(output)) return
    const trusted: Trusted = { size, waiting: value, digest: undefined }
    const sameSize = this.#bySize.get(size)
    if (sameSize) sameSize.push(trusted)
    else this.#bySize.set(size, [trusted])
    this.#waiting.push(trusted)
    this.#waitingSize += size
  }

  #knows({ value, size }: OutputContent): boolean {
    const candidates = this.#bySize.get(size)
    if (!candidates) return false
    const digest = contentDigest(value)
    return digest !== undefined && candidates.some((candidate) => digestOf(candidate) === digest)
  }

  #digestOldest(): number {
    const oldest = this.#waiting.shift()
    if (!oldest) return Number.POSITIVE_INFINITY
    digestOf(oldest)
    this.#waitingSize -= oldest.size
    return oldest.size
  }
}

function digestOf(trusted: Trusted): string | undefined {
  if (trusted.waiting !== undefined) trusted.digest = contentDigest(trusted.waiting)
  trusted.waiting = undefined
  return trusted.digest
}
