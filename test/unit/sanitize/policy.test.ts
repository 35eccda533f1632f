// Policies are data that can only become less.
import { expect, test } from 'vitest'
import { HTML_ELEMENTS } from '../../../src/sanitize/html-elements.js'
import {
  compilePolicy,
  POLICIES,
  type Policy,
  type PolicyName,
  restrictPolicy,
} from '../../../src/sanitize/policy.js'

test('policies are frozen through and through', () => {
  for (const policy of Object.values(POLICIES)) {
    expect(Object.isFrozen(policy)).toBe(true)
    expect(Object.isFrozen(policy.elements)).toBe(true)
    expect(Object.isFrozen(policy.attributes)).toBe(true)
    expect(Object.isFrozen(policy.schemes)).toBe(true)
  }
  expect(Object.isFrozen(POLICIES)).toBe(true)
})

test('a policy with script in it lets no script through', () => {
  const wide = {
    ...POLICIES.default,
    elements: ['script', 'iframe', 'p'],
    attributes: ['onclick', 'srcdoc', 'href'],
    schemes: ['javascript:', 'https:'],
  } as Policy
  const compiled = compilePolicy(wide)
  expect([...compiled.elements]).toEqual(['p'])
  expect([...compiled.attributes]).toEqual(['href'])
  expect([...compiled.schemes]).toEqual(['https:'])
})

test.each(['nope', 'constructor', '__proto__'])('the unknown name %j means the strict policy', (name) => {
  const policy = name as PolicyName
  expect(compilePolicy(policy)).toBe(compilePolicy('strict'))
  expect(restrictPolicy(policy, {})).toEqual(POLICIES.strict)
})

test('restricting keeps what is in both', () => {
  const less = restrictPolicy('default', { elements: ['P', 'script', 'svg'], svg: 'none', data: 'images' })
  expect(less.elements).toEqual(['p'])
  expect(less.svg).toBe('none')
  expect(less.data).toBe('images')
  const wider = restrictPolicy(less, { svg: 'all', mathml: 'all', data: 'all', elements: [...HTML_ELEMENTS] })
  expect(wider.svg).toBe('none')
  expect(wider.data).toBe('images')
  expect(wider.elements).toEqual(['p'])
  expect(restrictPolicy('strict', { formulas: 'rendered' }).formulas).toBe('source')
})

test('an unknown name is the strictest policy', () => {
  expect(compilePolicy('constructor' as never)).toBe(compilePolicy('strict'))
  expect(compilePolicy(undefined)).toBe(compilePolicy('default'))
})
