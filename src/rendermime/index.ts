// From an output to an element: what a notebook frontend renders with.
export { adoptStyles } from './adopt-styles.js'
export type { Content, MimeRenderer, RenderContext, Tier } from './content.js'
export type { DataOnlyName } from './data-only-table.js'
export { type Attributes, build, type ElementParts } from './dom.js'
export { englishRenderMessages, type RenderMessages, type WithheldKind } from './messages.js'
export { type NearPlace, NearQueue, type NearQueueOptions } from './near-queue.js'
export { removalList } from './notice.js'
export { type Candidate, type Choice, RenderMimeRegistry } from './registry.js'
export { type MarkdownCellOptions, renderMarkdownCell } from './render-markdown-cell.js'
export { renderOutput } from './render-output.js'
export {
  type RenderedWhenNear,
  renderMarkdownCellWhenNear,
  renderOutputWhenNear,
  type WhenNearOptions,
} from './render-when-near.js'
export type { Rendered, RenderOptions } from './rendered.js'
export {
  type CellReview,
  type Finding,
  type Review,
  type ReviewOptions,
  reviewNotebook,
  reviewNotebookInSlices,
} from './review.js'
export { ScriptQueue, type ScriptQueueOptions } from './script-queue.js'
export { contentCss, markdownCss, outputCss, themeCss } from './styles.js'
export { countFindings, countKinds, isCosmetic, summarize, withheldKind } from './summarize.js'
export type { TrustOracle } from './trust-oracle.js'
