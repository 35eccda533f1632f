// Plays text with escape sequences onto lines, as a terminal would: colours, links, carriage return and backspace. Everything else
// a terminal could be told to do is swallowed. One pass; each character is written once, however often it is overwritten.
import { type AnsiStyle, applySgr, PLAIN_STYLE } from './ansi-style.js'

/** Characters that look the same, and where they lead. */
export interface AnsiRun {
  readonly text: string
  readonly style: AnsiStyle
  /** The address of an OSC 8 link, unchecked. */
  readonly link: string | undefined
}

interface Pen {
  readonly style: AnsiStyle
  readonly link: string | undefined
}

const PLAIN_PEN: Pen = Object.freeze({ style: PLAIN_STYLE, link: undefined })
const ESCAPE = 0x1b
const BELL = 0x07

/** The runs that are left on the screen, line breaks included. Linear; never throws. */
export function readAnsi(source: string): AnsiRun[] {
  const screen = new Screen()
  let pen = PLAIN_PEN
  let at = 0
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === ESCAPE || code === 0x9b || code === 0x9d) {
      const sequence = readSequence(source, at)
      at = sequence.end
      if (sequence.kind === 'sgr') pen = { ...pen, style: applySgr(pen.style, sequence.parameters) }
      else if (sequence.kind === 'link') pen = { ...pen, link: sequence.address }
      else if (sequence.kind === 'erase') screen.erase(sequence.from)
      continue
    }
    if (code < 32 || code === 0x7f) {
      screen.control(source, at)
      at++
      continue
    }
    let end = at + 1
    while (end < source.length && !isSpecial(source.charCodeAt(end))) end++
    screen.write(source.slice(at, end), pen)
    at = end
  }
  return screen.finish()
}

function isSpecial(code: number): boolean {
  return code < 32 || code === 0x7f || code === 0x9b || code === 0x9d
}

type Sequence =
  | { readonly kind: 'sgr'; readonly parameters: readonly number[]; readonly end: number }
  | { readonly kind: 'link'; readonly address: string | undefined; readonly end: number }
  | { readonly kind: 'erase'; readonly from: 'cursor' | 'start' | 'all'; readonly end: number }
  | { readonly kind: 'other'; readonly end: number }

function readSequence(source: string, start: number): Sequence {
  const first = source.charCodeAt(start)
  if (first === 0x9b) return readControl(source, start + 1)
  if (first === 0x9d) return readCommand(source, start + 1)
  const second = source.charCodeAt(start + 1)
  if (second === 91) return readControl(source, start + 2)
  if (second === 93) return readCommand(source, start + 2)
  // DCS, SOS, PM and APC hold a string up to its terminator, as commands do.
  if (second === 80 || second === 88 || second === 94 || second === 95) {
    return { kind: 'other', end: endOfString(source, start + 2).end }
  }
  // ESC ( B and the like: intermediate characters, then a final one.
  let at = start + 1
  while (at < source.length && source.charCodeAt(at) >= 0x20 && source.charCodeAt(at) <= 0x2f) at++
  return {
    kind: 'other',
    end: Math.min(source.length, Number.isNaN(second) || second < 32 ? start + 1 : at + 1),
  }
}

const MAX_PARAMETERS = 64

// CSI parameters intermediate final.
function readControl(source: string, start: number): Sequence {
  let at = start
  while (at < source.length && source.charCodeAt(at) >= 0x30 && source.charCodeAt(at) <= 0x3f) at++
  const parameters = source.slice(start, Math.min(at, start + 512))
  while (at < source.length && source.charCodeAt(at) >= 0x20 && source.charCodeAt(at) <= 0x2f) at++
  const final = source[at]
  // Broken off by a control character: that one still counts.
  if (final === undefined || final < '@' || final > '~') return { kind: 'other', end: at }
  const end = at + 1
  if (final === 'K') {
    return { kind: 'erase', from: parameters === '1' ? 'start' : parameters === '2' ? 'all' : 'cursor', end }
  }
  if (final !== 'm' || !/^[\d;:]*$/.test(parameters)) return { kind: 'other', end }
  const numbers =
    parameters === '' ? [] : parameters.split(/[;:]/, MAX_PARAMETERS).map((part) => Number(part || 0))
  return { kind: 'sgr', parameters: numbers, end }
}

