// A row of the table: what was reached beside what was asked, with the timings that it comes from.
import type { Timing } from './measure.js'

/** One thing that was asked for. */
export interface Goal {
  /** What the number is: `x Python`, `x limit`, `ms`. */
  readonly unit: string
  readonly reached: number
  readonly atLeast?: number
  readonly atMost?: number
}

export interface Row {
  readonly name: string
  readonly goals: readonly Goal[]
  /** Medians in milliseconds, or other figures with their unit in the name. */
  readonly figures: Readonly<Record<string, number>>
  /** The best of each, where `figures` are medians. */
  readonly best?: Readonly<Record<string, number>>
  /** Bytes of input, for MB/s of the medians. */
  readonly bytes?: number
}

/** How many times as fast as somebody else: asked to be high. */
export function fasterThan(
  peer: string,
  { ours, theirs, atLeast }: { ours: number; theirs: number; atLeast?: number },
): Goal {
  return { unit: `x ${peer}`, reached: theirs / ours, ...(atLeast === undefined ? {} : { atLeast }) }
}

/** How many times what cannot be beaten: asked to be low. */
export function timesLimit(
  limit: string,
  { ours, theirs, atMost }: { ours: number; theirs: number; atMost?: number },
): Goal {
  return { unit: `x ${limit}`, reached: ours / theirs, ...(atMost === undefined ? {} : { atMost }) }
}

/** Whether a goal was reached; undefined where nothing was asked. */
export function isMet({ reached, atLeast, atMost }: Goal): boolean | undefined {
  if (atLeast === undefined && atMost === undefined) return undefined
  return reached >= (atLeast ?? Number.NEGATIVE_INFINITY) && reached <= (atMost ?? Number.POSITIVE_INFINITY)
}

/** The median of one contestant in milliseconds. */
export function medianOf(timings: ReadonlyMap<string, Timing>, name: string): number {
  const timing = timings.get(name)
  if (!timing) throw new Error(`Nobody called ${name} ran.`)
  return timing.median
}

/** Every contestant's median and best. On a busy machine the best says more. */
export function figuresOf(timings: ReadonlyMap<string, Timing>): Pick<Row, 'figures' | 'best'> {
  const all = [...timings]
  return {
    figures: Object.fromEntries(all.map(([name, { median }]) => [name, median])),
    best: Object.fromEntries(all.map(([name, { best }]) => [name, best])),
  }
}
