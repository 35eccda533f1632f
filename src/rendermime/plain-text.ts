// The text of an output: read with care, and judged whether it is worth reading beside a richer type.
import { NbtrustError } from '../lib/errors.js'
import type { JsonValue, Output } from '../nbformat/model.js'

/** False for nothing, and for what `repr()` gives of an object without a text: `<IPython.core.display.HTML object>`. */
export function saysSomething(text: string): boolean {
  const trimmed = text.trim()
  return trimmed !== '' && !/^<([\w.]+|[\w. ]+ object)( at 0x[0-9a-f]+)?>$/.test(trimmed)
}

/** The text of a MIME type's data. Throws `ERR_NOTEBOOK_SHAPE` for what is neither a string nor a list of strings. */
export function textOf(data: JsonValue, mimeType: string): string {
  if (typeof data === 'string') return data
  if (Array.isArray(data) && data.every((line) => typeof line === 'string')) return data.join('')
  throw new NbtrustError('ERR_NOTEBOOK_SHAPE', `The data of ${mimeType} is not text.`)
}

/** What an error output says, with a terminal's colours in it; its name and message if it has no traceback. */
export function tracebackOf(output: Output): string {
  const { traceback, ename, evalue } = output as { traceback?: unknown; ename?: unknown; evalue?: unknown }
  const lines = Array.isArray(traceback) ? traceback.filter((line) => typeof line === 'string') : []
  return lines.length > 0
    ? lines.join('\n')
    : [ename, evalue].filter((part) => typeof part === 'string').join(': ')
}
