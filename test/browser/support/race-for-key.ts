// Runs in a page or worker of its own: waits for the word, opens the key, and says what the key makes of a message.
import { openKey } from '../../../src/keys/index.js'

const ready = 'ready'
const go = new BroadcastChannel('race-for-key')

go.onmessage = async ({ data: databaseName }) => {
  const key = await openKey({ databaseName })
  if (key instanceof Uint8Array) throw new Error('This context has no WebCrypto.')
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('who made this key?'))
  answer(Array.from(new Uint8Array(mac)).join(' '))
}
answer(ready)

function answer(message: string): void {
  if (typeof window === 'undefined') postMessage(message)
  else parent.postMessage(message, '*')
}
