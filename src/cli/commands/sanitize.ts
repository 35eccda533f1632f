// nbtrust sanitize: writes a copy of a notebook in which nothing can act, and says what was taken out.
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { utf8Decode } from '../../lib/bytes.js'
import { NbtrustError } from '../../lib/errors.js'
import { openWindow } from '../../node/dom.js'
import { readSource, readStream } from '../../node/notebook-file.js'
import { type SanitizedPart, sanitizeNotebook } from '../../node/sanitize-notebook.js'
import { englishRenderMessages } from '../../rendermime/messages.js'
import { countKinds } from '../../rendermime/summarize.js'
import { type ExitCode, exitDone } from '../exit-codes.js'
import { stdinName } from '../find-notebooks.js'
import { messages } from '../messages.js'
import { isStandardOutput, writeOutput } from '../write-output.js'
import { aboutFile, type CommonOptions, type Context } from './context.js'

export interface SanitizeOptions extends Pick<CommonOptions, 'json'> {
  readonly output: string
}

export async function sanitize(file: string, options: SanitizeOptions, context: Context): Promise<ExitCode> {
  const { io, console } = context
  const path = file === '-' ? undefined : resolve(io.cwd, file)
  const output = isStandardOutput(options.output) ? undefined : resolve(io.cwd, options.output)
  if (path && output && (await isSameFile(path, output))) {
    throw new NbtrustError('ERR_ARGUMENT', messages.sameFile)
  }
  const name = path === undefined ? stdinName : file
  const { text, parts } = await aboutFile(name, async () => {
    const bytes = path === undefined ? await readStream(io.stdin) : await readSource(path)
    return sanitizeNotebook(utf8Decode(bytes), { window: await openWindow() })
  })
  if (output === undefined) {
    console.raw(text)
    for (const part of parts) console.warn(describe(part))
    return exitDone
  }
  await writeOutput(options.output, text, { io })
  for (const part of parts) console.say(describe(part))
  if (parts.length === 0) console.say(messages.nothingRemoved)
  console.say(messages.written(options.output))
  console.document({ file: name, output: options.output, removed: parts })
  return exitDone
}

function describe({ place, removed, removedTypes }: SanitizedPart): string {
  const counts = [...countKinds(removed)].map(([kind, count]) => englishRenderMessages.count(kind, count))
  const types = removedTypes.map(messages.removedType)
  const taken = counts.length > 0 ? [messages.removedParts(englishRenderMessages.list(counts))] : []
  const what = [...taken, ...types]
  return messages.removedAt(place, what.length > 0 ? what.join('; ') : messages.rewritten)
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  if (one === other) return true
  try {
    const [a, b] = await Promise.all([stat(one), stat(other)])
    return a.dev === b.dev && a.ino === b.ino
  } catch {
    return false
  }
}
