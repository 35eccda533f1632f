// The notary over the memory store, with real HMACs of Node's WebCrypto and @noble/hashes.
import { describe, expect, test } from 'vitest'
import { createHmac, type HashAlgorithm, type Hmac } from '../../src/digest/index.js'
import { serializeNotebook } from '../../src/nbformat/index.js'
import { Notary, type NotaryOptions } from '../../src/notary.js'
import { openNotary } from '../../src/open-notary.js'
import { memoryStore, type SignatureStore } from '../../src/signatures/index.js'
import { html, notebookOf } from '../support/notebooks.js'

const secret = new TextEncoder().encode('a secret for tests')

async function makeNotary(
  options: Partial<NotaryOptions> = {},
  algorithm: HashAlgorithm = 'sha256',
): Promise<Notary> {
  const hmac = await createHmac(secret, algorithm)
  return new Notary({ store: memoryStore(), seals: [{ encoding: 'jcs', hmac }], ...options })
}

describe('signing', () => {
  test('a signed notebook is trusted, however it is spelled: bytes, text or object', async () => {
    const notary = await makeNotary()
    const notebook = notebookOf([html('one')])
    const text = serializeNotebook(notebook)
    expect(await notary.checkSignature(text)).toBe(false)
    await notary.sign(text)
    expect(await notary.checkSignature(text)).toBe(true)
    expect(await notary.checkSignature(new TextEncoder().encode(text))).toBe(true)
    expect(await notary.checkSignature(notebook)).toBe(true)
    expect(await notary.checkSignature(JSON.stringify(notebook))).toBe(true)
  })

  test.each([
    ['a character of an output', (text: string) => text.replace('<b>one', '<b>One')],
    ['a character of a source', (text: string) => text.replace('run()', 'ran()')],
    ['the notebook metadata', (text: string) => text.replace('"metadata": {}', '"metadata": {"x": 1}')],
    ['the minor version', (text: string) => text.replace('"nbformat_minor": 5', '"nbformat_minor": 4')],
  ])('with %s changed it is not trusted', async (_, change) => {
    const notary = await makeNotary()
    const text = serializeNotebook(notebookOf([html('one')]))
    await notary.sign(text)
    expect(change(text)).not.toBe(text)
    expect(await notary.checkSignature(change(text))).toBe(false)
  })

  test('what a file says about its own trust changes nothing', async () => {
    const notary = await makeNotary()
    const claiming = notebookOf([html('one')])
    for (const cell of claiming.cells) cell.metadata.trusted = true
    claiming.metadata.signature = 'sha256:00'
    expect(await notary.checkSignature(JSON.stringify(claiming))).toBe(false)
    expect(await notary.computeSignature(claiming)).toEqual(
      await notary.computeSignature(notebookOf([html('one')])),
    )
  })

  test('a signature is its algorithm with the encoding, and 64 hex digits that the key decides', async () => {
    const notebook = notebookOf([html('one')])
    const [signature] = await (await makeNotary()).computeSignature(notebook)
    expect(signature).toMatchObject({
      algorithm: 'jcs-sha256',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await (await makeNotary()).computeSignature(notebook)).toEqual([signature])
    const other = await openNotary({ store: memoryStore(), key: new TextEncoder().encode('another secret') })
    expect(await other.computeSignature(notebook)).not.toEqual([signature])
  })

  test('another algorithm does not trust what this one signed', async () => {
    const store = memoryStore()
    const notebook = notebookOf([html('one')])
    await (await makeNotary({ store })).sign(notebook)
    expect(await (await makeNotary({ store }, 'sha512')).checkSignature(notebook)).toBe(false)
    expect(await (await makeNotary({ store })).checkSignature(notebook)).toBe(true)
  })

  test('a notebook that changes while it is being signed is signed as it was', async () => {
    const notary = await makeNotary()
    const notebook = notebookOf([html('one')])
    const signing = notary.sign(notebook)
    notebook.cells = notebookOf([html('something else')]).cells
    await signing
    expect(await notary.checkSignature(notebook)).toBe(false)
    expect(await notary.checkSignature(notebookOf([html('one')]))).toBe(true)
  })
})

describe('taking back', () => {
  test('an unsigned notebook is not trusted, the others still are, and unsigning twice is harmless', async () => {
    const notary = await makeNotary()
    await notary.sign(notebookOf([html('one')]))
    await notary.sign(notebookOf([html('two')]))
    await notary.unsign(notebookOf([html('one')]))
    await notary.unsign(notebookOf([html('one')]))
    expect(await notary.checkSignature(notebookOf([html('one')]))).toBe(false)
    expect(await notary.checkSignature(notebookOf([html('two')]))).toBe(true)
  })

  test('unsignAll takes back everything', async () => {
    const notary = await makeNotary()
    await notary.sign(notebookOf([html('one')]))
    await notary.unsignAll()
    expect(await notary.checkSignature(notebookOf([html('one')]))).toBe(false)
  })
})

describe('with two seals', () => {
  async function twoSeals(): Promise<NotaryOptions['seals']> {
    const [theirs, ours] = [await createHmac(secret, 'sha384'), await createHmac(secret, 'sha256')]
    return [
      { encoding: 'jcs', hmac: theirs },
      { encoding: 'jcs', hmac: ours },
    ]
  }

  test('signing sets both, and the strict notary asks for both', async () => {
    const [store, seals] = [memoryStore(), await twoSeals()]
    const notebook = notebookOf([html('one')])
    const [strict, lenient] = [new Notary({ store, seals }), new Notary({ store, seals, check: 'first' })]
    await lenient.sign(notebook)
    expect(await strict.checkSignature(notebook)).toBe(true)
    const [, second] = await strict.computeSignature(notebook)
    await store.removeSignatures(second ? [second] : [])
    expect(await strict.checkSignature(notebook)).toBe(false)
    expect(await lenient.checkSignature(notebook)).toBe(true)
  })

  test('the second alone is not enough for either', async () => {
    const [store, seals] = [memoryStore(), await twoSeals()]
    await new Notary({ store, seals: seals.slice(1) }).sign(notebookOf([html('one')]))
    for (const check of ['every', 'first'] as const) {
      const notary = new Notary({ store, seals, check })
      expect(await notary.checkSignature(notebookOf([html('one')]))).toBe(false)
    }
  })

  test('if one of them fails nothing is signed', async () => {
    const [first] = await twoSeals()
    const broken: Hmac = {
      algorithm: 'sha512',
      engine: 'webcrypto',
      digest: () => Promise.reject(new Error('broken')),
    }
    const store = memoryStore()
    if (!first) throw new Error('There are two seals.')
    const notary = new Notary({ store, seals: [first, { encoding: 'jcs', hmac: broken }] })
    await expect(notary.sign(notebookOf())).rejects.toThrow('broken')
    await expect(notary.checkSignature(notebookOf())).rejects.toThrow('broken')
    expect(await new Notary({ store, seals: [first] }).checkSignature(notebookOf())).toBe(false)
  })

  test('a notebook without bytes in a later encoding is signed with the first alone, never by a strict notary', async () => {
    const hmac = await createHmac(new Uint8Array([1]), 'sha256')
    const seals = (['nbformat', 'jcs'] as const).map((encoding) => ({ encoding, hmac }))
    const [store, source] = [
      memoryStore(),
      '{"nbformat":4,"nbformat_minor":4,"metadata":{"x":NaN},"cells":[]}',
    ]
    const [strict, lenient] = [new Notary({ store, seals }), new Notary({ store, seals, check: 'first' })]
    await lenient.sign(source)
    expect(await lenient.checkSignature(source)).toBe(true)
    await expect(strict.sign(source)).rejects.toMatchObject({ code: 'ERR_JSON_SYNTAX' })
    await expect(strict.checkSignature(source)).rejects.toMatchObject({ code: 'ERR_JSON_SYNTAX' })
  })

  test('a check that finds renews every row of the notebook, also those that decide nothing', async () => {
    const [store, seals] = [memoryStore({ cacheSize: 8 }), await twoSeals()]
    const lenient = new Notary({ store, seals, check: 'first' })
    const [notebook, others] = [notebookOf([html('one')]), ['a', 'b', 'c', 'd', 'e', 'f', 'g']]
    await lenient.sign(notebook)
    await store.storeSignatures(others.slice(0, 6).map((digest) => ({ algorithm: 'sha256', digest })))
    expect(await lenient.checkSignature(notebook)).toBe(true)
    await store.storeSignatures([{ algorithm: 'sha256', digest: 'g' }])
    expect(await store.checkSignatures(await lenient.computeSignature(notebook))).toEqual([true, true])
  })

  test('many notebooks are checked with one question to the store', async () => {
    const hmac = await createHmac(secret, 'sha256')
    const seals = (['nbformat', 'jcs'] as const).map((encoding) => ({ encoding, hmac }))
    const memory = memoryStore()
    let questions = 0
    const store: SignatureStore = {
      storeSignatures: (signatures) => memory.storeSignatures(signatures),
      checkSignature: (signature) => memory.checkSignature(signature),
      checkSignatures: (signatures) => {
        questions++
        return memory.checkSignatures(signatures)
      },
      removeSignatures: (signatures) => memory.removeSignatures(signatures),
      clear: () => memory.clear(),
      close: () => memory.close(),
    }
    const nan = '{"nbformat":4,"nbformat_minor":4,"metadata":{"x":NaN},"cells":[]}'
    const [signed, unsigned] = [notebookOf([html('one')]), notebookOf([html('two')])]
    const [strict, lenient] = [new Notary({ store, seals }), new Notary({ store, seals, check: 'first' })]
    for (const source of [signed, nan]) await lenient.sign(source)
    const sources = [unsigned, nan, signed, 'no notebook', signed]
    expect(await lenient.checkSignatures(sources)).toEqual([false, true, true, false, true])
    expect(await strict.checkSignatures(sources)).toEqual([false, false, true, false, true])
    expect(questions).toBe(2)
    expect(await strict.checkSignatures([])).toEqual([])
  })

  test('signatures computed before are checked like the notebook they are of, and half of them are not enough', async () => {
    const notary = new Notary({ store: memoryStore(), seals: await twoSeals() })
    const signatures = await notary.computeSignature(notebookOf())
    expect(await notary.remembers(signatures)).toBe(false)
    await notary.remember(signatures)
    expect(await notary.remembers(signatures)).toBe(true)
    expect(await notary.remembers(signatures.slice(0, 1))).toBe(false)
    expect(await notary.remembers([])).toBe(false)
    await notary.forget(signatures)
    expect(await notary.checkSignature(notebookOf())).toBe(false)
  })
})

describe('what cannot be answered is an error, never trust', () => {
  test.each([
    ['text that is not JSON', '{', 'ERR_JSON_SYNTAX'],
    ['JSON that is not a notebook', '[]', 'ERR_NOTEBOOK_SHAPE'],
    ['version 2', '{"nbformat": 2}', 'ERR_NOTEBOOK_VERSION'],
    ['version 9', '{"nbformat": 9}', 'ERR_NOTEBOOK_VERSION'],
    ['bytes that are not UTF-8', new Uint8Array([0xff]), 'ERR_JSON_UTF8'],
  ])('%s', async (_, source, code) => {
    const notary = await makeNotary()
    await expect(notary.checkSignature(source)).rejects.toMatchObject({ code })
    await expect(notary.sign(source)).rejects.toMatchObject({ code })
  })

  test('a notary without seals cannot be made', () => {
    expect(() => new Notary({ store: memoryStore(), seals: [] })).toThrow(
      expect.objectContaining({ code: 'ERR_ARGUMENT' }),
    )
  })

  test('an answer of the store that is not plainly true is not trust', async () => {
    const store = memoryStore()
    const vague: SignatureStore = Object.assign(memoryStore(), {
      checkSignature: async () => JSON.parse('"false"'),
    })
    expect(await (await makeNotary({ store: vague })).checkSignature(notebookOf())).toBe(false)
    expect(await (await makeNotary({ store })).checkSignature(notebookOf())).toBe(false)
  })

  test('without IndexedDB a notary is not opened, unless another store is handed in', async () => {
    // This is Node, where another entry of the package keeps trust.
    await expect(openNotary()).rejects.toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
      message: expect.stringContaining('openNotary of nbtrust/node'),
    })
    const notary = await openNotary({ store: memoryStore() })
    await notary.sign(notebookOf())
    expect(await notary.checkSignature(notebookOf())).toBe(true)
  })
})

