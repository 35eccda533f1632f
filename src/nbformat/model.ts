// The notebook as it stands in the file, version 3 or 4, with nbformat's own key names. Nothing is converted on
// reading, so that what is saved is what was opened. https://nbformat.readthedocs.io/en/latest/format_description.html

export type { JsonObject, JsonValue } from '../lib/json.js'

import type { JsonObject, JsonValue } from '../lib/json.js'

/** nbformat writes long strings as lists of lines; both spellings mean the same text. */
export type MultilineString = string | string[]

/** MIME type to data, as in `data` of a display_data output. */
export type Mimebundle = JsonObject

export interface Stream {
  output_type: 'stream'
  name: string
  text: MultilineString
}
export interface DisplayData {
  output_type: 'display_data'
  data: Mimebundle
  metadata: JsonObject
}
export interface ExecuteResult {
  output_type: 'execute_result'
  execution_count: number | null
  data: Mimebundle
  metadata: JsonObject
}
export interface ErrorOutput {
  output_type: 'error'
  ename: string
  evalue: string
  traceback: string[]
}
/** A version 3 output, whose MIME types are short keys (`html`, `png`) beside `output_type`. */
export interface OutputV3 {
  output_type: 'pyout' | 'display_data' | 'stream' | 'pyerr'
  [key: string]: JsonValue
}
export type OutputV4 = Stream | DisplayData | ExecuteResult | ErrorOutput
export type Output = OutputV4 | OutputV3

export interface CodeCellV4 {
  cell_type: 'code'
  id?: string
  metadata: JsonObject
  source: MultilineString
  execution_count: number | null
  outputs: OutputV4[]
}
export interface MarkdownCellV4 {
  cell_type: 'markdown'
  id?: string
  metadata: JsonObject
  source: MultilineString
  attachments?: { [name: string]: Mimebundle }
}
export interface RawCellV4 {
  cell_type: 'raw'
  id?: string
  metadata: JsonObject
  source: MultilineString
  attachments?: { [name: string]: Mimebundle }
}
export interface CodeCellV3 {
  cell_type: 'code'
  language?: string
  metadata?: JsonObject
  input: MultilineString
  prompt_number?: number | null
  outputs: OutputV3[]
}
export interface TextCellV3 {
  cell_type: 'markdown' | 'html' | 'raw' | 'heading'
  metadata?: JsonObject
  source: MultilineString
  level?: number
}
export type CellV4 = CodeCellV4 | MarkdownCellV4 | RawCellV4
export type CellV3 = CodeCellV3 | TextCellV3
export type Cell = CellV4 | CellV3
export type CodeCell = CodeCellV4 | CodeCellV3

export interface NotebookV4 {
  nbformat: 4
  nbformat_minor: number
  metadata: JsonObject
  cells: CellV4[]
}
export interface NotebookV3 {
  nbformat: 3
  nbformat_minor: number
  metadata: JsonObject
  worksheets: { cells: CellV3[]; metadata?: JsonObject }[]
}
export type Notebook = NotebookV4 | NotebookV3

/** What is signed and checked: best the file's bytes, else its text; a live notebook stands for the text `JSON.stringify` gives it. */
export type NotebookSource = Uint8Array | string | Notebook
