// Builds the harness page from `src` into a folder that the server gives out.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the page; answers the folder it is in. */
export async function buildHarness(): Promise<string> {
  const outDir = fileURLToPath(new URL('../../artifacts/engines', import.meta.url))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('page', import.meta.url)),
    base: './',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2022', modulePreload: false },
  })
  return outDir
}
