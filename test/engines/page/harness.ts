// The page's side of the engines' tests: mounts payloads, watches the host, measures. Driven from outside through
// `window.harness`.

import { payloads } from '../../corpora/index.js'
import { checkClaims, type Finding, inspect } from '../../corpora/inspect.js'
import { rawMarkup } from '../../corpora/naive.js'
import type { Payload } from '../../corpora/payload.js'
import { present, type Route, sanitize } from '../../corpora/present.js'
import { catchPointer, coverFindings } from './cover.js'
import {
  attentionState,
  differences,
  documentState,
  nameState,
  namesIn,
  type Snapshot,
  styleState,
} from './host-state.js'
import { firstScreen, nextScreen } from './screens.js'
import { activateAll, scrollAll, type Target, targets } from './targets.js'

/** A finding and the payload it belongs to, where that is known. */
export interface PageFinding extends Finding {
  readonly id?: string
}

/** How long one payload took at one factor of its size. */
export interface Measure {
  readonly factor: number
  readonly milliseconds: number
  readonly nodes: number
  readonly removed: number
  /** Bytes of heap that the result holds, where the engine says so. */
  readonly heap?: number
}

/** The functions that a driver calls. */
export interface Harness {
  /** Where this page was opened, to notice that it was left. */
  readonly token: number
  begin(): Promise<void>
  mount(ids: readonly string[], route: Route): Promise<PageFinding[]>
  /** Starts over with the outputs at the top. */
  firstScreen(): void
  /** Brings the next outputs into sight and says what can be pointed at there. Null when all have been in sight. */
  nextScreen(): Target[] | null
  /** Those payloads in whose raw markup a look alone finds what they are here for. */
  evident(ids: readonly string[]): string[]
  activate(): void
  settle(milliseconds: number): Promise<void>
  finish(): PageFinding[]
  log(): PageFinding[]
  grow(id: string, factors: readonly number[]): Measure[] | string
}

const byId: ReadonlyMap<string, Payload> = new Map(payloads.map((payload) => [payload.id, payload]))
const slots = new Map<HTMLElement, string>()
let before: { names: Snapshot; styles: Snapshot; document: Snapshot; attention: Snapshot } | undefined

const harness: Harness = {
  token: Math.random(),

  async begin() {
    // The host's own open details say so in a task of their own.
    await harness.settle(20)
    addSlot('neighbour').append(paragraph('of the host'))
    // The package adopts its own style sheet once; that is not a payload's doing.
    const first = addSlot('warm-up')
    present(
      { id: 'w', title: '', kind: 'html', input: '<p>text</p>', mustNot: [], mustRemain: [] },
      'output',
      first,
    )
    first.remove()
    document.getElementById('host-search')?.focus()
    before = {
      names: nameState([]),
      styles: styleState(),
      document: documentState(),
      attention: attentionState(),
    }
    window.__nbtrustLog.length = 0
  },

  async mount(ids, route) {
    const findings: PageFinding[] = []
    for (const id of ids) {
      const payload = byId.get(id)
      if (!payload) return [{ id, column: 'execution', detail: 'no such payload' }]
      findings.push(...mountOne(payload, route).map((finding) => ({ ...finding, id })))
      // Reports and errors come in tasks of their own.
      await harness.settle(0)
      findings.push(...window.__nbtrustLog.splice(0).map((finding) => ({ ...finding, id })))
    }
    return findings
  },

  firstScreen,

  nextScreen() {
    const inSight = nextScreen()
    return inSight ? targets(inSight) : null
  },

  evident: (ids) => ids.filter((id) => isEvident(byId.get(id))),

  activate() {
    activateAll()
    scrollAll()
  },

  settle: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),

  finish() {
    const state = before
    if (!state) return []
    const findings: PageFinding[] = [
      ...differences('clobbering', state.names, nameState([])),
      ...differences('style', state.styles, styleState()),
      ...differences('imitation', state.document, documentState()),
    ]
    const look = (): void => {
      firstScreen()
      // What leaves its box is mostly to be seen from everywhere; the first look is the close one.
      for (let grid: 'fine' | 'coarse' = 'fine'; nextScreen(); grid = 'coarse') findings.push(...covers(grid))
    }
    look()
    catchPointer()
    look()
    firstScreen()
    return [...findings, ...harness.log()]
  },

  log: () =>
    window.__nbtrustLog.map(({ column, detail }) => {
      const id = /canary (\S+)/.exec(detail)?.[1]
      return id ? { column, detail, id } : { column, detail }
    }),

  grow(id, factors) {
    const payload = byId.get(id)
    if (!payload) return 'no such payload'
    try {
      return factors.map((factor) => measure(payload, factor))
    } catch (error) {
      return `threw ${String(error).slice(0, 200)}`
    }
  },
}

