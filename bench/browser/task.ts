// What a task of the measuring page is: prepared once, then run by name, as often as the other side wants.

/** Contestants by name. Each does its work once and resolves to its own milliseconds. */
export interface PreparedTask {
  readonly contestants: Readonly<Record<string, () => number | Promise<number>>>
  readonly facts?: Readonly<Record<string, number>>
}

/** The place in the page where elements are shown. */
export function stage(): HTMLElement {
  const element = document.getElementById('stage')
  if (!element) throw new Error('The page has no stage.')
  return element
}
