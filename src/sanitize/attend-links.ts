// Listens to the links of shown content that are followed by hand. Most content has none, and a thousand outputs need no two thousand
// listeners.
import { openDrawingLinks } from './drawing-links.js'
import { followFragments } from './fragment-links.js'

/** Follows what links there are below a root. To be called whenever the root's content is another. */
export function attendLinks(root: Element | ShadowRoot): void {
  if (!root.querySelector('a, area')) return
  followFragments(root)
  openDrawingLinks(root)
}
