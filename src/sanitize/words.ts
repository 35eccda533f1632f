// Writes tables of names short: a line of words instead of a line for each.
import type { RemovalReason } from './removal.js'

/**
 * The words of a text, between spaces or points. Long lists have points, because that is how minifiers write lists, DOMPurify's
 * among them: whatever names two lists share a compressed bundle then says once (0.4 kB). They are put together from parts, not
 * broken into lines, which no minifier takes out of a text (0.1 kB).
 */
export const words = (text: string): readonly string[] => Object.freeze(text.trim().split(/[.\s]+/))

/** The words of a text as a set. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(words(text))

/** A table of why each of some names goes. */
export const reasons = (
  table: readonly (readonly [reason: RemovalReason, names: string])[],
): ReadonlyMap<string, RemovalReason> =>
  new Map(table.flatMap(([reason, names]) => words(names).map((name) => [name, reason])))
