// The few words that sanitized output itself holds, where something was withheld from its middle.
import type { Limits } from './limits.js'

/** What stands in the place of something withheld. Every function gets and gives plain text. */
export interface SanitizeLabels {
  /** In the place of a picture, film or sound. `alt` is the author's description, `host` where it would come from. */
  readonly media: (
    kind: 'image' | 'video' | 'audio',
    about: { alt: string; host: string | undefined },
  ) => string
  /** In the place of the whole content, if it is over a limit: one of `LIMITS`, or more was taken out than is listed. */
  readonly overLimit: (what: keyof Limits | 'removals') => string
}

/** English. */
export const englishLabels: SanitizeLabels = Object.freeze({
  media: (kind: string, { alt, host }: { alt: string; host: string | undefined }): string =>
    `[${kind}${alt ? ` “${alt}”` : ''}${host ? ` from ${host}` : ''} not loaded]`,
  overLimit: (what: string): string =>
    `This content was withheld because it is too large to be shown safely (${what}).`,
})
