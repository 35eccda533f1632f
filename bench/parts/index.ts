// The parts of the benchmark, in the order of the table. Each is loaded when it is chosen.
import type { Bench } from '../kit/bench.js'
import type { Row } from '../kit/row.js'

/** Measures and yields one row after the other. */
export type Part = (bench: Bench) => AsyncIterable<Row>

/** By the name that `--only` takes. */
export const parts: Readonly<Record<string, Part>> = {
  digest: lazy(async () => (await import('./digest.js')).digest),
  cold: lazy(async () => (await import('./cold.js')).cold),
  'off-thread': lazy(async () => (await import('./off-thread.js')).offThread),
  memory: lazy(async () => (await import('./memory.js')).memory),
  indexeddb: lazy(async () => (await import('./indexeddb.js')).indexeddb),
  sqlite: lazy(async () => (await import('./sqlite.js')).sqlite),
  sanitize: lazy(async () => (await import('./sanitize.js')).sanitize),
  markdown: lazy(async () => (await import('./markdown.js')).markdown),
  'open-notebook': lazy(async () => (await import('./open-notebook.js')).openNotebook),
  'sanitize-node': lazy(async () => (await import('./sanitize-node.js')).sanitizeNode),
  growth: lazy(async () => (await import('./growth.js')).growth),
  bundle: lazy(async () => (await import('./bundle.js')).bundle),
  scan: lazy(async () => (await import('./scan.js')).scan),
}

export const partNames: readonly string[] = Object.keys(parts)

function lazy(load: () => Promise<Part>): Part {
  return async function* (bench) {
    yield* (await load())(bench)
  }
}
