// The open notebook in the page: its cells, placed a few at a time and rendered when near, and what Run and Clear do to them.
import {
  build,
  type CodeCell,
  cellsOf,
  executionCount,
  FRAGMENT_EVENT,
  NearQueue,
  type Notebook,
  type OutputV3,
  type OutputV4,
  outputBundle,
  type Removal,
  type RenderOptions,
  type TrustSession,
} from '../src/index.js'
import { nextTask } from '../src/lib/next-task.js'
import { type CellView, type CodeCellView, cellView } from './cell-view.js'
import { run } from './kernel/run.js'
import { strings } from './strings.js'

/** What the view tells the page. */
export interface NotebookViewOptions {
  readonly session: TrustSession
  readonly options: RenderOptions
  /** Sources or outputs are no longer what the file says. */
  readonly onChange: () => void
  /** What was withheld so far, whenever that may have changed. */
  readonly onReport: (report: WithheldReport) => void
}

/** What was withheld from a reader, as far as it was rendered. */
export interface WithheldReport {
  readonly removed: readonly Removal[]
  /** Outputs and Markdown cells that were not looked at yet. */
  readonly waiting: number
}

// How many cells stand in one block, which the browser leaves alone as a whole while it is far away.
const cellsInBlock = 16

// How long cells may be placed before the page gets a turn, in milliseconds.
const slice = 12

/** The cells of an open notebook. */
export class NotebookView {
  readonly element: HTMLElement
  readonly #notebook: Notebook
  readonly #given: NotebookViewOptions
  readonly #cells: HTMLElement
  readonly #stop = new AbortController()
  readonly #near = new NearQueue()
  #views: CellView[] = []
  #count: number
  #isReporting = false

