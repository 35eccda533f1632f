// Encodes on this thread, by WebAssembly where there is any. To be loaded when it is needed: it brings both tokenizers.
import { type Encoding, encodingSteps } from './encode.js'
import type { NbformatOptions } from './nbformat.js'
import { rehearse } from './rehearse.js'
import { sourceBytes } from './source-bytes.js'
import { type Borrower, type EncodingSteps, finish } from './steps.js'
import { TokenizerPool } from './tokenizer-pool.js'

const pool = new TokenizerPool()

// What nobody waits for makes way for what somebody does.
let hasBegun = false

/** What to encode, and how. */
export interface EncodeJob extends NbformatOptions {
  /** Its text or its bytes. */
  readonly file: string | Uint8Array
  readonly encoding: Encoding
  /** Takes the steps; default: at once. */
  readonly run?: (steps: EncodingSteps) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Encodes a file and lends what it became to `use`: the bytes are only good until what that returns is settled. The file
 * must not change before.
 * @throws NbtrustError (rejects) as `canonicalBytes`, and whatever `use` throws.
 */
export async function encodeHere<Answer>(job: EncodeJob, use: Borrower<Answer>): Promise<Answer> {
  hasBegun = true
  return await encode(job, use)
}

// Most notebooks are smaller.
const usualRoom = 2_000_000

/** Compiles the tokenizer ahead of the first file, makes room for that, and in an idle page has it run; see `rehearse`. */
export async function prepareHere(): Promise<void> {
  const tokenizer = await pool.take()
  // Copies zeros: only memory that was written to is really there.
  tokenizer.open(new Uint8Array(usualRoom), { spelling: 'json', prefix: '', gap: 0 })
  pool.giveBack(tokenizer)
  await rehearse(
    (file, encoding) => encode({ file, encoding }, () => undefined),
    () => !hasBegun,
  )
}

async function encode<Answer>(
  { file, encoding, run = finish, ...options }: EncodeJob,
  use: Borrower<Answer>,
): Promise<Answer> {
  const bytes = sourceBytes(file)
  const tokenizer = await pool.take()
  try {
    const encoded = await run(encodingSteps(bytes, encoding, { ...options, engine: tokenizer.open }))
    return await use(encoded, true)
  } finally {
    pool.giveBack(tokenizer)
  }
}
