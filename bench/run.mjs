// Runs the benchmark: installs the peers where they are missing, builds the measured code as it would be shipped (Node and
// browser), and starts it. `npm run bench -- --quick --only digest,sanitize`
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { tokenizerPlugin } from '../scripts/tokenizer-plugin.mjs'

const bench = fileURLToPath(new URL('.', import.meta.url))
const built = join(bench, '../artifacts/bench')

if (!existsSync(join(bench, 'node_modules'))) {
  console.log('Installing the peers into bench/node_modules …')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('The peers could not be installed; see bench/README.md.')
}

const plugins = [tokenizerPlugin()]
const shared = {
  configFile: false,
  logLevel: 'error',
  root: bench,
  plugins,
  worker: { plugins: () => plugins },
}
await build({
  ...shared,
  // The peers of the Node part are found from here, but not from the folder that is built into.
  ssr: { noExternal: ['canonicalize'], external: ['better-sqlite3', 'jsdom'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: join(built, 'node'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { main: join(bench, 'main.ts'), 'memory-child': join(bench, 'parts/memory-child.ts') },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
await build({
  ...shared,
  base: './',
  root: join(bench, 'browser'),
  build: {
    target: 'es2022',
    minify: true,
    modulePreload: false,
    outDir: join(built, 'browser'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: { page: join(bench, 'browser/page.html'), cold: join(bench, 'browser/cold.html') },
    },
  },
})
const root = join(bench, '..')
await build({
  configFile: join(root, 'demo/vite.config.ts'),
  logLevel: 'error',
  build: { outDir: join(built, 'browser/demo') },
})
// The package as it is published, for the command.
await build({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'error',
  build: { outDir: join(built, 'package/dist') },
})
copyFileSync(join(root, 'package.json'), join(built, 'package/package.json'))
await import(pathToFileURL(join(built, 'node/main.mjs')).href)
