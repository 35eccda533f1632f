// Tightens the page's Content Security Policy at the start, so that no inline script or handler runs without the nonce
// that this visit made up. A policy can only be added to, never loosened, by whatever runs later.

/**
 * A window without that policy, in whose inert documents notebooks are parsed: it must be made first. Nothing is ever
 * shown or run in it. Without it Chromium would report every handler that is parsed, and a report of something that got
 * through could not be told apart.
 */
export function inertWindow(): Window & typeof globalThis {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = ''
  frame.setAttribute('aria-hidden', 'true')
  document.body.append(frame)
  return (frame.contentWindow ?? window) as Window & typeof globalThis
}

/** Adds the policy and returns its nonce, for the `ScriptQueue` alone. */
export function tightenPolicy(): string {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  // 'strict-dynamic': what a nonced script loads may run too, as the libraries of a trusted notebook expect.
  meta.content = `script-src 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`
  document.head.append(meta)
  return nonce
}
