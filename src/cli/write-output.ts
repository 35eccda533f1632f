// Writes what a command was asked to write to a file of the user's choice, which may be a pipe or standard output too.
import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isatty } from 'node:tty'
import { NbtrustError } from '../lib/errors.js'
import { fileErrorReason, systemErrorCode } from '../node/file-errors.js'
import { type ReplaceOptions, replaceFile } from '../node/replace-file.js'
import type { Io } from './io.js'
import { messages } from './messages.js'

// Opened by its name it would be another file with a position of its own, and what is said after would overwrite it.
const standardOutput: ReadonlySet<string> = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])

/** True for a name of standard output. */
export function isStandardOutput(output: string): boolean {
  return standardOutput.has(output)
}

/** Writes the file. @throws NbtrustError `ERR_FILE` with the name as it was given; `ERR_ARGUMENT` if that is empty. */
export async function writeOutput(
  output: string,
  text: string,
  { io, ...options }: Omit<ReplaceOptions, 'guard'> & { readonly io: Io },
): Promise<void> {
  // A variable of a shell that is not set.
  if (output === '') throw new NbtrustError('ERR_ARGUMENT', messages.emptyName)
  try {
    await replaceFile(resolve(io.cwd, output), text, { ...options, guard: io.guard })
  } catch (cause) {
    if (systemErrorCode(cause) === undefined) throw cause
    const sentence = messages.cannotWrite(output, fileErrorReason(cause))
    throw new NbtrustError('ERR_FILE', sentence, { place: output, cause })
  }
}

/** True if the file is a terminal, such as /dev/tty. */
export async function isTerminal(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined)
  if (stats?.isCharacterDevice() !== true) return false
  const file = await open(path, constants.O_WRONLY | constants.O_NOCTTY).catch(() => undefined)
  if (!file) return false
  const answer = isatty(file.fd)
  await file.close()
  return answer
}
