// Makes notebooks of any size with the mix that real ones have, byte for byte the same for the same seed.
import { pandasBundle, plotlyBundle, pngBundle } from './outputs.js'
import { type PythonJson, pythonJson } from './python-json.js'
import { type Random, seededRandom } from './random.js'
import { logLines, markdownLines, sourceLines } from './text.js'

/** What the bytes of a notebook are, as shares of one. */
export interface Mix {
  readonly png: number
  readonly plotly: number
  readonly pandas: number
  readonly log: number
  readonly text: number
}

/** The usual notebook, by bytes. */
export const mixed: Mix = { png: 0.35, plotly: 0.25, pandas: 0.2, log: 0.1, text: 0.1 }

/** A notebook of interactive charts. */
export const plotlyHeavy: Mix = { png: 0, plotly: 0.92, pandas: 0.03, log: 0.02, text: 0.03 }

export interface NotebookShape {
  readonly mix?: Mix
  readonly seed?: number
  /** How large an output is; 1 is usual. */
  readonly scale?: number
}

/** The UTF-8 of a notebook file of about `bytes` bytes. */
export function makeNotebook(
  bytes: number,
  { mix = mixed, seed = 1, scale = Math.min(1, bytes / 2e6) }: NotebookShape = {},
): Uint8Array {
  const random = seededRandom(seed)
  const cells: Uint8Array[] = []
  const encoder = new TextEncoder()
  const written: Record<keyof Mix, number> = { png: 0, plotly: 0, pandas: 0, log: 0, text: 0 }
  const shares = Object.entries(mix) as [keyof Mix, number][]
  for (let total = 0; total < bytes; ) {
    // The kind that is furthest behind its share comes next.
    const [kind] = shares.reduce((left, right) => (behind(left) > behind(right) ? left : right))
    const text = pythonJson(makeCell(kind, { random, scale, id: cells.length }), 2)
    const cell = encoder.encode(text)
    cells.push(cell)
    total += cell.length
    written[kind] += cell.length
  }
  return joinCells(cells)

  function behind([kind, share]: readonly [keyof Mix, number]): number {
    return share === 0 ? -1 : share / (written[kind] + 1)
  }
}

interface CellSeed {
  readonly random: Random
  /** Below 1 for notebooks so small that a usual output would be too large a part of them. */
  readonly scale: number
  readonly id: number
}

function makeCell(kind: keyof Mix, { random, scale, id }: CellSeed): PythonJson {
  const sized = (usual: number): number => Math.max(1, Math.round(usual * scale * (0.5 + random.next())))
  if (kind === 'text') {
    if (id % 2 === 0)
      return { cell_type: 'markdown', id: cellId(id), metadata: {}, source: markdownLines(random, 4) }
    return codeCell(id, { source: sourceLines(random, sized(40)), outputs: [] })
  }
  const source = sourceLines(random, 6)
  if (kind === 'log')
    return codeCell(id, {
      source,
      outputs: [{ name: 'stderr', output_type: 'stream', text: logLines(random, sized(300)) }],
    })
  const data =
    kind === 'png'
      ? pngBundle(random, sized(60_000))
      : kind === 'pandas'
        ? pandasBundle(random, { rows: sized(60), columns: 12 })
        : plotlyBundle(random, sized(2000))
  const output = { data, execution_count: id, metadata: {}, output_type: 'execute_result' }
  return codeCell(id, { source, outputs: [output] })
}

/** A code cell as nbformat 4.5 has it. */
export function codeCell(
  id: number,
  { source, outputs }: { source: readonly string[]; outputs: readonly PythonJson[] },
): PythonJson {
  return { cell_type: 'code', execution_count: id, id: cellId(id), metadata: {}, outputs, source }
}

function cellId(id: number): string {
  return `cell-${id.toString(16).padStart(8, '0')}`
}

/** A notebook file around cells that are text already. */
export function joinCells(cells: readonly Uint8Array[]): Uint8Array {
  const encoder = new TextEncoder()
  const metadata: PythonJson = {
    kernelspec: { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' },
    language_info: { file_extension: '.py', mimetype: 'text/x-python', name: 'python', version: '3.11.2' },
  }
  const head = encoder.encode('{\n "cells": [\n  ')
  const comma = encoder.encode(',\n  ')
  const tail = encoder.encode(
    `\n ],\n "metadata": ${pythonJson(metadata, 1)},\n "nbformat": 4,\n "nbformat_minor": 5\n}\n`,
  )
  const pieces = [head, ...cells.flatMap((cell, index) => (index === 0 ? [cell] : [comma, cell])), tail]
  const file = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let position = 0
  for (const piece of pieces) {
    file.set(piece, position)
    position += piece.length
  }
  return file
}
