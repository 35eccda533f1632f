// RFC 8785 by its own examples, and what of a notebook goes into the signed bytes.
import { describe, expect, test } from 'vitest'
import { canonicalizeJson } from '../../../src/canonical/index.js'
import type { JsonValue } from '../../../src/lib/json.js'
import { parseNotebook, serializeNotebook } from '../../../src/nbformat/index.js'
import { encoders } from '../../support/encoders.js'

describe.each(encoders)('by $name', ({ jcsBytes }) => {
  test('the example of RFC 8785, section 3.2.4', () => {
    const input = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`
    expect(canonicalizeJson(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('keys are sorted as in RFC 8785, section 3.2.3: by UTF-16 unit', () => {
    const input = '{"\u20ac":5,"\\r":1,"\ufb33":7,"1":2,"\ud83d\ude00":6,"\u0080":3,"\u00f6":4}'
    expect(canonicalizeJson(JSON.parse(input))).toBe(
      '{"\\r":1,"1":2,"\u0080":3,"\u00f6":4,"\u20ac":5,"\ud83d\ude00":6,"\ufb33":7}',
    )
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number %s of RFC 8785, appendix B, is written %s', (hex, text) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, BigInt(`0x${hex}`))
    expect(canonicalizeJson(view.getFloat64(0))).toBe(text)
  })

  test.each([
    [4, '\n'],
    [3, ''],
  ])('lines of every length are joined in version %i', (version, ends) => {
    const lines = Array.from({ length: 300 }, (_, length) => 'é"x\\'.repeat(length).slice(0, length))
    const source = [...lines, ...lines].map((line) => line + ends)
    const member = version === 4 ? 'source' : 'input'
    const cells = [{ cell_type: 'code', [member]: source }]
    const file = JSON.stringify(
      version === 4 ? { nbformat: 4, cells } : { nbformat: 3, worksheets: [{ cells }] },
    )
    const joined = JSON.stringify(source.join(ends === '' ? '\n' : ''))
    expect(new TextDecoder().decode(jcsBytes(file))).toContain(`"${member}":${joined}}`)
  })

  describe('what has no canonical form is refused with the path', () => {
    test.each<[JsonValue, string, string]>([
      [{ a: [0, { b: '\ud83d' }] }, 'ERR_JSON_SURROGATE', 'a[1].b'],
      [{ a: { 'x\ude00': 1 } }, 'ERR_JSON_SURROGATE', 'a["x\\ude00"]'],
      [[Number.NaN], 'ERR_JSON_NUMBER', '[0]'],
      [{ 'text/html': -Infinity }, 'ERR_JSON_NUMBER', '["text/html"]'],
      [[10n as unknown as number], 'ERR_ARGUMENT', '[0]'],
      ['\ud800', 'ERR_JSON_SURROGATE', 'the top level'],
    ])('%o', (value, code, place) => {
      expect(() => canonicalizeJson(value)).toThrow(expect.objectContaining({ code, place }))
    })

    test('a backslash before "ud83d" is not half a surrogate pair', () => {
      expect(canonicalizeJson('\\ud83d')).toBe('"\\\\ud83d"')
    })

    test('more than 1,000 levels, 100,000 of them, and a value that contains itself', () => {
      const nest = (levels: number): JsonValue => {
        let value: JsonValue = 1
        for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { a: value }
        return value
      }
      expect(canonicalizeJson(nest(1000))).toHaveLength(1 + 500 * 2 + 500 * 6)
      const loop: JsonValue[] = []
      loop.push(loop)
      for (const value of [nest(1001), nest(100_000), loop]) {
        expect(() => canonicalizeJson(value)).toThrow(expect.objectContaining({ code: 'ERR_JSON_DEPTH' }))
      }
    })
  })

  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const notebook = (cells: string, metadata = '{}'): string =>
    `{"cells":[${cells}],"metadata":${metadata},"nbformat":4,"nbformat_minor":4}`

  test('the bytes of a notebook are the tag and its canonical JSON', () => {
    expect(decode(jcsBytes(notebook('', '{"b":1.0,"a":"\\u00e9"}')))).toBe(
      'nbtrust-jcs-1\n{"cells":[],"metadata":{"a":"é","b":1},"nbformat":4,"nbformat_minor":4}',
    )
  })

  describe('the same notebook has the same bytes', () => {
    test.each([
      [
        'signature and origin',
        notebook('', '{"signature":"x","orig_nbformat":3,"orig_nbformat_minor":0}'),
        notebook(''),
      ],
      [
        'trust flags of every cell',
        notebook('{"cell_type":"markdown","metadata":{"trusted":true},"source":""}'),
        notebook('{"cell_type":"markdown","metadata":{},"source":""}'),
      ],
      [
        'lists of lines',
        notebook(
          '{"cell_type":"code","source":["a\\n","b"],"metadata":{},"outputs":[{"output_type":"display_data","data":{"text/html":["<p>","x"]}},{"output_type":"stream","text":["1"]}]}',
        ),
        notebook(
          '{"cell_type":"code","source":"a\\nb","metadata":{},"outputs":[{"output_type":"display_data","data":{"text/html":"<p>x"}},{"output_type":"stream","text":"1"}]}',
        ),
      ],
      [
        'attachments',
        notebook(
          '{"cell_type":"markdown","source":"","metadata":{},"attachments":{"a":{"image/png":["A","B"]}}}',
        ),
        notebook('{"cell_type":"markdown","source":"","metadata":{},"attachments":{"a":{"image/png":"AB"}}}'),
      ],
    ])('%s', (_, one, other) => {
      expect(decode(jcsBytes(one))).toBe(decode(jcsBytes(other)))
    })

    test('as bytes, as text, as an object, and after saving', () => {
      const text = notebook(
        '{"cell_type":"code","source":["a\\n","b"],"metadata":{"x":"\\ud83d\\ude00"},"execution_count":null,"outputs":[{"output_type":"stream","name":"stdout","text":["1\\n","2"]}]}',
      )
      const expected = decode(jcsBytes(text))
      expect(decode(jcsBytes(new TextEncoder().encode(text)))).toBe(expected)
      expect(decode(jcsBytes(parseNotebook(text)))).toBe(expected)
      expect(decode(jcsBytes(serializeNotebook(parseNotebook(text))))).toBe(expected)
    })

    test('in version 3, where lines without ends are joined by one', () => {
      const version3 = (input: string, extra = ''): string =>
        `{"nbformat":3,"nbformat_minor":0,"metadata":{"name":""}${extra},"worksheets":[{"cells":[{"cell_type":"code","input":${input},"outputs":[],"metadata":{}}]}]}`
      const expected = decode(jcsBytes(version3('"a\\nb"')))
      expect(decode(jcsBytes(version3('["a","b"]')))).toBe(expected)
      expect(decode(jcsBytes(version3('["a\\n","b"]', ',"orig_nbformat":2')))).toBe(expected)
      expect(decode(jcsBytes(parseNotebook(version3('["a","b"]'))))).toBe(expected)
    })
  })

  describe('different notebooks have different bytes', () => {
    test.each([
      ['what nbformat cannot tell apart', notebook('', '{"a":"bc"}'), notebook('', '{"ab":"c"}')],
      ['a number and its digits', notebook('', '{"a":1}'), notebook('', '{"a":"1"}')],
      [
        'JSON data that is a list of strings',
        notebook(
          '{"cell_type":"code","outputs":[{"output_type":"display_data","data":{"application/x+json":["a","b"]}}]}',
        ),
        notebook(
          '{"cell_type":"code","outputs":[{"output_type":"display_data","data":{"application/x+json":["ab"]}}]}',
        ),
      ],
      [
        "an output's own metadata.trusted",
        notebook(
          '{"cell_type":"code","outputs":[{"output_type":"display_data","metadata":{"trusted":true}}]}',
        ),
        notebook('{"cell_type":"code","outputs":[{"output_type":"display_data","metadata":{}}]}'),
      ],
      ['a key named __proto__', notebook('', '{"__proto__":{"a":1}}'), notebook('', '{"__proto__":{"a":2}}')],
      ['metadata of one line and of none', notebook('', '{"x":["a","b"]}'), notebook('', '{"x":"ab"}')],
    ])('%s', (_, one, other) => {
      expect(decode(jcsBytes(one))).not.toBe(decode(jcsBytes(other)))
    })
  })

  test('signing does not change the notebook', () => {
    const live = parseNotebook(
      notebook('{"cell_type":"code","source":["a\\n","b"],"metadata":{"k":1},"outputs":[]}'),
    )
    live.metadata.signature = 'x'
    const before = JSON.stringify(live)
    jcsBytes(live)
    expect(JSON.stringify(live)).toBe(before)
  })

  test.each([
    [notebook('', '{"a":NaN}'), 'ERR_JSON_SYNTAX'],
    [notebook('', '{"a":1e400}'), 'ERR_JSON_NUMBER'],
    [notebook('', '{"a":"\\ud800"}'), 'ERR_JSON_SURROGATE'],
    ['{"nbformat":2}', 'ERR_NOTEBOOK_VERSION'],
    ['{"nbformat":5}', 'ERR_NOTEBOOK_VERSION'],
    ['{}', 'ERR_NOTEBOOK_VERSION'],
    ['[]', 'ERR_NOTEBOOK_SHAPE'],
  ])('%s has no bytes: %s', (text, code) => {
    expect(() => jcsBytes(text)).toThrow(expect.objectContaining({ code }))
  })
})
