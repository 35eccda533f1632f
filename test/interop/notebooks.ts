// The notebooks that nbtrust and Jupyter have to agree about: every vector, and real ones.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HashAlgorithm } from '../../src/digest/index.js'
import { root } from '../support/source.js'
import { vectors } from '../vectors/nbformat/vectors.js'

export interface Sample {
  readonly name: string
  readonly source: Uint8Array
  readonly algorithm: HashAlgorithm
}

// Those of the shared folder are there while developing; a clone without it has the demo's.
const folders = [join(root, 'demo/notebooks'), join(root, '../shared/notebooks')]

/** Notebooks written by people and programs. */
export const realNotebooks: readonly Sample[] = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ipynb'))
      .map((name) => ({
        name,
        source: new Uint8Array(readFileSync(join(folder, name))),
        algorithm: 'sha256' as const,
      })),
  )

/** The vectors whose outcome does not hang on Python's own limits. */
export const vectorNotebooks: readonly Sample[] = vectors
  .filter(({ envDependent }) => !envDependent)
  .map(({ name, source, algorithm }) => ({ name, source: new Uint8Array(Buffer.from(source)), algorithm }))
