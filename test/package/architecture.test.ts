// Holds the architecture: who may import whom, who owns which package, where markup and scripts reach the page.
import { describe, expect, test } from 'vitest'
import { type SourceModule, sourceModules } from '../support/source.js'

const modules = sourceModules()

// A folder may import itself and what stands here. Files directly in src are the trust level: notary and session.
const below = {
  lib: [],
  nbformat: ['lib'],
  sanitize: ['lib'],
  canonical: ['lib', 'nbformat'],
  digest: ['lib', 'nbformat', 'canonical'],
  signatures: ['lib'],
  keys: ['lib', 'digest'],
  trust: ['lib', 'nbformat', 'canonical', 'digest', 'signatures', 'keys'],
  rendermime: ['lib', 'nbformat', 'sanitize', 'trust'],
  ui: ['lib', 'nbformat', 'sanitize', 'trust', 'rendermime'],
  node: ['lib', 'nbformat', 'sanitize', 'canonical', 'digest', 'signatures', 'trust', 'rendermime'],
  cli: [
    'lib',
    'nbformat',
    'sanitize',
    'canonical',
    'digest',
    'signatures',
    'trust',
    'rendermime',
    'ui',
    'node',
  ],
} as const satisfies Record<string, readonly string[]>

const owners: Record<string, string | undefined> = {
  idb: 'lib/indexeddb-requests.ts',
  // Both are loaded on demand: noble.ts holds every algorithm, noble-sha256.ts the one that a long session needs.
  '@noble/hashes': 'digest/noble*.ts',
  dompurify: 'sanitize/purify.ts',
  marked: 'sanitize/markdown-lexer.ts',
  jsdom: 'node/dom.ts',
  commander: 'cli/program.ts',
  'better-sqlite3': 'node/sqlite-client.ts',
}

// Each of these turns text into elements or code.
const sinks = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'document.write',
  'document.writeln',
  'ownerDocument.write',
  'createContextualFragment',
  'srcdoc',
  'setHTMLUnsafe',
  'setHTML',
  'parseFromString',
  'DOMParser',
  'eval',
  'Function',
]
const sinkOwners: Record<string, readonly string[]> = {
  'sanitize/sink.ts': ['innerHTML'],
  'rendermime/trusted.ts': ['innerHTML'],
}

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'trust')
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

describe('imports', () => {
  test('every folder of src has a place in the direction', () => {
    expect(
      [...new Set(modules.map((module) => folderOf(module.path)))].filter(
        (name) => !Object.hasOwn(below, name),
      ),
    ).toEqual([])
  })

  test('nothing imports upward', () => {
    const broken = modules
      .filter((module) => module.path !== 'index.ts')
      .flatMap((module) =>
        module.imports
          .filter((item) => item.path !== undefined && !mayImport(module, item.path))
          .map((item) => `${module.path} -> ${item.path}`),
      )
    expect(broken).toEqual([])
  })

  test('nothing imports the barrel', () => {
    expect(
      modules
        .filter((module) => module.imports.some((item) => item.path === 'index.ts'))
        .map((module) => module.path),
    ).toEqual([])
  })

  test('every relative import names a file that exists', () => {
    const known = new Set(modules.map((module) => module.path))
    const missing = modules.flatMap((module) =>
      module.imports
        .filter((item) => item.path !== undefined && !known.has(item.path))
        .map((item) => `${module.path} -> ${item.specifier}`),
    )
    expect(missing).toEqual([])
  })

  test('no two modules import each other in a circle', () => {
    expect(cycles(modules)).toEqual([])
  })

  test('each third-party package has one owner', () => {
    const strangers = modules.flatMap((module) =>
      module.imports
        .filter((item) => item.path === undefined && !item.typeOnly && !item.specifier.startsWith('node:'))
        .filter((item) => !owns(module.path, packageOf(item.specifier)))
        .map((item) => `${module.path} -> ${item.specifier}`),
    )
    expect(strangers).toEqual([])
  })

  test("Node's own modules are used in node/ and cli/ only", () => {
    const strangers = modules
      .filter((module) => !['node', 'cli'].includes(folderOf(module.path)))
      .filter((module) => module.imports.some((item) => item.specifier.startsWith('node:')))
    expect(strangers.map((module) => module.path)).toEqual([])
  })
})

describe('markup and scripts', () => {
  test('reach the page in the allowed files only', () => {
    const found = modules.flatMap((module) =>
      sinks
        .filter((name) => module.members.has(name))
        .filter((name) => !(sinkOwners[module.path] ?? []).includes(name))
        .map((name) => `${module.path}: ${name}`),
    )
    expect(found).toEqual([])
  })
})

describe('size', () => {
  test('no file of src is longer than 300 lines', () => {
    const long = modules.filter((module) => module.lines > 300)
    expect(long.map((module) => `${module.path}: ${module.lines}`)).toEqual([])
  })
})

function owns(path: string, name: string): boolean {
  const [start = '', end = ''] = owners[name]?.split('*') ?? []
  return start !== '' && path.startsWith(start) && path.endsWith(end)
}

function mayImport(module: SourceModule, target: string): boolean {
  const from = folderOf(module.path)
  const to = folderOf(target)
  return from === to || ((below as Record<string, readonly string[]>)[from] ?? []).includes(to)
}

function cycles(all: readonly SourceModule[]): string[] {
  const graph = new Map(
    all.map((module) => [
      module.path,
      module.imports.flatMap((item) => (item.path !== undefined && !item.typeOnly ? [item.path] : [])),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return found
}
