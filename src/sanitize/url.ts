// Decides about addresses: which a link may have, and which would load something from somewhere.
import type { RemovalReason } from './removal.js'
import { wordSet } from './words.js'

/** Schemes that a link may have. A policy may have fewer. */
export const LINK_SCHEMES: ReadonlySet<string> = wordSet('http:.https:.mailto:.tel:.ftp:')

/** A link's address, or why it has none. */
export type CheckedLink =
  | { readonly kind: 'fragment'; readonly name: string }
  | { readonly kind: 'address'; readonly href: string; readonly web: boolean }
  | { readonly kind: 'refused'; readonly reason: RemovalReason; readonly host?: string | undefined }

/** What a link is checked against. */
export interface LinkContext {
  readonly schemes: ReadonlySet<string>
  /** Where relative addresses start, if anywhere. */
  readonly baseUrl: string | undefined
}

const MAX_ADDRESS = 8192

/** Checks the address of a link. Never throws. */
export function checkLink(address: string, context: LinkContext): CheckedLink {
  const trimmed = trimAddress(address)
  if (trimmed.startsWith('#')) return { kind: 'fragment', name: decodeName(trimmed.slice(1)) }
  if (trimmed.length > MAX_ADDRESS) return { kind: 'refused', reason: 'over the limit' }
  const url = parseAddress(trimmed, context.baseUrl)
  if (!url) return { kind: 'refused', reason: 'unsafe address' }
  if (SCRIPTED.has(url.protocol)) return { kind: 'refused', reason: 'runs script' }
  if (!LINK_SCHEMES.has(url.protocol) || !context.schemes.has(url.protocol)) {
    return { kind: 'refused', reason: 'unsafe address' }
  }
  // https://bank.example@evil.example/ shows one host and opens another.
  if (url.username) url.username = ''
  if (url.password) url.password = ''
  return { kind: 'address', href: url.href, web: url.protocol !== 'mailto:' && url.protocol !== 'tel:' }
}

const SCRIPTED: ReadonlySet<string> = wordSet('javascript:.vbscript:.livescript:.data:.command:.blob:')

function parseAddress(address: string, baseUrl: string | undefined): URL | undefined {
  try {
    const url = new URL(address, baseUrl)
    // `https:foo` is relative to an https: page, so it means different hosts in different places.
    if (/^(?:https?|ftp):(?!\/\/)/i.test(address)) return undefined
    return url
  } catch {
    return undefined
  }
}

/** An address without the spaces and control characters that the URL parser ignores. Linear. */
function trimAddress(address: string): string {
  let start = 0
  let end = address.length
  while (start < end && address.charCodeAt(start) <= 32) start++
  while (end > start && address.charCodeAt(end - 1) <= 32) end--
  return address.slice(start, end).replace(/[\t\n\r]/g, '')
}

/** Without percent-encoding, if it is well-formed: `#a%20b` and `#a b` name the same thing. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The host that an address would contact, `undefined` for data: and the like. Relative addresses contact `pageHost`. */
export function contactedHost(address: string, pageHost: string | undefined): string | undefined {
  const trimmed = trimAddress(address.length > MAX_ADDRESS ? address.slice(0, MAX_ADDRESS) : address)
  try {
    const url = new URL(trimmed, `https://${pageHost || 'page.invalid'}/`)
    if (!NETWORK.has(url.protocol)) return undefined
    // No name of a host is longer, so this one is nobody's: it is only told to the reader.
    const host = url.host.length > LONGEST_HOST ? `${url.host.slice(0, LONGEST_HOST)}…` : url.host
    return host === 'page.invalid' ? undefined : host
  } catch {
    return undefined
  }
}

// https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, and a port.
const LONGEST_HOST = 259

const NETWORK: ReadonlySet<string> = wordSet('http:.https:.ftp:.ws:.wss:')

/**
 * The address of something to load, when remote content is allowed: on another origin than the page's own, where a GET
 * does not carry the reader's session into the page's own server. Undefined otherwise. Never throws.
 */
export function remoteAddress(address: string, pageOrigin: string | undefined): string | undefined {
  try {
    const url = new URL(trimAddress(address))
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
    if (url.username || url.password || url.origin === pageOrigin) return undefined
    return url.href
  } catch {
    return undefined
  }
}
