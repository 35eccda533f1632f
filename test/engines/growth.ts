// Measures how the sanitizer's time and what it keeps grow with the payload: at 1x, 2x, 4x and 8x of an eighth of the size
// that is written in the corpora.
import { growing } from '../corpora/index.js'
import type { Incident } from './drive.js'
import { type Engine, within } from './engine.js'
import type { Lane } from './lane.js'
import type { Measure } from './page/harness.js'
import { aligned } from './report.js'
import { ready } from './visit.js'

const factors = [1 / 8, 1 / 4, 1 / 2, 1]
/** No payload may take longer, whatever its size. */
const MOST = 1000
/** Below this, noise and fixed costs say more than growth does. */
const NOISE = 40
/** Eight times the input may take this many times the time: linear, with room for caches and the collector. */
const STEEPEST = 16

/** The table, and what in it is not as it should be. */
export interface Growth {
  readonly engine: string
  readonly title: string
  /** Recipes measured. */
  readonly checks: number
  readonly seconds: number
  readonly lines: string
  readonly incidents: readonly Incident[]
}

/** Measures every recipe in an engine. */
export async function measureGrowth(lane: Lane): Promise<Growth> {
  const started = Date.now()
  const incidents: Incident[] = []
  const lines: string[][] = [['payload', '1x ms', '2x', '4x', '8x', '8x/1x', 'nodes 1x', 'nodes 8x', 'title']]
  let engine = await warm(lane)
  for (const { id, title } of growing) {
    const incident = (detail: string): void => {
      incidents.push({ engine: lane.name, route: 'growth', id, column: 'resources', detail })
      console.log(`${lane.name} growth: FOUND ${id} ${detail}`)
    }
    let measures = await grow(engine, id)
    if (typeof measures === 'string') {
      // Whatever state the page is in now, the next payload has a new one.
      await lane.close()
      engine = await warm(lane)
      measures = await grow(engine, id)
    }
    // The machine may have been busy: the best of some looks counts.
    for (let look = 0; look < 8 && typeof measures !== 'string' && verdicts(measures).length > 0; look++) {
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
  const seconds = (Date.now() - started) / 1000
  const title = `${lane.name} ${engine.version}`
  return { engine: lane.name, title, checks: growing.length, seconds, lines: aligned(lines), incidents }
}

async function warm(lane: Lane): Promise<Engine> {
  const engine = await lane.engine()
  await within(60_000, 'opening the page', opened(engine, lane))
  return engine
}

async function opened(engine: Engine, lane: Lane): Promise<void> {
  await engine.open(`${lane.server.origin}/engine/`)
  await ready(engine)
  await engine.evaluate('harness.begin()')
  await engine.evaluate(`harness.grow('growth-html-1', [0.001, 0.001])`)
}

async function grow(engine: Engine, id: string): Promise<Measure[] | string> {
  try {
    const asked = engine.evaluate<Measure[] | string>(`harness.grow('${id}', ${JSON.stringify(factors)})`)
    return await within(60_000, 'the page', asked)
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
