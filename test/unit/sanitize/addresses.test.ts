// Which addresses a link may have, what counts as a picture, and what text is recognised as an address.
import { expect, test } from 'vitest'
import { autolink } from '../../../src/sanitize/autolink.js'
import { checkedDataUrl } from '../../../src/sanitize/images.js'
import { filterSrcset } from '../../../src/sanitize/srcset.js'
import { checkLink, contactedHost, LINK_SCHEMES, remoteAddress } from '../../../src/sanitize/url.js'

const link = (address: string, baseUrl?: string) => checkLink(address, { schemes: LINK_SCHEMES, baseUrl })

test.each([
  ['https://a.example/b?c#d', 'https://a.example/b?c#d'],
  [' https://a.example ', 'https://a.example/'],
  ['ht\ntps://a.example', 'https://a.example/'],
  ['HTTPS://A.example', 'https://a.example/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['tel:+1234', 'tel:+1234'],
  ['ftp://a.example/', 'ftp://a.example/'],
  ['https://bank.example:pw@evil.example/', 'https://evil.example/'],
])('%j becomes %s', (address, href) => {
  expect(link(address)).toMatchObject({ kind: 'address', href })
})

test.each([
  ['javascript:alert(1)', 'runs script'],
  ['\u0001java\tscript:alert(1)', 'runs script'],
  ['JaVaScRiPt:alert(1)', 'runs script'],
  ['vbscript:x', 'runs script'],
  ['data:text/html,x', 'runs script'],
  ['blob:https://a.example/x', 'runs script'],
  ['command:workbench.x', 'runs script'],
  ['vscode://x', 'unsafe address'],
  ['file:///etc/passwd', 'unsafe address'],
  ['about:blank', 'unsafe address'],
  ['https://[', 'unsafe address'],
  ['https://a b/', 'unsafe address'],
  ['http:foo', 'unsafe address'],
  ['/logout', 'unsafe address'],
  ['page.html', 'unsafe address'],
  ['', 'unsafe address'],
  ['//a.example', 'unsafe address'],
  [`https://a.example/${'x'.repeat(10_000)}`, 'over the limit'],
])('%j is no address for a link', (address, reason) => {
  expect(link(address)).toMatchObject({ kind: 'refused', reason })
})

test('relative addresses start at the base, if there is one', () => {
  expect(link('page.html', 'https://a.example/b/')).toMatchObject({ href: 'https://a.example/b/page.html' })
  expect(link('javascript:x', 'https://a.example/b/')).toMatchObject({ kind: 'refused' })
})

test('a policy may have fewer schemes', () => {
  const schemes = new Set(['https:', 'javascript:'])
  expect(checkLink('mailto:a@b.example', { schemes, baseUrl: undefined }).kind).toBe('refused')
  expect(checkLink('javascript:x', { schemes, baseUrl: undefined }).kind).toBe('refused')
})

test('remote content never comes from the page itself', () => {
  const origin = 'https://page.example'
  expect(remoteAddress('https://a.example/x.png', origin)).toBe('https://a.example/x.png')
  for (const address of [
    'https://page.example/logout',
    '/logout',
    'x.png',
    '//page.example/',
    'data:x',
    'https://u@a.example/',
  ]) {
    expect(remoteAddress(address, origin)).toBeUndefined()
  }
})

test('the host that would be asked is named', () => {
  expect(contactedHost('//a.example/x', 'page.example')).toBe('a.example')
  expect(contactedHost('\\\\a.example\\x', 'page.example')).toBe('a.example')
  expect(contactedHost('/logout', 'page.example')).toBe('page.example')
  expect(contactedHost('x.png', undefined)).toBeUndefined()
  expect(contactedHost('data:image/png;base64,', 'page.example')).toBeUndefined()
})

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test.each([
  `data:image/png;base64,${png}`,
  `DATA:image/PNG;base64,${png}`,
  `data:image/png;charset=utf-8;base64,${png}`,
  `data:image/png;base64,${png.slice(0, 20)}\n${png.slice(20)}`,
])('%s is a picture', (address) => {
  expect(checkedDataUrl(address, 'image')).toBe(`data:image/png;base64,${png}`)
})

test.each([
  `data:image/jpeg;base64,${png}`,
  `data:image/svg+xml;base64,${png}`,
  `data:text/html;base64,${png}`,
  `data:image/png,${png}`,
  `data:image/png;base64,${png}" onerror="x`,
  'data:image/png;base64,PHNjcmlwdD4=',
  'data:image/png;base64,',
  'data:,x',
  'data:image/png;base64',
])('%s is not', (address) => {
  expect(checkedDataUrl(address, 'image')).toBeUndefined()
})

test('a srcset keeps the candidates that may be loaded', () => {
  const check = (address: string): string | undefined => (address.startsWith('data:') ? address : undefined)
  expect(filterSrcset('data:a,b 1x, https://a.example/x 2x, data:c 300w', check)).toBe(
    'data:a,b 1x, data:c 300w',
  )
  expect(filterSrcset('data:a, /logout, data:b', check)).toBe('data:a, data:b')
  expect(filterSrcset('/x 1x onerror=y, data:a 1e9x', check)).toBe('data:a')
})

test.each([
  ['see https://a.example/b.', ['https://a.example/b']],
  ['(https://a.example/b_(c))', ['https://a.example/b_(c)']],
  ['https://a.example, http://b.example!', ['https://a.example', 'http://b.example']],
  ['<https://a.example>', ['https://a.example']],
  ['https://a.example/\u202egpj.exe', ['https://a.example/']],
  ['https://a.example/\u200bx', ['https://a.example/']],
  ['javascript://a.example ftp://b.example xhttps://c.example', []],
  ['https:// https://[ https://a:b@c.example', []],
  ['http://a@http://a.example https://b.example', ['https://b.example']],
  ['no address', []],
])('%j holds %j', (text, addresses) => {
  const pieces = autolink(text)
  expect(pieces.filter(({ href }) => href).map((piece) => piece.text)).toEqual(addresses)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})
