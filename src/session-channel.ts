// What the tabs of one origin tell each other about trust. A message can take trust away or ask to look again in the
// store; there is none that gives it. Anybody on the origin can post here, so what is malformed is ignored.
import type { Signature } from './signatures/store.js'

/** The channel's name unless another is asked for. */
export const defaultChannelName = 'nbtrust'

export type TabMessage =
  /** Something was signed: whoever has that file open finds it in the store. */
  | { readonly kind: 'look again' }
  /** The notebooks with these signatures are not trusted any more. */
  | { readonly kind: 'revoked'; readonly signatures: readonly Signature[] | 'all' }

/** What a session hears. `returned`: the page was put aside for a while, and may have missed what others said. */
export type TabNews = TabMessage | { readonly kind: 'returned' }

/** One end of the channel. It hears every other end on the origin, also those on its own page, but not itself. */
export interface TabChannel {
  /** Never throws; after `close` it does nothing. */
  post(message: TabMessage): void
  close(): void
}

/**
 * Opens the channel. Where there is no BroadcastChannel, as in a sandboxed frame, tabs do not hear each other, and each
 * finds out what the others did when it next opens a notebook.
 */
export function openTabChannel(name: string, onMessage: (message: TabNews) => void): TabChannel {
  let channel = broadcastChannel(name)
  const listener = ({ data }: MessageEvent<unknown>): void => {
    const message = parseMessage(data)
    if (message) onMessage(message)
  }
  channel?.addEventListener('message', listener)
  // A page that the browser had put aside (back/forward cache) missed what was said meanwhile.
  const onReturn = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) onMessage({ kind: 'returned' })
  }
  const page: Window | undefined = globalThis.window // Not in a worker, nor in Node.
  page?.addEventListener('pageshow', onReturn)
  return {
    post: (message) => channel?.postMessage({ nbtrust: 1, ...message }),
    close: () => {
      channel?.removeEventListener('message', listener)
      channel?.close()
      channel = undefined
      page?.removeEventListener('pageshow', onReturn)
    },
  }
}

function broadcastChannel(name: string): BroadcastChannel | undefined {
  try {
    const channel: BroadcastChannel & { unref?: () => void } = new BroadcastChannel(name)
    channel.unref?.() // In Node an open channel would keep the process alive.
    return channel
  } catch {
    return undefined // There is none, or not here.
  }
}

function parseMessage(data: unknown): TabMessage | undefined {
  if (!isRecord(data) || data.nbtrust !== 1) return undefined
  if (data.kind === 'look again') return { kind: 'look again' }
  if (data.kind !== 'revoked') return undefined
  const { signatures } = data
  if (signatures === 'all') return { kind: 'revoked', signatures }
  if (!Array.isArray(signatures) || !signatures.every(isSignature)) return undefined
  return { kind: 'revoked', signatures }
}

function isSignature(value: unknown): value is Signature {
  return isRecord(value) && typeof value.algorithm === 'string' && typeof value.digest === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
