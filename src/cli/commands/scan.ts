// nbtrust scan: lists what notebooks would do if they were trusted. Needs no key and no database, runs and requests nothing.
import type { Finding, Review } from '../../rendermime/review.js'
import type { Console } from '../console.js'
import { describeFindings } from '../describe-review.js'
import { eachNotebook } from '../each-notebook.js'
import { type ExitCode, exitDone, exitNo } from '../exit-codes.js'
import type { Input } from '../find-notebooks.js'
import { bold, dim, type Piece, warn } from '../io.js'
import { messages } from '../messages.js'
import { sarifLog, sarifResults } from '../sarif.js'
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
  let active = 0
  const results: object[] = []
  const failures: { readonly file: string; readonly message: string }[] = []
  const failed = await eachNotebook(inputs, {
    ...context,
    work: (source) => pool.run({ kind: 'review', source }),
    onResult: async (review, input) => {
      if (review.cells.length > 0) active++
      if (options.sarif) results.push(...sarifResults(input.name, review))
      else report(input.name, review, console)
    },
    onProblem: async (error, input) => {
      failures.push({ file: input.name, message: error.message })
      return false
    },
  })
  if (options.sarif) console.json(sarifLog(results, failures))
  else console.endItems()
  if (!options.sarif && inputs.length > 1) console.say(messages.scanned(inputs.length, active, failed))
  return active > 0 || failed > 0 ? exitNo : exitDone
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
