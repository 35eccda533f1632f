// What a command says: lines for people or one JSON document, problems on standard error, a progress bar in between.
import type { NbtrustError } from '../lib/errors.js'
import { hasColours, type Io, type Piece, printable, printableJson } from './io.js'
import { messages } from './messages.js'
import { type Progress, progressBar } from './progress.js'

/** Lines or JSON. */
export type Format = 'text' | 'json'

/** An error as it stands in JSON. */
export interface JsonError {
  readonly code: string
  readonly message: string
  readonly place?: string
}

/**
 * The voice of one run. Whatever it is given may come from a file, so it makes everything printable itself: no command can
 * forget to, and no escape sequence reaches the terminal but those of our own colours. `raw` alone writes what it is given.
 */
export class Console {
  readonly format: Format
  readonly #io: Io
  readonly #colours: boolean
  #progress: Progress | undefined
  #json: 'not begun' | 'in an array' | 'whole' = 'not begun'

  constructor(io: Io, format: Format) {
    this.#io = io
    this.format = format
    this.#colours = hasColours(io.stdout, io.env)
  }

  /** A line for people on standard output, in pieces. Nothing in JSON. */
  say(...line: readonly Piece[]): void {
    if (this.format === 'json') return
    this.raw(`${line.map((piece) => this.#show(piece)).join('')}\n`)
  }

  /** One element of the JSON array that the command prints. Nothing in text. */
  item(value: object): void {
    if (this.format !== 'json') return
    this.raw(this.#json === 'in an array' ? ',\n' : '[\n')
    this.jsonText(JSON.stringify(value))
    this.#json = 'in an array'
  }

  /** Ends the JSON array. */
  endItems(): void {
    if (this.format !== 'json') return
    this.raw(this.#json === 'in an array' ? '\n]\n' : '[]\n')
    this.#json = 'whole'
  }

  /** A JSON document that is no array. Nothing in text. */
  document(value: object): void {
    if (this.format !== 'json') return
    this.jsonText(`${JSON.stringify(value, null, 2)}\n`)
    this.#json = 'whole'
  }

  /** What ends the command too early, as JSON: the last element of an array that was begun, else the document. Nothing in text. */
  fail(error: JsonError): void {
    if (this.#json === 'in an array') {
      this.item({ status: 'error', error })
      this.endItems()
    } else if (this.#json === 'not begun') {
      this.document({ error })
    }
  }

  /** A piece of JSON, in text too. */
  jsonText(json: string): void {
    this.raw(printableJson(json))
  }

  /** Text that is an answer as it is, with whatever it holds: a digest, a notebook. */
  raw(text: string): void {
    this.#progress?.hide()
    this.#io.stdout.write(text)
  }

  /** What went wrong with one file, on standard error: a sentence, and the code that it can be looked up by. */
  problem(name: string, { message, code }: NbtrustError): void {
    this.#error(messages.problem(name, message, code))
  }

  /** The same where it is no file's fault, or the whole command ends with it. */
  failure({ message, code }: NbtrustError): void {
    this.#error(messages.failure(message, code))
  }

  /** What the user should know, on standard error. */
  warn(sentence: string): void {
    this.#error(messages.warning(sentence))
  }

  /** A question on standard error, so that it is seen where output goes to a file. */
  ask(question: string): void {
    this.#io.stderr.write(printable(question))
  }

  /** Begins a progress bar for `total` items. */
  start(total: number): Progress {
    this.#progress = progressBar(total, this.#io)
    return this.#progress
  }

  #error(line: string): void {
    this.#progress?.hide()
    this.#io.stderr.write(`${printable(line)}\n`)
  }

  #show(piece: Piece): string {
    if (typeof piece === 'string') return printable(piece)
    const text = printable(piece.text)
    return this.#colours ? `\u001b[${piece.colour}m${text}\u001b[0m` : text
  }
}

/** An error for JSON. */
export function jsonError(error: NbtrustError): JsonError {
  const place = error.place === undefined ? {} : { place: error.place }
  return { code: error.code, message: error.message, ...place }
}
