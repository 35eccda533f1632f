// Random notebook files as text: odd numbers, odd strings, odd keys and odd spellings, now and then broken.
import fc from 'fast-check'

/** A JSON value with the spelling of its scalars, so that 1.0, 1E0 and 10e-1 stay different. */
export type Spelled =
  | { readonly scalar: string }
  | { readonly items: readonly Spelled[] }
  | { readonly members: readonly (readonly [key: string, value: Spelled])[] }

const scalar = (text: string): Spelled => ({ scalar: text })
const string = (text: string): Spelled => scalar(JSON.stringify(text))
const object = (members: readonly (readonly [string, Spelled])[]): Spelled => ({ members })
const list = (items: readonly Spelled[]): Spelled => ({ items })

const digits = (max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max })
const numbers: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1.0',
    '-0.0',
    '1e16',
    '1E15',
    '1e-5',
    '0.0001',
    '5e-324',
    '2e-324',
    '1e400',
    '-1e400',
  ),
  fc.constantFrom(
    'NaN',
    'Infinity',
    '-Infinity',
    '9007199254740993',
    '9007199254740993.0',
    'true',
    'false',
    'null',
  ),
  fc.double().map((value) => (Number.isFinite(value) ? String(value) : '0')),
  fc.maxSafeInteger().map(String),
  fc
    .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 1n, max: 10n ** 40n }))
    .map(([sign, n]) => `${sign}${n}`),
  fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.nat(99),
      digits(25),
      fc.constantFrom('e', 'E', 'e+', 'e-'),
      fc.nat(330),
    )
    .map(([sign, whole, fraction, e, exponent]) => `${sign}${whole}.${fraction}${e}${exponent}`),
)

const characters = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'é',
    '\u{1f600}',
    '\ufffd',
    '\u2028',
    '\u0000',
    '\u007f',
    '\ufeff',
    '"',
    '\\',
    '\n',
    '\r\n',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const texts = fc.array(characters, { maxLength: 3 }).map((parts) => parts.join(''))
const keys = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'trusted',
    'signature',
    'orig_nbformat',
    '__proto__',
    '10',
    '9',
    '\u{1f600}',
    '\ufffd',
    '',
  ),
  texts,
)

const { value: values } = fc.letrec<{ value: Spelled }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    numbers.map(scalar),
    texts.map(string),
    fc.array(tie('value'), { maxLength: 3 }).map(list),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 3 }).map(object),
  ),
}))

const metadata = fc.array(fc.tuple(keys, values), { maxLength: 3 }).map(object)
const lines = fc.oneof(
  texts.map(string),
  fc.array(fc.oneof(texts, fc.constantFrom('x\n', 'y\r', '\n')).map(string), { maxLength: 4 }).map(list),
)
const data = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'text/plain',
          'text/html',
          'application/json',
          'application/x+json',
          'image/png',
          'a/b',
        ),
        keys,
      ),
      fc.oneof(lines, values),
    ),
    { maxLength: 3 },
  )
  .map(object)

const outputV4 = fc.oneof(
  lines.map((text) =>
    object([
      ['output_type', string('stream')],
      ['name', string('stdout')],
      ['text', text],
    ]),
  ),
  fc
    .tuple(data, metadata, fc.constantFrom('display_data', 'execute_result'))
    .map(([bundle, meta, type]) =>
      object([
        ['data', bundle],
        ['metadata', meta],
        ['output_type', string(type)],
        ...(type === 'execute_result' ? [['execution_count', scalar('1')] as const] : []),
      ]),
    ),
  fc.array(texts.map(string), { maxLength: 2 }).map((traceback) =>
    object([
      ['output_type', string('error')],
      ['ename', string('E')],
      ['evalue', string('')],
      ['traceback', list(traceback)],
    ]),
  ),
)
const outputV3 = fc
  .tuple(
    fc.constantFrom('pyout', 'display_data', 'stream', 'pyerr'),
    fc.array(fc.tuple(fc.constantFrom('text', 'html', 'svg', 'latex', 'json', 'javascript', 'png'), lines), {
      maxLength: 3,
    }),
    metadata,
  )
  .map(([type, fields, meta]) => object([['output_type', string(type)], ...fields, ['metadata', meta]]))

