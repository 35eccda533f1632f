// The benchmark's main program: runs the chosen parts, prints a table row by row, and writes artifacts/bench/results.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBench } from './kit/bench.js'
import type { Row } from './kit/row.js'
import { formatFigures, formatHead, formatRow } from './kit/table.js'
import { partNames, parts } from './parts/index.js'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const chosen = values.only?.split(',') ?? partNames
const unknown = chosen.filter((name) => !partNames.includes(name))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${partNames.join(', ')}.`)
  process.exit(2)
}

const root = process.cwd()
const results: Record<string, Row[]> = {}
const environment = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem() }
console.log(
  `Node ${process.version}, ${environment.cores} cores (${environment.cpu}), load ${loadavg()[0]?.toFixed(1)}`,
)
console.log(
  `${values.quick ? 'A short run: fewer rounds, fewer sizes. ' : ''}Medians of interleaved rounds.\n`,
)
console.log(formatHead())

const bench = await openBench({ root, quick: values.quick })
let failed = 0
try {
  for (const name of chosen) {
    const rows: Row[] = []
    results[name] = rows
    try {
      for await (const row of parts[name]?.(bench) ?? []) {
        rows.push(row)
        console.log([formatRow(row), formatFigures(row)].filter(Boolean).join('\n'))
      }
    } catch (error) {
      failed++
      console.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }
} finally {
  await bench.close()
}

const folder = join(root, 'artifacts/bench')
mkdirSync(folder, { recursive: true })
const file = join(folder, 'results.json')
writeFileSync(
  file,
  `${JSON.stringify({ environment, quick: values.quick, load: loadavg(), results }, undefined, 1)}\n`,
)
console.log(`\nWritten to ${file}`)
if (failed > 0) process.exitCode = 1
