// The demo page: pick or drop a notebook, look at it untrusted, trust it, run cells, save it.
import {
  adoptStyles,
  englishMessages,
  reviewNotebookInSlices,
  ScriptQueue,
  serializeNotebook,
  summarize,
  trustBadge,
  trustNotebook,
  uiCss,
} from '../src/index.js'
import { nextTask } from '../src/lib/next-task.js'
import { beginAtStart, namedSample, onMove, showAddress, showStartAddress } from './address.js'
import { inertWindow, tightenPolicy } from './csp.js'
import { onFileDrop } from './drop.js'
import { fileKind } from './file-kind.js'
import { type Handoff, handoffFailed, reloadWith, takeHandoff } from './handoff.js'
import { katex, loadMathFonts, mathCss } from './math.js'
import { NotebookView } from './notebook-view.js'
import { type OpenNotebook, openFile, prepareToOpen, type Source } from './open-file.js'
import { makePage } from './page.js'
import { askToDiscard } from './question.js'
import { countRequests } from './requests.js'
import { samples } from './samples.js'
import { download } from './save.js'
import { sentenceOf } from './sentence.js'
import { strings } from './strings.js'
import './style.css'

interface Current {
  readonly opened: OpenNotebook
  readonly view: NotebookView
  readonly end: AbortController
  /** What the notebook was read from or saved as; undefined once a cell was run, cleared or edited. */
  bytes: Uint8Array | undefined
}
let current: Current | undefined
let opening = new AbortController()
let reviewing = new AbortController()
let isReloading = false

const parser = inertWindow()
const scripts = new ScriptQueue({ nonce: tightenPolicy() })
const mathSheet = new CSSStyleSheet()
mathSheet.replaceSync(mathCss)
const page = makePage({
  samples,
  onFile: (file) => void openUpload(file),
  onSample: (name) => void openSample(name),
  onSave: () => void save(),
  onClose: () => void leave(showStartAddress),
})
adoptStyles(document, uiCss)
document.body.append(...page.elements)
onFileDrop((file) => void openUpload(file))
onMove({
  toStart: () => {
    if (current) void leave()
  },
  toSample: (name) => {
    if (current?.opened.name !== name) void openSample(name)
  },
})
addEventListener('beforeunload', (event) => {
  if (isUnsaved() && !isReloading) event.preventDefault()
})
void begin()

async function begin(): Promise<void> {
  await loadMathFonts()
  const handoff = await takeHandoff()
  const named = namedSample()
  if (handoff) {
    await open(handoff, async () => handoff.bytes)
    if (handoff.isUnsaved && current) current.bytes = undefined
    page.say(handoff.reason === 'revoked' ? strings.revokedReloaded : strings.freshPage)
  } else if (named !== undefined) await openSample(named)
  else if (handoffFailed()) page.say(strings.chooseAgain)
  beginAtStart({ isOpen: current !== undefined })
  prepareToOpen()
  document.documentElement.dataset.ready = 'true'
}

async function openUpload(file: File): Promise<void> {
  await open({ name: file.name, sample: false }, async () => new Uint8Array(await file.arrayBuffer()))
}

async function openSample(name: string): Promise<void> {
  const sample = samples.find((item) => item.name === name)
  if (sample) await open({ name, sample: true }, async () => new TextEncoder().encode(sample.text))
  else page.showProblem(name, strings.noSuchSample)
}

async function open(file: Pick<Source, 'name' | 'sample'>, read: () => Promise<Uint8Array>): Promise<void> {
  // Another file was picked meanwhile: the last one wins.
  opening.abort()
  opening = new AbortController()
  const { signal } = opening
  if (!(await mayDiscard(signal))) return
  page.showProblem()
  page.say('')
  page.showProgress(strings.reading(file.name), { signal, name: file.name, onCancel: () => cancel() })
  let source: Source | undefined
  try {
    source = { ...file, bytes: await read() }
    page.showProgress(strings.checking(file.name), { signal, name: file.name, onCancel: () => cancel() })
    const opened = await openFile(source, signal)
    // The session has just looked at every output: what shows them is a task of its own.
    await nextTask()
    if (signal.aborted) void opened.session.close()
    else if (scripts.started > 0) await reload({ ...source, reason: 'another notebook', isUnsaved: false })
    else await show(opened)
  } catch (error) {
    const kind = source && fileKind(source.bytes)
    if (!signal.aborted) page.showProblem(file.name, kind ? strings.noNotebook(kind) : sentenceOf(error))
  } finally {
    if (!signal.aborted) page.showProgress()
  }
}

function cancel(): void {
  opening.abort()
  page.showProgress()
  page.say(strings.cancelled)
}