const cellV4 = fc
  .tuple(
    fc.constantFrom('code', 'markdown', 'raw'),
    lines,
    metadata,
    fc.array(outputV4, { maxLength: 3 }),
    data,
  )
  .map(([type, source, meta, outputs, attachment]) =>
    object([
      ['cell_type', string(type)],
      ['metadata', meta],
      ['source', source],
      ...(type === 'code'
        ? ([
            ['outputs', list(outputs)],
            ['execution_count', scalar('null')],
          ] as const)
        : ([['attachments', object([['a.png', attachment]])]] as const)),
    ]),
  )
const cellV3 = fc
  .tuple(
    fc.constantFrom('code', 'markdown', 'heading', 'html'),
    lines,
    metadata,
    fc.array(outputV3, { maxLength: 3 }),
  )
  .map(([type, source, meta, outputs]) =>
    object([
      ['cell_type', string(type)],
      ['metadata', meta],
      ...(type === 'code'
        ? ([
            ['input', source],
            ['language', string('python')],
            ['outputs', list(outputs)],
            ['collapsed', scalar('false')],
          ] as const)
        : ([['source', source]] as const)),
    ]),
  )

const withIds = (cells: readonly Spelled[], ids: 'unique' | 'none'): Spelled =>
  list(
    cells.map((cell, index) =>
      'members' in cell && ids === 'unique'
        ? object([['id', string(`cell-${index}`)], ...cell.members])
        : cell,
    ),
  )

const notebookV4 = fc
  .tuple(fc.nat(7), metadata, fc.array(cellV4, { maxLength: 4 }), fc.constantFrom('unique', 'unique', 'none'))
  .map(([minor, meta, cells, ids]) =>
    object([
      ['nbformat', scalar('4')],
      ['nbformat_minor', scalar(String(minor))],
      ['metadata', meta],
      ['cells', withIds(cells, minor >= 5 ? ids : 'none')],
    ]),
  )
const notebookV3 = fc
  .tuple(metadata, fc.array(fc.array(cellV3, { maxLength: 3 }), { maxLength: 2 }))
  .map(([meta, sheets]) =>
    object([
      ['nbformat', scalar('3')],
      ['nbformat_minor', scalar('0')],
      ['metadata', meta],
      [
        'worksheets',
        list(
          sheets.map((cells) =>
            object([
              ['cells', list(cells)],
              ['metadata', object([])],
            ]),
          ),
        ),
      ],
    ]),
  )

// White space and escapes that JSON allows, chosen by a number so that a smaller one means plainer text.
const spaces = ['', ' ', '\n ', '\t', '\r\n'] as const
function write(value: Spelled, style: number, depth = 0): string {
  const space = spaces[(style + depth) % (style === 0 ? 1 : spaces.length)] ?? ''
  if ('scalar' in value) return style % 3 === 2 ? escaped(value.scalar) : value.scalar
  if ('items' in value) {
    return `[${space}${value.items.map((item) => write(item, style, depth + 1)).join(`,${space}`)}${space}]`
  }
  const members = value.members.map(
    ([key, member]) => `${escapedKey(key, style)}${space}:${space}${write(member, style, depth + 1)}`,
  )
  return `{${space}${members.join(`,${space}`)}${space}}`
}

function escapedKey(key: string, style: number): string {
  return style % 3 === 1 ? escaped(JSON.stringify(key)) : JSON.stringify(key)
}

function escaped(json: string): string {
  if (!json.startsWith('"')) return json
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A notebook file's text. One in twelve is broken by a character that is changed, added or lost. */
export const notebookTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: notebookV4 }, { weight: 1, arbitrary: notebookV3 }),
    fc.nat(5),
    fc.nat(11),
    fc.nat(1_000_000),
    fc.constantFrom(...'{}[],:"\\0-+.eE \n', 'nul', '\u00a0', ''),
  )
  .map(([notebook, style, fate, place, character]) => {
    const text = write(notebook, style)
    if (fate !== 11) return text
    const at = place % (text.length + 1)
    return text.slice(0, at) + character + text.slice(at + (place % 2))
  })
