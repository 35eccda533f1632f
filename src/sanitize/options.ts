// What a caller may say about sanitizing, and what every function here answers.
import { NbtrustError } from '../lib/errors.js'
import { englishLabels, type SanitizeLabels } from './labels.js'
import { type Limits, limitsWith } from './limits.js'
import { type CompiledPolicy, compilePolicy, type Policy, type PolicyName } from './policy.js'
import type { Removal } from './removal.js'
import type { SafeHtml } from './safe-html.js'

/** A window with a DOM: the page's own, or jsdom's. */
export type DomWindow = Window & typeof globalThis

/** Whether content from elsewhere may be fetched. */
export type RemoteContent = 'block' | 'allow'

/** Options of every sanitizing function. Left out, the safest choice holds. */
export interface SanitizeOptions {
  /** Whose DOM to use. Default: the global one; without either the function throws `ERR_MISSING_DEPENDENCY`. */
  readonly window?: DomWindow | undefined
  /** What may be in the output. Default: `default`. An unknown name counts as `strict`. */
  readonly policy?: PolicyName | Policy | undefined
  /**
   * Put before every id and name, so that none meets the page's own. A letter, then up to 99 letters, digits, `-` and `_`;
   * default `nbout-`.
   */
  readonly idPrefix?: string | undefined
  /** Whether pictures, sound and film may be fetched, from other origins than the page's. Default: `block`. */
  readonly remoteContent?: RemoteContent | undefined
  /**
   * `strip` (default) takes style sheets out, and the result is safe anywhere in a page. `scoped` keeps them, filtered, and
   * keeps classes, positions and working check boxes: for `mountSafeHtml`, which ends them at the output's border.
   */
  readonly styles?: 'strip' | 'scoped' | undefined
  /** Smaller limits than ours. Larger ones are ignored. */
  readonly limits?: Partial<Limits> | undefined
  /** Where relative links start, as an absolute http(s) address. Default: relative links lose their address. */
  readonly baseUrl?: string | undefined
  /** The few words that sanitized output needs. Default: English. */
  readonly labels?: SanitizeLabels | undefined
}

/** What a sanitizing function answers: what may be shown, and what was taken out. */
export interface SafeResult {
  readonly html: SafeHtml
  readonly removed: readonly Removal[]
}

/** Options with nothing left open. */
export interface ResolvedOptions {
  readonly window: DomWindow
  readonly policy: CompiledPolicy
  readonly idPrefix: string
  readonly remoteContent: RemoteContent
  readonly styles: 'strip' | 'scoped'
  readonly limits: Limits
  readonly baseUrl: string | undefined
  readonly labels: SanitizeLabels
  readonly pageHost: string | undefined
  readonly pageOrigin: string | undefined
}

const DEFAULT_PREFIX = 'nbout-'

/** Fills in the defaults. Throws `ERR_MISSING_DEPENDENCY` where there is no DOM, `ERR_ARGUMENT` for a prefix that cannot be one. */
export function resolveOptions(options: SanitizeOptions = {}): ResolvedOptions {
  const window = options.window ?? globalWindow()
  if (!window?.document) {
    throw new NbtrustError(
      'ERR_MISSING_DEPENDENCY',
      'Sanitizing needs a DOM: hand in a window, in Node one from nbtrust/node.',
    )
  }
  const idPrefix = options.idPrefix ?? DEFAULT_PREFIX
  if (!/^[A-Za-z][\w-]{0,99}$/.test(idPrefix)) {
    throw new NbtrustError(
      'ERR_ARGUMENT',
      'idPrefix must be a letter and up to 99 letters, digits, - or _.',
      {
        place: 'options.idPrefix',
      },
    )
  }
  return {
    window,
    policy: compilePolicy(options.policy),
    idPrefix,
    remoteContent: options.remoteContent === 'allow' ? 'allow' : 'block',
    styles: options.styles === 'scoped' ? 'scoped' : 'strip',
    limits: limitsWith(options.limits),
    baseUrl: webAddress(options.baseUrl),
    labels: options.labels ?? englishLabels,
    // Asked for what is refused only, and slow to tell.
    get pageHost() {
      return window.location?.host || undefined
    },
    get pageOrigin() {
      return window.location?.origin
    },
  }
}

function globalWindow(): DomWindow | undefined {
  return typeof window === 'undefined' ? undefined : window
}

function webAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  try {
    const { protocol, href } = new URL(address)
    return /^https?:$/.test(protocol) ? href : undefined
  } catch {
    return undefined
  }
}

/** Refuses what is not text, so that a missing `await` or a Buffer is found early. Throws `ERR_ARGUMENT`. */
export function requireText(value: unknown, what: string): asserts value is string {
  if (typeof value === 'string') return
  throw new NbtrustError('ERR_ARGUMENT', `${what} must be a string, not ${typeof value}.`)
}