async function show(opened: OpenNotebook): Promise<void> {
  takeDown()
  const { name, notebook, session, storeProblem, sample } = opened
  const end = new AbortController()
  const view = new NotebookView(notebook, {
    session,
    options: {
      trust: session,
      scripts,
      window: parser,
      katex,
      mathOutput: 'htmlAndMathml',
      styleSheets: [mathSheet],
    },
    onChange: () => {
      if (current) current.bytes = undefined
      session.noticeEdit()
    },
    onReport: ({ removed, waiting }) => page.showReport(strings.withheld(summarize(removed), { waiting })),
  })
  current = { opened, view, end, bytes: opened.bytes }
  showAddress({ name, sample })
  page.showNotebook(name, view.element)
  const problem = storeProblem ?? session.problem?.message
  if (problem) page.warn(strings.rememberFailed(problem))
  page.showBadge(
    trustBadge(session, { signal: end.signal, onTrust: () => void trust(), onRevoke: () => void revoke() }),
  )
  const stopCounting = countRequests((count) => page.showRequests(count))
  end.signal.addEventListener('abort', stopCounting)
  session.addEventListener(
    'trustchange',
    (event: Event) => {
      if (event instanceof CustomEvent && event.detail.cause === 'another tab') void stopScripts()
    },
    { signal: end.signal },
  )
  page.showProgress()
  await view.render()
  page.say(strings.opened(name), name)
}

function isUnsaved(): boolean {
  return current !== undefined && current.bytes === undefined
}

async function mayDiscard(signal: AbortSignal): Promise<boolean> {
  return !isUnsaved() || (await askToDiscard(signal))
}

// To the start page, unless the reader would rather keep what was not saved.
async function leave(showAddressOfStart?: () => void): Promise<void> {
  opening.abort()
  opening = new AbortController()
  const { signal } = opening
  const leaving = current
  page.showProgress()
  if (await mayDiscard(signal)) {
    takeDown()
    showAddressOfStart?.()
    page.focusOpener()
  } else if (leaving && leaving === current) showAddress(leaving.opened)
}

function takeDown(): void {
  stopReviewing()
  current?.end.abort()
  current?.view.dispose()
  void current?.opened.session.close()
  current = undefined
  page.showNotebook()
}

async function trust(): Promise<void> {
  try {
    if (!current) return
    const { opened, end } = current
    reviewing.abort()
    reviewing = new AbortController()
    const signal = AbortSignal.any([reviewing.signal, end.signal])
    page.showProgress(strings.reviewing, { signal, onCancel: stopReviewing })
    const review = await reviewNotebookInSlices(opened.notebook, { window: parser, signal }).catch(
      () => undefined,
    )
    if (!review) return
    page.showProgress()
    const answer = await trustNotebook(opened.session, { review, signal })
    if (answer === 'trusted until closed') page.warn(englishMessages.trustedUntilClosed)
    else if (answer === 'trusted') page.say(trustedSentence(opened))
  } catch (error) {
    page.warn(englishMessages.trustFailed(sentenceOf(error), error))
  }
}

function trustedSentence({ storeProblem }: OpenNotebook): string {
  if (storeProblem !== undefined) return strings.trustedHere
  return current?.bytes ? strings.trusted : strings.trustedUnsaved
}

function stopReviewing(): void {
  reviewing.abort()
  page.showProgress()
}

async function revoke(): Promise<void> {
  try {
    await current?.opened.session.revoke()
    await stopScripts()
  } catch (error) {
    page.warn(englishMessages.revokeFailed(sentenceOf(error), error))
  }
}

// A script that has run may have left timers and listeners that nobody can find. Only a new page is certain.
async function stopScripts(): Promise<void> {
  if (!current || current.opened.session.isFullyTrusted || scripts.started === 0) return
  const { opened, bytes } = current
  const handoff: Handoff = {
    name: opened.name,
    sample: opened.sample,
    bytes: bytes ?? new TextEncoder().encode(serializeNotebook(opened.notebook)),
    reason: 'revoked',
    isUnsaved: bytes === undefined,
  }
  await reload(handoff)
}

// Nothing is lost by it, so nothing is asked.
async function reload(handoff: Handoff): Promise<void> {
  isReloading = true
  await reloadWith(handoff)
}

async function save(): Promise<void> {
  if (!current) return
  const { session, name, notebook, storeProblem } = current.opened
  const text = serializeNotebook(notebook)
  page.say('')
  download(name, text)
  try {
    const signed = await session.checkAndSign(text)
    current.bytes = new TextEncoder().encode(text)
    const savedSigned = storeProblem === undefined ? strings.savedSigned : strings.savedHere
    page.say(signed ? savedSigned : strings.savedUnsigned(session.counts.untrusted))
  } catch (error) {
    page.warn(strings.saveFailed(sentenceOf(error)))
  }
}
