// The digests of a large notebook file that is read piece by piece, and never in memory as a whole.
import { statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { encodeParts, Uncuttable } from '../canonical/encode-parts.js'
import type { Encoding } from '../canonical/index.js'
import { hasHash, startHmac } from './native-hmac.js'
import { fileError } from './notebook-file.js'
import type { SigningKey } from './notebook-signatures.js'

/** What to find out, and who is told. */
export interface StreamOptions extends SigningKey {
  readonly encodings: readonly Encoding[]
  /** Rejects with its reason once it is aborted. */
  readonly signal?: AbortSignal | undefined
  /** Told how much is read, from 0 to 1. */
  readonly onProgress?: ((part: number) => void) | undefined
}

// A smaller file is read faster at once.
const smallest = 4_000_000
const pieceBytes = 1_000_000
// At the end of a file is the version, in a few lines.
const endBytes = 4096

/** True for a large file that is on a disk. */
export function worthStreaming(path: string): boolean {
  try {
    const stats = statSync(path)
    return stats.isFile() && stats.size >= smallest
  } catch {
    return false // Whoever reads it says why.
  }
}

/**
 * The digests that a file on a disk has, in lower-case hex. Undefined where it has to be read as a whole: one that is no
 * notebook of version 4, has a key before its cells, or has an error that is to be told.
 * @throws NbtrustError (rejects) `ERR_FILE`; the reason of `signal`.
 */
export async function streamDigests(
  path: string,
  { secret, algorithm, encodings, signal, onProgress }: StreamOptions,
): Promise<ReadonlyMap<Encoding, string> | undefined> {
  if (!hasHash(algorithm)) return undefined
  const file = await open(path, 'r').catch((error) => {
    throw fileError(path, 'read', error)
  })
  try {
    const { size } = await file.stat()
    const hmacs = new Map(encodings.map((encoding) => [encoding, startHmac(secret, algorithm)]))
    const takers = new Map(
      [...hmacs].map(([encoding, hmac]) => [encoding, (bytes: Uint8Array) => void hmac.update(bytes)]),
    )
    const minor = await likelyMinor(file, size)
    const report = (read: number): void => onProgress?.(Math.min(1, read / size))
    const failed = await encodeParts({ pieces: piecesOf(file, { signal, report }), minor, takers })
    const found = [...hmacs].filter(([encoding]) => !failed.has(encoding))
    return new Map(found.map(([encoding, hmac]) => [encoding, hmac.digest('hex')]))
  } catch (error) {
    if (error instanceof Uncuttable) return undefined
    throw fileError(path, 'read', error)
  } finally {
    await file.close()
  }
}

interface Watch {
  readonly signal: AbortSignal | undefined
  readonly report: (read: number) => void
}

async function* piecesOf(
  file: FileHandle,
  { signal, report }: Watch,
): AsyncGenerator<Uint8Array, void, void> {
  const memory = new Uint8Array(pieceBytes)
  for (let position = 0; ; ) {
    signal?.throwIfAborted()
    const { bytesRead } = await file.read(memory, 0, memory.length, position)
    if (bytesRead === 0) return
    yield memory.subarray(0, bytesRead)
    position += bytesRead
    report(position)
  }
}

// Of notebooks with ids and without, which is known for certain once all is read.
async function likelyMinor(file: FileHandle, size: number): Promise<number> {
  const memory = new Uint8Array(endBytes)
  const { bytesRead } = await file.read(memory, 0, endBytes, Math.max(0, size - endBytes))
  const end = new TextDecoder().decode(memory.subarray(0, bytesRead))
  const [minor] = [...end.matchAll(/"nbformat_minor"\s*:\s*(\d{1,3})\b/g)].slice(-1)
  return minor ? Number(minor[1]) : 5
}
