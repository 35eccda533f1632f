// The file that moves signatures from one machine to another: JSON, one signature a line.
import { createHmac } from '../digest/index.js'
import { NbtrustError } from '../lib/errors.js'
import { isJsonObject, type JsonValue } from '../lib/json.js'
import { parseJson } from '../lib/json-parse.js'
import type { StoredSignature } from '../signatures/sqlite.js'
import type { Signature } from '../signatures/store.js'
import { messages } from './messages.js'

/** What such a file says. */
export interface ExportFile {
  /** Tells whether two machines have the same key, without saying what it is. */
  readonly keyId: string
  /** The signing key itself, if it was asked for. */
  readonly key?: Uint8Array
  readonly signatures: readonly StoredSignature[]
}

/** A name for a key that does not betray it: an HMAC with the key over a fixed text, of which no notebook has the bytes. */
export async function keyId(secret: Uint8Array): Promise<string> {
  const hmac = await createHmac(secret, 'sha256')
  return (await hmac.digest(new TextEncoder().encode('nbtrust key id\n'))).slice(0, 32)
}

/** Whether a row of the database is a signature that another machine takes. */
export function isPortable({ algorithm, digest }: Signature): boolean {
  return /^[a-z0-9_-]{1,64}$/.test(algorithm) && /^[0-9a-f]{8,256}$/.test(digest)
}

/** The text of an export file. */
export function writeExport({ keyId: id, key, signatures }: ExportFile): string {
  const head = {
    nbtrust: 'signatures',
    version: 1,
    keyId: id,
    ...(key ? { key: Buffer.from(key).toString('base64') } : {}),
  }
  const rows = signatures.map(({ algorithm, digest, lastSeen }) =>
    JSON.stringify({ algorithm, digest, lastSeen: lastSeen?.toISOString() ?? null }),
  )
  return `${JSON.stringify(head).slice(0, -1)},"signatures":[\n${rows.join(',\n')}\n]}\n`
}

/** Reads one. @throws NbtrustError `ERR_FILE` with the name for anything else, and what reading JSON throws. */
export function readExport(text: string, name: string): ExportFile {
  const value = parseJson(text)
  const notAnExport = new NbtrustError('ERR_FILE', messages.notAnExport(name), { place: name })
  if (!isJsonObject(value) || value.nbtrust !== 'signatures' || value.version !== 1) throw notAnExport
  const { keyId: id, key, signatures } = value
  if (typeof id !== 'string' || !Array.isArray(signatures)) throw notAnExport
  if (key !== undefined && (typeof key !== 'string' || key === '')) throw notAnExport
  return {
    keyId: id,
    ...(key === undefined ? {} : { key: new Uint8Array(Buffer.from(key, 'base64')) }),
    signatures: signatures.map((signature) => {
      const read = readSignature(signature)
      if (!read) throw notAnExport
      return read
    }),
  }
}

// Undefined for what is none.
function readSignature(value: JsonValue): StoredSignature | undefined {
  if (!isJsonObject(value)) return undefined
  const { algorithm, digest, lastSeen } = value
  if (typeof algorithm !== 'string' || typeof digest !== 'string') return undefined
  if (!isPortable({ algorithm, digest })) return undefined
  const time = typeof lastSeen === 'string' ? new Date(lastSeen) : undefined
  // A time in the future would never be culled.
  const known =
    time && !Number.isNaN(time.getTime()) ? new Date(Math.min(time.getTime(), Date.now())) : undefined
  return { algorithm, digest, lastSeen: known }
}
