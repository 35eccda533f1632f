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

/** What an execution tells its session. */
export interface ExecutionEvents {
  trust(output: Output): void
  /** The cell may count differently from now on. */
  changed(): void
}

/** The executions that are active, at most one for each cell. */
export class Executions {
  readonly #active = new Map<Execution, CodeCell>()
  readonly #notebook: Notebook
  readonly #events: ExecutionEvents

  constructor(notebook: Notebook, events: ExecutionEvents) {
    this.#notebook = notebook
    this.#events = events
  }

  /** Begins one, which ends any other of the same cell. */
  start(cell: CodeCell): Execution {
    const [active, events] = [this.#active, this.#events]
    // Immutable stores make a new object of a cell at every change; its id stays. But a file may give one id to several
    // cells, and then only the object tells them apart.
    const id = idOf(cell)
    const isUnique =
      id !== undefined && codeCells(this.#notebook).filter((other) => idOf(other) === id).length < 2
    for (const [earlier, its] of active) {
      if (its === cell || (isUnique && idOf(its) === id)) active.delete(earlier)
    }
    let hasOutput = false
    const execution: Execution = {
      get isActive() {
        return active.has(execution)
      },
      trust: (output) => {
        if (!execution.isActive) return
        events.trust(output)
        // A frontend clears the cell at the first output at the latest; further ones change no count.
        if (!hasOutput) events.changed()
        hasOutput = true
      },
      end: () => {
        if (!execution.isActive) return
        active.delete(execution)
        events.changed()
      },
    }
    active.set(execution, cell)
    events.changed()
    return execution
  }

  /** Ends all of them. */
  endAll(): void {
    this.#active.clear()
  }
}

function idOf(cell: CodeCell): string | undefined {
  return 'id' in cell ? cell.id : undefined
}
