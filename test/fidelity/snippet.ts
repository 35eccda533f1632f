// What a snippet is: one harmless output, with where it comes from.

/** One harmless output. */
export interface Snippet {
  readonly library: string
  readonly title: string
  readonly kind: 'html' | 'svg' | 'markdown' | 'latex'
  readonly data: string
}
