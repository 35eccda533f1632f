// Digests in the page, where the platform's HMAC is WebCrypto's.
import type { Encoding } from '../../../src/canonical/index.js'
import { createHmac } from '../../../src/digest/index.js'
import { makeData } from '../../data/index.js'
import { digestContestants } from '../../digest-contestants.js'
import { secret } from '../../secret.js'
import type { PreparedTask } from '../task.js'

/** `data` names a notebook of the generator. */
export async function prepare({ data, encoding }: DigestArgument): Promise<PreparedTask> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const hmac = (message: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
    crypto.subtle.sign('HMAC', key, message)
  const own = await createHmac(key, 'sha256')
  const digest = (encoded: Uint8Array): Promise<string> => own.digest(encoded)
  return { contestants: digestContestants(makeData(data), { encoding, digest, hmac }) }
}

/** What the other side sends. */
export interface DigestArgument {
  readonly data: string
  readonly encoding: Encoding
}
