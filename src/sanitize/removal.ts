// What a sanitizer took out, as data: programs count it, and others turn it into sentences.

/** Why something was taken out. */
export type RemovalReason =
  | 'runs script'
  | 'loads remote content'
  | 'submits a form'
  | 'navigates the page'
  | 'restyles the page'
  | 'imitates the page'
  | 'unsafe address'
  | 'not on the allow-list'
  | 'over the limit'
  | 'not what its type says'

/** One thing that was taken out. */
export interface Removal {
  readonly kind: 'element' | 'attribute' | 'style' | 'address' | 'comment' | 'content'
  /** The element, attribute, property (custom ones keep their case) or MIME type, in lower case; `#comment`, `@import`, `selector`, `ansi`, `report`. */
  readonly name: string
  /** The element it was in or on, for attributes, addresses and styles. */
  readonly within?: string
  readonly reason: RemovalReason
  /** The host that would have been contacted, where that is why. */
  readonly host?: string
}
