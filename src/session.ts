// The trust session of an open notebook: which of its outputs are this user's, what the badge counts, when a file may be
// signed. It believes the signature store and the user, and nothing that the notebook says.
import { NbtrustError } from './lib/errors.js'
import { Turns } from './lib/turns.js'
import { fillCellIds } from './nbformat/ids.js'
import { codeCells, hasUnsafeOutputs, isSafeOutput } from './nbformat/index.js'
import type { CodeCell, Notebook, NotebookSource } from './nbformat/model.js'
import type { Notary } from './notary.js'
import { defaultChannelName, openTabChannel, type TabChannel, type TabNews } from './session-channel.js'
import { TrustEventTarget } from './session-events.js'
import { type Execution, Executions } from './session-execution.js'
import { type NotebookFile, signaturesOf } from './session-file.js'
import { type RecordedOutput, recordNotebook, TrustLedger } from './session-ledger.js'
import type { SessionOptions, TrustChange, TrustChangeCause, TrustCounts } from './session-types.js'
import { type Signature, signatureId } from './signatures/store.js'

type Opening = Pick<SessionOptions, 'channel'> & Pick<NotebookFile, 'signatures'>

/**
 * Tracks trust while a notebook is open. Sends `trustchange`, a `CustomEvent<TrustChange>`, when an answer of `isTrusted` has
 * changed other than by an execution, when `counts` have, and when there begins or ceases to be anything to revoke.
 */
export class TrustSession extends TrustEventTarget {
  readonly notebook: Notebook
  readonly notary: Notary
  // What the user has run, and on top of it what came with the file or by `trust`: that goes when its signature is gone.
  #ran = new TrustLedger()
  #given = new TrustLedger(this.#ran)
  readonly #executions: Executions
  readonly #channel: TabChannel | undefined
  // What was opened, and what this session signed: all of it is unsigned when trust is revoked.
  readonly #signatures = new Set<NotebookFile['signatures']>()
  #file: NotebookFile
  #isSigned = false
  #epoch = 0 // Counts revocations: what began before one must not grant or sign after it.
  #isClosed = false
  // What touches the store goes one after the other, so that the last word of the user is the last in the store.
  readonly #turns = new Turns()
  #problem: NbtrustError | undefined
  #announced: string
  #isNoticing = false

  /**
   * Opens a session of a notebook, or of one that is still being parsed: meanwhile `source` is encoded and hashed. The
   * notebook is trusted if the notary knows the signature of `source`. If it cannot tell, the session opens untrusted, and
   * `problem` says why: it does not reject for that.
   * @throws what parsing rejects with.
   */
  static async open(
    notebook: Notebook | Promise<Notebook>,
    notary: Notary,
    options: SessionOptions,
  ): Promise<TrustSession> {
    const signatures = signaturesOf(options.source, notary)
    const parsed = 'nbformat' in notebook ? notebook : await notebook
    const session = new TrustSession(parsed, notary, { ...options, signatures })
    await session.#lookAgain()
    return session
  }

