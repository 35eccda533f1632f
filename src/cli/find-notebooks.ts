// Turns the command's arguments into notebooks: files, folders (all notebooks below), patterns, and - for standard input.
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileErrorReason, systemErrorCode } from '../node/file-errors.js'
import { globBase, globToRegExp, isGlob, normalizeGlob } from './glob.js'
import { messages } from './messages.js'

/** One notebook to work on, or an argument that leads to none. */
export type Input =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly stdin: true }
  | { readonly name: string; readonly problem: string }

/** What standard input is called, as `jupyter trust` does. */
export const stdinName = '<stdin>'

/**
 * The notebooks that the arguments name, each once, in their order; those of a folder sorted. A folder means every `*.ipynb`
 * below it, without hidden folders (checkpoints, `.git`) and `node_modules`; symbolic links are followed to files only.
 */
export function findNotebooks(args: readonly string[], cwd: string): Input[] {
  const seen = new Set<string>()
  return args
    .flatMap((argument) => resolveArgument(argument, cwd))
    .filter((input) => {
      if (!('path' in input)) return true
      const isNew = !seen.has(input.path)
      seen.add(input.path)
      return isNew
    })
}

function resolveArgument(argument: string, cwd: string): Input[] {
  if (argument === '-') return [{ name: stdinName, stdin: true }]
  // A variable of a shell that is not set. Resolved it would be this folder, with all that is below it.
  if (argument === '') return [{ name: "''", problem: messages.emptyName }]
  const path = resolve(cwd, argument)
  try {
    if (statSync(path).isDirectory()) return folder(argument, path)
    return [{ name: argument, path }]
  } catch (error) {
    if (isGlob(argument)) return pattern(argument, cwd)
    return [{ name: argument, problem: fileErrorReason(error) }]
  }
}

function folder(name: string, path: string): Input[] {
  const prefix = name.endsWith('/') || name.endsWith(sep) ? name : `${name}${sep}`
  const found = [...walk(path)].filter(
    (entry) => entry.problem !== undefined || entry.path.endsWith('.ipynb'),
  )
  if (found.length === 0) return [{ name, problem: messages.emptyFolder }]
  const nameOf = (below: string): string => (name === '.' ? below : `${prefix}${below}`)
  return inOrder(found).map(({ path: below, problem }) =>
    problem === undefined
      ? { name: nameOf(below), path: join(path, below) }
      : { name: below === '' ? name : nameOf(below), problem },
  )
}

function pattern(argument: string, cwd: string): Input[] {
  const slashes = argument.replaceAll(sep, '/')
  // Windows names another computer so.
  const share = sep === '\\' && /^\/\/[^/]/.test(slashes) ? '/' : ''
  const written = share + normalizeGlob(slashes)
  const base = globBase(written)
  const matches = globToRegExp(written)
  const found = [...walk(resolve(cwd, base))]
    .map(({ path, ...entry }) => ({ ...entry, path: base === '.' ? path : join(base, path) }))
    .filter(({ path, problem }) =>
      problem === undefined
        ? matches.test(path.replaceAll(sep, '/').replace(/^\.\//, ''))
        : mayHoldMatches(path, written),
    )
  if (found.length === 0) return [{ name: argument, problem: messages.noMatch }]
  return inOrder(found).map(({ path, problem }) =>
    problem === undefined ? { name: path, path: resolve(cwd, path) } : { name: path, problem },
  )
}

// A folder that is as deep as the files that are looked for holds none of them.
function mayHoldMatches(folderPath: string, written: string): boolean {
  const depth = (path: string): number => path.split('/').filter((part) => part !== '' && part !== '.').length
  return written.includes('**') || depth(folderPath.replaceAll(sep, '/')) < depth(written)
}

/** A file below a folder, or a folder that could not be looked into, and why. */
interface Entry {
  readonly path: string
  readonly problem?: string
}

function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((one, other) => (one.path < other.path ? -1 : 1))
}

// Paths of files, from the folder. Depth first, one folder in memory at a time. What is in a folder that cannot be read was
// not looked at, and whoever asks whether all is well must hear that.
function* walk(folderPath: string, prefix = ''): Generator<Entry, void, void> {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(folderPath, prefix), { withFileTypes: true })
  } catch (error) {
    // What is not there, or gone by now, holds nothing.
    if (systemErrorCode(error) !== 'ENOENT') yield { path: prefix, problem: fileErrorReason(error) }
    return
  }
  for (const entry of entries) {
    const path = join(prefix, entry.name)
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* walk(folderPath, path)
    } else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(join(folderPath, path)))) {
      yield { path }
    }
  }
}

// In a folder from somebody else a link may lead to a terminal, a pipe or a device, and whoever reads that may wait for ever. One
// that leads nowhere is a file that cannot be read, and that is said when it is.
function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile()
  } catch {
    return true
  }
}
