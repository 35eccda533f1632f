// Runs payloads through one route in whatever DOM there is and answers what does not hold, one line each.

import { type SafeResult, sanitizeHtml } from '../../src/sanitize/index.js'
import { checkClaims, inspect } from './inspect.js'
import type { Payload } from './payload.js'
import { present, type Route, sanitize } from './present.js'

/** Presents every payload and looks at the result. Answers `id column: detail`; an empty list is what everybody wants. */
export function audit(payloads: readonly Payload[], route: Route): string[] {
  const failures = new Set<string>()
  for (const payload of payloads) {
    const slot = document.createElement('div')
    document.body.append(slot)
    try {
      const presented = present(payload, route, slot)
      if (!presented) continue
      const findings = [
        ...inspect([...presented.roots, slot], presented.surface),
        ...checkClaims(payload, presented.roots),
      ]
      for (const { column, detail } of findings) failures.add(`${payload.id} ${column}: ${detail}`)
    } catch (error) {
      failures.add(`${payload.id} threw: ${String(error).slice(0, 200)}`)
    } finally {
      slot.remove()
    }
  }
  return [...failures]
}

/** A payload and what the sanitizer made of it. */
export interface Sanitized {
  readonly payload: Payload
  readonly result: SafeResult
}

/** Sanitizes every textual payload once. */
export function sanitizeAll(payloads: readonly Payload[]): readonly Sanitized[] {
  return payloads.flatMap((payload) => {
    const result = sanitize(payload, {})
    return result ? [{ payload, result }] : []
  })
}

/** Payloads that sanitizing a second time changes. */
export function auditTwice(sanitized: readonly Sanitized[]): string[] {
  return sanitized.flatMap(({ payload, result }) => {
    const markup = String(result.html)
    const again = String(sanitizeHtml(markup).html)
    return again === markup ? [] : [`${payload.id}: ${difference(markup, again)}`]
  })
}

/** Payloads of which something was taken out, and nothing at all was reported. */
export function auditReport(sanitized: readonly Sanitized[]): string[] {
  return sanitized.flatMap(({ payload: { id, input }, result }) => {
    if (result.removed.length > 0 || typeof input !== 'string') return []
    const raw = document.createElement('template')
    raw.innerHTML = input
    const after = signs(result.html.fragment())
    const missing = [...signs(raw.content)].filter((sign) => !after.has(sign))
    return missing.length > 0 ? [`${id}: ${missing.join(', ')}`] : []
  })
}

/** Payloads whose markup, parsed and not sanitized, is already as it should be: no question of ours is about them. */
export function unquestioned(payloads: readonly Payload[]): readonly Payload[] {
  return payloads.filter((payload) => {
    const raw = document.createElement('template')
    raw.innerHTML = typeof payload.input === 'string' ? payload.input : ''
    const broken = checkClaims(payload, [raw.content]).some(({ column }) => column !== 'remains')
    return !broken && inspect([raw.content], 'anywhere').length === 0
  })
}

// Elements and attributes by name: the least that a report must account for. Namespaces, and what only tells how to read
// something, are not missed by anybody.
function signs(fragment: DocumentFragment): Set<string> {
  const found = new Set<string>()
  for (const element of fragment.querySelectorAll('*')) {
    found.add(element.localName)
    for (const { name } of element.attributes) found.add(`${element.localName} ${name}`)
  }
  return found
}

function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return `${one.slice(Math.max(0, at - 20), at + 60)} became ${other.slice(Math.max(0, at - 20), at + 60)}`
}
