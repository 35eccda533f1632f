// Which MIME type is chosen, trusted and untrusted.
import { describe, expect, test } from 'vitest'
import type { MimeRenderer } from '../../../src/rendermime/content.js'
import { RenderMimeRegistry } from '../../../src/rendermime/registry.js'

const registry = new RenderMimeRegistry()
const bundle = (...types: string[]) => Object.fromEntries(types.map((type) => [type, '']))

describe("JupyterLab's order", () => {
  const best = [
    'application/json',
    'text/html',
    'text/markdown',
    'text/latex',
    'image/svg+xml',
    'image/png',
    'application/pdf',
    'application/vnd.jupyter.stderr',
    'text/plain',
  ]
  test.each(best.map((type, index) => [type, best.slice(index)] as const))(
    '%s comes before what follows',
    (type, rest) => {
      expect(registry.preferredMimeType(bundle(...rest.toReversed()), 'trusted')).toBe(type)
      expect(registry.preferredMimeType(bundle(...rest.toReversed()), 'sanitized')).toBe(type)
    },
  )
})

test('JavaScript comes first when trusted, and is withheld when not', () => {
  const types = ['text/plain', 'application/javascript', 'text/html']
  expect(registry.preferredMimeType(bundle(...types), 'trusted')).toBe('application/javascript')
  const choice = registry.choose(types, 'sanitized')
  expect(choice.candidates.map((item) => item.mimeType)).toEqual(['text/html', 'text/plain'])
  expect(choice.withheld).toEqual(['application/javascript'])
})

test('spelling and parameters do not hide a type', () => {
  const { candidates, withheld } = registry.choose(
    ['Text/HTML; charset=utf-8', 'APPLICATION/JAVASCRIPT'],
    'sanitized',
  )
  expect(candidates.map((item) => item.mimeType)).toEqual(['Text/HTML; charset=utf-8'])
  expect(withheld).toEqual(['APPLICATION/JAVASCRIPT'])
})

test('names of object members are unknown types like any other', () => {
  expect(registry.choose(['__proto__', 'constructor', 'toString'], 'trusted').unknown).toEqual([
    '__proto__',
    'constructor',
    'toString',
  ])
})

test('a renderer of the application wins over ours of the same rank, untrusted only if it says that it is safe', () => {
  const mine = (safety: MimeRenderer['safety']): MimeRenderer => ({
    mimeTypes: ['text/html'],
    rank: 50,
    safety,
    render: () => {
      throw new Error('not called here')
    },
  })
  const unsafe = mine('trusted only')
  const added = new RenderMimeRegistry().add(unsafe)
  expect(added.choose(['text/html'], 'trusted').candidates[0]?.renderer).toBe(unsafe)
  expect(added.choose(['text/html'], 'sanitized').candidates[0]?.renderer).not.toBe(unsafe)
  const safe = mine('safe')
  expect(added.add(safe).choose(['text/html'], 'sanitized').candidates[0]?.renderer).toBe(safe)
})