function isEvident(payload: Payload | undefined): boolean {
  if (!payload) return false
  return looks.some((look) => {
    try {
      const root = look(payload)
      const findings = root ? [...inspect([root], 'anywhere'), ...checkClaims(payload, [root])] : []
      return findings.some(({ column }) => payload.mustNot.includes(column))
    } catch {
      // Too large for a parser, or a form whose own properties are shadowed: for the engines to show.
      return false
    }
  })
}

// The ways that careless frontends read markup, none of them in the page: as a part of it, once more after it was written out, as
// a page of its own (which keeps what is said of html, head and body), and drawings as XML (which knows entities and prefixes).
const looks: readonly ((payload: Payload) => ParentNode | undefined)[] = [
  (payload) => parsed(rawMarkup(payload)),
  (payload) => parsed(template(rawMarkup(payload)).innerHTML),
  (payload) => new DOMParser().parseFromString(rawMarkup(payload), 'text/html'),
  (payload) =>
    payload.kind === 'svg' ? new DOMParser().parseFromString(rawMarkup(payload), 'image/svg+xml') : undefined,
]

// The page goes on after the markup, which closes what is left open there.
function parsed(markup: string): ParentNode {
  return template(`${markup}<i title="'"></i>`).content
}

function template(markup: string): HTMLTemplateElement {
  const element = document.createElement('template')
  element.innerHTML = markup
  return element
}

function mountOne(payload: Payload, route: Route): Finding[] {
  const names = namesIn(payload)
  const namesBefore = nameState(names)
  const attentionBefore = attentionState()
  const slot = addSlot(`slot-${slots.size}`)
  slot.dataset.route = route
  slots.set(slot, payload.id)
  const started = performance.now()
  try {
    const presented = present(payload, route, slot)
    if (!presented) {
      slot.remove()
      return []
    }
    const took = performance.now() - started
    const findings: Finding[] = []
    if (route !== 'raw') {
      findings.push(
        ...inspect([...presented.roots, slot], presented.surface),
        ...checkClaims(payload, presented.roots),
      )
      if (took > 1000) findings.push({ column: 'resources', detail: `took ${Math.round(took)} ms` })
    }
    findings.push(
      ...differences('clobbering', namesBefore, nameState(names)),
      ...differences('imitation', attentionBefore, attentionState()),
    )
    return findings
  } catch (error) {
    return [{ column: 'resources', detail: `threw ${String(error).slice(0, 200)}` }]
  }
}

function covers(grid: 'fine' | 'coarse'): PageFinding[] {
  return [...coverFindings(grid)].flatMap(([slot, findings]) => {
    const id = slot && slots.get(slot)
    return findings.map((finding) => (id ? { ...finding, id } : finding))
  })
}

function measure(payload: Payload, factor: number): Measure {
  const heapBefore = heapSize()
  const started = performance.now()
  const result = sanitize(payload, {}, factor)
  // Who asks for nodes that are safe anywhere waits for them, too.
  const fragment = result?.html.fragment()
  const milliseconds = performance.now() - started
  const heapAfter = heapSize()
  const nodes = fragment?.querySelectorAll('*').length ?? 0
  const overLimit = result?.removed.some(({ reason }) => reason === 'over the limit')
  if (overLimit && nodes === 0 && !fragment?.textContent) {
    throw new Error('over a limit nothing is left, not even a message')
  }
  return {
    factor,
    milliseconds,
    nodes,
    removed: result?.removed.length ?? 0,
    ...(heapBefore !== undefined && heapAfter !== undefined ? { heap: heapAfter - heapBefore } : {}),
  }
}

function heapSize(): number | undefined {
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize
}

function addSlot(id: string): HTMLElement {
  const slot = document.createElement('div')
  slot.className = id === 'neighbour' ? 'neighbour' : 'slot'
  slot.id = id
  document.getElementById('columns')?.append(slot)
  return slot
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}

declare global {
  interface Window {
    readonly __nbtrustLog: { column: Finding['column']; detail: string }[]
    harness: Harness
  }
}

window.harness = harness
