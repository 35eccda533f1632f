// Engines translate what is called, and translate it well only once it has run for a while: the first notebook of a page would
// take three times as long as the second. A page that waits for its reader can have that behind it.
import type { Encoding } from './encode.js'

const rounds = 20
const encodings: readonly Encoding[] = ['jcs', 'nbformat']

// Browsers give 50 ms at a time where nothing is to be drawn: what is left of them is for who clicks just then.
const leastLeft = 20

/**
 * Has a small notebook encoded again and again while the page has nothing else to do, up to 30 ms at a time, as long as
 * `isNeeded`. Does nothing where nobody can tell (Node, workers, Safari).
 */
export async function rehearse(
  encode: (file: Uint8Array, encoding: Encoding) => Promise<unknown>,
  isNeeded: () => boolean,
): Promise<void> {
  if (typeof requestIdleCallback === 'undefined') return
  const file = new TextEncoder().encode(rehearsalNotebook())
  let idle: IdleDeadline | undefined
  for (let round = 0; round < rounds; round++) {
    for (const encoding of encodings) {
      if (!idle || idle.timeRemaining() < leastLeft) idle = await idleTime()
      if (!isNeeded()) return
      await encode(file, encoding)
    }
  }
}

const idleTime = (): Promise<IdleDeadline> => new Promise((resolve) => requestIdleCallback(resolve))

/** What notebooks are made of, as Jupyter writes it, in 40 KB: text in lines, tables, pictures, numbers. */
export function rehearsalNotebook(): string {
  const lines = Array.from({ length: 20 }, (_, line) => `    <td>"${line}"</td> \u001b[31mé</span>\n`)
  const outputs = [
    {
      output_type: 'display_data',
      data: {
        'application/json': { x: Array.from({ length: 60 }, (_, i) => i / 7), y: [1e21, -2.5e-7, 1, 1] },
        'image/png': 'iVBORw0KGgo='.repeat(40),
        'text/html': lines,
      },
      metadata: {},
    },
    { output_type: 'stream', name: 'stdout', text: lines },
  ]
  const cells = Array.from({ length: 8 }, (_, cell) => ({
    cell_type: 'code',
    execution_count: cell,
    id: `cell-${cell}`,
    metadata: { trusted: true },
    outputs,
    source: lines,
  }))
  const metadata = { orig_nbformat: 4, kernelspec: { name: 'python3' } }
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)
}
