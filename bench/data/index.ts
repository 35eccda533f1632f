// The notebooks that the benchmark measures, by name: `mixed-10MB`, `plotly-1MB`, `image-100MB`, `numbers`, `cells`,
// `outputs-10MB`.
import { hugeImage, manyCells, smallNumbers } from './extremes.js'
import { makeNotebook, mixed, plotlyHeavy } from './notebook.js'

const units = { KB: 1e3, MB: 1e6 } as const

/**
 * The bytes of a notebook by its name; the same name always gives the same bytes. Sizes are any number of KB or MB.
 * @throws Error for a name that is none.
 */
export function makeData(name: string): Uint8Array {
  if (name === 'numbers') return smallNumbers(1_000_000)
  if (name === 'cells') return manyCells(20_000)
  const [, kind, size, unit] = /^(mixed|plotly|image|outputs)-(\d+)(KB|MB)$/.exec(name) ?? []
  if (!kind || (unit !== 'KB' && unit !== 'MB')) throw new Error(`There is no data called ${name}.`)
  const bytes = Number(size) * units[unit]
  if (kind === 'image') return hugeImage(bytes)
  // Many small outputs: 10 MB hold a thousand.
  if (kind === 'outputs') return makeNotebook(bytes, { scale: 0.131 })
  return makeNotebook(bytes, { mix: kind === 'plotly' ? plotlyHeavy : mixed })
}
