// Findings as SARIF 2.1.0, the format that code scanning services read. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
import type { Finding, Review } from '../rendermime/review.js'
import { messages } from './messages.js'

type Kind = Finding['kind']

// What a rule says to whoever gets the alert. `error` acts on opening or trusting; `warning` contacts or misleads; `note` is
// worth knowing.
const rules: Readonly<Record<Kind, { readonly level: 'error' | 'warning' | 'note'; readonly text: string }>> =
  {
    script: { level: 'error', text: 'A script runs if the notebook is trusted.' },
    'event handler': { level: 'error', text: 'An event handler runs script if the notebook is trusted.' },
    'unsafe address': { level: 'error', text: 'An address runs script or is not safe to follow.' },
    frame: { level: 'error', text: 'Another page or a plugin is embedded.' },
    form: { level: 'warning', text: 'A form or control can send what a reader types.' },
    navigation: { level: 'warning', text: 'The page can be led elsewhere.' },
    'remote image': { level: 'warning', text: 'A remote image tells its server who reads the notebook.' },
    'remote media': { level: 'warning', text: 'Remote media tells its server who reads the notebook.' },
    'remote style': { level: 'warning', text: 'A remote style sheet is loaded.' },
    'remote address': { level: 'warning', text: 'Another server is contacted.' },
    disguise: { level: 'warning', text: 'Something imitates the page that shows the notebook.' },
    'oversized part': { level: 'warning', text: 'A part is larger or deeper than can be looked through.' },
    'mislabelled part': { level: 'warning', text: 'A part is not what its type says.' },
    'unknown type': {
      level: 'note',
      text: 'A MIME type that nobody here knows; an extension may act on it.',
    },
    'style sheet': { level: 'note', text: 'A style sheet can restyle the page.' },
    style: { level: 'note', text: 'A style reaches outside its output.' },
    element: { level: 'note', text: 'An element is not known to be safe.' },
    attribute: { level: 'note', text: 'An attribute is not known to be safe.' },
  }

const ruleId = (kind: Kind): string => `nbtrust/${kind.replaceAll(' ', '-')}`

/** The results of one notebook. `file` is a path; SARIF wants it relative and with forward slashes. */
export function sarifResults(file: string, review: Pick<Review, 'cells'>): object[] {
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return review.cells.flatMap(({ findings, acts }) =>
    findings.map((finding) => ({
      ruleId: ruleId(finding.kind),
      level: acts === 'never' ? 'note' : rules[finding.kind].level,
      message: { text: sentence(finding) },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri } },
          logicalLocations: [{ fullyQualifiedName: finding.place, kind: 'element' }],
        },
      ],
      // The same finding keeps its identity when cells are moved.
      partialFingerprints: { 'nbtrustFinding/v1': fingerprint(finding) },
    })),
  )
}

/** What stands around the results of a log, each of which is one value of JSON; they are separated by commas. */
export const sarifHead: string = `${JSON.stringify({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
}).slice(0, -1)},
"runs": [{
"tool": ${JSON.stringify({
  driver: {
    name: 'nbtrust',
    rules: Object.entries(rules).map(([kind, { level, text }]) => ({
      id: ruleId(kind as Kind),
      shortDescription: { text },
      defaultConfiguration: { level },
    })),
  },
})},
"results": [`

/** The end of a log. Notebooks that could not be read are notifications, and say that the run was not successful. */
export function sarifTail(failures: readonly SarifFailure[]): string {
  const invocation = {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: failures.map(({ file, message }) => ({
      level: 'error',
      message: { text: file === undefined ? message : `${file}: ${message}` },
    })),
  }
  return `],\n"invocations": [${JSON.stringify(invocation)}]\n}]}\n`
}

/** Why a notebook has no results, or why there are no more. */
export interface SarifFailure {
  readonly file?: string
  readonly message: string
}

function sentence({ kind, place, mimeType, name, within, hosts, code }: Finding): string {
  const where = within === undefined ? name : messages.within(name, within)
  const contacts = hosts.length > 0 ? ` It contacts ${hosts.join(', ')}.` : ''
  const quote = code ? ` ${code.replace(/\s+/g, ' ').slice(0, 200)}` : ''
  return `${rules[kind].text} ${place}, ${mimeType || name}: ${where}.${contacts}${quote}`
}

function fingerprint({ kind, mimeType, name, within, hosts, code }: Finding): string {
  return JSON.stringify([kind, mimeType, name, within ?? '', hosts, (code ?? '').slice(0, 200)])
}
