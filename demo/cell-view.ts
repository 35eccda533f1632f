// One cell in the page: its source, its outputs, and for code cells Run, Edit and Clear.
import {
  build,
  type Cell,
  type CodeCell,
  cellAttachments,
  cellSource,
  executionCount,
  type NearQueue,
  type RenderedWhenNear,
  type RenderOptions,
  renderMarkdownCellWhenNear,
  renderOutputWhenNear,
  type WhenNearOptions,
} from '../src/index.js'
import { highlight } from './highlight.js'
import { strings } from './strings.js'

/** What a cell needs of the notebook it is in. */
export interface CellTools {
  readonly language: string
  /** Position from 1, for names. */
  readonly number: number
  readonly options: RenderOptions & WhenNearOptions & { readonly near: NearQueue }
  readonly onRun: (view: CodeCellView) => void
  readonly onClear: (view: CodeCellView) => void
  readonly onEdit: () => void
}

/** A cell in the page. */
export interface CellView {
  readonly element: HTMLElement
  /** What it shows that is, or will be, rendered. */
  readonly parts: readonly RenderedWhenNear[]
  dispose(): void
}

/** The view for a cell of any kind. */
export function cellView(cell: Cell, tools: CellTools): CellView {
  return cell.cell_type === 'code' ? new CodeCellView(cell, tools) : textCellView(cell, tools)
}

type TextCell = Exclude<Cell, CodeCell>

function textCellView(cell: TextCell, { options, number }: CellTools): CellView {
  const rendered = renderText(cell, options)
  const content =
    rendered?.element ??
    build(document, 'pre', { attributes: { class: 'raw' }, children: [cellSource(cell)] })
  const element = build(document, 'article', {
    attributes: {
      class: 'cell',
      'data-kind': cell.cell_type,
      'aria-label': strings.cellLabel(cell.cell_type, number),
    },
    children: [content],
  })
  return { element, parts: rendered ? [rendered] : [], dispose: () => rendered?.dispose() }
}

function renderText(
  cell: TextCell,
  { trust: _, ...options }: CellTools['options'],
): RenderedWhenNear | undefined {
  const source = cellSource(cell)
  if (cell.cell_type === 'markdown') {
    return renderMarkdownCellWhenNear(source, { ...options, attachments: cellAttachments(cell) })
  }
  if (cell.cell_type === 'heading') {
    const level = Math.min(6, Math.max(1, Number('level' in cell ? cell.level : 1) || 1))
    return renderMarkdownCellWhenNear(`${'#'.repeat(level)} ${source.replace(/\s+/g, ' ')}`, options)
  }
  // Version 3 had HTML cells. Like Markdown they are text of the author, so they are never trusted.
  if (cell.cell_type === 'html') {
    return renderOutputWhenNear(
      { output_type: 'display_data', data: { 'text/html': source }, metadata: {} },
      options,
    )
  }
  return undefined
}

/** A code cell in the page. */
export class CodeCellView implements CellView {
  readonly element: HTMLElement
  readonly cell: CodeCell
  readonly #tools: CellTools
  readonly #name: string
  readonly #prompt: HTMLElement
  readonly #code: HTMLElement
  readonly #outputs: HTMLElement
  readonly #edit: HTMLButtonElement
  readonly #clear: HTMLButtonElement
  #parts: readonly RenderedWhenNear[] = []
  #editor: HTMLTextAreaElement | undefined

