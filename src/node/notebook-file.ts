// Reads a notebook file, and writes one so that at every moment either the old or the new one is there, whole.
import { type FileHandle, open } from 'node:fs/promises'
import { sizeText } from '../lib/bytes.js'
import { NbtrustError } from '../lib/errors.js'
import {
  defaultMaxBytes,
  type Notebook,
  type NotebookSource,
  parseNotebook,
  serializeNotebook,
} from '../nbformat/index.js'
import { fileErrorReason, systemErrorCode } from './file-errors.js'
import { replaceFile } from './replace-file.js'

/** A notebook with the bytes it was read from. */
export interface NotebookFile {
  readonly notebook: Notebook
  /** What is signed and checked: parsing loses the spelling of numbers, the bytes keep it. */
  readonly source: Uint8Array
}

/** How much is read. */
export interface ReadOptions {
  /** The largest file that is read, in bytes; default 50,000,000. */
  readonly maxBytes?: number | undefined
}

/**
 * Reads a notebook file.
 *
 * @throws NbtrustError `ERR_FILE` if it can't be read, `ERR_TOO_LARGE`, and what `parseNotebook` throws.
 */
export async function readNotebook(path: string, options: ReadOptions = {}): Promise<NotebookFile> {
  const source = await readSource(path, options)
  return { notebook: parseNotebook(source, options), source }
}

/** Reads a notebook file's bytes without looking at them. @throws NbtrustError `ERR_FILE`, `ERR_TOO_LARGE`. */
export async function readSource(path: string, options: ReadOptions = {}): Promise<Uint8Array> {
  const { maxBytes = defaultMaxBytes } = options
  try {
    const file = await open(path, 'r')
    try {
      return await readUpTo(file, maxBytes)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileError(path, 'read', error)
  }
}

/**
 * Writes a notebook: text and bytes as they are, a `Notebook` as Jupyter would. A new file replaces the old one when it is
 * complete and on the disk; mode, owner and group (where this user may set them) and a symbolic link are kept. A device or a
 * pipe is written to, and so is a file whose group could not be kept.
 *
 * @throws NbtrustError `ERR_FILE`; a file that would have been replaced is unchanged then. What `serializeNotebook` throws.
 */
export async function writeNotebook(path: string, notebook: NotebookSource): Promise<void> {
  const content =
    typeof notebook === 'string' || notebook instanceof Uint8Array ? notebook : serializeNotebook(notebook)
  try {
    await replaceFile(path, content)
  } catch (error) {
    throw fileError(path, 'written', error)
  }
}

async function readUpTo(file: FileHandle, maxBytes: number): Promise<Uint8Array> {
  const stats = await file.stat()
  if (stats.size > maxBytes) throw tooLarge(stats.size, maxBytes)
  return stats.isFile()
    ? new Uint8Array(await file.readFile())
    : await readStream(file.createReadStream({ autoClose: false }), { maxBytes })
}

/** Reads a stream to its end. @throws NbtrustError `ERR_TOO_LARGE` as soon as it is longer than `maxBytes`. */
export async function readStream(
  stream: AsyncIterable<unknown>,
  options: ReadOptions = {},
): Promise<Uint8Array> {
  const { maxBytes = defaultMaxBytes } = options
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    if (!(bytes instanceof Uint8Array))
      throw new NbtrustError('ERR_ARGUMENT', 'The stream does not give bytes.')
    size += bytes.length
    if (size > maxBytes) throw tooLarge(size, maxBytes)
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** The error for a file that is larger than it may be. */
export function tooLarge(size: number, limit: number): NbtrustError {
  return new NbtrustError(
    'ERR_TOO_LARGE',
    `The notebook has ${sizeText(size)}, more than the limit of ${sizeText(limit)}.`,
  )
}

/** The error for what the system said about a file; any other error as it is. */
export function fileError(path: string, verb: 'read' | 'written', cause: unknown): unknown {
  if (cause instanceof NbtrustError || systemErrorCode(cause) === undefined) return cause
  return new NbtrustError('ERR_FILE', `${path} cannot be ${verb}: ${fileErrorReason(cause)}.`, {
    place: path,
    cause,
  })
}
