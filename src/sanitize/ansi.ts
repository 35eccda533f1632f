// Turns terminal output into inert nodes: a flat list of spans, never nested, and links that were checked.

import { type AnsiRun, readAnsi } from './ansi-screen.js'
import { ansiLook } from './ansi-style.js'
import { autolink } from './autolink.js'
import { createContext, record, type WalkContext } from './context.js'
import { hardenLink } from './harden.js'
import { withheld } from './html.js'
import { inertFragment } from './inert.js'
import { setInlineStyle } from './inline-styles.js'
import { requireText, resolveOptions, type SafeResult, type SanitizeOptions } from './options.js'
import { safeResult } from './result.js'
import { checkLink } from './url.js'

const WEB: ReadonlySet<string> = new Set(['http:', 'https:'])

/**
 * Renders terminal output: colours and weights as classes `ansi-…` or inline colours, carriage return and backspace as a terminal plays them,
 * http(s) addresses and OSC 8 links as links. All other escape sequences are swallowed. Never throws for any string; throws
 * `ERR_ARGUMENT` for anything else.
 */
export function renderAnsi(text: string, options: SanitizeOptions = {}): SafeResult {
  requireText(text, 'Text to render')
  const resolved = resolveOptions(options)
  const about = { options: resolved, mimeType: 'text/plain' }
  if (text.length > resolved.limits.length) return withheld('length', about)
  const context = createContext(resolved)
  const fragment = inertFragment(resolved.window)
  const pre = fragment.ownerDocument.createElement('pre')
  fragment.append(pre)
  const runs = readAnsi(text)
  if (runs.length > resolved.limits.runs) {
    // Too colourful to be worth it: the text stays.
    record(context, { kind: 'style', name: 'ansi', reason: 'over the limit' })
    pre.append(runs.map((run) => run.text).join(''))
  } else {
    for (const run of joinPlain(runs)) appendRun(pre, run, context)
  }
  return safeResult(fragment, context)
}

// Plain text and line breaks between coloured runs become one text node.
function* joinPlain(runs: readonly AnsiRun[]): Generator<AnsiRun> {
  let plain: AnsiRun | undefined
  for (const run of runs) {
    const { classes, css } = ansiLook(run.style)
    if (classes === '' && css === '' && run.link === undefined) {
      plain = plain ? { ...plain, text: plain.text + run.text } : run
      continue
    }
    if (plain) yield plain
    plain = undefined
    yield run
  }
  if (plain) yield plain
}

function appendRun(parent: Element, run: AnsiRun, context: WalkContext): void {
  const document = parent.ownerDocument
  const { classes, css } = ansiLook(run.style)
  let target = parent
  if (classes !== '' || css !== '') {
    target = document.createElement('span')
    if (classes !== '') target.className = classes
    if (css !== '') setInlineStyle(target, css)
    parent.append(target)
  }
  const link = run.link === undefined ? undefined : checkedLink(run.link, context)
  if (link !== undefined) {
    target.append(makeLink(document, run.text, link))
    return
  }
  for (const { text, href } of autolink(run.text)) {
    target.append(href === undefined ? document.createTextNode(text) : makeLink(document, text, href))
  }
}

function checkedLink(address: string, context: WalkContext): string | undefined {
  const link = checkLink(address, { schemes: WEB, baseUrl: undefined })
  if (link.kind === 'address') return link.href
  const reason = link.kind === 'refused' ? link.reason : 'unsafe address'
  record(context, { kind: 'address', name: 'href', within: 'a', reason })
  return undefined
}

function makeLink(document: Document, text: string, href: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.textContent = text
  link.setAttribute('href', href)
  hardenLink(link)
  return link
}