// OSC 8 ; parameters ; address ST opens a link, with an empty address it closes it.
function readCommand(source: string, start: number): Sequence {
  const { text, end } = endOfString(source, start)
  if (!text.startsWith('8;')) return { kind: 'other', end }
  const semicolon = text.indexOf(';', 2)
  const address = semicolon < 0 ? '' : text.slice(semicolon + 1)
  return { kind: 'link', address: address || undefined, end }
}

// Up to BEL or ST. One that never ends is swallowed up to the end of its line, so that it cannot hide what follows.
function endOfString(source: string, start: number): { readonly text: string; readonly end: number } {
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === BELL || code === 0x9c) return { text: source.slice(start, at), end: at + 1 }
    if (code === ESCAPE) {
      const end = source.charCodeAt(at + 1) === 92 ? at + 2 : at
      return { text: source.slice(start, at), end }
    }
    if (code === 10) return { text: '', end: at }
  }
  return { text: '', end: source.length }
}

// A class because a screen is a thing with a cursor. Lines that are never written over stay runs; others become single characters.
class Screen {
  #done: AnsiRun[] = []
  /** The current line, as runs, while the cursor is at its end. */
  #line: { text: string; pen: Pen }[] = []
  /** The current line, character by character, once the cursor went back. */
  #cells: { text: string; pen: Pen }[] | undefined
  #cursor = 0
  /** So many cells from the start are known to be blank. */
  #blank = 0

  write(text: string, pen: Pen): void {
    if (!this.#cells) {
      const last = this.#line.at(-1)
      if (last?.pen === pen) last.text += text
      else this.#line.push({ text, pen })
      return
    }
    this.#blank = Math.min(this.#blank, this.#cursor)
    // Characters beyond the basic plane are two units, but one place on the screen.
    for (const character of text) this.#cells[this.#cursor++] = { text: character, pen }
  }

  control(source: string, at: number): void {
    const code = source.charCodeAt(at)
    if (code === 10) {
      this.#endLine()
      this.#done.push({ text: '\n', style: PLAIN_STYLE, link: undefined })
    } else if (code === 9) {
      this.write('\t', PLAIN_PEN)
    } else if (code === 13) {
      // Before a line break it is only half of one. Of many in a row the last decides.
      const next = source.charCodeAt(at + 1)
      if (next !== 10 && next !== 13) this.#back(Number.POSITIVE_INFINITY)
    } else if (code === 8) {
      this.#back(1)
    }
  }

  erase(from: 'cursor' | 'start' | 'all'): void {
    if (!this.#cells) {
      if (from !== 'cursor') this.#line = []
      return
    }
    if (from === 'cursor') this.#cells.length = Math.min(this.#cells.length, this.#cursor)
    else if (from === 'all') this.#cells.length = 0
    else {
      // Erased again and again, a long line would be written each time.
      this.#cells.fill(BLANK, this.#blank, this.#cursor)
      this.#blank = this.#cursor
    }
  }

  finish(): AnsiRun[] {
    this.#endLine()
    return this.#done
  }

  #back(steps: number): void {
    if (!this.#cells) {
      this.#cells = this.#line.flatMap(({ text, pen }) =>
        [...text].map((character) => ({ text: character, pen })),
      )
      this.#cursor = this.#cells.length
      this.#line = []
    }
    this.#cursor = Math.max(0, this.#cursor - steps)
  }

  #endLine(): void {
    const pieces = this.#cells ?? this.#line
    let run: { text: string; pen: Pen } | undefined
    for (let at = 0; at < pieces.length; at++) {
      const piece = pieces[at] ?? BLANK
      if (run && run.pen === piece.pen) {
        run.text += piece.text
      } else {
        this.#push(run)
        run = { text: piece.text, pen: piece.pen }
      }
    }
    this.#push(run)
    this.#cells = undefined
    this.#line = []
    this.#cursor = 0
    this.#blank = 0
  }

  #push(run: { readonly text: string; readonly pen: Pen } | undefined): void {
    if (run) this.#done.push({ text: run.text, style: run.pen.style, link: run.pen.link })
  }
}

const BLANK: { text: string; pen: Pen } = Object.freeze({ text: ' ', pen: PLAIN_PEN })
