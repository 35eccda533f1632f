// The tokenizer as WebAssembly: when it is used, and that its memory is.
import { afterEach, expect, test, vi } from 'vitest'
import { encodeHere } from '../../../src/canonical/encode-here.js'
import { canonicalBytes, lendCanonicalBytes } from '../../../src/canonical/index.js'
import { WasmPool } from '../../../src/canonical/wasm-pool.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const notebook = (text: string): Uint8Array =>
  new TextEncoder().encode(`{"nbformat":4,"nbformat_minor":4,"metadata":{"a":"${text}"},"cells":[]}`)
const copy = (bytes: Uint8Array): Uint8Array => bytes.slice()

test('where a policy forbids WebAssembly, and where there is none, there is no tokenizer of it', async () => {
  vi.stubGlobal('WebAssembly', { compile: () => Promise.reject(new Error('refused by the policy')) })
  expect(await new WasmPool().take()).toBeUndefined()
  vi.stubGlobal('WebAssembly', undefined)
  expect(await new WasmPool().take()).toBeUndefined()
})

test('a memory is used again once it is given back, a large one only soon, and never by two at once', async () => {
  const pool = new WasmPool()
  const first = await pool.take()
  const second = await pool.take()
  expect(second).not.toBe(first)
  if (!first || !second) throw new Error('There is no WebAssembly.')
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
  const pool = new WasmPool()
  const place = { spelling: 'json', prefix: '', gap: 100 } as const
  for (const pause of [4000, 6000]) {
    vi.useFakeTimers()
    const tokenizer = await pool.take()
    tokenizer?.open(notebook('x'.repeat(40_000_000)), place)
    if (tokenizer) pool.giveBack(tokenizer)
    for (let passed = 0; passed < 12_000; passed += pause) {
      const again = await pool.take()
      expect(again).toBe(tokenizer)
      again?.open(notebook('small'), place)
      vi.advanceTimersByTime(pause)
      if (again) pool.giveBack(again)
    }
    expect(await pool.take()).not.toBe(tokenizer)
  }
})

test('what is encoded at the same time does not mix, nor does what follows', async () => {
  const sources = Array.from({ length: 20 }, (_, index) => notebook(String(index).repeat(100 * (20 - index))))
  for (const encoding of ['jcs', 'nbformat'] as const) {
    const together = await Promise.all(sources.map((bytes) => encodeHere({ file: bytes, encoding }, copy)))
    expect(together).toEqual(sources.map((bytes) => canonicalBytes(bytes, encoding)))
    for (const bytes of sources) {
      expect(await encodeHere({ file: bytes, encoding }, copy)).toEqual(canonicalBytes(bytes, encoding))
    }
  }
})

test('a file that ends early is not completed by the one before it', async () => {
  const whole = notebook('abc')
  for (let length = whole.length; length > 0; length--) {
    await encodeHere({ file: whole, encoding: 'jcs' }, copy)
    const cut = encodeHere({ file: whole.subarray(0, length), encoding: 'jcs' }, copy)
    if (length === whole.length) await cut
    else await expect(cut).rejects.toMatchObject({ code: 'ERR_JSON_SYNTAX' })
  }
})

test('a memory is given back also by who fails', async () => {
  const failing = lendCanonicalBytes(notebook('a'), { encoding: 'jcs' }, () =>
    Promise.reject(new Error('mine')),
  )
  await expect(failing).rejects.toThrow('mine')
  await expect(encodeHere({ file: notebook('\u0001'), encoding: 'jcs' }, copy)).rejects.toThrow()
  expect(await encodeHere({ file: notebook('a'), encoding: 'jcs' }, copy)).toEqual(
    canonicalBytes(notebook('a'), 'jcs'),
  )
})
