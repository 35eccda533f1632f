// What rendering takes and gives: the options of a caller, and an output as it stands in the page.
import type { DomWindow, Katex, MathOutput, RemoteContent } from '../sanitize/index.js'
import type { Removal } from '../sanitize/removal.js'
import type { Tier } from './content.js'
import type { RenderMessages } from './messages.js'
import type { RenderMimeRegistry } from './registry.js'
import type { ScriptQueue } from './script-queue.js'
import type { TrustOracle } from './trust-oracle.js'

/** How to render. Every option may be left out; what is left out is the safe choice. */
export interface RenderOptions {
  /** Who says whether this output is trusted: a `TrustSession`. Without it nothing is. */
  readonly trust?: TrustOracle | undefined
  readonly registry?: RenderMimeRegistry | undefined
  /** KaTeX, if math is to be typeset; `trust` stays false. */
  readonly katex?: Katex | undefined
  /** `htmlAndMathml` needs KaTeX's rules in `styleSheets` and its fonts in the page. Default: `mathml`, which needs neither. */
  readonly mathOutput?: MathOutput | undefined
  /** Style sheets for inside the outputs' shadow roots, such as KaTeX's. */
  readonly styleSheets?: readonly CSSStyleSheet[] | undefined
  readonly messages?: RenderMessages | undefined
  /** `allow` loads remote images and media of untrusted output. `block` shows a button for it. Default: `block`. */
  readonly remoteContent?: RemoteContent | undefined
  /** The page's queue for trusted scripts. Default: one per document, so that outputs run in order without it. */
  readonly scripts?: ScriptQueue | undefined
  /** The document to make elements in. Default: the global one. */
  readonly document?: Document | undefined
  /**
   * In whose inert documents markup is parsed. Default: the document's own window. Chromium reports a handler to the
   * page's Content Security Policy when it is parsed, although it can never run there: a window from before the policy
   * was set keeps such reports for what matters.
   */
  readonly window?: DomWindow | undefined
}

/** An output in the page. Attach `element` right away: the scripts of a trusted output start in the next task. */
export interface Rendered {
  readonly element: HTMLElement
  /** `trusted` only if the oracle vouched for this very output. */
  readonly tier: Tier
  /** What is shown; undefined if nothing of the output can be. */
  readonly mimeType: string | undefined
  /** What was withheld. Shrinks when the reader loads remote content. */
  readonly removed: readonly Removal[]
  /** Settles when the scripts of a trusted output have run or failed; never rejects. */
  readonly done: Promise<void>
  /**
   * Removes the element and the scripts that have not begun. A script that has run can have left timers and listeners
   * behind, which no page can find: to be certain that a revoked notebook does nothing more, reload the page.
   */
  dispose(): void
}
