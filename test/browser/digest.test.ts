// The vectors once more where most users compute them: in a real browser, with its own WebCrypto.
import { expect, test } from 'vitest'
import { computeDigest, createHmac } from '../../src/digest/index.js'
import { NbtrustError } from '../../src/lib/errors.js'
import { vectors } from '../vectors/nbformat/vectors.js'

test('every vector has the digest of nbformat, or an error with a code', async () => {
  const different: string[] = []
  for (const { name, source, secret, algorithm, digest, generatedIds } of vectors) {
    const outcome = await computeDigest(source, { secret, algorithm, encoding: 'nbformat' }).catch(
      (error: unknown) => error,
    )
    const agrees =
      digest === null || generatedIds
        ? outcome instanceof NbtrustError && (outcome.code === 'ERR_NO_STABLE_DIGEST') === generatedIds
        : outcome === digest
    if (!agrees) different.push(`${name}: ${outcome}`)
  }
  expect(vectors).toHaveLength(830)
  expect(different).toEqual([])
})

test('a key that cannot be read out gives the digest of its bytes', async () => {
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const text = '{"nbformat":4,"nbformat_minor":4,"metadata":{"é":1.0},"cells":[]}'
  expect((await createHmac(key, 'sha256')).engine).toBe('webcrypto')
  for (const encoding of ['jcs', 'nbformat'] as const) {
    expect(await computeDigest(text, { secret: key, encoding })).toBe(
      await computeDigest(text, { secret, encoding }),
    )
  }
})

test('100,000 levels of nesting end in our own error here too', async () => {
  const secret = new Uint8Array([1])
  const deep = `{"nbformat":4,"nbformat_minor":4,"cells":[],"metadata":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
  for (const encoding of ['jcs', 'nbformat'] as const) {
    await expect(computeDigest(deep, { secret, encoding })).rejects.toMatchObject({ code: 'ERR_JSON_DEPTH' })
  }
})

test('a policy that forbids WebAssembly changes no digest', async () => {
  const module = new URL('../../src/digest/index.ts', import.meta.url).href
  const frame = document.createElement('iframe')
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="script-src 'self' 'nonce-n'">
    <script type="module" nonce="n">
      // What vitest makes of imports asks for this.
      globalThis.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() }
      addEventListener('unhandledrejection', ({ reason }) => parent.postMessage(String(reason), '*'))
      const { computeDigest } = await import(${JSON.stringify(module)})
      const wasm = await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).catch(String)
      const text = '{"nbformat":4,"metadata":{},"cells":[]}'
      parent.postMessage([String(wasm), await computeDigest(text, { secret: new Uint8Array([1]) })], '*')
    </script>`
  const answer = new Promise((resolve) => {
    addEventListener('message', ({ data, source }) => {
      if (source === frame.contentWindow) resolve(data)
    })
  })
  document.body.append(frame)
  const data = await answer
  frame.remove()
  const text = '{"nbformat":4,"metadata":{},"cells":[]}'
  expect(data).toEqual([
    expect.stringContaining('Content Security Policy'),
    await computeDigest(text, { secret: new Uint8Array([1]) }),
  ])
})
