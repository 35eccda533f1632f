// The tokenizers and their memory, which is used again: by WebAssembly, and in JavaScript where there is none.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { canonicalBytes } from '../../../src/canonical/index.js'
import { JsTokenizer } from '../../../src/canonical/js-tokenizer.js'
import { TokenizerPool } from '../../../src/canonical/tokenizer-pool.js'
import { WasmTokenizer } from '../../../src/canonical/wasm-tokenizer.js'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const engines = ['WebAssembly', 'JavaScript'] as const

function have(engine: (typeof engines)[number]): void {
  if (engine === 'JavaScript') vi.stubGlobal('WebAssembly', undefined)
}

/** A module with a pool of its own. */
async function loadEncoder(engine: (typeof engines)[number]) {
  have(engine)
  vi.resetModules()
  return await import('../../../src/canonical/encode-here.js')
}

const notebook = (text: string): Uint8Array =>
  new TextEncoder().encode(`{"nbformat":4,"nbformat_minor":4,"metadata":{"a":"${text}"},"cells":[]}`)
const copy = (bytes: Uint8Array): Uint8Array => bytes.slice()

test('where a policy forbids WebAssembly, and where there is none, JavaScript reads', async () => {
  expect(await new TokenizerPool().take()).toBeInstanceOf(WasmTokenizer)
  vi.stubGlobal('WebAssembly', { compile: () => Promise.reject(new Error('refused by the policy')) })
  expect(await new TokenizerPool().take()).toBeInstanceOf(JsTokenizer)
  vi.stubGlobal('WebAssembly', undefined)
  expect(await new TokenizerPool().take()).toBeInstanceOf(JsTokenizer)
})

describe.each(engines)('%s', (engine) => {
  test('a memory is used again once it is given back, a large one only soon, and never by two at once', async () => {
    have(engine)
    const pool = new TokenizerPool()
    const first = await pool.take()
    const second = await pool.take()
    expect(second).not.toBe(first)
    pool.giveBack(first)
    expect(await pool.take()).toBe(first)
    const large = notebook('x'.repeat(40_000_000))
    first.open(large, { spelling: 'json', prefix: '', gap: 100 })
    vi.useFakeTimers()
    pool.giveBack(first)
    vi.advanceTimersByTime(9000)
    expect(await pool.take()).toBe(first)
    first.open(large, { spelling: 'json', prefix: '', gap: 100 })
    pool.giveBack(first)
    vi.advanceTimersByTime(11_000)
    expect(await pool.take()).not.toBe(first)
    pool.giveBack(second)
    vi.advanceTimersByTime(11_000)
    expect(await pool.take()).toBe(second)
  })

  test('small files do not prolong the time of a large memory', async () => {
    have(engine)
    const pool = new TokenizerPool()
    const place = { spelling: 'json', prefix: '', gap: 100 } as const
    for (const pause of [4000, 6000]) {
      vi.useFakeTimers()
      const tokenizer = await pool.take()
      tokenizer.open(notebook('x'.repeat(40_000_000)), place)
      pool.giveBack(tokenizer)
      for (let passed = 0; passed < 12_000; passed += pause) {
        const again = await pool.take()
        expect(again).toBe(tokenizer)
        again.open(notebook('small'), place)
        vi.advanceTimersByTime(pause)
        pool.giveBack(again)
      }
      expect(await pool.take()).not.toBe(tokenizer)
    }
  })

  test('what is encoded at the same time does not mix, nor does what follows', async () => {
    const { encodeHere } = await loadEncoder(engine)
    const sources = Array.from({ length: 20 }, (_, index) =>
      notebook(String(index).repeat(100 * (20 - index))),
    )
    for (const encoding of ['jcs', 'nbformat'] as const) {
      const together = await Promise.all(sources.map((bytes) => encodeHere({ file: bytes, encoding }, copy)))
      expect(together).toEqual(sources.map((bytes) => canonicalBytes(bytes, encoding)))
      for (const bytes of sources) {
        expect(await encodeHere({ file: bytes, encoding }, copy)).toEqual(canonicalBytes(bytes, encoding))
      }
    }
  })

  test('a file that ends early is not completed by the one before it', async () => {
    const { encodeHere } = await loadEncoder(engine)
    const whole = notebook('abc')
    for (let length = whole.length; length > 0; length--) {
      await encodeHere({ file: whole, encoding: 'jcs' }, copy)
      const cut = encodeHere({ file: whole.subarray(0, length), encoding: 'jcs' }, copy)
      if (length === whole.length) await cut
      else await expect(cut).rejects.toMatchObject({ code: 'ERR_JSON_SYNTAX' })
    }
  })

  test('a memory is given back also by who fails', async () => {
    const { encodeHere } = await loadEncoder(engine)
    const pool = (await import('../../../src/canonical/tokenizer-pool.js')).TokenizerPool.prototype
    const [taken, givenBack] = [vi.spyOn(pool, 'take'), vi.spyOn(pool, 'giveBack')]
    const failing = encodeHere({ file: notebook('a'), encoding: 'jcs' }, () =>
      Promise.reject(new Error('mine')),
    )
    await expect(failing).rejects.toThrow('mine')
    await expect(encodeHere({ file: notebook('\u0001'), encoding: 'jcs' }, copy)).rejects.toThrow()
    expect(taken).toHaveBeenCalledTimes(2)
    const tokenizers = await Promise.all(taken.mock.results.map(({ value }) => value))
    expect(givenBack.mock.calls.flat()).toEqual(tokenizers)
  })
})
