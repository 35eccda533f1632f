// Makes a copy of a notebook's text in which every output and Markdown cell is inert, and every other character is as it was.

import { NbtrustError } from '../lib/errors.js'
import {
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  ownValue,
  pathText,
} from '../lib/json.js'
import { replaceJsonValues } from '../lib/json-spans.js'
import { cellPaths } from '../nbformat/cells.js'
import {
  type Cell,
  cellSource,
  isSafeOutput,
  type Notebook,
  type Output,
  parseNotebook,
} from '../nbformat/index.js'
import { reviewNotebook } from '../rendermime/review.js'
import type { Removal } from '../sanitize/removal.js'
import { type InertOptions, inertBundle, inertOutputV3 } from './inert-bundle.js'
import { inertMarkdown } from './inert-markup.js'

/** What was done to one output or Markdown cell. */
export interface SanitizedPart {
  /** `cells[3].outputs[0]`, `cells[2]`. */
  readonly place: string
  /** What was taken out of HTML, SVG and Markdown that was kept. */
  readonly removed: readonly Removal[]
  /** MIME types that are gone as a whole, because their data acts or nobody knows what it does. */
  readonly removedTypes: readonly string[]
}

/** An inert copy. */
export interface SanitizedNotebook {
  readonly text: string
  readonly parts: readonly SanitizedPart[]
}

/** Where to parse: a browser's window, or `await openWindow()`. */
export interface SanitizeNotebookOptions {
  readonly window: Window & typeof globalThis
}

/**
 * Sanitizes a notebook's text. What comes out has nothing to report for `reviewNotebook`. Markup that is more than plain is written
 * anew, also where nothing is taken out of it, so that no program reads it otherwise than it was looked at.
 *
 * @throws NbtrustError what `parseNotebook` throws; `ERR_ARGUMENT` if a key that has to change is given twice;
 * `ERR_NOTEBOOK_SHAPE` with the first place of what could not be made inert, which is not expected.
 */
export function sanitizeNotebook(text: string, { window }: SanitizeNotebookOptions): SanitizedNotebook {
  const notebook = parseNotebook(text)
  const first = sanitizeOnce(text, notebook, { window, drop: new Set() })
  // What is still found after that is taken out as a whole. It is not expected, and must not be believed.
  const left = reviewNotebook(parseNotebook(first.text), { window }).cells
  if (left.length === 0) return first
  const drop = new Set(left.flatMap(({ findings }) => findings.map(({ place }) => place)))
  const second = sanitizeOnce(text, notebook, { window, drop })
  if (reviewNotebook(parseNotebook(second.text), { window }).cells.length === 0) return second
  throw new NbtrustError(
    'ERR_NOTEBOOK_SHAPE',
    `This notebook could not be made inert: ${[...drop].join(', ')}.`,
    { place: [...drop][0] ?? 'cells' },
  )
}

interface Pass extends SanitizeNotebookOptions {
  /** Places whose markup is not kept at all. */
  readonly drop: ReadonlySet<string>
}

interface Change extends SanitizedPart {
  readonly path: JsonPath
  readonly value: JsonValue
}

function sanitizeOnce(text: string, notebook: Notebook, pass: Pass): SanitizedNotebook {
  const changes = cellPaths(notebook).flatMap(([path, cell]) => sanitizeCell(path, cell, pass))
  return {
    text: replaceJsonValues(
      text,
      changes.map(({ path, value }) => [path, value]),
    ),
    parts: changes.map(({ place, removed, removedTypes }) => ({ place, removed, removedTypes })),
  }
}

function sanitizeCell(path: JsonPath, cell: Cell, pass: Pass): Change[] {
  if (cell.cell_type === 'raw') return []
  if (cell.cell_type !== 'code') return sanitizeText(path, cell, pass)
  return cell.outputs.flatMap((output: Output, index): Change[] => {
    const at: JsonPath = [...path, 'outputs', index]
    const place = pathText(at)
    const limits: InertOptions = { window: pass.window, markup: pass.drop.has(place) ? 'drop' : 'sanitize' }
    if (isSafeOutput(output)) return []
    const fields: JsonObject = Object.fromEntries(Object.entries(output))
    const data = ownValue(fields, 'data')
    // As in `outputBundle`: one of version 3 has its data beside its other fields, also where one of them is called data.
    if (isJsonObject(data) && output.output_type !== 'pyout') {
      const inert = inertBundle(data, limits)
      return inert ? [{ ...inert, place, path: [...at, 'data'] }] : []
    }
    const inert = inertOutputV3(fields, limits)
    return inert ? [{ ...inert, place, path: at }] : []
  })
}

function sanitizeText(path: JsonPath, cell: Cell, { window, drop }: Pass): Change[] {
  const place = pathText(path)
  const attachments = 'attachments' in cell && cell.attachments ? { attachments: cell.attachments } : {}
  const source = cellSource(cell)
  const inert = inertMarkdown(source, {
    window,
    markup: drop.has(place) ? 'drop' : 'sanitize',
    ...attachments,
  })
  if (!inert) return []
  return [{ place, path: [...path, 'source'], value: inert.text, removed: inert.removed, removedTypes: [] }]
}
