// Brings the outputs into sight one screenful after the other: what is below the fold is hovered, clicked and looked at too.

const seen = new Set<Element>()

/** Starts over from the top. */
export function firstScreen(): void {
  seen.clear()
  cells().scrollTop = 0
}

/** Scrolls to the first output that was not in sight yet. Undefined when all were; else those now in sight for the first time. */
export function nextScreen(): HTMLElement[] | undefined {
  const slots = [...document.querySelectorAll<HTMLElement>('.slot')].filter((slot) => !seen.has(slot))
  const [first] = slots.sort((one, other) => top(one) - top(other))
  if (!first) return undefined
  const view = cells().getBoundingClientRect()
  if (top(first) > view.bottom - 40) cells().scrollTop += top(first) - view.top - 8
  const inSight = slots.filter((slot) => slot === first || slot.getBoundingClientRect().bottom < view.bottom)
  for (const slot of inSight) seen.add(slot)
  return inSight
}

function cells(): HTMLElement {
  return document.getElementById('cells') as HTMLElement
}

function top(slot: HTMLElement): number {
  return slot.getBoundingClientRect().top
}
