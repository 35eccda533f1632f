// Shows a Markdown cell. Its HTML and scripts are never trusted, not even in a trusted notebook.
import type { JsonObject, Mimebundle } from '../nbformat/model.js'
import { show } from './render-output.js'
import type { Rendered, RenderOptions } from './rendered.js'

/** How to render a Markdown cell. */
export interface MarkdownCellOptions extends Omit<RenderOptions, 'trust'> {
  /** The cell's attachments, by `cellAttachments(cell)`: without them its attached pictures are not shown. */
  readonly attachments?: { readonly [name: string]: Mimebundle } | undefined
}

/**
 * Renders a Markdown cell's source as inert DOM.
 * @throws NbtrustError `ERR_MISSING_DEPENDENCY` where there is no document; nothing else.
 */
export function renderMarkdownCell(source: string, options: MarkdownCellOptions = {}): Rendered {
  const { attachments, ...rest } = options
  const metadata: JsonObject = {}
  return show(
    { stream: 'markdown', bundle: { 'text/markdown': source }, metadata, attachments },
    'sanitized',
    rest,
  )
}
