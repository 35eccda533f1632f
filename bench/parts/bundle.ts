// What an import costs a page: minified, compressed with gzip, third-party code included.
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import type { Bench } from '../kit/bench.js'
import type { Row } from '../kit/row.js'

interface Entry {
  readonly name: string
  readonly code: string
  readonly atMost?: number
}

const entries: readonly Entry[] = [
  {
    name: 'nbtrust/sanitize, HTML only',
    code: `export { sanitizeHtml, setSafeHtml } from 'SRC/sanitize/index.js'`,
    atMost: 20,
  },
  {
    name: 'notary + session + IndexedDB',
    code: `export { openNotary, TrustSession } from 'SRC/index.js'`,
    atMost: 9,
  },
  {
    name: 'a viewer without trust and KaTeX',
    code: `export { cellsOf, parseNotebook, renderMarkdownCell, renderOutput } from 'SRC/index.js'`,
    atMost: 48,
  },
  {
    name: 'a viewer with trust, without KaTeX',
    code: `export { cellsOf, openNotary, parseNotebook, renderMarkdownCell, renderOutput, trustBadge, trustNotebook, TrustSession } from 'SRC/index.js'`,
  },
  { name: 'all of it, without KaTeX', code: `export * from 'SRC/index.js'` },
  {
    name: 'the peer: JupyterLab Sanitizer',
    code: `export { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer'`,
  },
  { name: 'the limit: dompurify', code: `export { default } from 'dompurify'` },
]

/** In units of 1000 bytes. */
export async function* bundle({ root }: Bench): AsyncIterable<Row> {
  for (const { name, code, atMost } of entries) {
    const kilobytes = await gzippedSize(root, code.replaceAll('SRC', join(root, 'src')))
    yield {
      name: `bundle, ${name}`,
      goals: [{ unit: 'KB', reached: kilobytes, ...(atMost === undefined ? {} : { atMost }) }],
      figures: {},
    }
  }
}

async function gzippedSize(root: string, entry: string): Promise<number> {
  const id = join(root, 'bench/virtual-entry.ts')
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
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
  const chunks = output.filter((item) => item.type === 'chunk')
  // What is loaded at once: the entry, and what it imports as it stands. The rest is only loaded when it is needed.
  const names = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName))
  for (const name of names) {
    for (const imported of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) names.add(imported)
  }
  const code = chunks.filter((chunk) => names.has(chunk.fileName)).map((chunk) => chunk.code)
  return gzipSync(code.join('\n')).length / 1000
}
