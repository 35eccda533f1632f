// Lists what a notebook would do if it were trusted: scripts, handlers, hosts, by cell. Runs nothing and requests nothing.
import { NbtrustError } from '../lib/errors.js'
import { pathText } from '../lib/json.js'
import { nextTask } from '../lib/next-task.js'
import { cellPaths } from '../nbformat/cells.js'
import { cellSource, executionCount, isSafeOutput, outputBundle } from '../nbformat/index.js'
import type { Cell, JsonValue, Mimebundle, Notebook, Output } from '../nbformat/model.js'
import { activeParts, inAny } from '../sanitize/active-parts.js'
import { renderMarkdown, type SafeResult, sanitizeHtml, sanitizeSvg } from '../sanitize/index.js'
import { type RecordedOutput, recordCell } from '../session-ledger.js'
import { dataOnlyName } from './data-only-table.js'
import type { WithheldKind } from './messages.js'
import { essence } from './mime-type.js'
import { textOf } from './plain-text.js'
import { RenderMimeRegistry } from './registry.js'
import { hostOf, hostsIn } from './review-hosts.js'
import { countFindings, isCosmetic, withheldKind } from './summarize.js'
import { listScripts } from './trusted.js'

/** One thing that would run, contact somebody or take input. */
export interface Finding {
  readonly kind: WithheldKind | 'unknown type'
  /** Where it is: `cells[3].outputs[0]`, `cells[2]`, `worksheets[0].cells[1].outputs[0]`. */
  readonly place: string
  readonly mimeType: string
  /** The element, attribute or MIME type, in lower case. */
  readonly name: string
  /** The element it is in or on. */
  readonly within?: string
  /** The hosts it would contact, as far as its text tells. */
  readonly hosts: readonly string[]
  /** The beginning of a script, for a reader who wants to look. */
  readonly code?: string
}

/** The findings of one cell. */
export interface CellReview {
  /** Position among all cells, from 0. */
  readonly index: number
  /** The number that frontends show beside the cell, if it was executed. */
  readonly executionCount: number | undefined
  readonly place: string
  readonly cellType: Cell['cell_type']
  /** `on trust`: the findings would act once the notebook is trusted. `never`: Markdown is never trusted. */
  readonly acts: 'on trust' | 'never'
  readonly findings: readonly Finding[]
}

/** What is in a notebook, as data. */
export interface Review {
  /** Cells without findings are left out. */
  readonly cells: readonly CellReview[]
  /** Every output that was read, as it was then: what may be trusted by whoever has seen this review. */
  readonly outputs: readonly RecordedOutput[]
  /** Findings that would act on trust, by kind. */
  readonly counts: ReadonlyMap<Finding['kind'], number>
  /** Hosts that would be contacted on trust, sorted. */
  readonly hosts: readonly string[]
  /** MIME types that no renderer knows, sorted. */
  readonly unknownTypes: readonly string[]
}

/** Where to parse. */
export interface ReviewOptions {
  /** Default: the page's own. In Node that of jsdom. */
  readonly window?: (Window & typeof globalThis) | undefined
}

/** How much of a script a finding quotes, in UTF-16 code units. */
const quoteLength = 2000

/**
 * Reviews a whole notebook. What cannot be read counts as a finding.
 * @throws NbtrustError `ERR_MISSING_DEPENDENCY` where there is no window to parse in; nothing else.
 */
export function reviewNotebook(notebook: Notebook, options: ReviewOptions = {}): Review {
  return summed([...cellReviews(notebook, options)])
}

// As in `near-queue.ts`.
const sliceMs = 8

/**
 * `reviewNotebook` in slices of a few milliseconds, so that the page goes on answering while a long notebook is reviewed.
 * @throws (rejects) the reason of `signal` once that is aborted, and what `reviewNotebook` throws; nothing else.
 */
export async function reviewNotebookInSlices(
  notebook: Notebook,
  { signal, ...options }: ReviewOptions & { readonly signal?: AbortSignal | undefined } = {},
): Promise<Review> {
  signal?.throwIfAborted()
  const found: Reviewed[] = []
  let began = performance.now()
  for (const reviewed of cellReviews(notebook, options)) {
    found.push(reviewed)
    if (performance.now() - began < sliceMs) continue
    await nextTask()
    signal?.throwIfAborted()
    began = performance.now()
  }
  return summed(found)
}

type Reviewed = Pick<Review, 'cells' | 'outputs'>

// For each cell its review, if anything was found, and what it was a review of: the notebook may change before the next.
function* cellReviews(notebook: Notebook, options: ReviewOptions): Iterable<Reviewed> {
  const registry = new RenderMimeRegistry()
  for (const [index, [path, cell]] of cellPaths(notebook).entries()) {
    const place = pathText(path)
    const findings = reviewCell(cell, { ...options, place, registry })
    const acts = cell.cell_type === 'code' ? ('on trust' as const) : ('never' as const)
    const outputs = recordCell(cell)
    if (findings.length === 0) yield { cells: [], outputs }
    else {
      const about = { index, executionCount: executionCount(cell), place, cellType: cell.cell_type }
      yield { cells: [{ ...about, acts, findings }], outputs }
    }
  }
}

