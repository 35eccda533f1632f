// The MIME bundle of an output of either version.
import { isJsonObject, type JsonObject, type JsonValue, ownValue } from '../lib/json.js'
import { parseJson } from '../lib/json-parse.js'
import { isJsonMime, isLines } from './lines.js'
import type { Mimebundle, Output } from './model.js'

/** The MIME types of version 3's short keys. nbformat/v4/convert.py, `_mime_map`; pdf is what IPython wrote beside it. */
export const mimeTypesV3: ReadonlyMap<string, string> = new Map([
  ['text', 'text/plain'],
  ['html', 'text/html'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['pdf', 'application/pdf'],
  ['latex', 'text/latex'],
  ['json', 'application/json'],
  ['javascript', 'application/javascript'],
])
/** Fields of a version 3 output that are no data. */
export const notDataV3: ReadonlySet<string> = new Set(['output_type', 'metadata', 'prompt_number'])

/**
 * The data and metadata by MIME type, with lists of lines joined. For outputs that have no bundle (`stream`, `error`,
 * `pyerr` and unknown types) both are empty. The output itself is not changed. Never throws on a parsed notebook.
 */
export function outputBundle(output: Output): { data: Mimebundle; metadata: JsonObject } {
  const fields: JsonObject = { ...(output as unknown as JsonObject) }
  const metadata = ownValue(fields, 'metadata')
  const known = isJsonObject(metadata) ? metadata : {}
  switch (output.output_type) {
    case 'execute_result':
    case 'display_data': {
      const data = ownValue(fields, 'data')
      if (isJsonObject(data)) return { data: joined(Object.entries(data)), metadata: known }
      return { data: dataV3(fields), metadata: renamed(known) }
    }
    case 'pyout':
      return { data: dataV3(fields), metadata: renamed(known) }
    default:
      return { data: {}, metadata: {} }
  }
}

function dataV3(fields: JsonObject): Mimebundle {
  const data = Object.entries(fields).filter(([key]) => !notDataV3.has(key))
  const bundle = joined(Object.entries(renamed(Object.fromEntries(data))))
  // Version 3 stores JSON as a string that holds it.
  const json = ownValue(bundle, 'application/json')
  if (typeof json === 'string') bundle['application/json'] = parsed(json)
  return bundle
}

function renamed(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [mimeTypesV3.get(key) ?? key, value]),
  )
}

function joined(entries: readonly [string, JsonValue][]): Mimebundle {
  // Object.fromEntries defines keys, so that `__proto__` becomes an ordinary one.
  return Object.fromEntries(
    entries.map(([mime, value]) => [mime, !isJsonMime(mime) && isLines(value) ? value.join('') : value]),
  )
}

function parsed(json: string): JsonValue {
  try {
    return parseJson(json)
  } catch {
    return json
  }
}
