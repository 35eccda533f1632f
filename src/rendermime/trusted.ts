// Trusted outputs as Jupyter shows them: HTML as it is, its scripts run in the page in document order. This is the
// only file of the package that runs scripts; nothing calls it for an output that the trust oracle did not vouch for.
import type { ScriptQueue } from './script-queue.js'

/** What went wrong in a trusted output; it is shown in the output and never breaks the page. */
export type ScriptProblem =
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'not loaded'; readonly address: string }
  | { readonly kind: 'blocked' | 'not attached' }

/** What running a trusted output needs. */
export interface TrustedOptions {
  readonly scripts: ScriptQueue
  readonly onProblem: (problem: ScriptProblem) => void
  /** Where markup is parsed before it comes into the page. */
  readonly parser: Document
}

/** A trusted output in the page. */
export interface LiveContent {
  /** Settles when its scripts have run or were given up; never rejects. */
  readonly done: Promise<void>
  /** Drops the scripts that have not begun. What already runs can't be stopped from outside. */
  dispose(): void
}

/** A script is given this long to load before the queue goes on without it. In milliseconds. */
const scriptLoadLimit = 20_000

/** Puts trusted HTML or SVG into the element as it is and runs its scripts in document order. */
export function mountTrustedHtml(element: HTMLElement, markup: string, options: TrustedOptions): LiveContent {
  const { scripts, onProblem } = options
  const document = element.ownerDocument
  const content = parse(options.parser, markup)
  const pending = [...content.querySelectorAll('script')].filter(isRunnable)
  // Under a policy with a nonce, the browser ignores inline handlers: nonced scripts set them as properties instead.
  const handlers = scripts.nonce === undefined ? [] : takeHandlers(content)
  for (const handler of handlers) attach(handler, document, options)
  element.replaceChildren(content)
  let live = true
  const done = scripts.add(async () => {
    if (!live || pending.length === 0) return
    if (!element.isConnected) return onProblem({ kind: 'not attached' })
    for (const script of pending) if (live && script.isConnected) await start(script, options)
  })
  return {
    done,
    dispose: () => {
      live = false
    },
  }
}

/** Runs `application/javascript` with `element`, the output's own element, in scope. */
export function runTrustedScript(element: HTMLElement, code: string, options: TrustedOptions): LiveContent {
  let live = true
  const done = options.scripts.add(async () => {
    if (!live) return
    if (!element.isConnected) return options.onProblem({ kind: 'not attached' })
    options.scripts.countStart()
    const outcome = await evaluate(element, code, options)
    if (outcome.error !== undefined) options.onProblem({ kind: 'failed', error: outcome.error })
    else if (!outcome.started) options.onProblem({ kind: 'blocked' })
  })
  return {
    done,
    dispose: () => {
      live = false
    },
  }
}

/** A script as it stands in markup: an address, or text. */
export interface ListedScript {
  readonly address: string | null
  readonly text: string
}

/** The scripts that {@link mountTrustedHtml} would run, in order. Runs nothing: a template's content is inert. */
export function listScripts(document: Document, markup: string): ListedScript[] {
  return [...parse(document, markup).querySelectorAll('script')]
    .filter(isRunnable)
    .map((script) => ({ address: addressOf(script), text: script.textContent ?? '' }))
}

function parse(document: Document, markup: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = vouchedFor(document, 'createHTML', markup)
  return template.content
}

const scriptTypes =
  /^(?:|module|importmap|(?:text|application)\/(?:java|ecma)script|application\/x-javascript)$/

// Anything else is a data block (`text/x-template`, `application/json`), which stays as it is.
function isRunnable(script: HTMLScriptElement | SVGScriptElement): boolean {
  return scriptTypes.test((script.getAttribute('type') ?? '').trim().toLowerCase())
}

const addressOf = (script: Element): string | null =>
  script.getAttribute('src') ?? (script.namespaceURI?.endsWith('svg') ? script.getAttribute('href') : null)

// The parser marks the scripts of a template as already started; a copy made by hand runs when it is inserted.
async function start(script: Element, options: TrustedOptions): Promise<void> {
  const { scripts, onProblem } = options
  const document = script.ownerDocument
  const copy = document.createElementNS(script.namespaceURI, 'script') as HTMLScriptElement
  for (const { name, value } of script.attributes) copy.setAttribute(name, value)
  if (scripts.nonce !== undefined) copy.setAttribute('nonce', scripts.nonce)
  copy.async = false
  const address = addressOf(script)
  const text = script.textContent ?? ''
  if (address === null) copy.textContent = vouchedFor(document, 'createScript', text)
  scripts.countStart()
  const watch = watchErrors(document, options)
  try {
    const ended = address === null ? undefined : loaded(copy)
    withoutDocumentWrite({ place: copy, options }, () => script.replaceWith(copy))
    if (address !== null && !(await ended)) onProblem({ kind: 'not loaded', address })
  } finally {
    watch.stop()
  }
}

function loaded(script: HTMLScriptElement): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), scriptLoadLimit)
    const settle = (ok: boolean) => () => {
      clearTimeout(timer)
      resolve(ok)
    }
    script.addEventListener('load', settle(true), { once: true })
    script.addEventListener('error', settle(false), { once: true })
  })
}

