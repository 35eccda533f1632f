// Which outputs the user has trusted in this session. An output is known again by its identity, as long as it says what
// it said then, or else by its content: clones, undo and pasted cells bring new objects that say the same.
import { cellsOf, isSafeOutput } from './nbformat/index.js'
import type { Cell, JsonValue, Notebook, Output } from './nbformat/model.js'
import { contentOf, isSameContent, type OutputContent } from './session-content.js'
import type { keepDigests } from './session-digest.js'

/** An output as it was at one moment. */
export interface RecordedOutput {
  readonly output: Output
  /** `undefined` for what is not plain JSON: it could never be known again, so it is never trusted. */
  readonly content: OutputContent | undefined
}

/** Copies what a notebook's outputs say now, for `TrustSession.trust`. */
export function recordNotebook(notebook: Notebook): RecordedOutput[] {
  return cellsOf(notebook).flatMap(recordCell)
}

/** `recordNotebook` for one cell. */
export function recordCell(cell: Cell): RecordedOutput[] {
  return cell.cell_type === 'code' ? cell.outputs.map(recordOutput) : []
}

function recordOutput(output: Output): RecordedOutput {
  return { output, content: contentOf(output) }
}

// Beyond this many characters the oldest contents are kept as digests, so that a long session need not keep every output
// it has ever produced. Few sessions come that far, so what computes them is loaded only then.
const maxKept = 16_000_000

/** A content that was trusted: itself, later its digest, and how to compare another with it. */
export interface Trusted {
  readonly size: number
  kept: JsonValue
  isSame(value: JsonValue, kept: JsonValue): boolean
}

/**
 * Holds trust in memory, until it is thrown away. Never throws; what it does not know is untrusted. One that is kept on top of
 * another also trusts what that does.
 */
export class TrustLedger {
  readonly #layers: readonly TrustLedger[]
  readonly #byIdentity = new WeakMap<object, JsonValue>()
  readonly #byMark = new Map<string, Trusted[]>()
  readonly #kept: Trusted[] = []
  #keptSize = 0
  #keepDigests: typeof keepDigests | undefined
  /** True if nothing was trusted here, whatever is below. */
  isEmpty = true

  constructor(...below: readonly TrustLedger[]) {
    this.#layers = [this, ...below]
  }

  /** True if this very output was trusted and says the same, or if one that says the same was. */
  isTrusted(output: object): boolean {
    try {
      if (this.#hasKept(output, output)) return true
      const content = this.#layers.some((layer) => layer.#byMark.size > 0) && contentOf(output)
      if (!content || !this.#knows(content)) return false
      this.#byIdentity.set(output, content.value)
      return true
    } catch {
      return false
    }
  }

  /** True if what this record says was trusted, or is plain text, whatever has become of the output since. */
  hasTrusted({ output, content }: RecordedOutput): boolean {
    if (!content) return false
    const { value } = content
    return isSafeOutput(value as unknown as Output) || this.#hasKept(output, value) || this.#knows(content)
  }

  /** Trusts these outputs as they were when they were recorded. True if that changed any of the answers. */
  grantAll(records: readonly RecordedOutput[]): boolean {
    const news = records.filter(({ output }) => !this.isTrusted(output))
    for (const record of news) this.#grant(record)
    return news.some(({ output }) => this.isTrusted(output))
  }

  /** Trusts one output as it is now. */
  grant(output: Output): void {
    const record = recordOutput(output)
    this.grantAll([record])
    this.#keepLess(record.content?.size ?? 0)
  }

  #grant({ output, content }: RecordedOutput): void {
    if (!content) return
    const { value, size, mark } = content
    this.isEmpty = false
    this.#byIdentity.set(output, value)
    // A stream that grows would be remembered in every length it had, to no end: it shows plain text either way.
    if (isSafeOutput(output)) return
    const trusted: Trusted = { size, kept: value, isSame: isSameContent }
    const sameMark = this.#byMark.get(mark)
    if (sameMark) sameMark.push(trusted)
    else this.#byMark.set(mark, [trusted])
    this.#kept.push(trusted)
    this.#keptSize += size
  }

  #hasKept(output: object, value: unknown): boolean {
    return this.#layers.some((layer) => {
      const kept = layer.#byIdentity.get(output)
      return kept !== undefined && isSameContent(value, kept)
    })
  }

  #knows({ value, mark }: OutputContent): boolean {
    return this.#layers.some((layer) =>
      layer.#byMark.get(mark)?.some(({ kept, isSame }) => isSame(value, kept)),
    )
  }

  // Digests never much more than was just added, so that no single output pays for a big notebook. Where the code cannot
  // be loaded everything is kept.
  #keepLess(added: number): void {
    const due = Math.min(added, this.#keptSize - maxKept)
    if (due <= 0) return
    if (this.#keepDigests) this.#keptSize -= this.#keepDigests(this.#kept, due)
    else {
      import('./session-digest.js').then(
        (loaded) => {
          this.#keepDigests = loaded.keepDigests
        },
        () => {},
      )
    }
  }
}
