// Prints what was found: one line for each engine, one column for each thing that must not happen.
import { columns } from '../corpora/payload.js'
import type { Incident } from './drive.js'
import type { Growth } from './growth.js'

/** One engine's part of the table. */
export interface Row {
  readonly engine: string
  readonly version: string
  readonly routes: readonly string[]
  readonly payloads: number
  /** Payloads by routes. */
  readonly checks: number
  readonly seconds: number
  /** Payloads that show in each column when nothing is sanitized, of a few for each. */
  readonly control: { readonly [column: string]: number }
  readonly incidents: readonly Incident[]
}

const all = [...columns, 'remains'] as const

/** The table, as text. Each cell is the number of payloads with a finding. */
export function table(rows: readonly Row[], growths: readonly Growth[]): string {
  const head = ['engine', 'payloads', 'mounts', ...all, 'growth', 'seconds']
  const lines = rows.map((row) => {
    const growth = growths.find(({ engine }) => engine === row.engine)
    return [
      `${row.engine} ${row.version}`,
      String(row.payloads),
      String(row.checks),
      ...all.map((column) => String(payloadsWith(row.incidents, column))),
      growth ? `${payloadsWith(growth.incidents, 'resources')} of ${growth.checks}` : '-',
      (row.seconds + (growth?.seconds ?? 0)).toFixed(0),
    ]
  })
  const routes = rows.map(({ engine, routes }) => `${engine} took the routes: ${routes.join('; ')}`)
  return `${routes.join('\n')}\n\nPayloads with a finding\n${aligned([head, ...lines])}`
}

/** How many of the payloads that were inserted raw show in each column. */
export function controlTable(rows: readonly Row[]): string {
  const lines = rows.map(({ engine, control }) => [
    engine,
    ...columns.map((column) => String(control[column] ?? 0)),
  ])
  return `Control: a few payloads for each column, raw; how many show in it\n${aligned([['engine', ...columns], ...lines])}`
}

function payloadsWith(incidents: readonly Incident[], column: string): number {
  return new Set(incidents.filter((incident) => incident.column === column).map(({ id }) => id)).size
}

/** Findings one a line, for people who look for their cause. */
export function list(incidents: readonly Incident[]): string {
  const lines = incidents.map(
    ({ engine, route, id, column, detail }) => `${column}\t${id}\t${engine}/${route}\t${detail}`,
  )
  return [...new Set(lines)].sort().join('\n')
}

/** Columns of text, the first to the left, the others to the right. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, index) =>
    Math.max(...lines.map((line) => (line[index] ?? '').length)),
  )
  return lines
    .map((line) =>
      line
        .map((cell, index) =>
          index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
