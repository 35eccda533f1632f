// Reads the project's own source as syntax trees, for the tests that hold the architecture.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const root: string = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** One module of `src`, with what it imports and which member names it touches. */
export interface SourceModule {
  /** Path from `src`, with forward slashes: `sanitize/purify.ts`. */
  readonly path: string
  readonly imports: readonly ImportedModule[]
  /** Every member read, written or called, alone and with its owner's name: `innerHTML`, `document.write`; and what is called. */
  readonly members: ReadonlySet<string>
  readonly lines: number
}

export interface ImportedModule {
  readonly specifier: string
  /** Path from `src` for a relative import, with the `.ts` ending; undefined for a package. */
  readonly path: string | undefined
  readonly typeOnly: boolean
}

/** All modules of `src`. */
export function sourceModules(): SourceModule[] {
  const src = join(root, 'src')
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => readModule(src, name.split(sep).join('/')))
}

function readModule(src: string, path: string): SourceModule {
  const text = readFileSync(join(src, path), 'utf8')
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const found: ImportedModule[] = []
  const add = (specifier: string, typeOnly: boolean) => {
    const target = specifier.startsWith('.')
      ? relative(src, resolve(src, dirname(path), specifier))
          .split(sep)
          .join('/')
          .replace(/\.js$/, '.ts')
      : undefined
    found.push({ specifier, path: target, typeOnly })
  }
  for (const item of module.staticImports) {
    add(item.moduleRequest.value, item.entries.length > 0 && item.entries.every((entry) => entry.isType))
  }
  for (const item of module.staticExports) {
    for (const entry of item.entries) {
      if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType)
    }
  }
  const members = new Set<string>()
  visit(program, (node) => {
    if (node.type === 'MemberExpression') {
      const property = node.property as Record<string, unknown>
      const name = property.name ?? property.value
      const owner = node.object as Record<string, unknown>
      const ownerName = owner.name ?? (owner.property as Record<string, unknown> | undefined)?.name
      if (typeof name === 'string') members.add(name).add(`${ownerName}.${name}`)
    }
    if (node.type === 'ImportExpression') {
      const specifier = node.source as Record<string, unknown>
      if (typeof specifier.value === 'string') add(specifier.value, false)
    }
    if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      const callee = node.callee as Record<string, unknown>
      if (typeof callee.name === 'string') members.add(callee.name)
    }
  })
  return { path, imports: found, members, lines: text.split('\n').length - 1 }
}

function visit(value: unknown, look: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, look)
  } else if (value !== null && typeof value === 'object') {
    const node = value as Record<string, unknown>
    if (typeof node.type === 'string') look(node)
    for (const child of Object.values(node)) visit(child, look)
  }
}