test('a closed notary answers nothing, and `await using` closes it', async () => {
  let kept: Notary
  {
    await using notary = await makeNotary()
    await notary.sign(notebookOf())
    kept = notary
  }
  await expect(kept.checkSignature(notebookOf())).rejects.toMatchObject({ code: 'ERR_STORE_CLOSED' })
  await kept.close()
})

test('closing waits for what was asked before, and answers it', async () => {
  const notary = await makeNotary()
  await notary.sign(notebookOf([html('one')]))
  const checking = notary.checkSignature(notebookOf([html('one')]))
  const signing = notary.sign(notebookOf([html('two')]))
  const refused = expect(notary.checkSignature('no notebook')).rejects.toMatchObject({
    code: 'ERR_JSON_SYNTAX',
  })
  await notary.close()
  expect(await checking).toBe(true)
  await expect(signing).resolves.toBeUndefined()
  await refused
})

test('no signature at all is never remembered, whichever seals are asked for', async () => {
  for (const check of ['every', 'first'] as const) {
    expect(await (await makeNotary({ check })).remembers([])).toBe(false)
  }
})

test('the engine is webcrypto only if every seal is', async () => {
  const [native, script] = [await createHmac(secret, 'sha256'), await createHmac(secret, 'sha3_256')]
  const engineOf = (...hmacs: Hmac[]): string =>
    new Notary({ store: memoryStore(), seals: hmacs.map((hmac) => ({ encoding: 'jcs', hmac })) }).engine
  expect(engineOf(native)).toBe('webcrypto')
  expect(engineOf(script)).toBe('noble')
  expect(engineOf(native, script)).toBe('noble')
})
