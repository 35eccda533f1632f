// Prints what was found: one line for each engine, one column for each thing that must not happen.
import { columns } from '../corpora/payload.js'
import type { Incident } from './drive.js'

/** One engine's part of the table. */
export interface Row {
  readonly engine: string
  readonly payloads: number
  readonly mounts: number
  readonly seconds: number
  readonly incidents: readonly Incident[]
}

const all = [...columns, 'remains'] as const

/** The table, as text. Each cell is the number of payloads with a finding. */
export function table(rows: readonly Row[]): string {
  const head = ['engine', 'payloads', 'mounts', ...all, 'seconds']
  const lines = rows.map((row) => [
    row.engine,
    String(row.payloads),
    String(row.mounts),
    ...all.map((column) =>
      String(
        new Set(row.incidents.filter((incident) => incident.column === column).map(({ id }) => id)).size,
      ),
    ),
    row.seconds.toFixed(0),
  ])
  return aligned([head, ...lines])
}

/** Findings one a line, for people who look for their cause. */
export function list(incidents: readonly Incident[]): string {
  return incidents
    .map(({ engine, route, id, column, detail }) => `${column}\t${id}\t${engine}/${route}\t${detail}`)
    .sort()
    .join('\n')
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
