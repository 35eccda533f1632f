// What the command reads from and writes to, handed in so that tests need no process of their own.
import { UNSEEN } from '../lib/visible.js'

/** A stream that text is written to. */
export interface Sink {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** The world of one run of the command. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<unknown> & { readonly isTTY?: boolean }
  readonly stdout: Sink
  readonly stderr: Sink
  /** The module that a worker thread begins with. Without it everything runs in this thread. */
  readonly worker?: URL
}

/** Colours, or the text as it is. */
export interface Colours {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warn: (text: string) => string
}

/** Colours for a terminal, none for a pipe, a file, `NO_COLOR` (https://no-color.org) or `TERM=dumb`. */
export function coloursFor(sink: Sink, env: Io['env']): Colours {
  const on = sink.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const paint = (code: number) => (text: string) => (on ? `\u001b[${code}m${text}\u001b[0m` : text)
  return { bold: paint(1), dim: paint(2), good: paint(32), bad: paint(31), warn: paint(33) }
}

const unprintable = new RegExp(UNSEEN, 'gu')

/** A name or a quote from a file as one line that can't move the cursor, recolour the terminal or reverse its text. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}
