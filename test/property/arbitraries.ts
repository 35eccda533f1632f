// Random JSON, random notebooks, and random spellings of one JSON value.
import fc from 'fast-check'
import type { JsonObject, JsonValue } from '../../src/lib/json.js'
import type { Notebook } from '../../src/nbformat/index.js'

// Few and short, so that the differences which matter (what belongs to which key) come up often.
const smallText = fc.constantFrom(
  '',
  'a',
  'ab',
  'b',
  '1',
  'True',
  '\ufffd',
  '\u{1f600}',
  '"\\\n\u0000',
  'é',
  '\u2028',
)
const text = fc.oneof(smallText, fc.string({ unit: 'binary', maxLength: 6 }))
const keys = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'ab',
    '10',
    '9',
    '__proto__',
    'constructor',
    'trusted',
    'signature',
    '\ufffd',
    '\u{1f600}',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const numbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 1e16, 1e-5, 0.1),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
)

// Objects as JSON.parse makes them; fast-check's own have no prototype now and then.
function record<T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  constraints: { requiredKeys?: (keyof T)[] } = {},
): fc.Arbitrary<T> {
  return fc.record(model, { ...constraints, noNullPrototype: true }) as fc.Arbitrary<T>
}

/** Any JSON value without half surrogate pairs; -0 does not occur, since JSON.stringify writes it as 0. */
export const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    numbers.map((value) => (value === 0 ? 0 : value)),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(keys, tie('value')), { maxLength: 4 })
    .map((members) => Object.fromEntries(members)),
})).value

/** Any JSON object. */
export const jsonObject: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(keys, json), { maxLength: 4 })
  .map((members) => Object.fromEntries(members))

const withoutTrust = (metadata: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(metadata).filter(
      ([key]) => key !== 'trusted' && key !== 'signature' && !key.startsWith('orig_'),
    ),
  )
const metadata = jsonObject.map(withoutTrust)
// As nbformat writes them: every line but the last has its end, and no line is empty.
const lines = fc
  .array(fc.stringMatching(/^[ -~é😀]{0,8}$/u), { maxLength: 4 })
  .map((list) =>
    list.map((line, index) => (index < list.length - 1 ? `${line}\n` : line)).filter((line) => line !== ''),
  )
const bundle = record(
  { 'text/plain': lines, 'image/png': text, 'application/x+json': json },
  { requiredKeys: [] },
)
const output = fc.oneof(
  record({
    output_type: fc.constant('stream' as const),
    name: fc.constantFrom('stdout', 'stderr'),
    text: lines,
  }),
  record({ output_type: fc.constant('display_data' as const), data: bundle, metadata: jsonObject }),
  record({
    output_type: fc.constant('execute_result' as const),
    execution_count: fc.option(fc.nat()),
    data: bundle,
    metadata: jsonObject,
  }),
  record({
    output_type: fc.constant('error' as const),
    ename: text,
    evalue: text,
    traceback: fc.array(text, { maxLength: 2 }),
  }),
)
const cell = fc.oneof(
  record({ cell_type: fc.constantFrom('markdown' as const, 'raw' as const), metadata, source: lines }),
  record({
    cell_type: fc.constant('code' as const),
    metadata,
    source: lines,
    execution_count: fc.option(fc.nat()),
    outputs: fc.array(output, { maxLength: 3 }),
  }),
)
const outputV3 = record(
  {
    output_type: fc.constantFrom('pyout' as const, 'display_data' as const),
    html: lines,
    png: text,
    metadata: jsonObject,
  },
  { requiredKeys: ['output_type'] },
)
const cellV3 = fc.oneof(
  record({ cell_type: fc.constantFrom('markdown' as const, 'heading' as const), metadata, source: lines }),
  record({
    cell_type: fc.constant('code' as const),
    metadata,
    input: lines,
    outputs: fc.array(outputV3, { maxLength: 3 }),
  }),
)

/** Notebooks of versions 3 and 4 as nbformat would save them: lists of lines, ids where there have to be some. */
export const notebook: fc.Arbitrary<Notebook> = fc.oneof(
  record({
    nbformat: fc.constant(4 as const),
    nbformat_minor: fc.integer({ min: 0, max: 6 }),
    metadata,
    cells: fc.array(cell, { maxLength: 4 }),
  }).map((v4) => ({ ...v4, cells: v4.cells.map((plain, index) => ({ ...plain, id: `id${index}` })) })),
  record({
    nbformat: fc.constant(3 as const),
    nbformat_minor: fc.constant(0),
    metadata,
    worksheets: fc.array(record({ cells: fc.array(cellV3, { maxLength: 3 }), metadata: jsonObject }), {
      maxLength: 2,
    }),
  }),
)

/** A number source for choices that are no part of the value. */
export const choices: fc.Arbitrary<() => number> = fc
  .array(fc.nat(), { minLength: 7, maxLength: 40 })
  .map((list) => {
    let next = 0
    return () => list[next++ % list.length] ?? 0
  })

/** Spells a JSON value in one of its many ways: white space, order of keys, escapes. Numbers as JSON.stringify does. */
export function spell(value: JsonValue, choose: () => number): string {
  const space = (): string => ['', '', '', ' ', '\n', '\r\n', '\t'][choose() % 7] ?? ''
  const list = (open: string, items: string[], close: string): string =>
    open + space() + items.join(`${space()},${space()}`) + space() + close
  if (typeof value === 'string') return spellString(value, choose)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) {
    return list(
      '[',
      value.map((item) => spell(item, choose)),
      ']',
    )
  }
  const members = Object.entries(value).map(
    ([key, member]) => `${spellString(key, choose) + space()}:${space()}${spell(member, choose)}`,
  )
  const turn = members.length === 0 ? 0 : choose() % members.length
  return list('{', [...members.slice(turn), ...members.slice(0, turn)], '}')
}

function spellString(value: string, choose: () => number): string {
  const spelled = Array.from(value, (char) => {
    if (choose() % 3 > 0) return JSON.stringify(char).slice(1, -1)
    const upper = choose() % 2 === 0
    return char.split('').map((unit) => {
      const hex = unit.charCodeAt(0).toString(16).padStart(4, '0')
      return `\\u${upper ? hex.toUpperCase() : hex}`
    })
  })
  return `"${spelled.flat().join('')}"`
}
