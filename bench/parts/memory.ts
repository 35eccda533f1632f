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
      const ours = measureChild(bench, [path, encoding, 'bytes']) / bytes.length
      yield {
        name: `memory of a digest, ${encoding}, ${name}, Node`,
        goals: [{ unit: 'x file', reached: ours, ...(encoding === 'nbformat' ? { atMost: 1.5 } : {}) }],
        figures: { 'peak beyond the file, ours in files': ours, 'Python in files': python },
      }
    }
  }
  yield* streamed(bench)
}

// A file of any size takes the same: what is held against the file's size above is held against a smaller file here.
function* streamed(bench: Bench): Iterable<Row> {
  const [small, large] = bench.quick ? ['mixed-1MB', 'mixed-10MB'] : ['mixed-50MB', 'mixed-200MB']
  for (const encoding of ['nbformat', 'jcs'] as const) {
    const [ofSmall = 0, ofLarge = 0] = [small, large].map((name = '') =>
      measureChild(bench, [bench.data(name).path, encoding, 'disk']),
    )
    yield {
      name: `memory of a digest streamed from disk, ${encoding}, ${large}, Node`,
      goals: [
        { unit: `x ${small}`, reached: ofLarge / ofSmall, ...(bench.quick ? {} : { atMost: 1.5 }) },
        { unit: 'x file', reached: ofLarge / bench.data(large ?? '').bytes.length },
      ],
      figures: { 'peak in MB': ofLarge / 1e6, [`peak of ${small} in MB`]: ofSmall / 1e6 },
    }
  }
}

function measureChild({ root }: Bench, parameters: readonly string[]): number {
  const child = join(root, 'artifacts/bench/node/memory-child.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [child, ...parameters], { encoding: 'utf8' })
  const bytes = Number(stdout)
  if (stdout === '' || Number.isNaN(bytes)) throw new Error(stderr)
  return bytes
}
