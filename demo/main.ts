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
import { inertWindow, tightenPolicy } from './csp.js'
import { onFileDrop } from './drop.js'
import { type Handoff, handoffFailed, reloadWith, takeHandoff } from './handoff.js'
import { katex, loadMathFonts, mathCss } from './math.js'
import { NotebookView } from './notebook-view.js'
import { type OpenNotebook, openFile, prepareToOpen, type Source } from './open-file.js'
import { makePage } from './page.js'
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

const parser = inertWindow()
const scripts = new ScriptQueue({ nonce: tightenPolicy() })
const mathSheet = new CSSStyleSheet()
mathSheet.replaceSync(mathCss)
const page = makePage({
  samples,
  onFile: (file) => void openUpload(file),
  onSample: (name) => void openSample(name),
  onSave: () => void save(),
  onClose: close,
})
adoptStyles(document, uiCss)
document.body.append(...page.elements)
onFileDrop((file) => void openUpload(file))
void begin()

async function begin(): Promise<void> {
  await loadMathFonts()
  const handoff = await takeHandoff()
  const named = new URLSearchParams(location.hash.slice(1)).get('sample')
  if (handoff) {
    await open(handoff, async () => handoff.bytes)
    page.say(handoff.reason === 'revoked' ? strings.revokedReloaded : strings.freshPage)
  } else if (named !== null) await openSample(named)
  else if (handoffFailed()) page.say(strings.chooseAgain)
  prepareToOpen()
  document.documentElement.dataset.ready = 'true'
}

async function openUpload(file: File): Promise<void> {
  await open({ name: file.name, sample: false }, async () => new Uint8Array(await file.arrayBuffer()))
}

async function openSample(name: string): Promise<void> {
  const sample = samples.find((item) => item.name === name)
  if (sample) await open({ name, sample: true }, async () => new TextEncoder().encode(sample.text))
}

async function open(file: Pick<Source, 'name' | 'sample'>, read: () => Promise<Uint8Array>): Promise<void> {
  // Another file was picked meanwhile: the last one wins.
  opening.abort()
  opening = new AbortController()
  const { signal } = opening
  page.showProblem()
  page.say('')
  page.showProgress(strings.reading(file.name), { signal, onCancel: () => cancel() })
  try {
    const source = { ...file, bytes: await read() }
    page.showProgress(strings.checking(file.name), { signal, onCancel: () => cancel() })
    const opened = await openFile(source, signal)
    // The session has just looked at every output: what shows them is a task of its own.
    await nextTask()
    if (signal.aborted) void opened.session.close()
    else if (scripts.started > 0) await reloadWith({ ...source, reason: 'another notebook' })
    else await show(opened)
  } catch (error) {
    if (!signal.aborted) page.showProblem(file.name, sentenceOf(error))
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
  close()
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
  history.replaceState(null, '', sample ? `#sample=${encodeURIComponent(name)}` : ' ')
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
  page.say(strings.opened(name))
}

function close(): void {
  stopReviewing()
  current?.end.abort()
  current?.view.dispose()
  void current?.opened.session.close()
  current = undefined
  page.showNotebook()
  history.replaceState(null, '', location.pathname + location.search)
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
  }
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
