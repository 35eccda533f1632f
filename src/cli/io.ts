// What the command reads from and writes to, handed in so that tests need no process of their own.
import { UNSEEN } from '../lib/visible.js'
import type { TemporaryGuard } from '../node/replace-file.js'

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
  /** Sees to it that a file that is half written is removed if the process ends. Without it nobody does. */
  readonly guard?: TemporaryGuard
}

/** A piece of a line: text, which is made printable where it is written, or text in a colour of ours. */
export type Piece = string | Painted

/** Text in a colour. It holds no escape sequence, so that the one who writes it can tell ours from a file's. */
export interface Painted {
  readonly text: string
  /** The number of an SGR sequence. */
  readonly colour: number
}

const paint =
  (colour: number) =>
  (text: string): Painted => ({ text, colour })

export const bold: (text: string) => Painted = paint(1)
export const dim: (text: string) => Painted = paint(2)
export const good: (text: string) => Painted = paint(32)
export const bad: (text: string) => Painted = paint(31)
export const warn: (text: string) => Painted = paint(33)

/** Whether there are colours: for a terminal, but not with `NO_COLOR` (https://no-color.org) or `TERM=dumb`. */
export function hasColours(sink: Sink, env: Io['env']): boolean {
  return sink.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}

const unprintable = new RegExp(UNSEEN, 'gu')

/** A name or a quote from a file as one line that can't move the cursor, recolour the terminal or reverse its text. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}

/** JSON with every character escaped that `printable` would show as an escape; its line breaks stay, and so does its meaning. */
export function printableJson(json: string): string {
  return json.replace(unprintable, (character) => {
    if (character === '\n') return character
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  })
}
