// Where the pointer goes: what can be hovered, clicked and typed into, in the outputs' own content only.

/** A point of the viewport and what to do there. */
export interface Target {
  readonly x: number
  readonly y: number
  readonly action: 'hover' | 'click' | 'type'
}

const HOVERED = 2
const CLICKED = 6
const clickable =
  'a, area, button, input, select, textarea, label, summary, option, img, video, audio, svg, rect, text, maction, [onclick], [tabindex], [draggable], [contenteditable], [href], [usemap]'
const typeable = 'input:not([type]), input[type=text], input[type=search], textarea, [contenteditable]'

/** The targets in some outputs, as far as they can be seen. */
export function targets(slots: readonly HTMLElement[]): Target[] {
  return slots.flatMap((slot) => [
    ...points(contentOf(slot).reverse(), '*', HOVERED).map(at('hover')),
    ...points(contentOf(slot), clickable, CLICKED).map(at('click')),
    ...points(contentOf(slot), typeable, 2).map(at('type')),
  ])
}

/** Focuses, and where no pointer can reach clicks, everything that can be. */
export function activateAll(): void {
  for (const slot of document.querySelectorAll<HTMLElement>('.slot')) {
    for (const element of contentOf(slot).slice(0, 400)) {
      if (!(element instanceof HTMLElement || element instanceof SVGElement)) continue
      element.focus({ preventScroll: true })
      element.blur()
    }
  }
  document.getElementById('host-search')?.focus()
}

/** Scrolls every box in the outputs, and back. */
export function scrollAll(): void {
  for (const slot of document.querySelectorAll<HTMLElement>('.slot')) {
    for (const element of [slot, ...contentOf(slot).slice(0, 200)]) {
      if (element.scrollHeight > element.clientHeight) {
        element.scrollTop = 20
        element.scrollTop = 0
      }
    }
  }
}

// The notice below an output and the button that downloads a PDF are the host's own, and say what a click does.
function contentOf(slot: HTMLElement): Element[] {
  const below = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.closest('.nbtrust-notice, .nbtrust-download')
        ? []
        : [element, ...(element.shadowRoot ? below(element.shadowRoot) : [])],
    )
  return below(slot)
}

function points(elements: readonly Element[], selector: string, most: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  const cells = (document.getElementById('cells') as HTMLElement).getBoundingClientRect()
  for (const element of elements) {
    if (found.length >= most) break
    if (!element.matches(selector)) continue
    const { left, top, width, height } = element.getBoundingClientRect()
    const x = Math.floor(left + Math.min(width, 600) / 2)
    const y = Math.floor(top + Math.min(height, 400) / 2)
    if (width > 0 && height > 0 && inside(cells, x, y)) found.push([x, y])
  }
  return found
}

const at =
  (action: Target['action']) =>
  ([x, y]: readonly [number, number]): Target => ({ x, y, action })

// What is scrolled out of sight lies below the host's own controls.
function inside({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x > left && x < right - 20 && y > top && y < bottom - 20
}
