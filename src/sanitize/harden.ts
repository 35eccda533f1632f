// What an element needs besides its attributes being checked: links that tell nobody where they come from, controls that are
// switched off, and words in the place of what is not loaded.
import { loadable, refuseAddress, type WalkContext } from './context.js'
import { dropElement, recordHandlers, recordInside } from './drop.js'
import { INPUT_TYPES } from './html-attributes.js'
import { linkAddress } from './plain-clicks.js'
import { filterSrcset } from './srcset.js'
import { type Resume, takeOut, takeThePlaceOf } from './take-out.js'
import { contactedHost } from './url.js'
import { wordSet } from './words.js'

/** Elements that are looked at as a whole, before or after their attributes. */
export const SPECIAL_ELEMENTS: ReadonlySet<string> = wordSet(
  'a.area.audio.button.img.input.select.source.span.textarea.video',
)

/** Looks at a special element before its attributes are filtered. Answers where to go on if it is gone. */
export function precheckElement(element: Element, tag: string, context: WalkContext): Resume | undefined {
  switch (tag) {
    case 'img':
      return checkImage(element, context)
    case 'audio':
    case 'video':
      return checkMedia(element, tag, context)
    case 'input':
      return checkInput(element, context)
    case 'source':
      return checkSource(element, context)
    case 'span':
      return checkFormula(element, context)
    default:
      return undefined
  }
}

/** Adds what a special element must have, after its attributes are filtered. */
export function hardenElement(element: Element, tag: string, context: WalkContext): void {
  switch (tag) {
    case 'a':
    case 'area':
      hardenLink(element)
      break
    case 'img':
      if (context.options.remoteContent === 'allow') hardenRemote(element)
      break
    case 'audio':
    case 'video':
      element.setAttribute('controls', '')
      element.setAttribute('preload', 'metadata')
      break
    case 'button':
      element.setAttribute('type', 'button')
      element.setAttribute('disabled', '')
      break
    case 'select':
    case 'textarea':
      element.setAttribute('disabled', '')
      break
    case 'input':
      if (!staysUsable(element, context)) element.setAttribute('disabled', '')
      break
    default:
  }
}

/**
 * Makes a link open beside the page, without a way back to it. `mailto:` and `tel:` too: without a program for them, or with one that is
 * a site, they would take the page's place. Where a program opens, browsers close the empty tab again.
 */
export function hardenLink(element: Element): void {
  const address = linkAddress(element)
  if (address && !address.startsWith('#')) {
    element.setAttribute('rel', 'noopener noreferrer nofollow')
    element.setAttribute('target', '_blank')
  } else {
    element.removeAttribute('rel')
    element.removeAttribute('target')
  }
}

function hardenRemote(element: Element): void {
  const addresses = `${element.getAttribute('src') ?? ''} ${element.getAttribute('srcset') ?? ''}`
  // The sources of a picture are asked for in the name of its img.
  const sourced = element.parentNode?.nodeName.toLowerCase() === 'picture'
  if (sourced || /\bhttps?:/.test(addresses)) element.setAttribute('referrerpolicy', 'no-referrer')
}

// Check boxes and radio buttons work inside a shadow root: diagrams fold and unfold by them, and their names and labels
// end at its border. They hold nothing and are in no form.
function staysUsable(element: Element, context: WalkContext): boolean {
  const type = element.getAttribute('type')
  return context.surface === 'contained' && (type === 'checkbox' || type === 'radio')
}

function checkInput(element: Element, context: WalkContext): Resume | undefined {
  const type = (element.getAttribute('type') ?? 'text').trim().toLowerCase()
  if (INPUT_TYPES.has(type)) return undefined
  // An unknown type is a text field for every browser.
  if (!SPECIAL_INPUTS.has(type)) {
    element.setAttribute('type', 'text')
    return undefined
  }
  const src = element.getAttribute('src')
  if (type === 'image' && src !== null) refuseAddress(src, { name: 'src', within: 'input' }, context)
  return dropElement(element, context, type === 'password' ? 'imitates the page' : 'submits a form')
}

const SPECIAL_INPUTS: ReadonlySet<string> = wordSet('file.hidden.image.password.reset.submit')

function checkSource(element: Element, context: WalkContext): Resume | undefined {
  const parent = element.parentNode?.nodeName.toLowerCase()
  const set = element.getAttribute('srcset')
  if (parent === 'picture' && set !== null) {
    // Its addresses are recorded by the attribute's own rule.
    if (filterSrcset(set, (address) => loadable(address, 'image', context)) !== '') return undefined
    refuseAddress(set.trim().split(/\s/, 1)[0] ?? '', { name: 'srcset', within: 'source' }, context)
  } else if ((parent === 'audio' || parent === 'video') && element.hasAttribute('src')) {
    const src = element.getAttribute('src') ?? ''
    if (loadable(src, 'media', context) !== undefined) return undefined
    refuseAddress(src, { name: 'src', within: 'source' }, context)
  }
  context.plain = false
  recordHandlers(element.getAttributeNames(), 'source', context)
  return takeOut(element)
}

function checkImage(element: Element, context: WalkContext): Resume | undefined {
  const src = element.getAttribute('src')
  if (src === null) return undefined
  const loaded = loadable(src, 'image', context)
  if (loaded !== undefined) return undefined
  // Another candidate may still be there to show.
  if (/^\s*data:/i.test(element.getAttribute('srcset') ?? '')) return undefined
  refuseAddress(src, { name: 'src', within: 'img' }, context)
  return replaceByWords(element, 'image', src, context)
}

function checkMedia(element: Element, tag: 'audio' | 'video', context: WalkContext): Resume | undefined {
  const own = element.getAttribute('src')
  const addresses = own === null ? [] : [own]
  if (own === null) {
    // Only its children count, so that players inside each other are not looked through again and again.
    for (const child of element.children) {
      if (child.localName === 'source') addresses.push(child.getAttribute('src') ?? '')
    }
  }
  if (addresses.some((address) => loadable(address, 'media', context) !== undefined)) return undefined
  if (!addresses.length) return dropElement(element, context, 'not on the allow-list')
  for (const address of addresses) refuseAddress(address, { name: 'src', within: tag }, context)
  const poster = element.getAttribute('poster')
  if (poster !== null) refuseAddress(poster, { name: 'poster', within: tag }, context)
  return replaceByWords(element, tag, addresses[0] ?? '', context)
}

function replaceByWords(
  element: Element,
  kind: 'image' | 'audio' | 'video',
  address: string,
  context: WalkContext,
): Resume {
  recordHandlers(element.getAttributeNames(), element.localName, context)
  recordInside(element, context)
  const { labels, pageHost } = context.options
  const words = element.ownerDocument.createElement('span')
  words.className = 'nbtrust-withheld'
  // Without the marks that turn the direction of text around, which would turn around what stands after it.
  const alt = (element.getAttribute('alt') ?? element.getAttribute('title') ?? '')
    .slice(0, 500)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  words.textContent = labels.media(kind, { alt, host: contactedHost(address, pageHost) })
  return takeThePlaceOf(element, words)
}

// KaTeX writes each formula twice: as MathML and as boxes that only its own style sheet, inside a shadow root, puts in place.
function checkFormula(element: Element, context: WalkContext): Resume | undefined {
  if (context.surface === 'contained' || element.getAttribute('class') !== 'katex-html') return undefined
  const before = element.previousSibling
  if (before?.nodeType !== 1 || (before as Element).firstElementChild?.localName !== 'math') return undefined
  recordInside(element, context)
  return takeOut(element)
}
