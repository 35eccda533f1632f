// Every sentence of the nbtrust command, so that they can be read in one place.

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const notebooks = (count: number): string => plural(count, 'notebook', 'notebooks')
const signatures = (count: number): string => plural(count, 'signature', 'signatures')

export const messages = {
  // Finding notebooks.
  emptyFolder: 'there is no notebook in this folder',
  emptyName: 'an empty name leads to no file',
  noMatch: 'no file matches this pattern',
  noInput: 'no notebook was named, and standard input is a terminal',
  problem: (name: string, sentence: string, code: string): string =>
    `nbtrust: ${name}: ${sentence} (${code})`,
  aboutFile: (name: string, sentence: string): string => `${name}: ${sentence}`,
  failure: (sentence: string, code: string): string => `nbtrust: ${sentence} (${code})`,
  warning: (sentence: string): string => `nbtrust: ${sentence}`,
  unexpected: (sentence: string): string =>
    `this is a mistake in nbtrust, please report it: ${sentence} (NBTRUST_DEBUG=1 shows where)`,
  outputLost: (reason: string): string => `nbtrust: the output cannot be written: ${reason}`,
  emptyDataDir: 'an empty name leads to no data folder',
  workerDied: 'the worker that read it ended unexpectedly; the notebook may need more memory than there is',

  // trust: the first two are `jupyter trust`'s own lines, for scripts that read them.
  signing: (name: string): string => `Signing notebook: ${name}`,
  alreadySigned: (name: string): string => `Notebook already signed: ${name}`,
  wouldSign: (name: string): string => `Would sign notebook: ${name}`,

  // check and untrust
  trusted: 'trusted',
  untrusted: 'untrusted',
  notSigned: 'not signed',
  changed: (since: string): string => `changed since it was signed on ${since}`,
  jupyterOnly: 'signed by Jupyter, not by nbtrust',
  noOwnEncoding:
    "signed in Jupyter's encoding; nbtrust's own has no spelling for what it holds, such as NaN or a number beyond a double",
  noStableDigest: (why: string): string => `no stable digest: ${why}`,
  contains: (what: string): string => `contains ${what}`,
  containsNothing: 'contains nothing that would run',
  checked: (trusted: number, untrusted: number, failed: number): string =>
    [
      `${notebooks(trusted + untrusted + failed)}: ${trusted} trusted, ${untrusted} untrusted`,
      ...(failed > 0 ? [`${failed} not readable`] : []),
    ].join(', '),
  unsigned: (name: string): string => `No longer trusted: ${name}`,
  wasNotSigned: (name: string): string => `Was not trusted: ${name}`,

  // scan
  clean: (name: string): string => `${name}: nothing active`,
  findings: (count: number): string => plural(count, 'finding', 'findings'),
  scanned: (total: number, active: number, failed: number): string =>
    [
      `${notebooks(total)}: ${active} with active content`,
      ...(failed > 0 ? [`${failed} not readable`] : []),
    ].join(', '),
  hosts: (hosts: readonly string[]): string => `contacts ${hosts.join(', ')}`,
  neverActs: 'never trusted, because it is in Markdown',
  unknownTypes: (count: number): string => plural(count, 'unknown MIME type', 'unknown MIME types'),
  within: (name: string, within: string): string => `${name} on <${within}>`,

  // sanitize
  written: (name: string): string => `Wrote ${name}`,
  nothingRemoved: 'There was nothing to remove.',
  removedAt: (place: string, what: string): string => `${place}: ${what}`,
  removedParts: (what: string): string => `removed ${what}`,
  rewritten: 'nothing removed; its markup was written anew, so that every program reads it alike',
  removedType: (mimeType: string): string => `removed ${mimeType}`,
  sameFile: 'the sanitized copy would replace the notebook itself; name another file',

  // list, forget, export, import
  database: (path: string): string => `Database: ${path}`,
  counted: (count: number): string => signatures(count),
  ages: (oldest: string, newest: string): string => `last seen between ${oldest} and ${newest}`,
  forgot: (forgotten: number, left: number): string => `Forgot ${signatures(forgotten)}; ${left} left.`,
  everythingAndMore: '--everything forgets all signatures: name nothing else with it',
  nothingToForget: 'name notebooks, or say --older-than or --everything',
  badAge: (text: string): string => `${text} is not an age: 12h, 30d, 6w or 1y, or a date such as 2026-01-31`,
  exported: (count: number, name: string): string => `Exported ${signatures(count)} to ${name}`,
  exportedKey:
    'The file holds the signing key: whoever has it can sign for you. Delete it when it is imported.',
  keyToTerminal: 'the signing key is not written to a terminal; name a file with -o',
  imported: (added: number, known: number): string =>
    `Imported ${signatures(added)}; ${known} ${known === 1 ? 'was' : 'were'} here already.`,
  importedKey: (path: string): string => `The signing key is now ${path}.`,
  notAnExport: (name: string): string => `${name} is not a file that nbtrust export wrote`,
  otherKey: (name: string): string =>
    `${name} belongs to another signing key, so its signatures mean nothing here; export it --with-key, and import it where there is no key yet`,

  cannotWrite: (name: string, why: string): string => `${name} cannot be written: ${why}`,

  // digest
  noSecret: (path: string): string => `there is no signing key ${path}; name one with --secret-file`,

  // reset
  removingCache: (path: string): string => `Removing trusted signature cache: ${path}`,
  newKey: (path: string): string => `Generating new notebook key: ${path}`,
  resetQuestion: (path: string, count: number): string =>
    `This makes a new signing key in ${path} and forgets ${signatures(count)}: every notebook becomes untrusted. Go on? [y/N] `,
  notReset: 'Nothing was changed.',
  resetNeedsYes: 'reset asks a question, and standard input is not a terminal: say --yes',
}
