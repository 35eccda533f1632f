// Payloads that do nothing raw that the harness could see, in any of its engines, and why they are here all the same.

/** Ids by reason. */
export const quiet: { readonly [reason: string]: readonly string[] } = {}
