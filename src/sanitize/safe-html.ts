// The result type of the sanitizer. That a value is a SafeHtml is the proof that it went through it: nobody else can make
// one, because the constructor asks for a key that only this module has, and the content is in a #private field.
import { NbtrustError } from '../lib/errors.js'

/** What a SafeHtml holds. Nodes that were given to a page are the page's: the next asker gets others. */
export interface SafeContent {
  /** The sanitized nodes in their inert document, to be copied from and left as they are. */
  readonly look: () => DocumentFragment
  /** Nodes for a shadow root in the given document, to be put there. */
  readonly show: (document: Document) => DocumentFragment
  /** Filtered style sheets, for the shadow root only. */
  readonly styleSheets: readonly string[]
  /** Nodes to be put anywhere in a page, below an element whose clicks are handled. */
  readonly anywhere: (document: Document) => DocumentFragment
  /** A copy that is safe anywhere, also where nobody handles clicks. */
  readonly unattended: (document?: Document) => DocumentFragment
  /** Markup of the same, which parses to what it says. */
  readonly markup: () => string
}

const KEY: object = Object.freeze({})

/** Inert, sanitized content. Show it with `setSafeHtml` or `mountSafeHtml`. */
export class SafeHtml {
  readonly #content: SafeContent

  /** Not for callers: only the sanitizer has the key. Throws `ERR_ARGUMENT`. */
  constructor(key: object, content: SafeContent) {
    if (key !== KEY) throw new NbtrustError('ERR_ARGUMENT', 'SafeHtml is made by the sanitizer only.')
    this.#content = content
    Object.freeze(this)
  }

  /**
   * A fresh copy as nodes, for the given document (default: an inert one). Safe anywhere in a page: classes, positions
   * and style sheets that need `mountSafeHtml` are left out, and so are the addresses of links in drawings, which need a handler.
   */
  fragment(document?: Document): DocumentFragment {
    return this.#content.unattended(document)
  }

  /** Markup for interfaces that take strings. Stricter than `mountSafeHtml`; parsing it gives what it says. */
  toString(): string {
    return this.#content.markup()
  }

  /** The same as `toString()`. */
  toJSON(): string {
    return this.toString()
  }

  /** Not for callers: only the sanitizer has the key. `undefined` for anything but a real SafeHtml. */
  static open(key: object, value: unknown): SafeContent | undefined {
    if (key !== KEY || typeof value !== 'object' || value === null || !(#content in value)) return undefined
    return value.#content
  }
}

/** Makes a SafeHtml. Only for what went through the sanitizer. */
export function createSafeHtml(content: SafeContent): SafeHtml {
  return new SafeHtml(KEY, content)
}

/** The content of a SafeHtml, `undefined` for everything else, look-alikes included. */
export function contentOf(value: unknown): SafeContent | undefined {
  return SafeHtml.open(KEY, value)
}
