// Bounds how large text gets where sizes multiply: thirty `font-size: 2em` inside each other make one letter higher than a page. For
// content that is given out as text or nodes, which no box of ours bounds.
import type { WalkContext } from './context.js'
import { setInlineStyle } from './inline-styles.js'
import { unwrap } from './take-out.js'

// How many times as large as the page's own text anything may be.
const LARGEST = 20

const ENLARGES = '[style*="font"], [mathsize], big, h1, h2, h3'
const ELEMENTS: ReadonlyMap<string, number> = new Map([
  ['big', 1.2],
  ['h1', 2],
  ['h2', 1.5],
  ['h3', 1.17],
])

// Units in terms of the size around them.
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['%', 0.01],
  ['cap', 0.75],
  ['ch', 0.6],
  ['em', 1],
  ['ex', 0.6],
  ['ic', 1],
  ['lh', 1.5],
])
const WORDS: ReadonlyMap<string, number> = new Map([
  ['big', 1.5],
  ['larger', 1.2],
])

// Units in terms of the page's own text, which is taken to be 16 pixels high.
const ABSOLUTE: ReadonlyMap<string, number> = new Map([
  ['', 1 / 16],
  ['cm', 2.4],
  ['in', 6],
  ['mm', 0.24],
  ['pc', 1],
  ['pt', 1 / 12],
  ['px', 1 / 16],
  ['q', 0.06],
  ['rem', 1],
  ['rlh', 1.5],
])

/** Takes away each font size that makes text too large, and elements that are nothing else. Linear in nodes. */
export function boundFontSizes(fragment: DocumentFragment, context: WalkContext): void {
  const scales = new Map<Element, number>()
  for (const element of fragment.querySelectorAll(ENLARGES)) {
    const outer = scaleAround(element, scales)
    const scale = scaleOf(element, outer)
    if (scale > LARGEST) dropFontSize(element, context)
    scales.set(element, scale > LARGEST ? outer : scale)
  }
}

// Of the nearest element around whose scale is known; those between are as large. What enlarges is met before what it holds.
function scaleAround(element: Element, scales: Map<Element, number>): number {
  const between: Element[] = []
  let around = element.parentElement
  while (around && !scales.has(around)) {
    between.push(around)
    around = around.parentElement
  }
  const scale = (around && scales.get(around)) ?? 1
  for (const one of between) scales.set(one, scale)
  return scale
}

function scaleOf(element: Element, outer: number): number {
  const size = element.getAttribute('mathsize') ?? (element as HTMLElement).style?.fontSize
  if (!size) return outer * (ELEMENTS.get(element.localName) ?? 1)
  const [, number = '', unit = ''] = /^\s*([\d.]*)\s*([a-z%]*)/.exec(size.toLowerCase()) ?? []
  if (number === '') return outer * (WORDS.get(unit) ?? 1)
  const relative = RELATIVE.get(unit)
  // What is in neither list is a hundredth of the window.
  return Number(number) * (relative === undefined ? (ABSOLUTE.get(unit) ?? 1) : outer * relative)
}

function dropFontSize(element: Element, context: WalkContext): void {
  element.removeAttribute('mathsize')
  const { style } = element as HTMLElement
  if (style?.fontSize) {
    style.removeProperty('font-size')
    const left = context.style(style.cssText).text
    if (left === '') element.removeAttribute('style')
    else setInlineStyle(element, left)
  } else if (ELEMENTS.has(element.localName)) {
    unwrap(element)
  }
}
