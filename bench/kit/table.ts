// Prints rows: what was reached, what was asked, and the medians behind it.
import { type Goal, isMet, type Row } from './row.js'

const widths = [52, 30, 28] as const

/** A line for each goal; the first has the row's name. */
export function formatRow(row: Row): string {
  const lines = row.goals.map((goal, index) => {
    const verdict = isMet(goal)
    const reached = `${number(goal.reached)} ${goal.unit}`
    return line([index === 0 ? row.name : '', reached, formatAsked(goal)], verdict === false ? 'not yet' : '')
  })
  return lines.join('\n')
}

/** The head of the table. */
export function formatHead(): string {
  const head = line(['row', 'reached', 'asked'], '')
  return `${head}\n${'-'.repeat(widths.reduce((sum, width) => sum + width, 3 * widths.length + 7))}`
}

function line(columns: readonly [string, string, string], verdict: string): string {
  const padded = columns.map((column, index) => column.padEnd(widths[index] ?? 0))
  return [...padded, verdict].join(' | ').trimEnd()
}

/** The medians behind a row, and MB/s where the row has a size. */
export function formatFigures({ figures, best, bytes }: Row): string {
  const parts = Object.entries(figures).map(([name, value]) => {
    const least = best?.[name]
    if (least === undefined) return `${name} ${number(value)}`
    const speed = bytes ? ` (${number(bytes / 1e3 / value)} MB/s)` : ''
    return `${name} ${number(value)} ms, best ${number(least)}${speed}`
  })
  return parts.length === 0 ? '' : `    ${parts.join(' · ')}`
}

function formatAsked({ unit, atLeast, atMost }: Goal): string {
  if (atLeast !== undefined) return `>= ${atLeast} ${unit}`
  return atMost === undefined ? '' : `<= ${atMost} ${unit}`
}

function number(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 4 : 2)
}
