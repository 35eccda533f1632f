// Signing and scanning a folder of notebooks with the command, beside `python -m nbformat.sign` over the same files.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pythonPath } from '../../scripts/python.mjs'
import { makeNotebook } from '../data/notebook.js'
import type { Bench } from '../kit/bench.js'
import { type Contestant, measure, timed } from '../kit/measure.js'
import { fasterThan, figuresOf, medianOf, type Row } from '../kit/row.js'

/** Whole processes, from start to exit, each with an empty data folder. */
export async function* scan(bench: Bench): AsyncIterable<Row> {
  const count = bench.quick ? 200 : 2000
  const folder = join(bench.scratch, 'notebooks')
  mkdirSync(folder)
  for (let index = 0; index < count; index++) {
    writeFileSync(
      join(folder, `${index}.ipynb`),
      makeNotebook(20_000 + (index % 10) * 10_000, { seed: index }),
    )
  }
  const files = readdirSync(folder).map((name) => join(folder, name))
  const cli = join(bench.root, 'artifacts/bench/package/dist/cli/bin.js')
  let runs = 0
  const emptyDataDir = (): string => join(bench.scratch, `data-${runs++}`)
  const python = pythonPath()
  const start = (program: string, args: readonly string[], done: RegExp) => () =>
    timed(() => run(program, args, { dataDir: emptyDataDir(), done, count }))
  const contestants: Contestant[] = [
    { name: 'trust', run: start(process.execPath, [cli, 'trust', folder], /^Signing notebook: /gm) },
    { name: 'scan', run: start(process.execPath, [cli, 'scan', folder], /\.ipynb: /g) },
    {
      name: 'Python',
      run: start(python, ['-W', 'ignore', '-m', 'nbformat.sign', ...files], /^Signing notebook: /gm),
    },
  ]
  const timings = await measure(contestants, { rounds: bench.quick ? 1 : 3, budget: 60_000, warmups: 0 })
  const theirs = medianOf(timings, 'Python')
  for (const name of ['trust', 'scan']) {
    yield {
      name: `nbtrust ${name}, ${count} notebooks`,
      goals: [
        fasterThan('Python', { ours: medianOf(timings, name), theirs, atLeast: 20 }),
        { unit: 'ms a notebook', reached: medianOf(timings, name) / count },
      ],
      ...figuresOf(timings),
    }
  }
}

// A run that did not do its work would look fast: `done` is what it prints for each notebook.
function run(program: string, args: readonly string[], { dataDir, done, count }: Expected): void {
  const environment = { ...process.env, JUPYTER_DATA_DIR: dataDir }
  const { stdout, stderr } = spawnSync(program, args, { env: environment, encoding: 'utf8', maxBuffer: 1e9 })
  const found = stdout.match(done)?.length ?? 0
  if (found !== count) {
    throw new Error(`${program} did ${found} of ${count} notebooks: ${(stderr || stdout).slice(0, 500)}`)
  }
}

interface Expected {
  readonly dataDir: string
  readonly done: RegExp
  readonly count: number
}
