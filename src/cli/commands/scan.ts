// nbtrust scan: lists what notebooks would do if they were trusted. Needs no key and no database, runs and requests nothing.
import type { Finding, Review } from '../../rendermime/review.js'
import type { Console } from '../console.js'
import { describeFindings } from '../describe-review.js'
import { eachNotebook } from '../each-notebook.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import type { Input } from '../find-notebooks.js'
import { bold, dim, type Piece, warn } from '../io.js'
import { messages } from '../messages.js'
import { type SarifFailure, sarifHead, sarifResults, sarifTail } from '../sarif.js'
import type { CommonOptions, NotebooksContext } from './context.js'

export interface ScanOptions extends Pick<CommonOptions, 'json'> {
  /** Prints SARIF 2.1.0 instead, for code scanning. */
  readonly sarif?: boolean
}

export async function scan(
  inputs: readonly Input[],
  options: ScanOptions,
  context: NotebooksContext,
): Promise<ExitCode> {
  const { console, pool } = context
  const log = options.sarif ? new SarifLog(console) : undefined
  let active = 0
  try {
    const failed = await eachNotebook(inputs, {
      ...context,
      work: (source) => pool.run({ kind: 'review', source }),
      onResult: async (review, input) => {
        if (review.cells.length > 0) active++
        if (log) log.add(input.name, review)
        else report(input.name, review, console)
      },
      onProblem: async ({ message }, { name: file }) => {
        log?.fail({ file, message })
        return false
      },
    })
    if (!log) console.endItems()
    if (!log && inputs.length > 1) console.say(messages.scanned(inputs.length, active, failed))
    return active > 0 || failed > 0 ? exitNo : exitDone
  } catch (error) {
    log?.fail({ message: error instanceof Error ? error.message : String(error) })
    throw error
  } finally {
    log?.end()
  }
}

// Printed piece by piece: all findings of many notebooks are more than fits into one text.
class SarifLog {
  readonly #console: Console
  readonly #failures: SarifFailure[] = []
  #results = 0

  constructor(console: Console) {
    this.#console = console
    console.jsonText(sarifHead)
  }

  add(file: string, review: Review): void {
    for (const result of sarifResults(file, review)) {
      this.#console.jsonText(`${this.#results++ === 0 ? '' : ','}\n${JSON.stringify(result)}`)
    }
  }

  fail(failure: SarifFailure): void {
    this.#failures.push(failure)
  }

  end(): void {
    this.#console.jsonText(sarifTail(this.#failures))
  }
}

function report(name: string, review: Review, console: Console): void {
  const { counts } = describeFindings(review)
  console.item({
    file: name,
    active: review.cells.length > 0,
    counts,
    hosts: review.hosts,
    cells: review.cells,
  })
  if (review.cells.length === 0) {
    console.say(messages.clean(name))
    return
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  console.say(bold(name), `: ${messages.findings(total)}`)
  for (const { findings, acts } of review.cells) {
    const never = acts === 'never' ? [dim(` (${messages.neverActs})`)] : []
    for (const finding of findings) console.say(...describe(finding), ...never)
  }
}

function describe({ kind, place, mimeType, name, within, hosts, code }: Finding): Piece[] {
  const what = within === undefined ? name : messages.within(name, within)
  const details = [
    ...(kind === 'unknown type' || name === mimeType ? [] : [what]),
    ...(hosts.length > 0 ? [messages.hosts(hosts)] : []),
    ...(code === undefined ? [] : [quote(code)]),
  ]
  const head = [`  ${place}  `, warn(kind), `  ${mimeType}`]
  return [...head, ...details.flatMap((detail) => ['  ', dim(detail)])]
}

function quote(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
