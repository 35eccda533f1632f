// The vectors with their types, the same for the tests in Node and in the browser.
import type { HashAlgorithm } from '../../../src/digest/index.js'
import { isJsonObject } from '../../../src/lib/json.js'
import fuzz from './fuzz.json'
import signatures from './signatures.json'

/** One notebook, and what nbformat makes of it; see README.md. */
export interface Vector {
  readonly name: string
  readonly source: string | Uint8Array<ArrayBuffer>
  readonly secret: Uint8Array<ArrayBuffer>
  readonly algorithm: HashAlgorithm
  /** Null where nbformat has none. */
  readonly digest: string | null
  readonly envDependent: boolean
  readonly generatedIds: boolean
  /** The bytes that were hashed, as length and SHA-256. */
  readonly input: { readonly length: number; readonly sha256: string } | undefined
  /** What jupyter_server's `check_cells` said after reading; null where it failed. */
  readonly checkCells: boolean | null
}

/** All of them, in the order of the files. */
export const vectors: readonly Vector[] = [...signatures.vectors, ...fuzz.vectors].map(vectorOf)

function vectorOf(raw: unknown): Vector {
  if (!isJsonObject(raw)) throw new Error('A vector is not an object.')
  const { name, notebook_text, notebook_b64, secret_hex, algorithm, digest, load } = raw
  const checked = isJsonObject(load) ? load.check_cells : null
  return {
    name: `${raw.group}: ${name}`,
    source: typeof notebook_text === 'string' ? notebook_text : fromBase64(String(notebook_b64)),
    secret: Uint8Array.from(String(secret_hex).match(/../g) ?? [], (hex) => Number.parseInt(hex, 16)),
    algorithm: algorithm as HashAlgorithm,
    digest: typeof digest === 'string' ? digest : null,
    envDependent: raw.env_dependent === true,
    generatedIds: Array.isArray(raw.generated_ids) && raw.generated_ids.length > 0,
    input:
      typeof raw.input_len === 'number' ? { length: raw.input_len, sha256: String(raw.input_sha256) } : undefined,
    checkCells: typeof checked === 'boolean' ? checked : null,
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
