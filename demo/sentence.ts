// One sentence for whatever went wrong.

/** The error's own sentence, or its name. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error)
}
