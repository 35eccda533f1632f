// Says what is in one tree and not in the other, to report what the second opinion took out. Counts, so it is linear.
import type { Removal } from './removal.js'

/** Elements and attributes that `before` has more of than `after`, undefined if they are the same. */
export function lostNodes(before: DocumentFragment, after: DocumentFragment): Removal[] | undefined {
  if (before.isEqualNode(after)) return undefined
  const left = count(after)
  const lost: Removal[] = []
  for (const [key, number] of count(before)) {
    const missing = number - (left.get(key) ?? 0)
    const [name = '', within] = key.split(' ')
    const reason = 'not on the allow-list'
    for (let index = 0; index < missing; index++) {
      lost.push(within ? { kind: 'attribute', name, within, reason } : { kind: 'element', name, reason })
    }
  }
  return lost
}

function count(fragment: DocumentFragment): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const element of fragment.querySelectorAll('*')) {
    const tag = element.localName.toLowerCase()
    add(tag)
    for (const name of element.getAttributeNames()) add(`${name.toLowerCase()} ${tag}`)
  }
  return counts
}
