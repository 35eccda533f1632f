// Every sentence of the demo page that is not the package's own.

import type { FileKind } from './file-kind.js'

/** What the page says. Counts come in as numbers, so that a translation does its own plurals. */
export interface Strings {
  readonly name: string
  /** Of the browser's tab, while a notebook is open. */
  tabTitle(file: string): string
  /** Its sentences. */
  readonly headline: readonly string[]
  readonly lead: string
  readonly choose: string
  readonly orDrop: string
  readonly dropNow: string
  readonly dropHint: string
  readonly samples: string
  readonly harmless: string
  readonly hostile: string
  reading(name: string): string
  checking(name: string): string
  readonly reviewing: string
  readonly cancel: string
  readonly cancelled: string
  opened(name: string): string
  readonly trusted: string
  readonly trustedUnsaved: string
  /** Where nothing can be remembered. */
  readonly trustedHere: string
  readonly close: string
  readonly closeLabel: string
  readonly save: string
  readonly savedSigned: string
  readonly savedHere: string
  savedUnsigned(untrusted: number): string
  saveFailed(reason: string): string
  readonly notebookActions: string
  requests(count: number): string
  /** `sentence` says what was withheld from what was rendered; it is empty if nothing was. */
  withheld(sentence: string, left: { readonly waiting: number }): string
  rememberFailed(reason: string): string
  readonly revokedReloaded: string
  readonly freshPage: string
  /** The page was reloaded, and could not take the notebook along. */
  readonly chooseAgain: string
  readonly problemTitle: string
  problemFile(name: string): string
  /** The file is of another kind, and which. */
  noNotebook(kind: FileKind): string
  readonly noSuchSample: string
  /** Asked before changes are given up that were not saved. */
  readonly unsavedTitle: string
  readonly unsavedMeaning: string
  readonly unsavedKeep: string
  readonly unsavedDiscard: string
  readonly dismiss: string
  readonly run: string
  readonly clear: string
  readonly edit: string
  readonly done: string
  runLabel(name: string): string
  clearLabel(name: string): string
  editLabel(name: string): string
  doneLabel(name: string): string
  sourceLabel(name: string): string
  readonly addCell: string
  readonly newCellSource: string
  codeCell(number: number): string
  cellLabel(kind: string, number: number): string
  readonly outputs: string
  readonly notRunYet: string
  executed(count: number): string
  readonly standIn: string
  readonly standInHtml: string
  readonly emptyNotebook: string
  readonly footer: readonly string[]
}

const kinds: Readonly<Record<FileKind, string>> = {
  picture: 'a picture',
  pdf: 'a PDF document',
  archive: 'an archive or an office document',
  binary: 'a file that is not text',
}

const cells = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`

/** English. */
export const strings: Strings = {
  name: 'nbtrust',
  tabTitle: (file: string) => `${file} · nbtrust`,
  headline: ['Open anyone’s notebook. ', 'Nothing in it runs until you say so.'],
  lead: 'Jupyter’s trust model without a server: scripts and remote content are withheld until you trust a notebook, and your trust is remembered in this browser. No file leaves this page.',
  choose: 'Choose a notebook…',
  orDrop: 'or drop an .ipynb file anywhere',
  dropNow: 'Drop the notebook to open it',
  dropHint: 'It is not uploaded, and nothing in it runs unless you trust it.',
  samples: 'Or try a sample',
  harmless: 'harmless',
  hostile: 'hostile',
  reading: (name: string) => `Reading ${name}…`,
  checking: (name: string) => `Checking ${name}…`,
  reviewing: 'Looking for what would run…',
  cancel: 'Cancel',
  cancelled: 'Cancelled: nothing was opened.',
  opened: (name: string) => `${name} is open.`,
  trusted: 'Trusted, and remembered in this browser.',
  trustedUnsaved: 'Trusted on this page. Save it, so that it is trusted when you open it again.',
  trustedHere: 'Trusted until this page is closed.',
  close: 'Close',
  closeLabel: 'Close the notebook',
  save: 'Save',
  savedSigned: 'Saved and signed: this file is trusted when you open it again.',
  savedHere: 'Saved. It is trusted until this page is closed.',
  savedUnsigned: (untrusted: number) =>
    `Saved without a signature: untrusted outputs are left in ${cells(untrusted)}.`,
  saveFailed: (reason: string) => `Saved, but not signed: ${reason}`,
  notebookActions: 'Notebook',
  requests: (count: number) =>
    count === 0
      ? 'No requests since it was opened'
      : `${count} ${count === 1 ? 'request' : 'requests'} since it was opened`,
  withheld: (sentence: string, { waiting }) => {
    if (waiting === 0) return sentence || 'Nothing was withheld.'
    const parts = waiting === 1 ? '1 part further away is' : `${waiting} parts further away are`
    return `${sentence ? `So far: ${sentence}` : 'Nothing was withheld so far.'} ${parts} not looked at yet.`
  },
  rememberFailed: (reason: string) => `Trust can’t be remembered here: ${reason}`,
  revokedReloaded: 'Trust was revoked, and the page was reloaded: every script of the notebook has stopped.',
  freshPage:
    'The page was reloaded before opening this notebook, so that no script of the last one is still running.',
  chooseAgain:
    'The page was reloaded, so that no script of the last notebook is still running. Choose the notebook again: this browser lets the page keep nothing.',
  problemTitle: 'This file can’t be opened',
  problemFile: (name: string) => `File: ${name}`,
  noNotebook: (kind) => `This is no notebook: it is ${kinds[kind]}.`,
  noSuchSample: 'There is no sample of this name.',
  unsavedTitle: 'Close without saving?',
  unsavedMeaning:
    'What you have run, cleared or edited since you opened or saved this notebook will be lost.',
  unsavedKeep: 'Keep it open',
  unsavedDiscard: 'Close without saving',
  dismiss: 'Dismiss',
  run: 'Run',
  clear: 'Clear',
  edit: 'Edit',
  done: 'Done',
  runLabel: (name: string) => `Run ${name}`,
  clearLabel: (name: string) => `Clear the outputs of ${name}`,
  editLabel: (name: string) => `Edit ${name}`,
  doneLabel: (name: string) => `Done editing ${name}`,
  sourceLabel: (name: string) => `Source of ${name}`,
  addCell: 'Add a code cell',
  newCellSource:
    "HTML(\"<b id='hi'>Hello</b><script>document.getElementById('hi').append(', script!')</script>\")",
  codeCell: (number: number) => `code cell ${number}`,
  cellLabel: (kind: string, number: number) => `${kind} cell ${number}`,
  outputs: 'Outputs',
  notRunYet: 'not run yet',
  executed: (count: number) => `run ${count}`,
  standIn:
    'This page has no kernel. Its stand-in understands print(), arithmetic and IPython.display: HTML, Javascript, Markdown, Latex, SVG. For anything else it answers with samples, like these.\n',
  standInHtml:
    '<p>An HTML output of yours: <b>its script has not run</b>.</p><script>document.currentScript.previousElementSibling.lastElementChild.textContent = "its script ran, because you ran the cell"</script>',
  emptyNotebook: 'This notebook has no cells.',
  footer: [
    'This page is the demonstration of nbtrust, an npm package for notebook frontends.',
    'Trusting a notebook lets its scripts run in this page, as in Jupyter. Read what the dialog lists.',
  ],
}
