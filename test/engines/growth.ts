// Measures how the sanitizer's time and what it keeps grow with the payload: at 1x, 2x, 4x and 8x of an eighth of the size
// that is written in the corpora.
import { growing } from '../corpora/index.js'
import type { Incident } from './drive.js'
import type { Engine } from './engine.js'
import type { Measure } from './page/harness.js'
import { aligned } from './report.js'

const factors = [1 / 8, 1 / 4, 1 / 2, 1]
/** No payload may take longer, whatever its size. */
const MOST = 1000
/** Below this, noise and fixed costs say more than growth does. */
const NOISE = 40
/** Eight times the input may take this many times the time: linear, with room for caches and the collector. */
const STEEPEST = 16

/** The table, and what in it is not as it should be. */
export interface Growth {
  readonly lines: string
  readonly incidents: readonly Incident[]
}

/** Measures every recipe in an engine. */
export async function measureGrowth(engine: Engine, url: string): Promise<Growth> {
  const incidents: Incident[] = []
  const lines: string[][] = [['payload', '1x ms', '2x', '4x', '8x', '8x/1x', 'nodes 1x', 'nodes 8x', 'title']]
  await engine.open(url)
  await engine.evaluate('harness.begin()')
  await engine.evaluate(`harness.grow('growth-html-1', [0.001, 0.001])`)
  for (const { id, title } of growing) {
    const incident = (detail: string): void => {
      incidents.push({ engine: engine.name, route: 'growth', id, column: 'resources', detail })
    }
    let measures = await grow(engine, id)
    // The machine may have been busy: the better of two looks counts.
    if (typeof measures !== 'string' && verdicts(measures).length > 0) {
      const again = await grow(engine, id)
      if (typeof again !== 'string') measures = fastest(measures, again)
    }
    if (typeof measures === 'string') {
      incident(measures)
      continue
    }
    for (const detail of verdicts(measures)) incident(detail)
    const times = measures.map(({ milliseconds }) => milliseconds)
    lines.push([
      id,
      ...times.map((time) => time.toFixed(0)),
      ((times[3] ?? 0) / Math.max(times[0] ?? 0, 0.1)).toFixed(1),
      String(measures[0]?.nodes ?? 0),
      String(measures[3]?.nodes ?? 0),
      title,
    ])
  }
  return { lines: aligned(lines), incidents }
}

async function grow(engine: Engine, id: string): Promise<Measure[] | string> {
  try {
    return await engine.evaluate<Measure[] | string>(`harness.grow('${id}', ${JSON.stringify(factors)})`)
  } catch (error) {
    return `the page did not answer: ${String(error).slice(0, 120)}`
  }
}

function fastest(one: readonly Measure[], other: readonly Measure[]): Measure[] {
  return one.map((measure, index) => {
    const second = other[index]
    return second && second.milliseconds < measure.milliseconds ? second : measure
  })
}

function verdicts(measures: readonly Measure[]): string[] {
  const first = measures[0]
  const last = measures[3]
  if (!first || !last) return ['was not measured']
  const found: string[] = []
  const slowest = Math.max(...measures.map(({ milliseconds }) => milliseconds))
  if (slowest > MOST) found.push(`took ${slowest.toFixed(0)} ms`)
  if (last.milliseconds > NOISE && last.milliseconds / Math.max(first.milliseconds, NOISE / 8) > STEEPEST) {
    found.push(`8 times the size took ${(last.milliseconds / first.milliseconds).toFixed(1)} times the time`)
  }
  if (first.nodes > 0 && last.nodes / first.nodes > STEEPEST) {
    found.push(`8 times the size made ${(last.nodes / first.nodes).toFixed(1)} times the nodes`)
  }
  return found
}
