// One line on the terminal that says how far the command is; nothing where there is no terminal.
import { type Io, printable } from './io.js'

/** A progress bar. */
export interface Progress {
  /** One more is done. */
  step(name: string): void
  /** Removes the bar, so that a line can be printed in its place; the next step draws it again. */
  hide(): void
}

const silent: Progress = { step: () => undefined, hide: () => undefined }
const interval = 100

/** A bar on standard error for `total` items; silent for a few, for a pipe or a file, and for a dumb terminal. */
export function progressBar(total: number, { stderr, env }: Pick<Io, 'stderr' | 'env'>): Progress {
  if (stderr.isTTY !== true || total < 20 || env.TERM === 'dumb') return silent
  let done = 0
  let drawn = 0
  return {
    step(name) {
      done++
      const now = Date.now()
      if (now - drawn < interval && done < total) return
      drawn = now
      const shown = printable(name)
      stderr.write(
        done < total ? `\r${line(done, total, shown, stderr.columns ?? 80)}\u001b[K` : '\r\u001b[K',
      )
    },
    hide() {
      if (drawn > 0) stderr.write('\r\u001b[K')
    },
  }
}

function line(done: number, total: number, name: string, columns: number): string {
  const width = 20
  const filled = Math.floor((done / total) * width)
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total} `
  const room = Math.max(columns - bar.length - 1, 0)
  return bar + (name.length > room ? `…${name.slice(name.length - room + 1)}` : name).slice(0, room)
}
