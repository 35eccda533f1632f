// The measuring page: loads the task it is told to, and runs its contestants one at a time.
import type { PageBench } from '../kit/browser.js'
import type { PreparedTask } from './task.js'

const tasks: Readonly<Record<string, () => Promise<{ prepare(argument: never): Promise<PreparedTask> }>>> = {
  digest: () => import('./tasks/digest.js'),
  'off-thread': () => import('./tasks/off-thread.js'),
  indexeddb: () => import('./tasks/indexeddb.js'),
  'indexeddb-cull': () => import('./tasks/indexeddb-cull.js'),
  sanitize: () => import('./tasks/sanitize.js'),
  outputs: () => import('./tasks/outputs.js'),
  markdown: () => import('./tasks/markdown.js'),
}

let prepared: PreparedTask | undefined

const bench: PageBench = {
  async prepare(task, argument) {
    const load = tasks[task]
    if (!load) throw new Error(`There is no task ${task}.`)
    const { prepare } = await load()
    prepared = await prepare(argument as never)
    return { names: Object.keys(prepared.contestants), facts: { ...prepared.facts } }
  },
  async run(name) {
    const contestant = prepared?.contestants[name]
    if (!contestant) throw new Error(`There is no contestant ${name}.`)
    return await contestant()
  },
}

window.nbtrustBench = bench
