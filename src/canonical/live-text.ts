// The text that a live notebook stands for.
import { NbtrustError } from '../lib/errors.js'
import { tooDeep } from '../lib/json-depth.js'
import { requireSource } from '../lib/source.js'
import type { Notebook } from '../nbformat/model.js'

/** What JSON.stringify makes of a notebook. @throws NbtrustError `ERR_ARGUMENT` for what JSON cannot say; `ERR_JSON_DEPTH`. */
export function liveText(notebook: Notebook): string {
  requireSource(notebook, 'Object')
  let cause: unknown
  try {
    const text: string | undefined = JSON.stringify(notebook)
    if (text !== undefined) return text
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep()
    cause = error
  }
  throw new NbtrustError('ERR_ARGUMENT', 'JSON cannot say this notebook.', { cause })
}