  private constructor(
    notebook: Notebook,
    notary: Notary,
    { signatures, channel = defaultChannelName }: Opening,
  ) {
    super()
    this.notebook = notebook
    this.notary = notary
    this.#file = { signatures, outputs: recordNotebook(notebook) }
    this.#announced = this.#shown()
    this.#executions = new Executions({
      notebook,
      trust: (output) => this.#ran.grant(output),
      changed: () => this.#noticeSoon('executed'),
    })
    if (channel !== null) this.#channel = openTabChannel(channel, (message) => void this.#hear(message))
  }

  /** Why the store could not say whether the notebook is signed, when it was last asked. */
  get problem(): NbtrustError | undefined {
    return this.#problem
  }

  /**
   * True only if the user ran or trusted this output in this session, or opened it in a signed file, and it still says
   * what it said then; also for another object that says the same. Never throws.
   */
  isTrusted(output: object): boolean {
    return this.#given.isTrusted(output)
  }

  /** The code cells now. A cell is trusted if each of its outputs is, or shows plain text only (stream, error). */
  get counts(): TrustCounts {
    const cells = codeCells(this.notebook)
    const untrusted = cells.filter((cell) => !this.#isTrustedCell(cell)).length
    return { trusted: cells.length - untrusted, untrusted, total: cells.length }
  }

  /** True if no code cell is untrusted; so also if there is none. */
  get isFullyTrusted(): boolean {
    return this.counts.untrusted === 0
  }

  /** Begins an execution by this user. It ends an earlier one of the same cell: the object, or the only cell with that id. */
  startExecution(cell: CodeCell): Execution {
    const execution = this.#executions.start(cell)
    if (this.#isClosed) this.#executions.endAll()
    return execution
  }

  /** Tells the session that outputs or cells were added, removed or changed, so that a badge can count again. */
  noticeEdit(): void {
    this.#noticeSoon('edited')
  }

  /**
   * The user trusts this notebook: at once every output that was shown to them, as `recordNotebook` saw it then (default: all
   * that are in it now), then, by a signature, the file that was last opened or saved; but not a file with any other
   * output, or with one that is not plain JSON: then the next save signs. If signing fails the outputs stay trusted until the
   * session is closed. Resolves to whether the file was signed.
   * @throws NbtrustError (rejects) if the file has no signature or the store cannot keep it; `ERR_ARGUMENT` if the session was
   *   closed before.
   */
  async trust(shown: readonly RecordedOutput[] = recordNotebook(this.notebook)): Promise<boolean> {
    this.#mustBeOpen()
    const [epoch, file] = [this.#epoch, this.#file]
    if (this.#given.grantAll(shown)) this.#announce('trusted')
    return await this.#signReviewed(file, epoch)
  }

  /**
   * Takes trust back: at once from every output, also those the user has executed, then, in the store, from what was
   * opened and from whatever this session has signed. Other tabs that show it follow. A page that the browser has put aside
   * hears nothing: when it comes back it looks in the store, and trusts nothing any more if its signature is gone.
   * @throws NbtrustError (rejects) if the store failed. The outputs are untrusted nonetheless, but the file would be
   *   trusted when it is next opened: say so, and call this again.
   */
  async revoke(): Promise<void> {
    this.#distrust('revoked')
    await this.#turns.take(async () => {
      await this.#takeBack(await this.#allSignatures())
      this.#signatures.clear()
    })
  }

  /**
   * To be called on saving, with what is saved, as soon as that is made and before anything is awaited: it is signed if, and
   * only if, nothing in the notebook is untrusted now and every output is plain JSON. Without it that is the notebook as it
   * now is, by `serializeNotebook` or by `JSON.stringify`, and cells that need ids are given them first. Resolves to whether it
   * was signed.
   * @throws NbtrustError (rejects) if it should be signed and cannot be: it is saved all the same, untrusted. `ERR_ARGUMENT` if
   *   the session was closed before.
   */
  async checkAndSign(source?: NotebookSource): Promise<boolean> {
    this.#mustBeOpen()
    if (source === undefined) fillCellIds(this.notebook)
    const signatures = signaturesOf(source ?? this.notebook, this.notary)
    this.#file = { signatures, outputs: recordNotebook(this.notebook) }
    this.#isSigned = false
    return await this.#signReviewed(this.#file, this.#epoch)
  }

  /** Ends the session: nothing is trusted any more, what is stored stays. Resolves once what is under way is done. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#executions.endAll()
    this.#given = this.#ran = new TrustLedger()
    // What is still being signed can still be revoked by another tab.
    await this.#turns.settled()
    this.#channel?.close()
  }

  #isTrustedCell(cell: CodeCell): boolean {
    return cell.outputs.every((output) => isSafeOutput(output) || this.isTrusted(output))
  }

  // An output that is not plain JSON was seen by nobody as what the file says of it.
  #signReviewed(file: NotebookFile, epoch: number): Promise<boolean> {
    const isReviewed = file.outputs.every((record) => this.#given.hasTrusted(record))
    return this.#turns.take(async () => {
      if (!isReviewed) return false
      const signatures = await file.signatures
      if (epoch !== this.#epoch) return false
      this.#signatures.add(file.signatures)
      await this.notary.remember(signatures)
      if (epoch !== this.#epoch) {
        // Revoked while it was being stored, perhaps by a tab that was quicker in the store.
        await this.notary.forget(signatures)
        return false
      }
      this.#isSigned = this.#file === file
      this.#problem = undefined
      this.#channel?.post({ kind: 'look again' })
      return true
    })
  }

  // Asks the store about the file. Only a change of its answer changes anything here, but for a page that comes back: it may
  // have missed a revocation, so it keeps what is not the user's own only if the store says yes.
  #lookAgain(heard?: 'look again' | 'returned'): Promise<void> {
    return this.#inBackground(heard, async () => {
      const [epoch, file, wasSigned] = [this.#epoch, this.#file, this.#isSigned]
      this.#signatures.add(file.signatures)
      const isSigned = await this.notary.remembers(await file.signatures)
      this.#problem = undefined
      if (epoch !== this.#epoch || this.#isClosed) return
      if (!isSigned) {
        if (wasSigned || heard === 'returned') this.#distrust('another tab', wasSigned ? heard : 'look again')
      } else if (!wasSigned && file === this.#file) {
        this.#isSigned = true
        if (this.#given.grantAll(file.outputs)) this.#announce('another tab')
      }
    })
  }

  // What nobody asked for, and so nobody waits for, has its error told when somebody asks.
  #inBackground(heard: TabNews['kind'] | undefined, work: () => Promise<void>): Promise<void> {
    return this.#turns.take(work).catch((error) => {
      if (heard === 'returned') this.#distrust('another tab', 'look again')
      const sentence = 'The signature store could not answer.'
      this.#problem =
        error instanceof NbtrustError
          ? error
          : new NbtrustError('ERR_STORE_UNAVAILABLE', sentence, { cause: error })
    })
  }

  async #hear(message: TabNews): Promise<void> {
    if (message.kind !== 'revoked') return this.#lookAgain(message.kind)
    const revoked = message.signatures
    const isRevoked = (signature: Signature): boolean =>
      revoked === 'all' || revoked.some((other) => signatureId(other) === signatureId(signature))
    if (revoked !== 'all' && !(await this.#allSignatures()).some(isRevoked)) return
    this.#distrust('another tab')
    await this.#inBackground(message.kind, async () => {
      // The other tab does not know what this one has signed since. Only that is passed on, so that tabs do not go on
      // telling each other for ever.
      const further = (await this.#allSignatures()).filter((signature) => !isRevoked(signature))
      this.#signatures.clear()
      if (further.length > 0) await this.#takeBack(further)
    })
  }

  async #takeBack(signatures: readonly Signature[]): Promise<void> {
    const revoked = { kind: 'revoked', signatures } as const
    // At once, since other tabs should not wait for a slow store; and again, for one that looked in it meanwhile.
    this.#channel?.post(revoked)
    await this.notary.forget(signatures).finally(() => this.#channel?.post(revoked))
  }

  // On looking again a signature is gone that nobody has revoked, since that would have been heard: it was culled, and what the
  // user runs is theirs all the same. Otherwise everything goes.
  #distrust(cause: TrustChangeCause, heard?: 'look again' | 'returned'): void {
    this.#epoch++
    this.#isSigned = false
    let hadTrust = !this.#given.isEmpty
    if (heard !== 'look again') {
      this.#executions.endAll()
      hadTrust ||= !this.#ran.isEmpty
      this.#ran = new TrustLedger()
    }
    this.#given = new TrustLedger(this.#ran)
    if (hadTrust) this.#announce(cause)
  }

  async #allSignatures(): Promise<readonly Signature[]> {
    const known = this.#signatures.add(this.#file.signatures)
    const each = await Promise.all([...known].map((signatures) => signatures.catch(() => [])))
    return each.flat()
  }

  #announce(cause: TrustChangeCause): void {
    this.#announced = this.#shown()
    this.dispatchEvent(new CustomEvent<TrustChange>('trustchange', { detail: { cause } }))
  }

  // What a badge shows.
  #shown(): string {
    const { untrusted, total } = this.counts
    return `${untrusted} ${total} ${hasUnsafeOutputs(this.notebook)}`
  }

  // After the frontend is done with what it is doing, such as clearing the cell: an event only if a badge would differ.
  #noticeSoon(cause: TrustChangeCause): void {
    if (this.#isNoticing) return
    this.#isNoticing = true
    queueMicrotask(() => {
      this.#isNoticing = false
      if (!this.#isClosed && this.#shown() !== this.#announced) this.#announce(cause)
    })
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new NbtrustError('ERR_ARGUMENT', 'The session was closed.')
  }
}
