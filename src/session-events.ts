// The event that says that trust has changed, with its types.
import type { TrustChange } from './session-types.js'

/** An event target that sends `trustchange`. */
export interface TrustEvents extends EventTarget {
  addEventListener(
    type: 'trustchange',
    listener: (event: CustomEvent<TrustChange>) => void,
    options?: AddEventListenerOptions | boolean,
  ): void
  addEventListener(...listening: Parameters<EventTarget['addEventListener']>): void
  removeEventListener(
    type: 'trustchange',
    listener: (event: CustomEvent<TrustChange>) => void,
    options?: EventListenerOptions | boolean,
  ): void
  removeEventListener(...listening: Parameters<EventTarget['removeEventListener']>): void
}

/** `EventTarget` with those types. */
export const TrustEventTarget: new () => TrustEvents = EventTarget as new () => TrustEvents
