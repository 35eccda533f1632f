// What a command says: lines for people or one JSON document, problems on standard error, a progress bar in between.
import type { NbtrustError } from '../lib/errors.js'
import { type Colours, coloursFor, type Io, printable } from './io.js'
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

/** The voice of one run. Everything a file could have chosen is made printable by whoever passes it on. */
export class Console {
  readonly format: Format
  readonly colours: Colours
  readonly #io: Io
  #progress: Progress | undefined
  #items = 0

  constructor(io: Io, format: Format) {
    this.#io = io
    this.format = format
    this.colours = coloursFor(io.stdout, io.env)
  }

  /** A line for people on standard output. Nothing in JSON. */
  say(line: string): void {
    if (this.format === 'json') return
    this.#progress?.hide()
    this.#io.stdout.write(`${line}\n`)
  }

  /** One element of the JSON array that the command prints. Nothing in text. */
  item(value: object): void {
    if (this.format !== 'json') return
    this.#progress?.hide()
    this.#io.stdout.write(`${this.#items++ === 0 ? '[' : ','}\n${JSON.stringify(value)}`)
  }

  /** Ends the JSON array. */
  endItems(): void {
    if (this.format === 'json') this.#io.stdout.write(this.#items === 0 ? '[]\n' : '\n]\n')
  }

  /** A JSON document that is no array. Nothing in text. */
  document(value: object): void {
    if (this.format === 'json') this.raw(`${JSON.stringify(value, null, 2)}\n`)
  }

  /** Text that is an answer as it is: a digest, SARIF, a notebook. */
  raw(text: string): void {
    this.#progress?.hide()
    this.#io.stdout.write(text)
  }

  /** What went wrong with one file, on standard error: a sentence, and the code that it can be looked up by. */
  problem(name: string, { message, code }: NbtrustError): void {
    this.#error(messages.problem(printable(name), printable(message), code))
  }

  /** The same where it is no file's fault, or the whole command ends with it. */
  failure({ message, code }: NbtrustError): void {
    this.#error(messages.failure(printable(message), code))
  }

  /** What the user should know, on standard error. */
  warn(sentence: string): void {
    this.#error(messages.warning(printable(sentence)))
  }

  /** A question on standard error, so that it is seen where output goes to a file. */
  ask(question: string): void {
    this.#io.stderr.write(question)
  }

  /** Begins a progress bar for `total` items. */
  start(total: number): Progress {
    this.#progress = progressBar(total, this.#io)
    return this.#progress
  }

  #error(line: string): void {
    this.#progress?.hide()
    this.#io.stderr.write(`${line}\n`)
  }
}

/** An error for JSON. */
export function jsonError(error: NbtrustError): JsonError {
  const place = error.place === undefined ? {} : { place: error.place }
  return { code: error.code, message: error.message, ...place }
}