  constructor(notebook: Notebook, given: NotebookViewOptions) {
    this.#notebook = notebook
    this.#given = given
    // Not by `Math.max(...)`: a notebook can have more cells than a function takes arguments.
    this.#count = cellsOf(notebook).reduce((most, cell) => Math.max(most, executionCount(cell) ?? 0), 0)
    this.#cells = build(document, 'div', { attributes: { class: 'cells' } })
    const add = build(document, 'button', {
      attributes: { type: 'button', class: 'nbtrust-button add-cell' },
      children: [strings.addCell],
    })
    add.addEventListener('click', () => this.#addCell())
    this.element = build(document, 'div', {
      attributes: { class: 'notebook', 'aria-busy': 'true' },
      children: notebook.nbformat === 4 ? [this.#cells, add] : [this.#cells],
    })
    this.element.addEventListener(FRAGMENT_EVENT, (event) => this.#follow(event))
    // Remote content that a reader asks for is not withheld any longer.
    this.element.addEventListener('click', () => this.#report())
    given.session.addEventListener('trustchange', () => this.refresh(), { signal: this.#stop.signal })
  }

  /** Places all cells, and lets the page breathe in between. Resolves when what is near is rendered, or it is disposed. */
  async render(): Promise<void> {
    // The page around it comes first.
    await nextTask()
    let began = performance.now()
    for (const cell of cellsOf(this.#notebook)) {
      if (this.#stop.signal.aborted) return
      this.#append(cell)
      if (performance.now() - began < slice) continue
      await nextTask()
      began = performance.now()
    }
    if (this.#views.length === 0)
      this.#cells.append(
        build(document, 'p', { attributes: { class: 'empty' }, children: [strings.emptyNotebook] }),
      )
    await this.#near.idle()
    this.element.removeAttribute('aria-busy')
  }

  /** Renders again what the session now thinks differently of. */
  refresh(): void {
    for (const view of this.#views) for (const part of view.parts) part.refresh()
  }

  /** Takes every cell and its live content down. */
  dispose(): void {
    this.#stop.abort()
    this.#near.close()
    for (const view of this.#views) view.dispose()
    this.element.remove()
  }

  // A link to a heading of another cell: each cell's names end at its own shadow root.
  #follow(event: Event): void {
    if (!(event instanceof CustomEvent) || typeof event.detail?.name !== 'string') return
    const name: string = event.detail.name.toLowerCase()
    // What the link leads to may be far away.
    this.#near.runAll()
    for (const host of this.#cells.querySelectorAll('.nbtrust-content')) {
      for (const target of host.shadowRoot?.querySelectorAll('[id]') ?? []) {
        const id = target.id.toLowerCase()
        if (id === name || id.endsWith(`-${name}`)) {
          target.scrollIntoView({ block: 'start' })
          return
        }
      }
    }
  }

  #append(cell: Parameters<typeof cellView>[0]): CellView {
    // Nothing, or the sentence that there is nothing.
    if (this.#views.length === 0) this.#cells.replaceChildren()
    const block = this.#lastBlock()
    const view = cellView(cell, {
      options: { ...this.#given.options, near: this.#near, block, onRender: () => this.#report() },
      language: languageOf(this.#notebook, cell),
      number: this.#views.length + 1,
      onRun: (item) => this.#run(item),
      onClear: (item) => this.#clear(item),
      onEdit: this.#given.onChange,
    })
    this.#views.push(view)
    block.append(view.element)
    return view
  }

  // The one that the next cell goes into. It says how many cells it has, from which its height is guessed.
  #lastBlock(): HTMLElement {
    let block = this.#cells.lastElementChild as HTMLElement | null
    if (!block || block.childElementCount === cellsInBlock) {
      block = build(document, 'div', { attributes: { class: 'block' } })
      this.#cells.append(block)
    }
    block.style.setProperty('--cells', String(block.childElementCount + 1))
    return block
  }

  // Once for all that is rendered in one frame.
  #report(): void {
    if (this.#isReporting) return
    this.#isReporting = true
    requestAnimationFrame(() => {
      this.#isReporting = false
      if (this.#stop.signal.aborted) return
      const parts = this.#views.flatMap((view) => view.parts)
      const rendered = parts.flatMap((part) => part.rendered ?? [])
      this.#given.onReport({
        removed: rendered.flatMap((item) => item.removed),
        waiting: parts.length - rendered.length,
      })
    })
  }

  // "Did the current user do this?" Yes: so what the execution yields is trusted, in a notebook that is not.
  #run(view: CodeCellView): void {
    const produced = run(view.source, ++this.#count)
    const execution = this.#given.session.startExecution(view.cell)
    if ('input' in view.cell) {
      view.cell.prompt_number = this.#count
      view.cell.outputs = produced.map(toVersion3)
    } else {
      view.cell.execution_count = this.#count
      view.cell.outputs = produced
    }
    for (const output of view.cell.outputs) execution.trust(output)
    execution.end()
    view.show()
    this.#given.onChange()
  }

  #clear(view: CodeCellView): void {
    view.cell.outputs = []
    if ('input' in view.cell) view.cell.prompt_number = null
    else view.cell.execution_count = null
    view.show()
    this.#given.onChange()
  }

  #addCell(): void {
    if (this.#notebook.nbformat !== 4) return
    const cell: CodeCell = {
      cell_type: 'code',
      ...(this.#notebook.nbformat_minor >= 5 ? { id: crypto.randomUUID() } : {}),
      metadata: {},
      source: strings.newCellSource,
      execution_count: null,
      outputs: [],
    }
    this.#notebook.cells.push(cell)
    const view = this.#append(cell)
    if ('edit' in view) (view as CodeCellView).edit()
    this.#given.onChange()
  }
}

function languageOf(notebook: Notebook, cell: object): string {
  const { language_info: info, kernelspec } = notebook.metadata
  const named = [info, kernelspec].flatMap((item) =>
    item !== null && typeof item === 'object' && !Array.isArray(item) ? [item.name, item.language] : [],
  )
  const own = 'language' in cell ? cell.language : undefined
  const found = [own, ...named].find((name) => typeof name === 'string')
  const short: Readonly<Record<string, string>> = { ir: 'r', python3: 'python', python2: 'python' }
  return typeof found === 'string' ? (short[found] ?? found) : 'python'
}

const keysOf3: Readonly<Record<string, string>> = {
  'text/plain': 'text',
  'text/html': 'html',
  'image/svg+xml': 'svg',
  'text/latex': 'latex',
  'application/javascript': 'javascript',
}

function toVersion3(output: OutputV4): OutputV3 {
  if (output.output_type === 'stream')
    return { output_type: 'stream', stream: output.name, text: output.text }
  if (output.output_type === 'error') {
    return { output_type: 'pyerr', ename: output.ename, evalue: output.evalue, traceback: output.traceback }
  }
  const data = Object.fromEntries(
    Object.entries(outputBundle(output).data).map(([type, value]) => [keysOf3[type] ?? type, value]),
  )
  return output.output_type === 'execute_result'
    ? { output_type: 'pyout', prompt_number: output.execution_count, metadata: {}, ...data }
    : { output_type: 'display_data', metadata: {}, ...data }
}
