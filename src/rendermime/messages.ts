// Every sentence that a rendered output can show. `ui/messages.ts` builds on this, so a translation is one object.
import { englishLabels, type SanitizeLabels } from '../sanitize/index.js'
import type { RemovalReason } from '../sanitize/removal.js'
import type { DataOnlyName } from './data-only-table.js'

/** What was withheld, in the words of a reader. */
export type WithheldKind =
  | 'script'
  | 'event handler'
  | 'frame'
  | 'form'
  | 'navigation'
  | 'remote image'
  | 'remote media'
  | 'remote style'
  | 'remote address'
  | 'disguise'
  | 'unsafe address'
  | 'oversized part'
  | 'mislabelled part'
  | 'style sheet'
  | 'style'
  | 'element'
  | 'attribute'

/** The sentences of a rendered output. Counts come in as numbers, so that each language can do its own plurals. */
export interface RenderMessages {
  /** `3 scripts`. */
  count(kind: WithheldKind, count: number): string
  /** The words that stand in the middle of sanitized content. */
  readonly labels: SanitizeLabels
  /** `a, b and c`. */
  list(items: readonly string[]): string
  /** The one line under an output: `3 scripts and 1 event handler were withheld.` */
  withheld(items: readonly string[], total: number): string
  /** Opens the list of what was withheld. */
  readonly details: string
  /** What a reader can do about it: in an output, and in a Markdown cell. */
  readonly howToTrust: string
  readonly neverTrusted: string
  /** The button that loads remote content for one output. */
  loadRemote(hosts: readonly string[]): string
  /** Why something was taken out, in the list of details. */
  readonly reasons: Readonly<Record<RemovalReason, string>>
  /** How one removal reads in the list of details: what, how often, why. */
  removal(what: string, times: number, reason: string): string
  /** Ends a list that would be longer than anybody reads: how many lines are left out. */
  more(count: number): string
  /** A MIME type without a renderer; `shownAs` is what stands in for it. */
  unknownType(mimeType: string, shownAs: string | undefined): string
  /** A chart, widget or diagram whose data is never executed. The name is English, and one of a few. */
  dataOnly(name: DataOnlyName, shownAs: string | undefined): string
  /** A renderer failed; `what` is the MIME type. */
  failed(what: string): string
  /** A trusted script threw. */
  scriptFailed(error: string): string
  /** A trusted script could not be loaded. */
  scriptNotLoaded(address: string): string
  /** The page's Content Security Policy kept a trusted script from running. */
  readonly scriptBlocked: string
  /** A trusted output was not in the page when the turn of its scripts came. */
  readonly scriptNotAttached: string
  /** What stands in for an image without a description. */
  imageAlt(mimeType: string): string
  /** Names the box of a task in a Markdown list. */
  task(state: 'done' | 'open'): string
  /** Names the JSON tree. */
  readonly jsonTree: string
  /** `12 items`, in a folded list of the JSON tree. */
  jsonItems(count: number): string
  /** `12 keys`, in a folded object of the JSON tree. */
  jsonKeys(count: number): string
  /** The button that shows more of a long list. */
  jsonMore(count: number, left: number): string
  /** The button that downloads a PDF. */
  downloadPdf(bytes: number): string
}

// In the order in which a sentence names them: what would act comes before what would only look different. The second word is
// that of many, where they are not called like one with an s.
const english: Readonly<Record<WithheldKind, readonly [one: string, many?: string]>> = {
  script: ['script'],
  'event handler': ['event handler'],
  frame: ['embedded page'],
  form: ['form control'],
  navigation: ['navigation'],
  'remote image': ['remote image'],
  'remote media': ['remote media file'],
  'remote style': ['remote style'],
  'remote address': ['remote address', 'remote addresses'],
  disguise: ['imitation of the page', 'imitations of the page'],
  'unsafe address': ['unsafe address', 'unsafe addresses'],
  'oversized part': ['oversized part'],
  'mislabelled part': ['mislabelled part'],
  'style sheet': ['style sheet'],
  style: ['style'],
  element: ['element'],
  attribute: ['attribute'],
}

/** All kinds, in the order in which a sentence names them. */
export const withheldKinds = Object.keys(english) as readonly WithheldKind[]

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`

/** English, the default. Spread it to change a few sentences: `{ ...englishRenderMessages, details: 'More' }`. */
export const englishRenderMessages: RenderMessages = {
  count: (kind, count) => plural(count, ...english[kind]),
  labels: englishLabels,
  list,
  withheld: (items, total) => `${list(items)} ${total === 1 ? 'was' : 'were'} withheld.`,
  details: 'Details',
  howToTrust: 'None of this acts unless you trust the notebook, or run the cell yourself.',
  neverTrusted: 'Markdown cells stay sanitized, also in a trusted notebook.',
  loadRemote: (hosts) =>
    hosts.length > 0 && hosts.length < 4
      ? `Load remote content from ${list(hosts)}`
      : `Load remote content${hosts.length > 0 ? ` from ${hosts.length} hosts` : ''}`,
  reasons: {
    'runs script': 'would run script in this page',
    'loads remote content': 'would contact another server',
    'submits a form': 'could send what you type to somebody',
    'navigates the page': 'could lead this page elsewhere',
    'restyles the page': 'could change how this page looks',
    'imitates the page': 'could pass for a part of this page',
    'unsafe address': 'is not an address that is safe to follow',
    'not on the allow-list': 'is not on the list of what is known to be safe',
    'over the limit': 'is larger or deeper than the stated limit',
    'not what its type says': 'is not what its type says',
  },
  removal: (what, times, reason) => `${what}${times > 1 ? ` (${times} times)` : ''}: ${reason}`,
  more: (count) => `And ${count} more of this kind.`,
  unknownType: (mimeType, shownAs) =>
    shownAs
      ? `Nothing here knows ${mimeType}: shown as ${shownAs}.`
      : `Nothing here knows ${mimeType}, and the output holds nothing else to show.`,
  dataOnly: (name, shownAs) =>
    shownAs
      ? `${name}: shown as ${shownAs}, because its data is never executed here.`
      : `${name}: not shown, because its data is never executed here and it has no picture or text.`,
  failed: (what) => `The ${what} of this output could not be shown.`,
  scriptFailed: (error) => `A script of this output failed: ${error}`,
  scriptNotLoaded: (address) => `A script of this output could not be loaded: ${address}`,
  scriptBlocked: "This page's security policy kept a script of this output from running.",
  scriptNotAttached: 'The scripts of this output did not run, because it was not in the page at their turn.',
  imageAlt: (mimeType) => `Output image (${mimeType.replace(/^image\//, '').toUpperCase()})`,
  task: (state) => (state === 'done' ? 'Done' : 'Not done'),
  jsonTree: 'JSON',
  jsonItems: (count) => plural(count, 'item'),
  jsonKeys: (count) => plural(count, 'key'),
  jsonMore: (count, left) => `Show ${count} more of ${left}`,
  downloadPdf: (bytes) => `Download PDF (${Math.max(1, Math.round(bytes / 1000))} kB)`,
}
