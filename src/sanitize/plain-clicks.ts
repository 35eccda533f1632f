// The links of shown content that are followed by hand: where they lead, and when somebody asks to follow one.

/** The address of a link of HTML or of a drawing, empty where there is none. */
export function linkAddress(link: Element): string {
  return link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
}

/** Takes the address of a link away. */
export function dropLinkAddress(link: Element): void {
  link.removeAttribute('href')
  link.removeAttribute('xlink:href')
}

/** What is done on a click below a root. */
export type ClickHandler = (event: MouseEvent, root: Element | ShadowRoot) => void

/**
 * Calls `handle` on each click below a root from now on, unless somebody has handled it or a modifier key asks the browser for another
 * tab. The Enter key on a link is a click for everybody who listens. Once a root, however often this is called: `heard` has the roots.
 */
export function onPlainClick(
  root: Element | ShadowRoot,
  { handle, heard }: { readonly handle: ClickHandler; readonly heard: WeakSet<Element | ShadowRoot> },
): void {
  if (heard.has(root)) return
  heard.add(root)
  root.addEventListener('click', (clicked) => {
    const event = clicked as MouseEvent
    const { defaultPrevented, button, ctrlKey, metaKey, shiftKey } = event
    if (!defaultPrevented && button === 0 && !ctrlKey && !metaKey && !shiftKey) handle(event, root)
  })
}
