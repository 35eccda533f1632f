// Text as a terminal shows it: plain text and streams, with ANSI colours and links turned into inert elements.
import type { JsonValue } from '../../nbformat/model.js'
import { renderAnsi } from '../../sanitize/index.js'
import type { Content, MimeRenderer, RenderContext } from '../content.js'
import { textOf } from '../plain-text.js'
import { safeContent } from '../safe-content.js'

/** Plain text and what was written to standard output. */
export const textRenderer: MimeRenderer = {
  mimeTypes: ['text/plain', 'application/vnd.jupyter.stdout'],
  rank: 120,
  safety: 'safe',
  render: terminal,
}

/** What was written to standard error. */
export const stderrRenderer: MimeRenderer = {
  mimeTypes: ['application/vnd.jupyter.stderr'],
  rank: 110,
  safety: 'safe',
  render: terminal,
}

function terminal(data: JsonValue, context: RenderContext): Content {
  const { window, mimeType, messages } = context
  const text = textOf(data, mimeType)
  const result = renderAnsi(text, { window, labels: messages.labels })
  return { ...safeContent(result, context), empty: text === '' }
}
