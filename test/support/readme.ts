// Takes the code blocks out of the README and other documents, so that tests can compile and run them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source.js'

/** A fenced block of a document: ```` ```ts browser ```` has language `ts` and place `browser`. */
export interface DocumentBlock {
  readonly language: string
  readonly place: string
  readonly code: string
  readonly line: number
  /** What its first line calls it, `// page.ts`, so that another block can import it; else made from the line. */
  readonly file: string
}

/** The blocks of a document of the package, by its path. */
export function documentBlocks(path: string): DocumentBlock[] {
  const lines = readFileSync(join(root, path), 'utf8').split('\n')
  const blocks: DocumentBlock[] = []
  for (let index = 0; index < lines.length; index++) {
    const fence = /^```(\w+) ?(\w*)$/.exec(lines[index] ?? '')
    if (!fence) continue
    const end = lines.indexOf('```', index + 1)
    if (end < 0) throw new Error(`${path}: the block at line ${index + 1} has no end`)
    const code = lines.slice(index + 1, end).join('\n')
    blocks.push({
      language: fence[1] ?? '',
      place: fence[2] ?? '',
      code,
      line: index + 1,
      file: /^\/\/ (\S+\.ts)\n/.exec(code)?.[1] ?? `line-${index + 1}.ts`,
    })
    index = end
  }
  return blocks
}

export function readmeBlocks(): DocumentBlock[] {
  return documentBlocks('README.md')
}

/** The one block of a place that holds this text. */
export function readmeBlock(place: string, text: string): DocumentBlock {
  const found = readmeBlocks().filter((block) => block.place === place && block.code.includes(text))
  const [block] = found
  if (!block || found.length > 1)
    throw new Error(`README.md has ${found.length} ${place} blocks with "${text}"`)
  return block
}

/** Writes blocks side by side into an emptied folder. */
export function writeBlocks(folder: string, blocks: readonly DocumentBlock[]): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { file, code } of blocks) writeFileSync(join(folder, file), `${code}\n`, { flag: 'wx' })
}
