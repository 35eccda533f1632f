// Takes back trust from every notebook at once, in the store and in every tab.
import type { Notary } from './notary.js'
import { defaultChannelName, openTabChannel } from './session-channel.js'

/** Who is told that all trust is taken back. */
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
  { channel = defaultChannelName }: RevokeAllOptions = {},
): Promise<void> {
  const tabs = openTabChannel(channel, () => {})
  const revoked = { kind: 'revoked', signatures: 'all' } as const
  // At once, so that no session saves and signs while the store is being emptied; and again, for one that looked in it
  // meanwhile.
  tabs.post(revoked)
  try {
    await notary.unsignAll()
  } finally {
    tabs.post(revoked)
    tabs.close()
  }
}
