// Compares what is shown with what the author meant: the same snippet without any sanitizer. Text, structure, attributes that
// matter and computed styles, each as a share that survived.

/** Shares from 0 to 1. */
export interface Scores {
  readonly text: number
  readonly structure: number
  readonly attributes: number
  /** Of all computed properties of all elements. */
  readonly styles: number
  /** Of those that the author set: which differ from the same markup without any style. */
  readonly authored: number
}

/** What is compared: the elements in document order, with a window that computes their styles. */
export interface Shown {
  readonly root: ParentNode
  readonly window: Window
}

/** Where the notebook would be, so that a relative link and its full address are the same link. */
export const BASE = 'https://notebook.example/folder/'

// Not rendered; what SVG calls a description is for programs.
const unseen = new Set([
  'desc',
  'style',
  'script',
  'template',
  'link',
  'meta',
  'title',
  'base',
  'noscript',
  'metadata',
])
const mattering = new Set(
  'href src srcset alt title colspan rowspan scope start value type width height align valign dir lang datetime open checked disabled controls role span reversed cite label min max low high optimum border cellpadding cellspacing bgcolor color size face d points x y x1 y1 x2 y2 cx cy r rx ry dx dy viewbox transform fill stroke stroke-width stroke-dasharray opacity fill-opacity text-anchor font-size font-family clip-path mask filter marker-end offset stop-color gradienttransform patternunits preserveaspectratio display mathvariant columnalign stretchy'.split(
    ' ',
  ),
)

/** How much of `meant` is there in `shown`. `plain` is `meant` without style sheets and style attributes. */
export function compare(meant: Shown, shown: Shown, plain: Shown): Scores {
  const reference = visible(meant.root)
  const pairs = align(reference, visible(shown.root))
  const bare = visible(plain.root)
  let attributes = 0
  let kept = 0
  let properties = 0
  let same = 0
  let set = 0
  let sameSet = 0
  for (const [index, element] of reference.entries()) {
    const partner = pairs.get(element)
    for (const { name, value } of element.attributes) {
      if (!matters(element, name)) continue
      attributes++
      if (partner && sameValue(value, partner.getAttribute(name))) kept++
    }
    const wanted = computed(element, meant.window)
    const got = partner ? computed(partner, shown.window) : undefined
    const without = bare[index] ? computed(bare[index], plain.window) : undefined
    for (const [name, value] of wanted) {
      properties++
      const equal = got !== undefined && sameStyle(value, got.get(name))
      if (equal) same++
      if (without && without.get(name) !== value) {
        set++
        if (equal) sameSet++
      }
    }
  }
  return {
    text: shareOfText(textOf(meant.root), textOf(shown.root)),
    structure: share(pairs.size, reference.length),
    attributes: share(kept, attributes),
    styles: share(same, properties),
    authored: share(sameSet, set),
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

function visible(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].filter((element) => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (unseen.has(at.localName) && !isSvgTitle(at)) return false
    return true
  })
}

function isSvgTitle(element: Element): boolean {
  return element.localName === 'title' && element.namespaceURI === 'http://www.w3.org/2000/svg'
}

// Elements that are in both, in the same order: the longest common subsequence of their names.
function align(reference: readonly Element[], shown: readonly Element[]): Map<Element, Element> {
  const pairs = new Map<Element, Element>()
  let start = 0
  while (start < reference.length && start < shown.length && alike(reference[start], shown[start])) {
    pairs.set(reference[start] as Element, shown[start] as Element)
    start++
  }
  const left = reference.slice(start)
  const right = shown.slice(start)
  if (left.length * right.length === 0) return pairs
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const at = row * width + column
      lengths[at] = alike(left[row], right[column])
        ? (lengths[at + width + 1] ?? 0) + 1
        : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  let row = 0
  let column = 0
  while (row < left.length && column < right.length) {
    if (alike(left[row], right[column])) pairs.set(left[row++] as Element, right[column++] as Element)
    else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) row++
    else column++
  }
  return pairs
}

function alike(one: Element | undefined, other: Element | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.localName === other.localName &&
    one.namespaceURI === other.namespaceURI
  )
}

function matters(element: Element, name: string): boolean {
  const lower = name.toLowerCase()
  // A link that opens elsewhere, or in nothing at all, is still the link; its target is the host's to say.
  if (lower === 'xlink:href') return !element.hasAttribute('href')
  return mattering.has(lower) || lower.startsWith('aria-')
}

// Ids are prefixed on purpose, so references to them are compared without the prefix.
function sameValue(value: string, other: string | null): boolean {
  if (other === null) return false
  return normal(value) === normal(other)
}

function normal(value: string): string {
  const text = value
    .replace(/nbout-/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^(?:https?:|[\w.-]+\/|\.)/.test(text) && URL.canParse(text, BASE) ? new URL(text, BASE).href : text
}

function computed(element: Element, window: Window): Map<string, string> {
  const style = window.getComputedStyle(element)
  const values = new Map<string, string>()
  for (let index = 0; index < style.length; index++) {
    const name = style[index] ?? ''
    values.set(name, style.getPropertyValue(name))
  }
  return values
}

function sameStyle(one: string, other: string | undefined): boolean {
  if (other === undefined) return false
  if (one === other) return true
  return (
    one.replace(/nbout-/g, '').replace(/url\("[^"#]*#/g, 'url("#') ===
    other.replace(/nbout-/g, '').replace(/url\("[^"#]*#/g, 'url("#')
  )
}

function textOf(root: ParentNode): string[] {
  const parts: string[] = []
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.textContent ?? '')
    else if (node.nodeType !== 1 || !unseen.has((node as Element).localName))
      for (const child of node.childNodes) walk(child)
  }
  for (const child of (root as ParentNode & Node).childNodes) walk(child)
  return parts
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

function shareOfText(meant: readonly string[], shown: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of shown) counts.set(word, (counts.get(word) ?? 0) + 1)
  let found = 0
  for (const word of meant) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      found++
      counts.set(word, left - 1)
    }
  }
  return share(found, meant.length)
}
