// Reads many small files one after the other: at once, because it takes longer to wait for another thread than to read one, and
// into one memory, because fresh memory for each costs more than reading it.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { defaultMaxBytes } from '../nbformat/index.js'
import { fileError, readSource, tooLarge } from './notebook-file.js'

// Larger files get memory of their own.
const mostKept = 1_000_000

let kept: Uint8Array | undefined

/**
 * Lends a notebook file's bytes to `use`: they are only good until what that returns is settled. For a thread that has nothing
 * else to do.
 * @throws NbtrustError `ERR_FILE`, `ERR_TOO_LARGE`, as `readSource`; whatever `use` throws.
 */
export async function lendSource<Answer>(
  path: string,
  use: (bytes: Uint8Array) => Promise<Answer>,
): Promise<Answer> {
  const size = regularSize(path)
  if (size === 0) return await use(await readSource(path))
  const memory = takeMemory(size)
  try {
    return await use(memory.subarray(0, readInto(memory, path, size)))
  } finally {
    if (memory.length <= mostKept) kept = memory
  }
}

/** 0 for what is no regular file, and for one that does not say how large it is. */
function regularSize(path: string): number {
  return orFileError(path, () => {
    const stats = statSync(path)
    if (!stats.isFile()) return 0
    if (stats.size > defaultMaxBytes) throw tooLarge(stats.size, defaultMaxBytes)
    return stats.size
  })
}

function takeMemory(size: number): Uint8Array {
  const idle = kept
  kept = undefined
  return idle && idle.length >= size ? idle : new Uint8Array(Math.max(size, mostKept))
}

function readInto(memory: Uint8Array, path: string, size: number): number {
  return orFileError(path, () => {
    const file = openSync(path, 'r')
    try {
      let read = 0
      // None are left where the file has become shorter.
      for (let more = -1; more !== 0 && read < size; read += more) {
        more = readSync(file, memory, read, size - read, null)
      }
      return read
    } finally {
      closeSync(file)
    }
  })
}

function orFileError<Value>(path: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw fileError(path, 'read', error)
  }
}
