// Shows one output: asks whether it is trusted, chooses the best MIME type for that, and says what was withheld. Told
// nothing, it renders untrusted.
import { outputBundle } from '../nbformat/index.js'
import type { JsonObject, Mimebundle, Output } from '../nbformat/model.js'
import type { RemoteContent } from '../sanitize/index.js'
import { adoptStyles } from './adopt-styles.js'
import type { Content, Tier } from './content.js'
import { contextFor } from './context.js'
import { build } from './dom.js'
import { noteLine, withheldNotice } from './notice.js'
import { type Picked, pickContent } from './pick-content.js'
import { textOf, tracebackOf } from './plain-text.js'
import type { Rendered, RenderOptions } from './rendered.js'
import { outputCss } from './styles.js'

/**
 * Renders an output of a code cell. What cannot be shown is replaced by a sentence.
 * The choice among MIME types follows JupyterLab's ranks; untrusted output is shown by safe renderers only.
 * @throws NbtrustError `ERR_MISSING_DEPENDENCY` where there is no document; nothing else.
 */
export function renderOutput(output: Output, options: RenderOptions = {}): Rendered {
  const tier = tierOf(output, options)
  const data = read(output)
  return show(data, tier, options)
}

/** What is to be shown, whatever it came from. */
export interface Shown {
  /** Tells a style sheet apart: `stdout`, `stderr`, `error`, `data`, `markdown`. */
  readonly stream: string
  /** Set if it brings colours that were chosen for light paper, whatever the page looks like. */
  readonly paper?: 'light' | undefined
  readonly bundle: Mimebundle
  readonly metadata: JsonObject
  readonly attachments?: { readonly [name: string]: Mimebundle } | undefined
}

/** Shows a bundle in a tier that the caller has made sure of. Internal: `renderOutput` and `renderMarkdownCell` decide. */
export function show(shown: Shown, tier: Tier, options: RenderOptions): Rendered {
  const context = contextFor(tier, options)
  const { document, messages } = context
  adoptStyles(document, outputCss)
  const element = build(document, 'div', {
    attributes: {
      class: 'nbtrust-output',
      'data-tier': tier,
      'data-stream': shown.stream,
      'data-paper': shown.paper,
    },
  })
  let picked: Picked
  const draw = (remoteContent: RemoteContent) => {
    picked = pickContent(shown, { ...context, remoteContent, attachments: shown.attachments })
    const notice = withheldNotice(picked.removed, {
      document,
      messages,
      advice: shown.stream === 'markdown' ? messages.neverTrusted : messages.howToTrust,
      onLoadRemote: remoteContent === 'block' ? () => reload() : undefined,
    })
    picked.content?.node.classList.add('nbtrust-content')
    element.dataset.mimeType = picked.mimeType ?? ''
    element.replaceChildren(
      ...(picked.content ? [picked.content.node] : []),
      ...picked.notes.map((note) => noteLine(document, note)),
      ...(notice ? [notice] : []),
    )
  }
  const reload = () => {
    drop(picked.content)
    draw('allow')
    // The button is gone, and with it where a keyboard was.
    element.tabIndex = -1
    element.focus({ preventScroll: true })
  }
  draw(context.remoteContent)
  return {
    element,
    tier,
    get mimeType() {
      return picked.mimeType
    },
    get removed() {
      return picked.removed
    },
    get done() {
      return picked.content?.done ?? Promise.resolve()
    },
    dispose() {
      drop(picked.content)
      element.remove()
    },
  }
}

function drop(content: Content | undefined): void {
  content?.dispose?.()
  content?.node.remove()
}

/** What the oracle says of an output now. One that fails has not vouched for anything. */
export function tierOf(output: Output, { trust }: RenderOptions): Tier {
  try {
    return trust?.isTrusted(output) === true ? 'trusted' : 'sanitized'
  } catch {
    return 'sanitized'
  }
}

// A live output may come from anywhere, so a shape that the model does not know becomes an empty bundle.
function read(output: Output): Shown {
  try {
    switch (output.output_type) {
      case 'stream': {
        const stderr = streamName(output) === 'stderr'
        const mimeType = `application/vnd.jupyter.${stderr ? 'stderr' : 'stdout'}`
        const bundle = { [mimeType]: textOf(output.text ?? '', mimeType) }
        return { stream: stderr ? 'stderr' : 'stdout', bundle, metadata: {} }
      }
      case 'error':
      case 'pyerr': {
        const traceback = tracebackOf(output)
        const paper = fixedColour.test(traceback) ? 'light' : undefined
        return {
          stream: 'error',
          paper,
          bundle: { 'application/vnd.jupyter.stdout': traceback },
          metadata: {},
        }
      }
      default:
        return dataOf(output)
    }
  } catch {
    return { stream: 'data', bundle: {}, metadata: {} }
  }
}

// `38;5;28`: of the terminal's other colours each has one for light and one for dark paper.
const fixedColour = /\[[\d;]*[34]8;[25];/

function dataOf(output: Output): Shown {
  const { data, metadata } = outputBundle(output)
  return { stream: 'data', bundle: data, metadata }
}

// Version 3 says `stream` where version 4 says `name`.
function streamName(output: Output): unknown {
  return 'name' in output ? output.name : 'stream' in output ? output.stream : undefined
}
