// Builds the package into a folder of its own, for tests that start it as another process would: dist may be older, or be
// written by another run at this moment.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './source.js'

export interface BuiltPackage {
  /** The command's program file. */
  readonly bin: string
  /** The module behind `nbtrust/node`. */
  readonly node: string
  remove(): void
}

/** Takes about a second. Inside the checkout, so that the package's dependencies are found. */
export async function buildPackage(): Promise<BuiltPackage> {
  mkdirSync(join(root, 'artifacts'), { recursive: true })
  const folder = mkdtempSync(join(root, 'artifacts', 'built-'))
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  await build({ root, logLevel: 'error', build: { outDir: join(folder, 'dist'), emptyOutDir: true } })
  return {
    bin: join(folder, 'dist/cli/bin.js'),
    node: join(folder, 'dist/node/index.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
