// Measures contestants in interleaved rounds: in each round everyone runs once, in a rotated order, so that whatever else
// the machine does in a run hits all of them alike.

/** Somebody who does the same piece of work as the others. */
export interface Contestant {
  readonly name: string
  /** Does the work once. Resolves to the milliseconds it took, as measured where the work was done. */
  run(): number | Promise<number>
}

/** What a contestant was seen to take, in milliseconds. */
export interface Timing {
  readonly median: number
  readonly best: number
  readonly samples: readonly number[]
}

export interface Rounds {
  /** Stop after so many rounds. */
  readonly rounds: number
  /** Stop earlier, but after three rounds at the least, once so many milliseconds are spent. */
  readonly budget: number
  /** Runs of each contestant that are not counted. */
  readonly warmups: number
}

/** The timings of all, by name. Names must differ. */
export async function measure(
  contestants: readonly Contestant[],
  { rounds, budget, warmups }: Rounds,
): Promise<Map<string, Timing>> {
  const samples = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round < warmups; round++) for (const contestant of contestants) await contestant.run()
  const start = performance.now()
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const contestant = contestants[(round + turn) % contestants.length]
      if (contestant) samples.get(contestant.name)?.push(await contestant.run())
    }
    if (round >= 2 && performance.now() - start > budget) break
  }
  return new Map([...samples].map(([name, all]) => [name, timingOf(all)]))
}

/** Median and best of some samples. */
export function timingOf(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((left, right) => left - right)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
  return { median, best: sorted[0] ?? Number.NaN, samples }
}

/** Times one piece of work in this process. What it returns is looked at, so that no compiler leaves the work out. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  const result = await work()
  const time = performance.now() - start
  if (result === timed) throw new Error('Never.')
  return time
}

/** The average of `count` pieces of work, one after the other: for work too short to be timed alone. */
export async function averaged(count: number, work: () => unknown): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < count; index++) await work()
  return (performance.now() - start) / count
}

/** The same for work that must not wait for a promise's turn. */
export function averagedSync(count: number, work: () => unknown): number {
  const start = performance.now()
  for (let index = 0; index < count; index++) if (work() === averagedSync) throw new Error('Never.')
  return (performance.now() - start) / count
}
