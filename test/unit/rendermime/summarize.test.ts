// What was withheld, in a sentence.
import { expect, test } from 'vitest'
import { countKinds, isCosmetic } from '../../../src/rendermime/summarize.js'
import type { Removal } from '../../../src/sanitize/removal.js'
import { englishMessages, summarize } from '../../../src/ui/messages.js'

const script: Removal = { kind: 'element', name: 'script', reason: 'runs script' }
const handler: Removal = { kind: 'attribute', name: 'onerror', within: 'img', reason: 'runs script' }
const image: Removal = {
  kind: 'attribute',
  name: 'src',
  within: 'img',
  reason: 'loads remote content',
  host: 'a.example',
}
const style: Removal = { kind: 'style', name: 'position', within: 'div', reason: 'restyles the page' }

test('counts are grouped by what a reader would call them, what acts first', () => {
  expect(summarize([image, script, handler, script, image, script], englishMessages)).toBe(
    '3 scripts, 1 event handler and 2 remote images were withheld.',
  )
})

test('one thing is in the singular', () => {
  expect(summarize([script], englishMessages)).toBe('1 script was withheld.')
})

test('nothing withheld is no sentence', () => {
  expect(summarize([], englishMessages)).toBe('')
  expect(summarize([{ kind: 'comment', name: '#comment', reason: 'not on the allow-list' }])).toBe('')
})

test('the notes of a drawing program are not missed', () => {
  expect(summarize([{ kind: 'element', name: 'metadata', reason: 'not on the allow-list' }])).toBe('')
  expect(summarize([{ kind: 'element', name: 'metadata', reason: 'runs script' }])).toBe(
    '1 script was withheld.',
  )
})

test('what only changes the look is named if there is nothing else', () => {
  expect(summarize([style, style], englishMessages)).toBe('2 styles were withheld.')
  expect(summarize([style, script], englishMessages)).toBe('1 script was withheld.')
  expect(isCosmetic([style])).toBe(true)
  expect(isCosmetic([style, script])).toBe(false)
})

test('a script that is an output of its own counts as a script', () => {
  expect([
    ...countKinds([{ kind: 'content', name: 'application/javascript', reason: 'runs script' }]),
  ]).toEqual([['script', 1]])
})

test('a frame is a frame, whatever it was withheld for', () => {
  const frame: Removal = {
    kind: 'element',
    name: 'iframe',
    reason: 'loads remote content',
    host: 'a.example',
  }
  expect([
    ...countKinds([frame, { kind: 'element', name: 'object', reason: 'not on the allow-list' }]),
  ]).toEqual([['frame', 2]])
})

test('the sentences come from the messages that are handed in', () => {
  const german = {
    ...englishMessages,
    count: (kind: string, count: number) => `${count}x ${kind}`,
    withheld: (items: readonly string[]) => `Zurückgehalten: ${items.join(', ')}.`,
  }
  expect(summarize([script, script, handler], german)).toBe('Zurückgehalten: 2x script, 1x event handler.')
})
