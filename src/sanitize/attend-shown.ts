// Does for shown content what is done by hand: style attributes that a policy refused on the way, links that are listened to. Most
// content has neither, which is asked once: a thousand outputs need no two thousand listeners.
import { openDrawingLinks } from './drawing-links.js'
import { followFragments } from './fragment-links.js'
import { applyInlineStyles } from './inline-styles.js'

/** Attends to what there is below a root. To be called whenever the root's content is another. */
export function attendShown(root: Element | ShadowRoot): void {
  if (!root.querySelector('[style],a,area')) return
  applyInlineStyles(root)
  if (!root.querySelector('a,area')) return
  followFragments(root)
  openDrawingLinks(root)
}
