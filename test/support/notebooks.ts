// Small notebooks for tests of trust. Each call makes new objects, since trust goes by identity.
import type {
  CodeCellV4,
  DisplayData,
  ErrorOutput,
  NotebookV4,
  OutputV4,
  Stream,
} from '../../src/nbformat/index.js'

/** An output that is not safe as it is: HTML. */
export function html(text: string): DisplayData {
  return { output_type: 'display_data', data: { 'text/html': `<b>${text}</b>` }, metadata: {} }
}

export function stream(text: string): Stream {
  return { output_type: 'stream', name: 'stdout', text }
}

export function errorOutput(text: string): ErrorOutput {
  return { output_type: 'error', ename: 'ValueError', evalue: text, traceback: [text] }
}

export function codeCell(outputs: OutputV4[] = [], id: string = crypto.randomUUID()): CodeCellV4 {
  return { cell_type: 'code', id, metadata: {}, source: 'run()', execution_count: 1, outputs }
}

/** A notebook of one code cell for each list of outputs. */
export function notebookOf(...cells: OutputV4[][]): NotebookV4 {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: cells.map((outputs, position) => codeCell(outputs, `cell-${position}`)),
  }
}
