// Payloads that show nothing in the control: raw markup does nothing in the page that the harness could see. They are held to the
// static questions only (test/browser/corpus.test.ts, test/dom/corpus.test.ts), each for the reason given.

/** Ids by reason. */
export const staticOnly: { readonly [reason: string]: readonly string[] } = {}
