// Which outputs the user has trusted in this session. An output is known again by its identity, as long as it says what
// it said then, or else by its content: clones, undo and pasted cells bring new objects that say the same.
import { cellsOf, isSafeOutput } from './nbformat/index.js'
import type { Cell, JsonValue, Notebook, Output } from './nbformat/model.js'
import { contentOf, isSameContent, type OutputContent } from './session-content.js'

/** An output as it was at one moment. */
export interface RecordedOutput {
  readonly output: Output
  readonly content: OutputContent
}

/** Copies what a notebook's outputs say now, for `TrustSession.trust`. Leaves out what is not plain JSON: it could never be known again. */
export function recordNotebook(notebook: Notebook): RecordedOutput[] {
  return cellsOf(notebook).flatMap(recordCell)
}

/** `recordNotebook` for one cell. */
export function recordCell(cell: Cell): RecordedOutput[] {
  return cell.cell_type === 'code' ? cell.outputs.flatMap((output: Output) => recordOutput(output)) : []
}

function recordOutput(output: Output): RecordedOutput[] {
  const content = contentOf(output)
  return content ? [{ output, content }] : []
}

// Beyond this many characters the oldest contents are kept as digests, so that a long session need not keep every output
// it has ever produced. Few sessions come that far, so what computes them is loaded only then.
const maxKept = 16_000_000

/** A content that was trusted: itself, later its digest. */
interface Trusted {
  readonly size: number
  kept: JsonValue | undefined
  digest: string | undefined
}

type Digest = (value: JsonValue) => string | undefined

/** Holds trust in memory. Never throws; what it does not know is untrusted. */
export class TrustLedger {
  #byIdentity = new WeakMap<object, JsonValue>()
  #byMark = new Map<string, Trusted[]>()
  #kept: Trusted[] = []
  #keptSize = 0
  #digest: Digest | undefined
  #loading: Promise<void> | undefined
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
      const content = this.#byMark.size > 0 ? contentOf(output) : undefined
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
    const records = recordOutput(output)
    const changed = this.grantAll(records)
    if (this.#keptSize > maxKept) this.#keepLess(records[0]?.content.size ?? 0)
    return changed
  }

  /** Forgets everything. */
  clear(): void {
    this.#byIdentity = new WeakMap()
    this.#byMark = new Map()
    this.#kept = []
    this.#keptSize = 0
    this.#isEmpty = true
  }

  #grant({ output, content: { value, size, mark } }: RecordedOutput): void {
    this.#isEmpty = false
    this.#byIdentity.set(output, value)
    // A stream that grows would be remembered in every length it had, to no end: it shows plain text either way.
    if (isSafeOutput(output)) return
    const trusted: Trusted = { size, kept: value, digest: undefined }
    const sameMark = this.#byMark.get(mark)
    if (sameMark) sameMark.push(trusted)
    else this.#byMark.set(mark, [trusted])
    this.#kept.push(trusted)
    this.#keptSize += size
  }

  #knows({ value, mark }: OutputContent): boolean {
    const candidates = this.#byMark.get(mark) ?? []
    if (candidates.some(({ kept }) => kept !== undefined && isSameContent(value, kept))) return true
    const digests = candidates.flatMap(({ digest }) => digest ?? [])
    const own = digests.length > 0 ? this.#digest?.(value) : undefined
    return own !== undefined && digests.includes(own)
  }

  // Digests never much more than was just added, so that no single output pays for a big notebook. Where the code cannot
  // be loaded everything is kept.
  #keepLess(due: number): void {
    if (!this.#digest) {
      this.#loading ??= import('./session-digest.js').then(
        ({ contentDigest }) => {
          this.#digest = contentDigest
        },
        () => {},
      )
      return
    }
    let left = due
    while (left > 0 && this.#keptSize > maxKept) {
      const oldest = this.#kept.shift()
      if (oldest?.kept === undefined) return
      oldest.digest = this.#digest(oldest.kept)
      oldest.kept = undefined
      this.#keptSize -= oldest.size
      left -= oldest.size
    }
  }
}
