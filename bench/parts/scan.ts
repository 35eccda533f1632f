// Signing and scanning a folder of notebooks with the command, beside `python -m nbformat.sign` over the same files.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeNotebook } from '../data/notebook.js'
import type { Bench } from '../kit/bench.js'
import { type Contestant, measure, timed } from '../kit/measure.js'
import { fasterThan, medianOf, medians, type Row } from '../kit/row.js'

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
  const cli = join(bench.root, 'artifacts/bench/package/cli/bin.js')
  let runs = 0
  const emptyDataDir = (): string => join(bench.scratch, `data-${runs++}`)
  const node = (...args: string[]) => run(process.execPath, [cli, ...args], emptyDataDir())
  const contestants: Contestant[] = [
    { name: 'trust', run: () => timed(() => node('trust', folder)) },
    { name: 'scan', run: () => timed(() => node('scan', folder)) },
    { name: 'nothing', run: () => timed(() => node('--version')) },
    {
      name: 'Python',
      run: () =>
        timed(() =>
          run(
            process.env.PYTHON ?? '/usr/bin/python3',
            ['-W', 'ignore', '-m', 'nbformat.sign', ...files],
            emptyDataDir(),
          ),
        ),
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
      figures: medians(timings),
    }
  }
}

function run(program: string, args: readonly string[], dataDir: string): string {
  const environment = { ...process.env, JUPYTER_DATA_DIR: dataDir }
  const { status, stdout, stderr } = spawnSync(program, args, {
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  // 1: the answer is no, as for a notebook in which something would run.
  if (status !== 0 && status !== 1)
    throw new Error(`${program} ${args[0]}: exit ${status}\n${stderr.slice(0, 500)}`)
  return stdout
}
