// What markup holds that acts or asks, in the words of the report. A report says what was taken out of the nodes that one parser made;
// this is a second look, for reviews and inert copies, at all the nodes of two, whatever would become of them. It keeps nothing and
// decides nothing.
import { createContext, loadable, recordDeclarations, refuseAddress, type WalkContext } from './context.js'
import { filterStyleSheet } from './css-sheet.js'
import { recordDropped, recordHandlers } from './drop.js'
import { DROPPED_WHOLE, UNWRAPPED } from './html-elements.js'
import { spokenName } from './inline-styles.js'
import { type DomWindow, resolveOptions } from './options.js'
import type { Removal } from './removal.js'
import { scanMarkup } from './scan.js'
import { parseAsPage, parseInert } from './sink.js'
import { filterSrcset } from './srcset.js'
import { wordSet } from './words.js'

/** Attributes whose address is loaded without being followed. */
const LOADING: ReadonlySet<string> = wordSet('background.data.href.poster.src.srcset.xlink:href')
const LINKS: ReadonlySet<string> = new Set(['a', 'area'])

/** Parts that act or ask, each as often as the parser that sees more of them does. Empty for markup that is over a limit. */
export function activeParts(markup: string, window: DomWindow | undefined): readonly Removal[] {
  const options = resolveOptions(window ? { window } : {})
  const scanned = scanMarkup(markup, options.limits)
  if ('exceeded' in scanned) return []
  // Parsers of before 2025 drop what a select holds, and those of today do not.
  const open = scanned.quiet.replace(/<(\/?)select\b/gi, '<$1select-')
  return inAny(
    [parseInert(options.window, scanned.quiet), parseAsPage(options.window, open)].map((root) => {
      const context = createContext(options)
      look(root, context)
      return context.removed
    }),
  )
}

/** What is in any of the lists, as often as it is in the one that has most of it. */
export function inAny(lists: readonly (readonly Removal[])[]): readonly Removal[] {
  const found: Removal[] = []
  const known = new Map<string, number>()
  for (const list of lists) {
    const here = new Map<string, number>()
    for (const removal of list) {
      const { kind, name, within, host } = removal
      const key = JSON.stringify([kind, name, within, host])
      const count = (here.get(key) ?? 0) + 1
      here.set(key, count)
      if (count <= (known.get(key) ?? 0)) continue
      known.set(key, count)
      found.push(removal)
    }
  }
  return found
}

function look(root: ParentNode, context: WalkContext): void {
  for (const element of root.querySelectorAll('*')) {
    const tag = element.localName.toLowerCase().replace(/-$/, '')
    if (tag === 'style') lookAtSheet(element.textContent ?? '', context)
    // With its host.
    if (DROPPED_WHOLE.has(tag) || UNWRAPPED.has(tag)) recordDropped(element, undefined, context)
    else lookAtAttributes(element, tag, context)
    if (tag === 'template' && 'content' in element) look(element.content as DocumentFragment, context)
  }
}

function lookAtAttributes(element: Element, tag: string, context: WalkContext): void {
  const names = element.getAttributeNames()
  recordHandlers(names, tag, context)
  for (const name of names) lookAtAttribute(element, name, { tag, context })
}

function lookAtAttribute(
  element: Element,
  written: string,
  { tag, context }: { readonly tag: string; readonly context: WalkContext },
): void {
  const value = element.getAttribute(written) ?? ''
  const name = spokenName(written)
  // What a player would play is said of the player, as the walk says it.
  const player = tag === 'source' ? element.parentElement?.localName : undefined
  const within = player === 'audio' || player === 'video' ? player : tag
  const refuse = (address: string): undefined => {
    refuseAddress(address, { name, within }, context)
  }
  if (name === 'style') recordDeclarations(context, context.style(value).dropped, tag)
  else if (/^[\s\p{Cc}]*(?:java|vb|live)script:/iu.test(value)) refuse(value)
  else if (!LOADING.has(name) || LINKS.has(tag) || value.startsWith('#')) return
  else if (name === 'srcset')
    filterSrcset(value, (address) => loadable(address, 'image', context) ?? refuse(address))
  else if (loadable(value, 'image', context) === undefined && loadable(value, 'media', context) === undefined)
    refuse(value)
}

function lookAtSheet(text: string, context: WalkContext): void {
  if (text.length > context.options.limits.styles) return
  recordDeclarations(context, filterStyleSheet(text, { css: context.css }).dropped, 'style')
}
