// The notebook as it stands in the file, version 3 or 4, with nbformat's own key names. Nothing is converted on
// reading, so that what is saved is what was opened. https://nbformat.readthedocs.io/en/latest/format_description.html

export type { JsonObject, JsonValue } from '../lib/json.js'

import type { JsonObject, JsonValue } from '../lib/json.js'

/** nbformat writes long strings as lists of lines; both spellings mean the same text. */
export type MultilineString = string | string[]

/** MIME type to data, as in `data` of a display_data output. */
export type Mimebundle = JsonObject

/** Text that a program printed. */
export interface Stream {
  output_type: 'stream'
  /** `stdout` or `stderr`; files hold others too. */
  name: string
  text: MultilineString
}
/** What a program displayed, in one or more MIME types of the same thing. */
export interface DisplayData {
  output_type: 'display_data'
  data: Mimebundle
  metadata: JsonObject
}
/** The value of a cell's last expression. */
export interface ExecuteResult {
  output_type: 'execute_result'
  execution_count: number | null
  data: Mimebundle
  metadata: JsonObject
}
/** An exception: its name, what it says, and the traceback's lines with the escape sequences of a terminal. */
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
/** A version 4 output. */
export type OutputV4 = Stream | DisplayData | ExecuteResult | ErrorOutput
/** An output of either version; `outputBundle` reads both. */
export type Output = OutputV4 | OutputV3

/** A version 4 code cell. `id` is there since version 4.5; `execution_count` is null if it was not run. */
export interface CodeCellV4 {
  cell_type: 'code'
  id?: string
  metadata: JsonObject
  source: MultilineString
  execution_count: number | null
  outputs: OutputV4[]
}
/** A version 4 Markdown cell, with the files attached to it by name. */
export interface MarkdownCellV4 {
  cell_type: 'markdown'
  id?: string
  metadata: JsonObject
  source: MultilineString
  attachments?: { [name: string]: Mimebundle }
}
/** A version 4 cell that is shown as it is written. */
export interface RawCellV4 {
  cell_type: 'raw'
  id?: string
  metadata: JsonObject
  source: MultilineString
  attachments?: { [name: string]: Mimebundle }
}
/** A version 3 code cell. */
export interface CodeCellV3 {
  cell_type: 'code'
  language?: string
  metadata?: JsonObject
  input: MultilineString
  prompt_number?: number | null
  outputs: OutputV3[]
}
/** A version 3 cell of any other kind; `level`, from 1 to 6, is a heading's. */
export interface TextCellV3 {
  cell_type: 'markdown' | 'html' | 'raw' | 'heading'
  metadata?: JsonObject
  source: MultilineString
  level?: number
}
/** A version 4 cell; `cell_type` tells which. */
export type CellV4 = CodeCellV4 | MarkdownCellV4 | RawCellV4
/** A version 3 cell; `cell_type` tells which. */
export type CellV3 = CodeCellV3 | TextCellV3
/** A cell of either version; `cellSource` reads both. */
export type Cell = CellV4 | CellV3
/** A code cell of either version. */
export type CodeCell = CodeCellV4 | CodeCellV3

/** A notebook of version 4, in which all that Jupyter writes is since 2015. */
export interface NotebookV4 {
  nbformat: 4
  nbformat_minor: number
  metadata: JsonObject
  cells: CellV4[]
}
/** A notebook of version 3, as IPython wrote it before. Its cells are on worksheets, nearly always one. */
export interface NotebookV3 {
  nbformat: 3
  nbformat_minor: number
  metadata: JsonObject
  worksheets: { cells: CellV3[]; metadata?: JsonObject }[]
}
/** A notebook; `nbformat` tells which version. `cellsOf` and `codeCells` read both. */
export type Notebook = NotebookV4 | NotebookV3

/** What is signed and checked: best the file's bytes, else its text; a live notebook stands for the text `JSON.stringify` gives it. */
export type NotebookSource = Uint8Array | string | Notebook
