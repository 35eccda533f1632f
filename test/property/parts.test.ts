// A notebook that is encoded in parts has the bytes that it has as a whole, or has to be read as a whole.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeParts, Uncuttable } from '../../src/canonical/encode-parts.js'
import { canonicalBytes, type Encoding } from '../../src/canonical/index.js'
import { vectors } from '../vectors/nbformat/vectors.js'
import { choices, notebook, spell } from './arbitraries.js'

interface Cut {
  /** The bytes of a piece, and the fewest of a part. */
  readonly piece: number
  readonly enough: number
}

const encodings: readonly Encoding[] = ['nbformat', 'jcs']
const cuts: fc.Arbitrary<Cut> = fc.record({
  piece: fc.integer({ min: 1, max: 60 }),
  enough: fc.nat({ max: 200 }),
})

const bytesOf = (source: string | Uint8Array): Uint8Array =>
  typeof source === 'string' ? new TextEncoder().encode(source) : source

async function* piecesOf(bytes: Uint8Array, { piece }: Cut): AsyncGenerator<Uint8Array> {
  const memory = new Uint8Array(piece)
  for (let at = 0; at < bytes.length; at += piece) {
    const slice = bytes.subarray(at, at + piece)
    memory.set(slice)
    yield memory.subarray(0, slice.length)
  }
}

/** What came of each encoding as hexadecimal digits; none where it has to be read as a whole. */
async function inParts(source: string | Uint8Array, cut: Cut): Promise<Map<Encoding, string>> {
  const bytes = bytesOf(source)
  const texts = new Map<Encoding, string>(encodings.map((encoding) => [encoding, '']))
  const takers = new Map(
    encodings.map((encoding) => [
      encoding,
      (taken: Uint8Array) =>
        void texts.set(encoding, `${texts.get(encoding)}${Buffer.from(taken).toString('hex')}`),
    ]),
  )
  const minor = Number(/"nbformat_minor"\s*:\s*(\d)/.exec(Buffer.from(bytes).toString())?.[1] ?? 5)
  try {
    const failed = await encodeParts({ pieces: piecesOf(bytes, cut), minor, takers, enough: cut.enough })
    for (const encoding of failed) texts.delete(encoding)
    return texts
  } catch (error) {
    if (error instanceof Uncuttable) return new Map()
    throw error
  }
}

function asWhole(source: string | Uint8Array, encoding: Encoding): string {
  try {
    return Buffer.from(canonicalBytes(bytesOf(source), encoding)).toString('hex')
  } catch (error) {
    return String(error)
  }
}

async function expectTheSame(source: string | Uint8Array, cut: Cut): Promise<void> {
  for (const [encoding, hex] of await inParts(source, cut)) expect(hex).toBe(asWhole(source, encoding))
}

const withCellsFirst = notebook.map((value): Record<string, unknown> => {
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(value))
  const { cells = [], metadata, nbformat_minor } = plain
  return { cells, metadata, nbformat: 4, nbformat_minor }
})

describe('in parts', () => {
  test('every vector has its bytes, or is read as a whole', async () => {
    let cut = 0
    for (const { source } of vectors) {
      await expectTheSame(source, { piece: 7, enough: 100 })
      cut += (await inParts(source, { piece: 1000, enough: 1 })).size
    }
    expect(cut).toBeGreaterThan(100)
  })

  test('a notebook with its cells first is never read as a whole', async () => {
    const property = fc.asyncProperty(
      withCellsFirst,
      cuts,
      fc.constantFrom(undefined, 1),
      async (value, cut, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        const parts = await inParts(text, cut)
        for (const encoding of encodings) {
          const whole = asWhole(text, encoding)
          expect(parts.get(encoding) ?? whole).toBe(whole)
          if (/^[0-9a-f]+$/.test(whole)) expect(parts.has(encoding)).toBe(true)
        }
      },
    )
    await fc.assert(property, { numRuns: 500 })
  })

  test('whatever order and spelling it has', async () => {
    const property = fc.asyncProperty(notebook, choices, cuts, async (value, choose, cut) => {
      await expectTheSame(spell(JSON.parse(JSON.stringify(value)), choose), cut)
    })
    await fc.assert(property, { numRuns: 500 })
  })

  test('and whatever is broken in it', async () => {
    const broken = fc
      .tuple(
        withCellsFirst,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.constantFrom('', ...',}]["\\{1:', '],"cells":[', '"a":1,', ',"cells":[]'),
      )
      .map(([value, position, length, inserted]) => {
        const text = JSON.stringify(value)
        const at = position % text.length
        return text.slice(0, at) + inserted + text.slice(at + length)
      })
    await fc.assert(fc.asyncProperty(broken, cuts, expectTheSame), { numRuns: 2000 })
  })

  test.each([
    ['a key before the cells', '{"a":1,"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":4}'],
    ['a key that is sorted before them', '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":4,"Z":1}'],
    ['the empty key', '{"cells":[],"":1,"metadata":{},"nbformat":4,"nbformat_minor":4}'],
    ['cells twice', '{"cells":[{}],"metadata":{},"nbformat":4,"nbformat_minor":4,"cells":[]}'],
    ['keys that run together', '{"cells":[],"cel":"ls","metadata":{},"nbformat":4,"nbformat_minor":4}'],
    ['no comma', '{"cells":[{} {}],"metadata":{},"nbformat":4,"nbformat_minor":4}'],
    ['a comma too many', '{"cells":[{},],"metadata":{},"nbformat":4,"nbformat_minor":4}'],
    ['nothing after the comma', '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":4,}'],
    ['something at the end', '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":4}1'],
    ['no end', '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":4'],
    ['white space in the first key', '{"ce lls":[],"metadata":{},"nbformat":4,"nbformat_minor":4}'],
    ['a byte order mark', '\ufeff{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":4}'],
    ['version 3', '{"cells":[],"metadata":{},"nbformat":3,"nbformat_minor":0,"worksheets":[]}'],
    ['a version that is no whole number', '{"cells":[],"metadata":{},"nbformat":4.0,"nbformat_minor":4}'],
    [
      'an id twice, in two parts',
      '{"cells":[{"id":"a","cell_type":"raw","metadata":{},"source":""},{"id":"a","cell_type":"raw","metadata":{},"source":""}],"metadata":{},"nbformat":4,"nbformat_minor":5}',
    ],
  ])('nbformat reads as a whole: %s', async (_, text) => {
    const parts = await inParts(text, { piece: 5, enough: 1 })
    expect(parts.has('nbformat')).toBe(false)
  })

  test('a number that only one encoding has leaves the other one', async () => {
    const text =
      '{"cells":[{"metadata":{"a":NaN},"source":"","cell_type":"raw"}],"metadata":{},"nbformat":4,"nbformat_minor":4}'
    const parts = await inParts(text, { piece: 5, enough: 1 })
    expect([...parts.keys()]).toEqual(['nbformat'])
    expect(parts.get('nbformat')).toBe(asWhole(text, 'nbformat'))
  })
})
