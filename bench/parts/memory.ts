// How much memory one digest takes beyond the file's own bytes, at its peak, in a process of its own.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Bench } from '../kit/bench.js'
import type { Row } from '../kit/row.js'
import { secretHex } from '../secret.js'

const names = ['mixed-10MB', 'mixed-50MB', 'mixed-200MB', 'plotly-50MB', 'image-100MB']

/** As multiples of the file's size. */
export async function* memory(bench: Bench): AsyncIterable<Row> {
  for (const name of bench.quick ? names.slice(0, 2) : names) {
    const { path, bytes } = bench.data(name)
    const { result } = await bench.python().ask({ do: 'memory', path, secret: secretHex })
    const python = Number(result) / bytes.length
    for (const encoding of ['nbformat', 'jcs'] as const) {
      const ours = measureChild(bench, path, encoding) / bytes.length
      yield {
        name: `memory of a digest, ${encoding}, ${name}, Node`,
        goals: [{ unit: 'x file', reached: ours, ...(encoding === 'nbformat' ? { atMost: 1.5 } : {}) }],
        figures: { 'peak beyond the file, ours in files': ours, 'Python in files': python },
      }
    }
  }
}

function measureChild({ root }: Bench, path: string, encoding: string): number {
  const child = join(root, 'artifacts/bench/node/memory-child.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [child, path, encoding], { encoding: 'utf8' })
  const bytes = Number(stdout)
  if (stdout === '' || Number.isNaN(bytes)) throw new Error(stderr)
  return bytes
}
