// Notebooks at the edge of what people have: one huge image, a million small numbers, twenty thousand cells.
import { codeCell, joinCells } from './notebook.js'
import { type PythonJson, pythonJson } from './python-json.js'
import { seededRandom } from './random.js'
import { sourceLines } from './text.js'

const encoder = new TextEncoder()

/** One cell with one PNG of `bytes` bytes of base64. */
export function hugeImage(bytes: number): Uint8Array {
  const random = seededRandom(2)
  const letters = encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
  const image = new Uint8Array(bytes)
  for (let index = 0; index < bytes; index++) image[index] = letters[random.below(64)] ?? 65
  const cell = pythonJson(outputCell({ 'image/png': '@' }), 2)
  const [before = '', after = ''] = cell.split('@')
  return joinCells([concat([encoder.encode(before), image, encoder.encode(after)])])
}

/** One output with `count` whole numbers of one to three digits. */
export function smallNumbers(count: number): Uint8Array {
  const random = seededRandom(3)
  const numbers = Array.from({ length: count }, () => random.below(1000))
  return joinCells([encoder.encode(pythonJson(outputCell({ 'application/json': numbers }), 2))])
}

/** `count` cells of a few lines of code, each with one line of output. */
export function manyCells(count: number): Uint8Array {
  const random = seededRandom(4)
  const cells = Array.from({ length: count }, (_, id) => {
    const outputs = [{ name: 'stdout', output_type: 'stream', text: [`${id}\n`] }]
    return encoder.encode(pythonJson(codeCell(id, { source: sourceLines(random, 3), outputs }), 2))
  })
  return joinCells(cells)
}

function outputCell(data: PythonJson): PythonJson {
  const outputs = [{ data, execution_count: 1, metadata: {}, output_type: 'execute_result' }]
  return codeCell(1, { source: ['show()'], outputs })
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let position = 0
  for (const piece of pieces) {
    whole.set(piece, position)
    position += piece.length
  }
  return whole
}
