// Outputs and Markdown cells that are rendered when a reader comes near them: until then their plain text stands there.
import { outputBundle } from '../nbformat/index.js'
import type { Output } from '../nbformat/model.js'
import { adoptStyles } from './adopt-styles.js'
import type { Tier } from './content.js'
import { documentFor } from './context.js'
import { build } from './dom.js'
import { essence } from './mime-type.js'
import { type NearPlace, NearQueue } from './near-queue.js'
import { type Preview, placeholder, placeholderCss, previewMarkdown, previewOutput } from './placeholder.js'
import { RenderMimeRegistry } from './registry.js'
import { type MarkdownCellOptions, renderMarkdownCell } from './render-markdown-cell.js'
import { renderOutput, tierOf } from './render-output.js'
import type { Rendered, RenderOptions } from './rendered.js'

/** How to render when near. */
export interface WhenNearOptions extends NearPlace {
  /** The page's queue, so that the nearest comes first. Default: one for all who name none. */
  readonly near?: NearQueue | undefined
  /** Told each time something was rendered, so that a page can count what was withheld so far. */
  readonly onRender?: ((rendered: Rendered) => void) | undefined
}

/** Something in the page that is, or will be, rendered. */
export interface RenderedWhenNear {
  /** Stays the same: attach it right away. */
  readonly element: HTMLElement
  /** Undefined until a reader came near. What it withheld is not known before. */
  readonly rendered: Rendered | undefined
  /** Renders now, near or not; anew if it was rendered. */
  render(): Rendered
  /**
   * To be called from top to bottom when trust has changed. What lost its trust is taken down at once; what gained it is
   * rendered again when near, or in order if it can run anything.
   */
  refresh(): void
  /** Takes it down, rendered or not. */
  dispose(): void
}

/**
 * `renderOutput` once the reader is near. A trusted output that can run scripts does not wait: such outputs are rendered
 * soon, in the order in which they were asked for, because a script counts on what stands above it, wherever the reader is.
 * @throws NbtrustError `ERR_MISSING_DEPENDENCY` where there is no document; nothing else.
 */
export function renderOutputWhenNear(
  output: Output,
  options: RenderOptions & WhenNearOptions = {},
): RenderedWhenNear {
  return whenNear(
    {
      tier: () => tierOf(output, options),
      preview: () => previewOutput(output),
      render: () => renderOutput(output, options),
      canRun: () => canRun(output, options),
    },
    options,
  )
}

/** `renderMarkdownCell` once the reader is near. @throws NbtrustError `ERR_MISSING_DEPENDENCY` where there is no document. */
export function renderMarkdownCellWhenNear(
  source: string,
  options: MarkdownCellOptions & WhenNearOptions = {},
): RenderedWhenNear {
  return whenNear(
    {
      tier: () => 'sanitized',
      preview: () => previewMarkdown(source),
      render: () => renderMarkdownCell(source, options),
      canRun: () => false,
    },
    options,
  )
}

interface Subject {
  tier(): Tier
  preview(): Preview
  render(): Rendered
  /** Whether it could run anything if it is trusted. */
  canRun(): boolean
}

function whenNear(
  subject: Subject,
  options: WhenNearOptions & { readonly document?: Document | undefined },
): RenderedWhenNear {
  const document = documentFor(options)
  const near = options.near ?? defaultQueue(document)
  adoptStyles(document, placeholderCss)
  const element = build(document, 'div', { attributes: { class: 'nbtrust-near' } })
  let rendered: Rendered | undefined
  let tier = subject.tier()

  const render = (): Rendered => {
    near.cancel(element)
    rendered?.dispose()
    rendered = subject.render()
    tier = rendered.tier
    element.replaceChildren(rendered.element)
    options.onRender?.(rendered)
    return rendered
  }
  const wait = (): void => {
    if (tier === 'trusted' && subject.canRun()) near.addInOrder(element, render)
    else near.add(element, render, options)
  }
  const hold = (): void => {
    rendered?.dispose()
    rendered = undefined
    element.replaceChildren(placeholder(document, subject.preview()))
  }
  hold()
  wait()
  return {
    element,
    get rendered() {
      return rendered
    },
    render,
    refresh() {
      const now = subject.tier()
      if (now === tier) return
      tier = now
      if (rendered?.tier === 'trusted') hold()
      if (rendered?.tier === tier) near.cancel(element)
      else wait()
    },
    dispose() {
      near.cancel(element)
      rendered?.dispose()
      element.remove()
    },
  }
}

const queues = new WeakMap<Document, NearQueue>()

function defaultQueue(document: Document): NearQueue {
  const queue = queues.get(document) ?? new NearQueue()
  queues.set(document, queue)
  return queue
}

// What these show is the same, trusted or not, so it can wait. Anything else might run, or be what a script looks for.
const inert: ReadonlySet<string> = new Set([
  'text/plain',
  'text/markdown',
  'text/latex',
  'application/json',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
])

function canRun(output: Output, { registry = new RenderMimeRegistry() }: RenderOptions): boolean {
  try {
    const { candidates } = registry.choose(Object.keys(outputBundle(output).data), 'trusted')
    return candidates.some(({ mimeType }) => !inert.has(essence(mimeType)))
  } catch {
    return true
  }
}
