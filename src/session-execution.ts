// The user's own executions: an output is theirs while the execution that produced it runs, and not a moment longer.
import { codeCells } from './nbformat/index.js'
import type { CodeCell, Notebook, Output } from './nbformat/model.js'

/** One run of one cell by this user. */
export interface Execution {
  /** False once it has ended, the cell was run again, or trust was revoked. */
  readonly isActive: boolean
  /**
   * Trusts an output that this execution produced, as it says now; call it again after changing the output in place.
   * Does nothing once the execution is no longer active, so that what arrives late stays untrusted.
   */
  trust(output: Output): void
  /** The execution is over. Calling it twice is harmless. */
  end(): void
}

/** The session whose cells are executed. */
export interface ExecutionHost {
  readonly notebook: Notebook
  trust(output: Output): void
  /** The cell may count differently from now on. */
  changed(): void
}

/** The executions that are active, at most one for each cell. */
export class Executions {
  readonly #active = new Map<Execution, CodeCell>()
  readonly #host: ExecutionHost

  constructor(host: ExecutionHost) {
    this.#host = host
  }

  /** Begins one, which ends any other of the same cell. */
  start(cell: CodeCell): Execution {
    const [active, host] = [this.#active, this.#host]
    // Immutable stores make a new object of a cell at every change; its id stays. But a file may give one id to several
    // cells, and then only the object tells them apart.
    const id = 'id' in cell ? cell.id : undefined
    const hasId = (other: CodeCell): boolean => id !== undefined && 'id' in other && other.id === id
    const isUnique = codeCells(host.notebook).filter(hasId).length < 2
    for (const [earlier, its] of active) {
      if (its === cell || (isUnique && hasId(its))) active.delete(earlier)
    }
    let hasOutput = false
    const execution: Execution = {
      get isActive() {
        return active.has(execution)
      },
      trust: (output) => {
        if (!execution.isActive) return
        host.trust(output)
        // A frontend clears the cell at the first output at the latest; further ones change no count.
        if (!hasOutput) host.changed()
        hasOutput = true
      },
      end: () => {
        if (!execution.isActive) return
        active.delete(execution)
        host.changed()
      },
    }
    active.set(execution, cell)
    host.changed()
    return execution
  }

  /** Ends all of them. */
  endAll(): void {
    this.#active.clear()
  }
}
