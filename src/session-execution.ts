// The user's own executions: an output is theirs while the execution that produced it runs, and not a moment longer.
import type { CodeCell, Output } from './nbformat/index.js'

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
  readonly #active = new Map<unknown, Execution>()
  readonly #events: ExecutionEvents

  constructor(events: ExecutionEvents) {
    this.#events = events
  }

  /** Begins one, which ends any other of the same cell. */
  start(cell: CodeCell): Execution {
    const [active, events, key] = [this.#active, this.#events, keyOf(cell)]
    let hasOutput = false
    const execution: Execution = {
      get isActive() {
        return active.get(key) === execution
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
        active.delete(key)
        events.changed()
      },
    }
    active.set(key, execution)
    events.changed()
    return execution
  }

  /** Ends all of them. */
  endAll(): void {
    this.#active.clear()
  }
}

// Immutable stores make a new object of a cell at every change; its id stays.
function keyOf(cell: CodeCell): unknown {
  return 'id' in cell && typeof cell.id === 'string' ? cell.id : cell
}
