// Withdraws trust from a notebook.
import type { TrustController } from './controller.js'

/**
 * Withdraws all trust: the outputs are untrusted at once, and the signature is forgotten. Rejects with the store's error
 * if it could not be forgotten; the outputs are untrusted all the same. Render again on `trustchange`, and reload the
 * page if scripts have run (`ScriptQueue.started`): nobody can call a running script back.
 */
export async function revokeTrust(session: TrustController): Promise<void> {
  await session.revoke()
}
