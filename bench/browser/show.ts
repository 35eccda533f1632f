// Shows a sample by one way of making HTML safe, over and over, so that short work can be timed. Layout is not counted.
import { stage } from './task.js'

/** Puts one piece of untrusted text into an element of the page. */
export type Show = (element: HTMLElement, dirty: string) => void

/** Puts pieces of untrusted text into as many elements. */
export type ShowAll = (elements: readonly HTMLElement[], dirty: readonly string[]) => void

/** A way that shows one piece after the other. */
export function oneByOne(show: Show): ShowAll {
  return (elements, dirty) => {
    for (const [index, element] of elements.entries()) show(element, dirty[index] ?? '')
  }
}

/** Each way as a contestant: milliseconds for all pieces of the sample once. */
export function showContestants(
  ways: Readonly<Record<string, ShowAll>>,
  sample: readonly string[],
): Record<string, () => number> {
  const length = sample.reduce((sum, piece) => sum + piece.length, 0)
  const repeats = Math.max(1, Math.round(100_000 / length))
  return Object.fromEntries(
    Object.entries(ways).map(([name, show]) => [name, () => time(show, { sample, repeats })]),
  )
}

function time(show: ShowAll, { sample, repeats }: { sample: readonly string[]; repeats: number }): number {
  // The elements are there before, as an output area's are.
  const elements = Array.from({ length: repeats }, () => sample.map(() => document.createElement('div')))
  stage().replaceChildren(...elements.flat())
  const start = performance.now()
  for (const row of elements) show(row, sample)
  const end = performance.now()
  stage().replaceChildren()
  return (end - start) / repeats
}
