// A notebook as nbformat writes it: one space of indent, sorted keys, long strings as lists of lines, and nothing in it
// that says it is trusted. A file that Jupyter saved and that nobody changed comes out as it was.
import type { JsonObject } from '../lib/json.js'
import { writeJson } from '../lib/json-write.js'
import { fillCellIds } from './ids.js'
import { splitLines } from './lines.js'
import type { Notebook } from './model.js'
import { storedForm } from './stored.js'

/**
 * The text of the notebook's file, ending in a line feed. Leaves out every cell's `metadata.trusted`, the notebook's
 * `metadata.signature` and `orig_nbformat`. The cells of a 4.5+ notebook that lack an id, or repeat one, are given one in
 * the notebook itself, so that the next save is the same.
 * @throws NbtrustError `ERR_JSON_NUMBER` for a NaN or an infinity and `ERR_ARGUMENT`, with the path; `ERR_JSON_DEPTH`.
 */
export function serializeNotebook(notebook: Notebook): string {
  fillCellIds(notebook)
  const stored = storedForm(notebook as unknown as JsonObject, (text, kind) =>
    kind === 'lines' ? splitLines(text) : text,
  )
  const text = `${writeJson(stored, { order: 'code point', indent: ' ' })}\n`
  return notebook.nbformat === 3 ? ascii(text) : text
}

// nbformat writes version 3 in ASCII; Python's json then escapes DEL too.
function ascii(text: string): string {
  return text.replace(/[^ -~\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
