// Takes the code blocks out of the README, so that tests can compile and run them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source.js'

/** A fenced block of the README: ```` ```ts browser ```` has language `ts` and place `browser`. */
export interface ReadmeBlock {
  readonly language: string
  readonly place: string
  readonly code: string
  readonly line: number
}

export function readmeBlocks(): ReadmeBlock[] {
  const lines = readFileSync(join(root, 'README.md'), 'utf8').split('\n')
  const blocks: ReadmeBlock[] = []
  for (let index = 0; index < lines.length; index++) {
    const fence = /^```(\w+) ?(\w*)$/.exec(lines[index] ?? '')
    if (!fence) continue
    const end = lines.indexOf('```', index + 1)
    if (end < 0) throw new Error(`README.md: the block at line ${index + 1} has no end`)
    blocks.push({
      language: fence[1] ?? '',
      place: fence[2] ?? '',
      code: lines.slice(index + 1, end).join('\n'),
      line: index + 1,
    })
    index = end
  }
  return blocks
}

/** The one block of a place that holds this text. */
export function readmeBlock(place: string, text: string): ReadmeBlock {
  const found = readmeBlocks().filter((block) => block.place === place && block.code.includes(text))
  const [block] = found
  if (!block || found.length > 1)
    throw new Error(`README.md has ${found.length} ${place} blocks with "${text}"`)
  return block
}
