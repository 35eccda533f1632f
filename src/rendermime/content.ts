// The contract between the registry and one renderer: data comes in, a node and what was withheld come out.
import type { JsonObject, JsonValue, Mimebundle } from '../nbformat/model.js'
import type { DomWindow, Katex, MathOutput, RemoteContent } from '../sanitize/index.js'
import type { Removal } from '../sanitize/removal.js'
import type { RenderMessages } from './messages.js'
import type { ScriptQueue } from './script-queue.js'

/** How far an output is believed: `sanitized` is inert, `trusted` is what Jupyter does. */
export type Tier = 'sanitized' | 'trusted'

/** What a renderer is told besides the data. */
export interface RenderContext {
  readonly document: Document
  /** In whose inert documents markup is parsed. */
  readonly window: DomWindow | undefined
  readonly tier: Tier
  /** The MIME type that was chosen. */
  readonly mimeType: string
  /** The whole bundle, for a description of an image. */
  readonly bundle: Mimebundle
  /** The output's metadata for this MIME type; `{}` if there is none. From the file: validate what you use. */
  readonly metadata: JsonObject
  readonly messages: RenderMessages
  readonly remoteContent: RemoteContent
  readonly katex: Katex | undefined
  readonly mathOutput: MathOutput
  /** A Markdown cell's attachments, by name. */
  readonly attachments: { readonly [name: string]: Mimebundle } | undefined
  readonly scripts: ScriptQueue
  /** Style sheets for inside a shadow root: the host's, such as KaTeX's. */
  readonly styleSheets: readonly CSSStyleSheet[]
}

/** What a renderer made of the data. */
export interface Content {
  readonly node: HTMLElement
  readonly removed?: readonly Removal[] | undefined
  /** Nothing of it can be seen, so the next best MIME type should be tried. */
  readonly empty?: boolean | undefined
  /** Settles when the scripts of a trusted output have run; never rejects. */
  readonly done?: Promise<void> | undefined
  /** Takes down what the node's removal alone does not. */
  dispose?(): void
}

/** One renderer: which types, how it ranks among others, and whether it may be used for untrusted data. */
export interface MimeRenderer {
  /** Lower case, without parameters. */
  readonly mimeTypes: readonly string[]
  /** The lowest rank wins. JupyterLab's numbers: json 0, html 50, markdown 60, latex 70, svg 80, images 90, text 120. */
  readonly rank: number
  /** `safe` renderers make any data inert; others are used for trusted outputs only. */
  readonly safety: 'safe' | 'trusted only'
  /** May throw: the output then falls back to its next best type. */
  render(data: JsonValue, context: RenderContext): Content
}
