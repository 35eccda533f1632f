// Takes back trust from every notebook at once, in the store and in every tab.
import type { Notary } from './notary.js'
import { defaultChannelName, openTabChannel } from './session-channel.js'

export interface RevokeAllOptions {
  /** The channel the sessions were opened with; default `nbtrust`. */
  readonly channel?: string | undefined
}

/**
 * Takes back every signature in the notary's store. Every session on this origin, in this and in other tabs, becomes
 * untrusted, also if the store fails: what is shown is taken down in any case.
 * @throws NbtrustError `ERR_STORE_…` if the store failed; the signatures are then still there, so say so and try again.
 */
export async function revokeAll(
  notary: Notary,
  { channel: name = defaultChannelName }: RevokeAllOptions = {},
): Promise<void> {
  try {
    await notary.unsignAll()
  } finally {
    const channel = openTabChannel(name, () => {})
    channel.post({ kind: 'revoked', signatures: 'all' })
    channel.close()
  }
}
