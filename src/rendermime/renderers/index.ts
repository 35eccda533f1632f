// The built-in renderers, as data.
import type { MimeRenderer } from '../content.js'
import { imageRenderer } from './image.js'
import { jsonRenderer } from './json.js'
import { htmlRenderer, javascriptRenderer, latexRenderer, markdownRenderer, svgRenderer } from './markup.js'
import { pdfRenderer } from './pdf.js'
import { stderrRenderer, textRenderer } from './text.js'

/** What a registry starts with, in JupyterLab's order of ranks. */
export const defaultRenderers: readonly MimeRenderer[] = [
  jsonRenderer,
  javascriptRenderer,
  htmlRenderer,
  markdownRenderer,
  latexRenderer,
  svgRenderer,
  imageRenderer,
  pdfRenderer,
  stderrRenderer,
  textRenderer,
]
