/// <reference lib="esnext.disposable" preserve="true" />
// The notary signs notebooks and knows again what it has signed. It is handed its store and its seals and knows neither
// browser nor file system. The reference above is for whoever compiles for an older year than `esnext`, without Node's
// types: their libraries know no `AsyncDisposable`.
import { type EncodeOptions, type Encoding, lendCanonicalBytes } from './canonical/index.js'
import { type Hmac, type HmacEngine, signatureAlgorithm } from './digest/index.js'
import { NbtrustError } from './lib/errors.js'
import type { NotebookSource } from './nbformat/model.js'
import type { Signature, SignatureStore } from './signatures/store.js'

/** One way to sign: an encoding of the notebook and a keyed hash of its bytes. */
export interface Seal {
  readonly encoding: Encoding
  readonly hmac: Hmac
}

/** What a notary works with. */
export interface NotaryOptions {
  /** The notary closes it when it is closed itself. */
  readonly store: SignatureStore
  /** At least one. Signing sets all of them. */
  readonly seals: readonly Seal[]
  /**
   * Which seals a notebook must bear to be trusted. `every`, the default, is strict. `first` trusts what somebody signed
   * who sets only the first of them: Jupyter knows nbformat's encoding, not ours. A notebook that has no bytes in a later
   * encoding (Python reads NaN, canonical JSON has none) is then signed with the seals it can bear.
   */
  readonly check?: 'every' | 'first' | undefined
}

/**
 * Signs notebooks and checks signatures. Every method that takes a source reads it before it first waits, so that a
 * notebook which is changed meanwhile is not signed as what it has become.
 *
 * Whatever keeps a question from being answered rejects with an `NbtrustError`, which means "not trusted":
 * `ERR_JSON_…`, `ERR_NOTEBOOK_…`, `ERR_NO_STABLE_DIGEST` and `ERR_TOO_LARGE` for a source that has no signature,
 * `ERR_STORE_…` for a store that cannot answer, `ERR_MISSING_DEPENDENCY` where what encodes could not be loaded.
 */
export class Notary implements AsyncDisposable {
  /**
   * `webcrypto` if every seal's key is held by the browser or Node and cannot be read out; `noble` if the bytes of one
   * are in this program's memory, as on `http:` pages.
   */
  readonly engine: HmacEngine
  readonly #store: SignatureStore
  readonly #seals: readonly Seal[]
  readonly #check: 'every' | 'first'
  readonly #underWay = new Set<Promise<unknown>>()

  /** @throws NbtrustError `ERR_ARGUMENT` without seals: what bears all of none would be trusted. */
  constructor({ store, seals, check = 'every' }: NotaryOptions) {
    if (seals.length === 0) throw new NbtrustError('ERR_ARGUMENT', 'A notary needs at least one seal.')
    this.#store = store
    this.#seals = [...seals]
    this.#check = check
    this.engine = seals.every(({ hmac }) => hmac.engine === 'webcrypto') ? 'webcrypto' : 'noble'
  }

  /**
   * The notebook's signatures, one for each seal it can bear and in their order. Stores nothing. A page goes on answering
   * while a large notebook is read; see `canonicalBytesOffThread`.
   */
  async computeSignature(source: NotebookSource, options: EncodeOptions = {}): Promise<readonly Signature[]> {
    return await signaturesOf(source, this.#seals, { ...options, required: this.#check })
  }

  /** True if this very notebook was signed here and the signature is still remembered. */
  async checkSignature(source: NotebookSource, options: EncodeOptions = {}): Promise<boolean> {
    const signatures = this.computeSignature(source, options)
    return await this.#track(signatures.then((all) => this.remembers(all)))
  }

  /**
   * `checkSignature` for each, with one question to the store: the answers in the same order. A source that has no
   * signature is not trusted; `checkSignature` says why. Rejects only if the store cannot answer or nothing can be encoded.
   */
  async checkSignatures(sources: readonly NotebookSource[]): Promise<readonly boolean[]> {
    const computing = sources.map((source) => this.computeSignature(source).catch(noSignature))
    return await this.#track(Promise.all(computing).then((all) => this.#rememberEach(all)))
  }

  /** Signs the notebook: from now on it is trusted. Signing again keeps the signature from being culled as old. */
  async sign(source: NotebookSource, options: EncodeOptions = {}): Promise<void> {
    const signatures = this.computeSignature(source, options)
    await this.#track(signatures.then((all) => this.remember(all)))
  }

  /** Takes the signature back. Resolves if there was none. */
  async unsign(source: NotebookSource): Promise<void> {
    await this.#track(this.computeSignature(source).then((signatures) => this.forget(signatures)))
  }

  /** Takes back every signature in the store. Sessions that are open learn of it through `revokeAll`. */
  async unsignAll(): Promise<void> {
    await this.#store.clear()
  }

  /** `checkSignature` for signatures that `computeSignature` gave before. */
  async remembers(signatures: readonly Signature[]): Promise<boolean> {
    const [answer] = await this.#rememberEach([signatures])
    return answer === true
  }

  /** `sign` for signatures that `computeSignature` gave before. */
  async remember(signatures: readonly Signature[]): Promise<void> {
    await this.#store.storeSignatures(signatures)
  }

  /** `unsign` for signatures that `computeSignature` gave before. */
  async forget(signatures: readonly Signature[]): Promise<void> {
    await this.#store.removeSignatures(signatures)
  }

  /** Answers what was asked before, then closes the store. Calling it twice is harmless. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#underWay)
    await this.#store.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  // A digest takes its time before the store hears of it, so the store alone does not know what is under way.
  #track<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const forget = (): void => void this.#underWay.delete(settled)
    const settled: Promise<void> = answer.then(forget, forget)
    this.#underWay.add(settled)
    return answer
  }

  // All rows are asked for, also those that decide nothing: whatever is found is renewed, so that the rows of one notebook
  // grow old together.
  async #rememberEach(notebooks: readonly (readonly Signature[])[]): Promise<readonly boolean[]> {
    const answers = await this.#store.checkSignatures(notebooks.flat())
    const needed = this.#check === 'first' ? 1 : this.#seals.length
    let next = 0
    return notebooks.map(({ length }) => {
      const found = answers.slice(next, next + (this.#check === 'first' ? Math.min(length, 1) : length))
      next += length
      // A store may be anybody's: what is not plainly true is not trust, and of nothing nothing is true.
      return found.length === needed && found.every((answer) => answer === true)
    })
  }
}

function noSignature(error: unknown): readonly Signature[] {
  // Its own fault, and not the page's that could not load what encodes.
  if (error instanceof NbtrustError && error.code !== 'ERR_MISSING_DEPENDENCY') return []
  throw error
}

// All bytes first: encoding reads the source before it waits, so that the notebook cannot change between two encodings.
async function signaturesOf(
  source: NotebookSource,
  seals: readonly Seal[],
  { required, ...options }: EncodeOptions & { readonly required: 'every' | 'first' },
): Promise<readonly Signature[]> {
  const sealed = seals.map(async ({ encoding, hmac }, position) => {
    try {
      const digest = await lendCanonicalBytes(source, { ...options, encoding }, (bytes) => hmac.digest(bytes))
      return [{ algorithm: signatureAlgorithm(hmac.algorithm, encoding), digest }]
    } catch (error) {
      if (required === 'first' && position > 0 && error instanceof NbtrustError) return []
      throw error
    }
  })
  return (await Promise.all(sealed)).flat()
}
