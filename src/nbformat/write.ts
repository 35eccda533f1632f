// A notebook as nbformat writes it: one space of indent, sorted keys, long strings as lists of lines, and nothing in it
// that says it is trusted. A file that Jupyter saved and that nobody changed comes out as it was.
import { isJsonObject, type JsonObject, type JsonValue, ownValue } from '../lib/json.js'
import { change, each, eachMember, omit } from '../lib/json-copy.js'
import { writeJson } from '../lib/json-write.js'
import { fillCellIds } from './ids.js'
import { isJsonMime, isLines, splitLines } from './lines.js'
import type { Notebook } from './model.js'
import { multilineKeysV3 } from './shape-v3.js'

/**
 * The text of the notebook's file, ending in a line feed. Leaves out every cell's `metadata.trusted`, the notebook's
 * `metadata.signature` and `orig_nbformat`. The cells of a 4.5+ notebook that lack an id, or repeat one, are given one in
 * the notebook itself, so that the next save is the same.
 * @throws NbtrustError `ERR_JSON_NUMBER` for a NaN or an infinity, `ERR_JSON_DEPTH`, `ERR_ARGUMENT`, with the path.
 */
export function serializeNotebook(notebook: Notebook): string {
  fillCellIds(notebook)
  const top = notebook as unknown as JsonObject
  if (notebook.nbformat === 4) {
    return `${styled(change(top, { metadata: withoutTransient, cells: (cells) => each(cells, cellV4) }))}\n`
  }
  const worksheet = (value: JsonValue): JsonValue => change(value, { cells: (cells) => each(cells, cellV3) })
  const version3 = omit(
    change(top, { metadata: withoutTransient, worksheets: (list) => each(list, worksheet) }),
    ['orig_nbformat', 'orig_nbformat_minor'],
  )
  // nbformat writes version 3 in ASCII; ESCAPE_ASCII of Python's json also escapes DEL.
  const ascii = styled(version3).replace(
    /[^ -~\n]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${ascii}\n`
}

function styled(value: JsonValue): string {
  return writeJson(value, { order: 'code point', indent: ' ' })
}

function cellV4(cell: JsonValue): JsonValue {
  return change(cell, {
    metadata: withoutTrusted,
    source: split,
    attachments: (attachments) => eachMember(attachments, splitBundle),
    outputs: (outputs) => each(outputs, outputV4),
  })
}

function outputV4(output: JsonValue): JsonValue {
  const type = isJsonObject(output) ? ownValue(output, 'output_type') : undefined
  if (type === 'execute_result' || type === 'display_data') return change(output, { data: splitBundle })
  return type === 'stream' ? change(output, { text: split }) : output
}

function cellV3(cell: JsonValue): JsonValue {
  const changes = { metadata: withoutTrusted, input: split, source: split, rendered: split }
  return change(omit(cell, ['trusted']), { ...changes, outputs: (outputs) => each(outputs, outputV3) })
}

function outputV3(output: JsonValue): JsonValue {
  return change(output, Object.fromEntries(multilineKeysV3.map((key) => [key, split])))
}

// nbformat/v4/rwbase.py, `_split_mimebundle`: other text (base64, mostly) stays one string.
function splitBundle(bundle: JsonValue): JsonValue {
  if (!isJsonObject(bundle)) return bundle
  const entries = Object.entries(bundle).map(([mime, value]): [string, JsonValue] => {
    const lines = mime.startsWith('text/') || mime === 'application/javascript' || mime === 'image/svg+xml'
    if (lines) return [mime, split(value)]
    return [mime, isLines(value) && !isJsonMime(mime) ? value.join('') : value]
  })
  return Object.fromEntries(entries)
}

function split(value: JsonValue): JsonValue {
  if (isLines(value)) return splitLines(value.join(''))
  return typeof value === 'string' ? splitLines(value) : value
}

function withoutTransient(metadata: JsonValue): JsonValue {
  return omit(metadata, ['orig_nbformat', 'orig_nbformat_minor', 'signature'])
}

function withoutTrusted(metadata: JsonValue): JsonValue {
  return omit(metadata, ['trusted'])
}