function summed(reviewed: readonly Reviewed[]): Review {
  const cells = reviewed.flatMap((each) => each.cells)
  const acting = cells.filter((cell) => cell.acts === 'on trust').flatMap((cell) => cell.findings)
  return {
    cells,
    outputs: reviewed.flatMap((each) => each.outputs),
    counts: countFindings(acting),
    hosts: sorted(acting.flatMap((finding) => finding.hosts)),
    unknownTypes: sorted(acting.flatMap(({ kind, name }) => (kind === 'unknown type' ? [name] : []))),
  }
}

interface At extends ReviewOptions {
  readonly place: string
  readonly registry: RenderMimeRegistry
}

function reviewCell(cell: Cell, at: At): Finding[] {
  if (cell.cell_type === 'raw') return []
  if (cell.cell_type !== 'code') return reviewBundle({ 'text/markdown': cellSource(cell) }, at)
  return cell.outputs.flatMap((output, index) =>
    reviewOutput(output, { ...at, place: `${at.place}.outputs[${index}]` }),
  )
}

function reviewOutput(output: Output, at: At): Finding[] {
  if (isSafeOutput(output)) return []
  try {
    return reviewBundle(outputBundle(output).data, at)
  } catch (error) {
    if (isMissing(error)) throw error
    return [{ kind: 'mislabelled part', place: at.place, mimeType: '', name: output.output_type, hosts: [] }]
  }
}

// That nothing can be parsed here is no fault of the notebook.
function isMissing(error: unknown): boolean {
  return error instanceof NbtrustError && error.code === 'ERR_MISSING_DEPENDENCY'
}

function reviewBundle(bundle: Mimebundle, at: At): Finding[] {
  const { unknown } = at.registry.choose(Object.keys(bundle), 'trusted')
  return Object.entries(bundle).flatMap(([mimeType, data]) => {
    if (unknown.includes(mimeType)) {
      // Known names whose data is never executed are no surprise to anyone.
      return dataOnlyName(mimeType)
        ? []
        : [{ kind: 'unknown type', place: at.place, mimeType, name: mimeType, hosts: [] }]
    }
    try {
      return reviewData(mimeType, data, at)
    } catch (error) {
      if (isMissing(error)) throw error
      return [{ kind: 'mislabelled part', place: at.place, mimeType, name: mimeType, hosts: [] }]
    }
  })
}

function reviewData(mimeType: string, data: JsonValue, at: At): Finding[] {
  const options = at.window ? { window: at.window } : {}
  switch (essence(mimeType)) {
    case 'application/javascript':
    case 'text/javascript':
      return [scriptFinding(textOf(data, mimeType), { mimeType, place: at.place, name: mimeType })]
    case 'text/html':
      return fromRemovals(sanitizeHtml(textOf(data, mimeType), options), textOf(data, mimeType), {
        ...at,
        mimeType,
      })
    case 'image/svg+xml':
      return fromRemovals(sanitizeSvg(textOf(data, mimeType), options), textOf(data, mimeType), {
        ...at,
        mimeType,
      })
    case 'text/markdown':
      return fromRemovals(renderMarkdown(textOf(data, mimeType), options), '', { ...at, mimeType })
    default:
      return []
  }
}

type Named = Pick<Finding, 'mimeType' | 'place' | 'name'>

function scriptFinding(code: string, named: Named): Finding {
  return { kind: 'script', ...named, hosts: hostsIn(code), code: code.trim().slice(0, quoteLength) }
}

// The sanitizer says what it took out. What other parsers see is added; the scripts are listed for their text.
function fromRemovals(
  result: SafeResult,
  markup: string,
  { window, mimeType, place }: At & { readonly mimeType: string },
): Finding[] {
  const removed = markup === '' ? result.removed : inAny([result.removed, activeParts(markup, window)])
  const scripts = removed.some((removal) => removal.name === 'script') ? scriptsOf(markup, window) : []
  const rest = removed.filter((removal) => scripts.length === 0 || removal.name !== 'script')
  const fromScripts = scripts.map(({ address, text }): Finding => {
    const finding = scriptFinding(text, { mimeType, place, name: 'script' })
    return address === null ? finding : { ...finding, hosts: hostOf(address), code: address }
  })
  const fromRest = rest.flatMap((removal): Finding[] => {
    const kind = withheldKind(removal)
    if (!kind || isCosmetic([removal])) return []
    const hosts = removal.host ? [removal.host] : []
    const within = removal.within === undefined ? {} : { within: removal.within }
    return [{ kind, place, mimeType, name: removal.name, ...within, hosts }]
  })
  return [...fromScripts, ...fromRest]
}

function scriptsOf(markup: string, window: ReviewOptions['window']): ReturnType<typeof listScripts> {
  const document = window?.document ?? globalThis.document
  try {
    return document ? listScripts(document, markup) : []
  } catch {
    return []
  }
}

const sorted = (items: readonly string[]): string[] => [...new Set(items)].sort()
