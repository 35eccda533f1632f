// What every part of the benchmark is handed: data by name, peers that are started when first asked for, and how long to measure.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeData } from '../data/index.js'
import { type BrowserBench, openBrowser } from './browser.js'
import type { Rounds } from './measure.js'
import { type Python, startPython } from './python.js'

export interface Bench {
  readonly quick: boolean
  readonly rounds: Rounds
  /** The repository. */
  readonly root: string
  /** A folder that is removed at the end. */
  readonly scratch: string
  /** The bytes of a notebook, and the file that holds them. */
  data(name: string): DataFile
  python(): Python
  browser(): Promise<BrowserBench>
  close(): Promise<void>
}

export interface DataFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Nothing is started before it is asked for. */
export async function openBench({ root, quick }: { root: string; quick: boolean }): Promise<Bench> {
  const scratch = mkdtempSync(join(tmpdir(), 'nbtrust-bench-'))
  const cache = join(root, 'artifacts/bench/data')
  mkdirSync(cache, { recursive: true })
  let python: Python | undefined
  let browser: Promise<BrowserBench> | undefined
  return {
    quick,
    root,
    scratch,
    rounds: quick ? { rounds: 7, budget: 2000, warmups: 3 } : { rounds: 25, budget: 15_000, warmups: 4 },
    data: (name) => dataFile(join(cache, `${name}.ipynb`), name),
    python: () => {
      python ??= startPython(join(root, 'bench/python/peer.py'))
      return python
    },
    browser: () => {
      browser ??= openBrowser(join(root, 'artifacts/bench/browser'), scratch)
      return browser
    },
    close: async () => {
      python?.close()
      await (await browser)?.close()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}

// The generator takes seconds for the large ones, so files are kept between runs.
function dataFile(path: string, name: string): DataFile {
  if (!existsSync(path)) writeFileSync(path, makeData(name))
  // Not a view of a pool that other buffers share.
  return { path, bytes: new Uint8Array(readFileSync(path)) }
}
