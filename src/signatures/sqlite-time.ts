// The time column of Jupyter's signature database. nbformat has written it in two ways, which do not sort together as text.

/**
 * `naive`: `2026-11-21 19:39:58.619221`, UTC (nbformat up to 5.10). `aware`: `2026-11-21T19:40:00.542097+00:00` (since 5.11).
 *
 * nbformat culls by the column's text, and a space sorts before a `T`, so within one day every naive time seems older than
 * every aware one. No spelling is right beside both, so the store writes what the database's other writer writes: aware where
 * an aware time is found when it is opened, else naive. Its own cull goes by the time itself (`byTime`).
 */
export type LastSeenFormat = 'naive' | 'aware'

/** An SQL condition that is true for a time that was written by nbformat 5.11 or later. */
export const isAwareTime = "last_seen GLOB '????-??-??T*'"

/** An SQL expression that sorts both spellings by time: 26 characters are the date and the time with microseconds. */
export const byTimeOf = (expression: string): string => `replace(substr(${expression}, 1, 26), 'T', ' ')`

/** The same of the column. */
export const byTime: string = byTimeOf('last_seen')

/** A time in microseconds since 1970, as the column has it. */
export function formatLastSeen(microseconds: number, format: LastSeenFormat): string {
  const milliseconds = Math.floor(microseconds / 1000)
  const rest = String(Math.floor(microseconds - milliseconds * 1000)).padStart(3, '0')
  const text = new Date(milliseconds).toISOString().replace('Z', rest)
  return format === 'aware' ? `${text}+00:00` : text.replace('T', ' ')
}

/** Reads both spellings, with or without fractions of a second. Undefined where the column holds anything else. */
export function parseLastSeen(text: unknown): Date | undefined {
  if (typeof text !== 'string') return undefined
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*(Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!parts) return undefined
  const date = new Date(`${parts[1]}T${parts[2]}${parts[3] ?? 'Z'}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A clock in microseconds since 1970 that never gives the same time twice, so that the oldest entry is always one. */
export function strictClock(): () => number {
  let last = 0
  return () => {
    const now = Math.floor((performance.timeOrigin + performance.now()) * 1000)
    last = Math.max(now, last + 1)
    return last
  }
}
