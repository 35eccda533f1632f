// Looks at the package as npm would publish it: which files, which exports, which types, what a bundle pulls in.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../support/bundle.js'
import { root } from '../support/source.js'

const run = promisify(execFile)
let folder = ''
let tarball = ''
let files: string[] = []

beforeAll(async () => {
  if (!existsSync(join(root, 'dist/index.d.ts')))
    throw new Error('These tests look at dist: run "npm run build" first.')
  folder = mkdtempSync(join(tmpdir(), 'nbtrust-pack-'))
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  })
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[]
  if (!packed) throw new Error('npm pack named no file')
  tarball = join(folder, packed.filename)
  files = packed.files.map((file) => file.path)
  // npm takes its time on a busy machine.
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm pack', () => {
  test('holds the build, the manifest and the documents people look for', () => {
    const documents = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']
    const guides = ['architecture', 'cli', 'long-notebooks', 'performance', 'shared-database', 'threat-model']
    const pictures = ['images/dialog.png', 'images/untrusted.png']
    const docs = [...guides.map((name) => `${name}.md`), ...pictures].map((name) => `docs/${name}`)
    expect(files.filter((file) => !file.startsWith('dist/')).sort()).toEqual([...documents, ...docs].sort())
  })

  test('holds whatever its documents link to', () => {
    const dead = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => linksOf(file).filter((target) => !files.includes(target)))
    expect(linksOf('README.md')).toContain('docs/cli.md')
    expect(dead).toEqual([])
  })

  test('holds nothing in dist but modules, their types and the command', () => {
    const odd = files.filter((file) => file.startsWith('dist/') && !/\.(js|d\.ts)$/.test(file))
    expect(odd).toEqual([])
  })

  test('every module in it has its types', () => {
    const modules = files.filter((file) => file.endsWith('.js') && !file.startsWith('dist/cli/'))
    expect(modules.filter((file) => !files.includes(file.replace(/\.js$/, '.d.ts')))).toEqual([])
  })

  test('the file behind every export and the command is in it', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>
      bin: Record<string, string>
    }
    const targets = [...Object.values(manifest.exports), manifest.bin].flatMap((value) =>
      typeof value === 'string' ? [value] : Object.values(value),
    )
    expect(
      targets.map((target) => target.replace('./', '')).filter((target) => !files.includes(target)),
    ).toEqual([])
  })

  test('publint finds nothing to say', async () => {
    const { publint } = await import('publint')
    const { messages } = await publint({ pkgDir: root, strict: true })
    expect(messages).toEqual([])
  })

  test('attw finds nothing wrong with the types, for ESM and for bundlers', async () => {
    const attw = join(root, 'node_modules/.bin/attw')
    // It exits with 1, and so rejects, on any problem that the profile does not rule out.
    const { stdout } = await run(attw, [tarball, '--profile', 'esm-only', '--no-emoji'], { cwd: root })
    expect(stdout).toContain('"nbtrust/sanitize"')
  })
})

// The files of the package that a document names in `[…](…)`, by their paths from the root.
function linksOf(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8')
  const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(document), target))
}

// What each import may not drag along, and how large it may get (kB of minified gzip, third-party code included).
const bundles = [
  {
    entry: "export { sanitizeHtml, setSafeHtml } from 'nbtrust/sanitize'",
    without: [
      'node_modules/marked',
      'node_modules/idb',
      '@noble/hashes',
      'dist/notary',
      'dist/rendermime',
      'dist/ui',
    ],
    kilobytes: 35.4,
  },
  {
    entry: "export { openNotary, TrustSession } from 'nbtrust'",
    without: [
      'node_modules/marked',
      'node_modules/dompurify',
      '@noble/hashes',
      'dist/canonical/tokenize',
      'dist/rendermime',
      'dist/ui',
      'dist/sanitize',
    ],
    kilobytes: 9,
  },
  // What shows a notebook, and asks nobody for trust.
  {
    entry: "export { cellsOf, parseNotebook, renderMarkdownCell, renderOutput } from 'nbtrust'",
    without: ['dist/ui', 'dist/canonical', 'dist/digest', '@noble/hashes', 'katex'],
    kilobytes: 72.8,
  },
  // What shows it, remembers trust, and lets the reader give it.
  {
    entry: `export { cellsOf, openNotary, parseNotebook, renderMarkdownCell, renderOutput, trustBadge, trustNotebook, TrustSession } from 'nbtrust'`,
    without: ['dist/node', 'dist/cli', 'jsdom', 'katex'],
    kilobytes: 86,
  },
  {
    entry: "export * from 'nbtrust'",
    without: ['dist/node', 'dist/cli', 'jsdom', 'commander', 'sqlite', 'katex'],
    kilobytes: 100,
  },
]

test('a bundler finds the worker that encodes large notebooks', async () => {
  const { files, assets } = await bundle("export { computeDigest } from 'nbtrust'")
  const [worker] = assets.filter((name) => name.includes('encode.worker'))
  expect(worker).toBeDefined()
  expect(
    [...files.values()].filter((code) => code.includes(String(worker).replace(/^assets\//, ''))),
  ).toHaveLength(1)
})

test('a thread of the command loads no more of the sanitizer than its limits, and nothing of the session', () => {
  const loaded = new Set<string>()
  const load = (name: string): string[] => {
    if (loaded.has(name)) return []
    loaded.add(name)
    const code = readFileSync(join(root, 'dist/cli', name), 'utf8')
    const sources = [...code.matchAll(/^\/\/ (src\/\S+)$/gm)].map(([, source = '']) => source)
    const imports = [...code.matchAll(/^import .*?"\.\/([\w-]+\.js)"/gm)].map(([, file = '']) => file)
    return [...sources, ...imports.flatMap(load)]
  }
  const sources = load('worker.js')
  expect(sources).toContain('src/canonical/encode-here.ts')
  expect(sources.filter((source) => /^src\/(sanitize|session)/.test(source)).sort()).toEqual([
    'src/sanitize/limits.ts',
    'src/sanitize/markdown-nesting.ts',
  ])
})

describe('a bundle of', () => {
  test.each(bundles)('$entry pulls in what it needs and no more', async ({ entry, without, kilobytes }) => {
    const made = await bundle(entry)
    expect(without.filter((name) => made.modules.some((module) => module.includes(name)))).toEqual([])
    console.log(`${entry}: ${made.kilobytes.toFixed(1)} kB min+gzip`)
    expect(made.kilobytes).toBeLessThan(kilobytes)
  })
})
