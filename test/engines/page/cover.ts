// Looks for anything of an output outside of its box, by asking the page what is at each point of a grid.
import type { Finding } from '../../corpora/inspect.js'

/** How far apart the points of the grid are, in CSS pixels. */
const STEP = { fine: 37, coarse: 89 } as const

/** Parts of an output outside of its box, and host controls that something else lies over. */
export function coverFindings(grid: keyof typeof STEP): Map<HTMLElement | undefined, Finding[]> {
  const findings = new Map<HTMLElement | undefined, Finding[]>()
  const add = (slot: HTMLElement | undefined, detail: string): void => {
    const list = findings.get(slot) ?? []
    if (list.length < 3) list.push({ column: 'style', detail })
    findings.set(slot, list)
  }
  const cells = (document.getElementById('cells') as HTMLElement).getBoundingClientRect()
  for (const [x, y] of points(STEP[grid])) {
    const slot = slotAt(x, y)
    if (!slot) continue
    const box = slot.getBoundingClientRect()
    if (!inside(box, x, y) || !inside(cells, x, y)) add(slot, `is at ${x},${y}, outside of its box`)
  }
  for (const slot of document.querySelectorAll<HTMLElement>('.slot')) {
    const { width, height } = slot.getBoundingClientRect()
    if (Math.abs(width - 370) > 1) add(slot, `made its box ${width} wide`)
    if (height > 100_000) add(slot, `made its box ${height} high`)
  }
  return findings
}

function* points(step: number): Generator<readonly [number, number]> {
  for (let y = 2; y < innerHeight; y += step) for (let x = 2; x < innerWidth; x += step) yield [x, y]
  for (const control of document.querySelectorAll(
    '[data-host] :is(input, button, a, summary, h1), #neighbour p',
  )) {
    const { left, top, width, height } = control.getBoundingClientRect()
    if (width > 0 && height > 0) yield [left + width / 2, top + height / 2]
  }
}

function slotAt(x: number, y: number): HTMLElement | undefined {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('.slot') ?? undefined
}

// One pixel of room: engines round boxes to whole pixels before they ask what is where.
function inside({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1
}

/** Makes everything in the outputs catch the pointer, so that what lets it through is found too. Changes the outputs. */
export function catchPointer(): void {
  const css = '*, *::before, *::after { pointer-events: auto !important; visibility: visible !important }'
  for (const root of rootsBelow(document.getElementById('columns') as HTMLElement)) {
    if (root instanceof ShadowRoot) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    }
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      element.style?.setProperty('pointer-events', 'auto', 'important')
    }
  }
}

function rootsBelow(element: Element): (Element | ShadowRoot)[] {
  return [element, ...[...element.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
}
