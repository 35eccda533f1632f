// What every signature store promises, run on each implementation.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Signature, SignatureStore } from '../../src/signatures/store.js'

/** Somewhere to keep signatures: nothing, a database, a file. */
export interface StorePlace {
  /** Opens a store here. May be called several times: the stores of one place share what is stored. */
  open(options?: { readonly cacheSize?: number }): SignatureStore | Promise<SignatureStore>
  /** Removes the place. The stores opened in it are closed by then. */
  remove?(): void | Promise<void>
}

export interface StoreContract {
  /** Makes a new, empty place. */
  readonly place: () => StorePlace | Promise<StorePlace>
  /** Whether signatures outlive the store object. */
  readonly lifetime: 'object' | 'persistent'
}

export function testSignatureStore(name: string, { place: makePlace, lifetime }: StoreContract): void {
  let place: StorePlace
  let opened: SignatureStore[]

  async function open(options?: { readonly cacheSize?: number }): Promise<SignatureStore> {
    const store = await place.open(options)
    opened.push(store)
    return store
  }

  beforeEach(async () => {
    opened = []
    place = await makePlace()
  })

  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()))
    await place.remove?.()
  })

  describe(`${name} keeps the contract of a signature store`, () => {
    test('what was never stored is not remembered', async () => {
      const store = await open()
      expect(await store.checkSignature(signature(1))).toBe(false)
    })

    test('what was stored is remembered, and nothing else', async () => {
      const store = await open()
      await store.storeSignatures([signature(1), signature(2)])
      expect(await remembered(store, [1, 2, 3])).toEqual([1, 2])
    })

    test('many are checked in one go, and answered in their order, also one that is asked twice', async () => {
      const store = await open()
      await store.storeSignatures(signatures(1, 50))
      const numbers = [...range(41, 60), 7, 7, 99]
      const answers = await store.checkSignatures(numbers.map(signature))
      expect(answers).toEqual(numbers.map((number) => number <= 50))
      expect(await store.checkSignatures([])).toEqual([])
    })

    test('checking many renews those that are found: the next cull spares them', async () => {
      const store = await open({ cacheSize: 8 })
      await store.storeSignatures(signatures(1, 8))
      await store.checkSignatures([signature(1), signature(20), signature(3)])
      await store.storeSignatures([signature(9)])
      expect(await remembered(store, [...range(1, 9), 20])).toEqual([1, 3, 6, 7, 8, 9])
    })

    test('one algorithm never answers for another', async () => {
      const store = await open()
      await store.storeSignatures([{ algorithm: 'sha256', digest: 'ab' }])
      expect(await store.checkSignature({ algorithm: 'jcs-sha256', digest: 'ab' })).toBe(false)
      expect(await store.checkSignature({ algorithm: 'sha25', digest: '6ab' })).toBe(false)
      expect(await store.checkSignature({ algorithm: 'sha256', digest: 'ab' })).toBe(true)
    })

    test('a removed signature is forgotten, and removing it again is harmless', async () => {
      const store = await open()
      await store.storeSignatures([signature(1), signature(2)])
      await store.removeSignatures([signature(1), signature(3)])
      await store.removeSignatures([signature(1)])
      expect(await remembered(store, [1, 2])).toEqual([2])
    })

    test('a signature that was just found can be removed for good', async () => {
      const store = await open()
      await store.storeSignatures([signature(1)])
      await store.checkSignature(signature(1))
      await store.removeSignatures([signature(1)])
      await store.storeSignatures([signature(2)])
      expect(await remembered(store, [1, 2])).toEqual([2])
    })

    test('clearing forgets everything', async () => {
      const store = await open()
      await store.storeSignatures(signatures(1, 20))
      await store.clear()
      expect(await remembered(store, range(1, 20))).toEqual([])
      await store.storeSignatures([signature(5)])
      expect(await remembered(store, range(1, 20))).toEqual([5])
    })

    test('storing nothing, twice the same, or the same in one call is harmless', async () => {
      const store = await open({ cacheSize: 2 })
      await store.storeSignatures([])
      await store.storeSignatures([signature(1), signature(1)])
      await store.storeSignatures([signature(1)])
      await store.storeSignatures([signature(2)])
      expect(await remembered(store, [1, 2])).toEqual([1, 2])
    })

    test('of a size of 8, the ninth signature culls the oldest three', async () => {
      const store = await open({ cacheSize: 8 })
      for (const number of range(1, 8)) await store.storeSignatures([signature(number)])
      await store.storeSignatures([signature(9)])
      expect(await remembered(store, range(1, 9))).toEqual([4, 5, 6, 7, 8, 9])
    })

    test('a check that finds renews: the next cull spares it', async () => {
      const store = await open({ cacheSize: 8 })
      await store.storeSignatures(signatures(1, 8))
      expect(await store.checkSignature(signature(1))).toBe(true)
      await store.storeSignatures([signature(9)])
      expect(await remembered(store, range(1, 9))).toEqual([1, 5, 6, 7, 8, 9])
    })

    test('what is stored is younger than whatever was found before', async () => {
      const store = await open({ cacheSize: 8 })
      await store.storeSignatures(signatures(1, 8))
      await Promise.all(range(1, 8).map((number) => store.checkSignature(signature(number))))
      await store.storeSignatures([signature(9)])
      await store.storeSignatures(signatures(10, 12))
      const left = await remembered(store, range(1, 12))
      expect(left.slice(-4)).toEqual([9, 10, 11, 12])
    })

    test('storing again renews: the next cull spares it', async () => {
      const store = await open({ cacheSize: 8 })
      await store.storeSignatures(signatures(1, 8))
      await store.storeSignatures([signature(2)])
      await store.storeSignatures([signature(9)])
      expect(await remembered(store, range(1, 9))).toEqual([2, 5, 6, 7, 8, 9])
    })

    test('what was removed makes room', async () => {
      const store = await open({ cacheSize: 8 })
      await store.storeSignatures(signatures(1, 8))
      await store.removeSignatures([signature(3)])
      await store.storeSignatures([signature(9)])
      expect(await remembered(store, range(1, 9))).toEqual([1, 2, 4, 5, 6, 7, 8, 9])
    })

    test('some that are known and some that are new can be stored in one call', async () => {
      const store = await open({ cacheSize: 8 })
      await store.storeSignatures(signatures(1, 6))
      await store.storeSignatures([signature(7), signature(2), signature(8)])
      await store.storeSignatures([signature(9)])
      expect(await remembered(store, range(1, 9))).toEqual([2, 5, 6, 7, 8, 9])
    })

    test('renewing over and over makes nothing too many', async () => {
      const store = await open({ cacheSize: 8 })
      await store.storeSignatures(signatures(1, 7))
      for (const _ of range(1, 12)) await store.storeSignatures([signature(7)])
      await store.storeSignatures([signature(8)])
      expect(await remembered(store, range(1, 8))).toEqual(range(1, 8))
    })

    test('a size of 1 keeps the last', async () => {
      const store = await open({ cacheSize: 1 })
      await store.storeSignatures([signature(1)])
      await store.storeSignatures([signature(2)])
      expect(await remembered(store, [1, 2])).toEqual([2])
    })

    test('65,535 signatures are kept, and one more leaves the youngest 49,151', async () => {
      let store = await open()
      await store.storeSignatures(signatures(1, 65_535))
      expect(await store.checkSignature(signature(65_535))).toBe(true)
      await store.storeSignatures([signature(65_536)])
      // Storing does not wait for so long a cull to end. Closing does.
      if (lifetime === 'persistent') await store.close()
      if (lifetime === 'persistent') store = await open()
      const oldestLeft = 65_536 - 49_151 + 1
      expect(await remembered(store, [2, 4_096, 16_000, oldestLeft - 1])).toEqual([])
      const kept = [oldestLeft, 30_000, 65_535, 65_536]
      expect(await remembered(store, kept)).toEqual(kept)
    }, 180_000)

    test('calls need not wait for one another', async () => {
      const store = await open()
      await Promise.all(range(1, 50).map((number) => store.storeSignatures([signature(number)])))
      const found = await Promise.all(range(1, 60).map((number) => store.checkSignature(signature(number))))
      expect(found.filter(Boolean)).toHaveLength(50)
    })

    test('closing twice is harmless; a closed store answers nothing', async () => {
      const store = await open()
      await store.storeSignatures([signature(1)])
      await store.close()
      await store.close()
      const closed = expect.objectContaining({ code: 'ERR_STORE_CLOSED' })
      await expect(store.checkSignature(signature(1))).rejects.toEqual(closed)
      await expect(store.checkSignatures([signature(1)])).rejects.toEqual(closed)
      await expect(store.storeSignatures([signature(2)])).rejects.toEqual(closed)
      await expect(store.removeSignatures([signature(1)])).rejects.toEqual(closed)
      await expect(store.clear()).rejects.toEqual(closed)
    })

    test('a size that is no whole number from 1 up is refused', async () => {
      for (const cacheSize of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        const opening = async (): Promise<SignatureStore> => open({ cacheSize })
        await expect(opening()).rejects.toMatchObject({ code: 'ERR_ARGUMENT' })
      }
    })
  })

  if (lifetime === 'object') return

  describe(`${name} outlives its objects`, () => {
    test('what was stored before closing is remembered after opening again', async () => {
      const first = await open()
      await first.storeSignatures([signature(1)])
      await first.close()
      expect(await remembered(await open(), [1, 2])).toEqual([1])
    })

    test('closing waits for what is under way', async () => {
      const first = await open()
      const storing = first.storeSignatures(signatures(1, 500))
      await first.close()
      await storing
      expect(await remembered(await open(), [1, 500])).toEqual([1, 500])
    })

    test('a hit renews for the next object too', async () => {
      const first = await open({ cacheSize: 8 })
      await first.storeSignatures(signatures(1, 8))
      await first.checkSignature(signature(1))
      await first.close()
      const second = await open({ cacheSize: 8 })
      await second.storeSignatures([signature(9)])
      expect(await remembered(second, range(1, 9))).toEqual([1, 5, 6, 7, 8, 9])
    })

    test('a hit makes nothing older that was stored again after it', async () => {
      const first = await open({ cacheSize: 8 })
      await first.storeSignatures([signature(1)])
      await first.checkSignature(signature(1))
      await first.storeSignatures(signatures(2, 6))
      await first.storeSignatures([signature(1)])
      await first.close()
      const second = await open({ cacheSize: 8 })
      await second.storeSignatures(signatures(7, 8))
      await second.storeSignatures([signature(9)])
      expect(await remembered(second, range(1, 9))).toEqual([1, 5, 6, 7, 8, 9])
    })

    test('two at once see what the other stores and removes', async () => {
      const [one, other] = [await open(), await open()]
      await one.storeSignatures([signature(1), signature(2)])
      expect(await remembered(other, [1, 2])).toEqual([1, 2])
      await other.removeSignatures([signature(1)])
      expect(await remembered(one, [1, 2])).toEqual([2])
    })

    test('two that store at once lose nothing and cull no more than one would', async () => {
      const [one, other] = [await open({ cacheSize: 100 }), await open({ cacheSize: 100 })]
      await Promise.all(
        range(1, 100).map((number) => (number % 2 ? one : other).storeSignatures([signature(number)])),
      )
      expect(await remembered(one, range(1, 100))).toEqual(range(1, 100))
      await one.close() // Renews what was just found, so that nothing is renewed in between.
      const third = await open({ cacheSize: 100 })
      await Promise.all([third.storeSignatures([signature(101)]), other.storeSignatures([signature(102)])])
      const left = await remembered(other, range(1, 102))
      expect(left.slice(-2)).toEqual([101, 102])
      expect([75, 76]).toContain(left.length)
    })

    test('what another has stored counts when there are too many', async () => {
      const [one, other] = [await open({ cacheSize: 8 }), await open({ cacheSize: 8 })]
      await one.storeSignatures([signature(1)])
      await other.storeSignatures(signatures(2, 8))
      await one.storeSignatures([signature(9)])
      expect(await remembered(one, range(1, 9))).toEqual([4, 5, 6, 7, 8, 9])
    })

    test('what one found and another removed does not come back', async () => {
      const [one, other] = [await open(), await open()]
      await one.storeSignatures([signature(1)])
      await one.checkSignature(signature(1))
      await other.removeSignatures([signature(1)])
      await one.close()
      expect(await other.checkSignature(signature(1))).toBe(false)
    })
  })
}

/** The signature with this number: the same each time, and unlike any other. */
export function signature(number: number): Signature {
  return { algorithm: 'jcs-sha256', digest: number.toString(16).padStart(64, '0') }
}

export function signatures(first: number, last: number): Signature[] {
  return range(first, last).map(signature)
}

/** Which of these the store remembers. Checking renews, so it is the last thing a test does to an order. */
export async function remembered(store: SignatureStore, numbers: readonly number[]): Promise<number[]> {
  const found: number[] = []
  for (const number of numbers) if (await store.checkSignature(signature(number))) found.push(number)
  return found
}

export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, position) => first + position)
}
