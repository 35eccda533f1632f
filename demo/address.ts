// What the address bar says is open, and how Back leads from a notebook to the start page.

/** The entries of the browser's history that are this page's own. Links within a notebook may make others. */
interface Entry {
  readonly view: 'start' | 'notebook'
  /** True if the entry before is the start page. */
  readonly isAfterStart: boolean
}

const start: Entry = { view: 'start', isAfterStart: false }
const bare = (): string => location.pathname + location.search

function entry(): Entry | undefined {
  const state: unknown = history.state
  return state !== null && typeof state === 'object' && 'view' in state ? (state as Entry) : undefined
}

/** The sample that the address names. */
export function namedSample(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('sample') ?? undefined
}

/** To be called at the beginning. What this page opened at once, such as the sample of a link, is left by Back as any page is. */
export function beginAtStart({ isOpen }: { readonly isOpen: boolean }): void {
  if (!isOpen) history.replaceState(start, '')
}

/** A notebook is shown. Back leads to the start page if that was shown before; a link to a sample is left by it. */
export function showAddress({ name, sample }: { readonly name: string; readonly sample: boolean }): void {
  const address = sample ? `${bare()}#sample=${encodeURIComponent(name)}` : bare()
  const before = entry()
  const next = (isAfterStart: boolean): Entry => ({ view: 'notebook', isAfterStart })
  if (before?.view === 'start') history.pushState(next(true), '', address)
  else history.replaceState(next(before?.isAfterStart ?? false), '', address)
}

/** The start page is shown again. */
export function showStartAddress(): void {
  if (entry()?.isAfterStart) history.back()
  else history.replaceState(start, '', bare())
}

/** Calls back when the reader went back to the start page, or on to a sample. */
export function onMove({ toStart, toSample }: { toStart(): void; toSample(name: string): void }): void {
  addEventListener('popstate', () => {
    const name = namedSample()
    if (entry()?.view === 'start') toStart()
    else if (name !== undefined) toSample(name)
  })
}
