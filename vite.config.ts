// Builds the package with its modules preserved, so that importing one function pulls in one function, and
// declares the test projects: node, dom (jsdom), browser (a real Chromium), e2e (the built demo) and demo (what is only the demo's).
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { build, type Plugin } from 'vite'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { chromiumArgs, chromiumPath } from './scripts/chromium.mjs'
import { tokenizerPlugin } from './scripts/tokenizer-plugin.mjs'

const manifest: { dependencies: object; optionalDependencies: object } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
)
const external = [
  /^node:/,
  ...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).map(
    (name) => new RegExp(`^${name}(/|$)`),
  ),
  /^better-sqlite3$/,
]

// Workers stay modules of the package, so that the user's bundler finds them by `new URL(…, import.meta.url)` as Vite does:
// its own plugin would bundle them here already, into a folder that no bundler looks into.
const keepWorkers = (folder: string): Plugin => ({
  name: 'keep-workers',
  apply: 'build',
  enforce: 'pre',
  transform: (code) => code.replace(/new URL\('\.\/([\w-]+\.worker)\.ts'/g, "new URL(keepWorker('$1')"),
  renderChunk: (code) => code.replace(/keepWorker\(["']([^"']+)["']\)/g, `'${folder}$1.js'`),
})

// Each thread of the command loads it anew, and takes most of a millisecond for each module: so it becomes a few files. What
// jobs and commands share is one of them, but for what brings packages along, and what only a review needs.
const bundleCommand: Plugin = {
  name: 'bundle-command',
  apply: 'build',
  writeBundle: async ({ dir = 'dist' }) => {
    await build({
      root: fileURLToPath(new URL('.', import.meta.url)),
      configFile: false,
      logLevel: 'error',
      plugins: [tokenizerPlugin(), keepWorkers('../canonical/')],
      build: {
        target: 'es2022',
        minify: false,
        outDir: join(dir, 'cli'),
        emptyOutDir: false,
        lib: { entry: { bin: 'src/cli/bin.ts' }, formats: ['es'] },
        rolldownOptions: {
          external,
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: '[name].js',
            codeSplitting: {
              groups: [
                {
                  name: 'shared',
                  test: /[\\/]src[\\/](?!cli|rendermime|sanitize|session|ui|.*(?:noble|inert|sanitize))/,
                },
              ],
            },
          },
        },
      },
    })
  },
}

// How the demo looks and what it keeps takes its time, and is no matter of the package: a suite of its own.
const demoTests = ['keep', 'layout', 'look'].map((name) => `test/e2e/${name}.test.ts`)

const config: ViteUserConfig = defineConfig({
  plugins: [tokenizerPlugin(), keepWorkers('./'), bundleCommand],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        'sanitize/index': 'src/sanitize/index.ts',
        'node/index': 'src/node/index.ts',
        'canonical/encode.worker': 'src/canonical/encode.worker.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    // On two cores Vitest would use one: its tests wait for browsers and processes half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        plugins: [tokenizerPlugin()],
        test: {
          name: 'node',
          setupFiles: ['test/support/fuzz-seed.ts'],
          environment: 'node',
          include: ['test/{unit,property,node,package}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'dom',
          setupFiles: ['test/support/fuzz-seed.ts'],
          environment: 'jsdom',
          include: ['test/dom/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [tokenizerPlugin()],
        test: {
          name: 'browser',
          setupFiles: ['test/support/fuzz-seed.ts'],
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromiumPath(), args: chromiumArgs },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          exclude: demoTests,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'demo',
          environment: 'node',
          include: demoTests,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

export default config
