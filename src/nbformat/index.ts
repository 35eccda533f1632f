// The notebook file format, versions 3 and 4: read, look at, write.
export { cellAttachments, cellSource, cellsOf, codeCells, executionCount } from './cells.js'
export { joinLines } from './lines.js'
export type * from './model.js'
export { outputBundle } from './outputs.js'
export { defaultMaxBytes, parseNotebook } from './parse.js'
export {
  type MessageScope,
  type ParseInWorkerOptions,
  parseNotebookInWorker,
  serveParsing,
} from './parse-in-worker.js'
export { checkCells, hasUnsafeOutputs, isSafeOutput, markCells } from './trust.js'
export { serializeNotebook } from './write.js'