// Errors of a script that an element runs go to the window, not to us.
function watchErrors(document: Document, { onProblem }: TrustedOptions): { stop(): void } {
  const view = document.defaultView
  const listener = (event: ErrorEvent) => onProblem({ kind: 'failed', error: event.error ?? event.message })
  view?.addEventListener('error', listener)
  return { stop: () => view?.removeEventListener('error', listener) }
}

interface Writing {
  readonly place: Element
  readonly options: TrustedOptions
}

// document.write after the page has loaded replaces the whole page; for a trusted output it means "append here".
function withoutDocumentWrite({ place, options }: Writing, run: () => void): void {
  const document = place.ownerDocument
  const append = (...parts: unknown[]) => place.before(parse(options.parser, parts.join('')))
  for (const name of ['write', 'writeln']) {
    Object.defineProperty(document, name, { value: append, configurable: true, writable: true })
  }
  try {
    run()
  } finally {
    for (const name of ['write', 'writeln']) Reflect.deleteProperty(document, name)
  }
}

// How a script that we write finds what it works on: no global name, and nothing of the code is parsed before it runs.
const handover = Symbol.for('nbtrust.handover')

interface Handover {
  readonly element: Element
  started: boolean
  error: unknown
  set?: (handler: unknown) => void
}

// Not `new Function`: that needs 'unsafe-eval'. An inline script needs a nonce (or 'unsafe-inline'), else a blob: address.
async function evaluate(element: Element, code: string, options: TrustedOptions): Promise<Handover> {
  const state: Handover = { element, started: false, error: undefined }
  const body = `{const h=globalThis[Symbol.for('nbtrust.handover')];h.started=true;try{(function(element){${code}\n}).call(h.element,h.element)}catch(e){h.error=e===undefined?'undefined':e}}`
  runInline(body, { state, document: element.ownerDocument, options })
  if (state.started || state.error !== undefined) return state
  await runBlob(body, { state, document: element.ownerDocument, options })
  return state
}

interface Run {
  readonly state: Handover
  readonly document: Document
  readonly options: TrustedOptions
}

function makeScript({ document, options }: Run): HTMLScriptElement {
  const script = document.createElement('script')
  if (options.scripts.nonce !== undefined) script.nonce = options.scripts.nonce
  return script
}

function handOver({ state, document }: Run, run: () => void): () => void {
  const view = document.defaultView
  if (!view) return () => undefined
  const global = view as unknown as Record<symbol, Handover | undefined>
  const onError = (event: ErrorEvent) => {
    state.error ??= event.error ?? event.message
  }
  const before = global[handover]
  global[handover] = state
  view.addEventListener('error', onError)
  run()
  return () => {
    view.removeEventListener('error', onError)
    // A handler can be made while a script is still loading: that one gets its own back.
    if (before) global[handover] = before
    else delete global[handover]
  }
}

function runInline(body: string, run: Run): void {
  const script = makeScript(run)
  script.text = vouchedFor(run.document, 'createScript', body)
  const end = handOver(run, () =>
    withoutDocumentWrite({ place: run.state.element, options: run.options }, () =>
      run.document.head.append(script),
    ),
  )
  end()
  script.remove()
}

async function runBlob(body: string, run: Run): Promise<void> {
  const script = makeScript(run)
  const address = URL.createObjectURL(new Blob([body], { type: 'text/javascript' }))
  script.src = vouchedFor(run.document, 'createScriptURL', address)
  const ended = loaded(script)
  const end = handOver(run, () => run.document.head.append(script))
  await ended
  end()
  script.remove()
  URL.revokeObjectURL(address)
}

interface Handler {
  readonly element: Element
  readonly name: string
  readonly code: string
}

function takeHandlers(fragment: DocumentFragment): Handler[] {
  return [...fragment.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name }) => /^on[a-z]+$/.test(name) && name in element)
      .map(({ name, value }) => {
        element.removeAttribute(name)
        return { element, name, code: value }
      }),
  )
}

// The scope of a handler: its element, its form, the document. https://html.spec.whatwg.org/#event-handler-attributes
function attach({ element, name, code }: Handler, document: Document, options: TrustedOptions): void {
  options.scripts.countStart()
  const state: Handover = { element, started: false, error: undefined }
  state.set = (handler) => Reflect.set(element, name, handler)
  const body = `globalThis[Symbol.for('nbtrust.handover')].set(function(event){with(document)with(this.form||{})with(this){${code}\n}})`
  runInline(body, { state, document, options })
  if (state.error !== undefined) options.onProblem({ kind: 'failed', error: state.error })
}

type Made = 'createHTML' | 'createScript' | 'createScriptURL'
type TypePolicy = Readonly<Record<Made, (text: string) => string>>
interface TypeFactory {
  createPolicy(name: string, rules: TypePolicy): TypePolicy
}

const policies = new WeakMap<object, TypePolicy>()

// Under `require-trusted-types-for 'script'` a page must allow the policy `nbtrust-trusted`; elsewhere text stays text.
function vouchedFor(document: Document, made: Made, text: string): string {
  const view = document.defaultView as (Window & { trustedTypes?: TypeFactory }) | null
  if (!view?.trustedTypes) return text
  const same = (value: string) => value
  const policy =
    policies.get(view) ??
    view.trustedTypes.createPolicy('nbtrust-trusted', {
      createHTML: same,
      createScript: same,
      createScriptURL: same,
    })
  policies.set(view, policy)
  return policy[made](text)
}
