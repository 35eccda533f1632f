// A page that has loaded its code, and has done nothing yet: somebody picks a file, and the first digest of the page's life is
// timed.
import type { Encoding } from '../../src/canonical/index.js'
import { computeDigest, prepareDigests } from '../../src/digest/index.js'
import { openNotary } from '../../src/open-notary.js'
import { secret } from '../secret.js'

const query = new URLSearchParams(location.search)
const encoding: Encoding = query.get('encoding') === 'jcs' ? 'jcs' : 'nbformat'
const engine = query.get('engine')
// As where a policy forbids it.
if (engine === 'JavaScript') Object.assign(globalThis, { WebAssembly: undefined })

// A frontend opens its notary when it starts, long before somebody opens a file; that prepares digests too.
const notary = engine === 'notary' ? await openNotary() : prepareDigests()

document.querySelector('input')?.addEventListener('change', async ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? []
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))
  const start = performance.now()
  const digest = await answer(bytes)
  document.title = JSON.stringify({ ms: performance.now() - start, digest })
})

async function answer(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (notary) return (await notary.computeSignature(bytes))[0]?.digest
  return engine === 'none' ? await hmac(bytes) : await computeDigest(bytes, { secret, encoding })
}

// What cannot be beaten: importing the key and hashing as many bytes as there are.
async function hmac(bytes: Uint8Array<ArrayBuffer>): Promise<undefined> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  await crypto.subtle.sign('HMAC', key, bytes)
}
