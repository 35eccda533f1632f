// The notebook as it is stored: without what nbformat calls transient, and with every multi-line text written in one
// way. What is written to a file and what is signed both begin here, so that a saved file is the one that was signed.

import { isJsonObject, type JsonObject, type JsonValue, ownValue } from '../lib/json.js'
import { change, each, eachMember, omit } from '../lib/json-copy.js'
import { isJsonMime, isLines, joinLinesV3 } from './lines.js'
import { multilineKeysV3 } from './shape-v3.js'

/** Writes a joined text; `lines` where nbformat stores a list of lines, `whole` where it stores one string. */
export type TextWriter = (text: string, kind: 'lines' | 'whole') => JsonValue

/**
 * A copy, sharing what is not changed, without `metadata.signature`, `orig_nbformat` and every cell's
 * `metadata.trusted`, in which every text that may be a list of lines is what `write` made of it. Tolerant: what does
 * not have a notebook's shape is left as it is.
 */
export function storedForm(notebook: JsonObject, write: TextWriter): JsonValue {
  const metadata = (value: JsonValue): JsonValue =>
    omit(value, ['orig_nbformat', 'orig_nbformat_minor', 'signature'])
  if (notebook.nbformat !== 3) {
    return change(notebook, { metadata, cells: (cells) => each(cells, (cell) => cellV4(cell, write)) })
  }
  const worksheet = (value: JsonValue): JsonValue =>
    change(value, { cells: (cells) => each(cells, (cell) => cellV3(cell, write)) })
  const version3 = change(notebook, { metadata, worksheets: (list) => each(list, worksheet) })
  return omit(version3, ['orig_nbformat', 'orig_nbformat_minor'])
}

// nbformat/v4/rwbase.py: `rejoin_lines`, `split_lines`, `strip_transient`.
function cellV4(cell: JsonValue, write: TextWriter): JsonValue {
  return change(cell, {
    metadata: withoutTrusted,
    source: (source) => lines(source, write),
    attachments: (attachments) => eachMember(attachments, (bundle) => bundleOf(bundle, write)),
    outputs: (outputs) => each(outputs, (output) => outputV4(output, write)),
  })
}

function outputV4(output: JsonValue, write: TextWriter): JsonValue {
  const type = isJsonObject(output) ? ownValue(output, 'output_type') : undefined
  if (type === 'execute_result' || type === 'display_data') {
    return change(output, { data: (data) => bundleOf(data, write) })
  }
  return change(output, {
    text: (text) => rewritten(text, (joined) => write(joined, type === 'stream' ? 'lines' : 'whole')),
  })
}

function bundleOf(bundle: JsonValue, write: TextWriter): JsonValue {
  if (!isJsonObject(bundle)) return bundle
  const entries = Object.entries(bundle).map(([mime, value]): [string, JsonValue] => {
    if (isJsonMime(mime)) return [mime, value]
    const kind = mime.startsWith('text/') || splitMimes.has(mime) ? 'lines' : 'whole'
    return [mime, rewritten(value, (joined) => write(joined, kind))]
  })
  return Object.fromEntries(entries)
}

const splitMimes: ReadonlySet<string> = new Set(['application/javascript', 'image/svg+xml'])

// nbformat/v3/rwbase.py; `trusted` beside the metadata is where the flag was kept before.
function cellV3(cell: JsonValue, write: TextWriter): JsonValue {
  const text = (value: JsonValue): JsonValue =>
    isLines(value) ? lines(joinLinesV3(value), write) : lines(value, write)
  const code = isJsonObject(cell) && ownValue(cell, 'cell_type') === 'code'
  const output = (value: JsonValue): JsonValue =>
    change(value, Object.fromEntries(multilineKeysV3.map((key) => [key, text])))
  const changes = code
    ? { input: text, outputs: (outputs: JsonValue) => each(outputs, output) }
    : { source: text, rendered: text }
  return change(omit(cell, ['trusted']), { metadata: withoutTrusted, ...changes })
}

function lines(value: JsonValue, write: TextWriter): JsonValue {
  return rewritten(value, (joined) => write(joined, 'lines'))
}

function rewritten(value: JsonValue, write: (joined: string) => JsonValue): JsonValue {
  if (isLines(value)) return write(value.join(''))
  return typeof value === 'string' ? write(value) : value
}

function withoutTrusted(metadata: JsonValue): JsonValue {
  return omit(metadata, ['trusted'])
}
