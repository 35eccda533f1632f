// What of the host must stay as it was: names, computed styles, form state, focus, scroll positions, the document itself.

import type { Finding } from '../../corpora/inspect.js'
import type { Payload } from '../../corpora/payload.js'

/** A value for each thing that is looked at. Two snapshots are compared key by key. */
export type Snapshot = ReadonlyMap<string, unknown>

const globals = [
  'location',
  'document',
  'top',
  'self',
  'parent',
  'opener',
  'frames',
  'length',
  'name',
  'navigator',
  'localStorage',
  'fetch',
  'crypto',
  'customElements',
  'trustedTypes',
  'Jupyter',
  'require',
  'define',
  'MathJax',
  'nbtrustConfig',
  'nbtrustConfig2',
  'nbtrustConfig3',
  'nbtrustConfig4',
  'baseUrl',
  '__nbtrustCanary',
]
const documentNames = [
  'location',
  'cookie',
  'body',
  'head',
  'forms',
  'defaultView',
  'currentScript',
  'getElementById',
  'querySelector',
  'createElement',
  'implementation',
  'addEventListener',
  'title',
  'domain',
  'referrer',
  'links',
  'images',
  'all',
]
const formNames = [
  'attributes',
  'nodeName',
  'parentNode',
  'childNodes',
  'elements',
  'action',
  'submit',
  'reset',
  'csrf',
]

/** Names that a payload tries to take. */
export function namesIn({ input }: Payload): string[] {
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  const names = [...text.slice(0, 200_000).matchAll(/\b(?:id|name|for)\s*=\s*\\?["']?\s*([\w-]{1,60})/gi)]
  return [...new Set(names.map(([, name = '']) => name))].slice(0, 40)
}

/** Named access, own properties of window, prototypes, cookies, forms. */
export function nameState(names: readonly string[]): Snapshot {
  const state = new Map<string, unknown>()
  const page = window as unknown as Record<string, unknown>
  const root = document as unknown as Record<string, unknown>
  const form = document.getElementById('host-form') as unknown as Record<string, unknown>
  for (const name of new Set([...globals, ...names])) state.set(`window.${name}`, page[name])
  for (const name of new Set([...documentNames, ...names])) state.set(`document.${name}`, root[name])
  for (const name of new Set([...formNames, ...names])) {
    const value = form[name]
    state.set(`form.${name}`, typeof value === 'function' ? String(value) : value)
  }
  for (const name of names) {
    state.set(`getElementById(${name})`, document.getElementById(name))
    state.set(`getElementsByName(${name})`, document.getElementsByName(name).length)
  }
  state.set('names of window', Object.getOwnPropertyNames(window).length)
  state.set('names of Object.prototype', Object.getOwnPropertyNames(Object.prototype).join())
  state.set('enumerable names of {}', Object.keys(forIn({})).join())
  state.set('frames', window.length)
  state.set('cookie', document.cookie)
  state.set('stored', localStorage.length)
  return state
}

function forIn(object: object): Record<string, true> {
  const names: Record<string, true> = {}
  for (const name in object) names[name] = true
  return names
}

/** The document around the outputs, and what a person has set in it. */
export function documentState(): Snapshot {
  const state = new Map<string, unknown>()
  state.set('title', document.title)
  state.set('direction', document.dir)
  for (const element of [document.documentElement, document.body]) {
    state.set(
      `attributes of ${element.localName}`,
      [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(),
    )
  }
  state.set('children of head', document.head.childElementCount)
  state.set('children of body', document.body.childElementCount)
  state.set('style sheets', document.styleSheets.length)
  state.set('adopted style sheets', document.adoptedStyleSheets.length)
  state.set('fonts', document.fonts.size)
  const get = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
  state.set('dialog', get<HTMLDialogElement>('host-dialog').open)
  state.set('popover', isOpen(get('host-popover')))
  state.set('details', get<HTMLDetailsElement>('host-details').open)
  state.set('check box', get<HTMLInputElement>('host-check').checked)
  state.set('radio', new FormData(get<HTMLFormElement>('host-form')).get('host-choice'))
  state.set('form', new URLSearchParams(new FormData(get<HTMLFormElement>('host-form')) as never).toString())
  state.set('address', location.href)
  return state
}

function isOpen(element: HTMLElement): boolean {
  try {
    return element.matches(':popover-open')
  } catch {
    return false
  }
}

/** Focus and scrolling, which only a person may change. */
export function attentionState(): Snapshot {
  const cells = document.getElementById('cells') as HTMLElement
  return new Map<string, unknown>([
    ['focus', document.activeElement],
    ['scrolling of the page', `${window.scrollX},${window.scrollY}`],
    ['scrolling of the cells', `${cells.scrollLeft},${cells.scrollTop}`],
  ])
}

const watched = [
  'html',
  'body',
  'header',
  '#host-title',
  '#host-search',
  '#host-save',
  'nav',
  '#host-form',
  '#host-check',
  'nav input[type=radio]',
  '#host-popover',
  '#host-dialog',
  '.host-items',
  '.host-items li',
  '#host-drawing rect',
  '.host-spinner',
  '#cells',
  '#columns',
  '#host-status',
  '#host-details',
  '#neighbour',
  '#neighbour p',
  '#host-link',
]
const custom = ['--host-color', '--jp-layout-color0']

/** Every computed property of elements outside of the outputs. */
export function styleState(): Snapshot {
  const state = new Map<string, unknown>()
  for (const selector of watched) {
    const element = document.querySelector(selector)
    if (!element) {
      state.set(`${selector} is there`, false)
      continue
    }
    for (const pseudo of selector === '#host-title' || selector === 'body' ? ['', '::before'] : ['']) {
      const style = getComputedStyle(element, pseudo || undefined)
      const values: string[] = []
      for (let index = 0; index < style.length; index++) {
        const name = style[index] ?? ''
        // The spinner is in motion, and the columns grow with what stands in them.
        if (selector === '.host-spinner' && name === 'opacity') continue
        if (
          selector === '#columns' &&
          /^(?:height|block-size|grid-template-rows|perspective-origin|transform-origin)$/.test(name)
        )
          continue
        values.push(`${name}:${style.getPropertyValue(name)}`)
      }
      for (const name of custom) values.push(`${name}:${style.getPropertyValue(name)}`)
      state.set(`${selector}${pseudo}`, values.join(';'))
    }
  }
  return state
}

/** What differs, as findings of a column. */
export function differences(column: Finding['column'], before: Snapshot, after: Snapshot): Finding[] {
  const findings: Finding[] = []
  for (const [key, value] of after) {
    const old = before.get(key)
    if (!Object.is(old, value)) findings.push({ column, detail: `${key}: ${changed(old, value)}` })
  }
  return findings
}

function changed(old: unknown, value: unknown): string {
  if (typeof old === 'string' && typeof value === 'string' && old.includes(';')) {
    const before = new Set(old.split(';'))
    return value
      .split(';')
      .filter((part) => !before.has(part))
      .slice(0, 3)
      .join('; ')
      .slice(0, 160)
  }
  return `${describe(old)} became ${describe(value)}`
}

function describe(value: unknown): string {
  return value instanceof Element ? `<${value.localName} id=${value.id}>` : String(value).slice(0, 60)
}
