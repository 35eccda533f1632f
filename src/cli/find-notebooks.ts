// Turns the command's arguments into notebooks: files, folders (all notebooks below), patterns, and - for standard input.
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileErrorReason } from '../node/file-errors.js'
import { globBase, globToRegExp, isGlob } from './glob.js'
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
 * below it, without hidden folders (checkpoints, `.git`) and `node_modules`; symbolic links to folders are not followed.
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
  const found = [...walk(path)].filter((file) => file.endsWith('.ipynb')).sort()
  if (found.length === 0) return [{ name, problem: messages.emptyFolder }]
  return found.map((file) => ({ name: name === '.' ? file : `${prefix}${file}`, path: join(path, file) }))
}

function pattern(argument: string, cwd: string): Input[] {
  const written = argument.replaceAll(sep, '/')
  const base = globBase(written)
  const matches = globToRegExp(written)
  const names = [...walk(resolve(cwd, base))]
    .map((file) => (base === '.' ? file : join(base, file)))
    .filter((file) => matches.test(file.replaceAll(sep, '/').replace(/^\.\//, '')))
  if (names.length === 0) return [{ name: argument, problem: messages.noMatch }]
  return names.sort().map((name) => ({ name, path: resolve(cwd, name) }))
}

// Paths of files, from the folder. Depth first, one folder in memory at a time.
function* walk(folderPath: string, prefix = ''): Generator<string, void, void> {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(folderPath, prefix), { withFileTypes: true })
  } catch {
    return
  }
  for (const entry of entries) {
    const path = join(prefix, entry.name)
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* walk(folderPath, path)
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      yield path
    }
  }
}
