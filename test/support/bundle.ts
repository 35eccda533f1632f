// Bundles a few lines of code that import the built package, as a user's bundler would.

import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { root } from './source.js'

export interface Bundle {
  /** Every file by its name, what is loaded later included. */
  readonly files: ReadonlyMap<string, string>
  /** The names of what is no module of the page: workers. */
  readonly assets: readonly string[]
  /** The names of the files that are loaded at once. */
  readonly atOnce: readonly string[]
  /** The file to load. */
  readonly entry: string
  /** The modules that left something in what is loaded at once. */
  readonly modules: readonly string[]
  /** What is loaded at once, minified and compressed with gzip, third-party code included; in units of 1000 bytes. */
  readonly kilobytes: number
}

/** Bundles TypeScript for the browser as one ES module. `nbtrust` in it means the package as built into dist. */
export async function bundle(entry: string): Promise<Bundle> {
  const id = join(root, 'virtual-entry.ts')
  const output = (await build({
    root,
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (name) => (name === 'virtual-entry' ? id : undefined),
        load: (name) => (name === id ? entry : undefined),
      },
      {
        // Vite's code to load chunks early, which is not the package's: others import them as they stand.
        name: 'no-preload',
        enforce: 'pre',
        load: (name) =>
          name.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : undefined,
      },
    ],
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: 'virtual-entry', preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput
  const all = output.output.filter((item) => item.type === 'chunk')
  const atOnce = new Set(all.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName))
  for (const name of atOnce) {
    for (const imported of all.find((chunk) => chunk.fileName === name)?.imports ?? []) atOnce.add(imported)
  }
  const chunks = all.filter((chunk) => atOnce.has(chunk.fileName))
  const modules = chunks.flatMap((chunk) =>
    Object.entries(chunk.modules)
      .filter(([, module]) => module.renderedLength > 0)
      .map(([name]) => name),
  )
  return {
    files: new Map(all.map((chunk) => [chunk.fileName, chunk.code])),
    assets: output.output.filter((item) => item.type === 'asset').map((item) => item.fileName),
    atOnce: [...atOnce],
    entry: all.find((chunk) => chunk.isEntry)?.fileName ?? '',
    modules,
    kilobytes: gzipSync(chunks.map((chunk) => chunk.code).join('\n')).length / 1000,
  }
}