  constructor(cell: CodeCell, tools: CellTools) {
    this.cell = cell
    this.#tools = tools
    const name = strings.codeCell(tools.number)
    this.#name = name
    this.#prompt = build(document, 'div', { attributes: { class: 'prompt' } })
    this.#code = build(document, 'div', { attributes: { class: 'code' } })
    this.#outputs = build(document, 'div', {
      attributes: { class: 'outputs', role: 'group', 'aria-label': strings.outputs },
    })
    const run = button(strings.run, strings.runLabel(name), () => tools.onRun(this))
    const edit = button(strings.edit, strings.editLabel(name), () => this.#toggleEditor())
    this.#edit = edit
    this.#clear = button(strings.clear, strings.clearLabel(name), () => {
      if (this.#parts.length > 0) tools.onClear(this)
    })
    this.element = build(document, 'article', {
      attributes: {
        class: 'cell',
        'data-kind': 'code',
        'aria-label': strings.cellLabel('code', tools.number),
      },
      children: [
        this.#prompt,
        build(document, 'div', {
          attributes: { class: 'actions' },
          children: [run, edit, this.#clear],
        }),
        this.#code,
        this.#outputs,
      ],
    })
    this.#showSource()
    this.show()
  }

  /** The source as it stands, with an open editor's text. */
  get source(): string {
    this.#commit()
    return cellSource(this.cell)
  }

  get parts(): readonly RenderedWhenNear[] {
    return this.#parts
  }

  /** Shows the outputs that the cell has now. */
  show(): void {
    for (const part of this.#parts) part.dispose()
    this.#parts = this.cell.outputs.map((output) => renderOutputWhenNear(output, this.#tools.options))
    this.#outputs.replaceChildren(...this.#parts.map(({ element }) => element))
    this.#outputs.hidden = this.#parts.length === 0
    // Not disabled: the button that was just pressed would lose the focus.
    this.#clear.setAttribute('aria-disabled', String(this.#parts.length === 0))
    const count = executionCount(this.cell)
    this.#prompt.textContent = count === undefined ? '[ ]' : `[${count}]`
    this.#prompt.title = count === undefined ? strings.notRunYet : strings.executed(count)
  }

  dispose(): void {
    this.#tools.options.near.cancel(this.#code)
    for (const part of this.#parts) part.dispose()
  }

  /** Opens the editor and puts the cursor there. */
  edit(): void {
    if (!this.#editor) this.#toggleEditor()
  }

  #showSource(): void {
    const source = cellSource(this.cell)
    const code = build(document, 'code', { children: [source] })
    // Colours can wait until somebody is near; the text can't.
    const { near, block } = this.#tools.options
    near.add(this.#code, () => code.replaceChildren(highlight(source, this.#tools.language)), { block })
    // A long line scrolls sideways, so the keyboard must be able to reach it.
    const attributes = {
      tabindex: 0,
      role: 'group',
      'aria-label': strings.sourceLabel(this.#name),
    }
    this.#code.replaceChildren(build(document, 'pre', { attributes, children: [code] }))
  }

  #toggleEditor(): void {
    const edit = this.#edit
    if (this.#editor) {
      this.#commit()
      this.#editor = undefined
      this.#showSource()
      edit.textContent = strings.edit
      edit.setAttribute('aria-label', strings.editLabel(this.#name))
      return
    }
    const source = cellSource(this.cell)
    const editor = build(document, 'textarea', {
      attributes: {
        spellcheck: 'false',
        autocapitalize: 'off',
        rows: source.split('\n').length + 1,
        'aria-label': strings.sourceLabel(this.#name),
      },
    })
    editor.value = source
    editor.addEventListener('keydown', (event) => {
      // Composed text is entered and given up with these keys too.
      if (event.isComposing) return
      if (event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        this.#tools.onRun(this)
      } else if (event.key === 'Escape') {
        event.preventDefault()
        this.#toggleEditor()
        edit.focus()
      }
    })
    // At once, so that nobody saves or leaves without what is being written.
    editor.addEventListener('input', () => this.#commit())
    this.#editor = editor
    this.#code.replaceChildren(editor)
    edit.textContent = strings.done
    edit.setAttribute('aria-label', strings.doneLabel(this.#name))
    editor.focus()
  }

  #commit(): void {
    if (!this.#editor || this.#editor.value === cellSource(this.cell)) return
    if ('input' in this.cell) this.cell.input = this.#editor.value
    else this.cell.source = this.#editor.value
    this.#tools.onEdit()
  }
}

function button(text: string, label: string, onClick: () => void): HTMLButtonElement {
  const element = build(document, 'button', {
    attributes: { type: 'button', class: 'nbtrust-button', 'aria-label': label },
    children: [text],
  })
  element.addEventListener('click', onClick)
  return element
}
