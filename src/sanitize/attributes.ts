// Decides about one attribute of an HTML element: what is written instead of its value, or that it goes.

import { keepClasses } from './classes.js'
import {
  loadable,
  prefixed,
  record,
  recordDeclarations,
  refuseAttribute as refuse,
  refuseAddress,
  type WalkContext,
} from './context.js'
import { type AttributeRule, HTML_ATTRIBUTES, INPUT_TYPES, ROLES } from './html-attributes.js'
import type { RemovalReason } from './removal.js'
import { filterSrcset } from './srcset.js'
import { checkLink } from './url.js'
import { reasons, wordSet } from './words.js'

// Left in an attribute, these could end a comment or an element when the markup is read in another context. DOMPurify
// removes the same; both paths have to agree.
const BREAKS_OUT = /--!?>|]>|<\/(?:style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i

/** The value to write, or undefined if the attribute goes; then the reason is recorded. */
export function decideAttribute(
  { tag, name, value }: { tag: string; name: string; value: string },
  context: WalkContext,
): string | undefined {
  const entry = HTML_ATTRIBUTES.get(name)
  const fits = entry && (entry.on === '*' || entry.on.has(tag))
  if (!fits || !context.options.policy.attributes.has(name)) {
    return refuseUnknown({ tag, name, value }, context)
  }
  return unlessBreakingOut(applyRule(entry.rule, { tag, name, value }, context), { tag, name }, context)
}

/** The value, or undefined if it could be taken for the end of something; then that is recorded. */
export function unlessBreakingOut(
  value: string | undefined,
  attribute: { tag: string; name: string },
  context: WalkContext,
): string | undefined {
  if (value === undefined || value === '' || !BREAKS_OUT.test(value)) return value
  return refuse(attribute, 'not on the allow-list', context)
}

interface Attribute {
  readonly tag: string
  readonly name: string
  readonly value: string
}

// Lines of text, the thickness of a rule, and space around every cell: these multiply.
const TALL: ReadonlySet<string> = wordSet('border.cellpadding.cellspacing.rows.size')
const PICTURES: ReadonlySet<string> = wordSet('img.source.video')

function isTooHigh({ tag, name, value }: Attribute): boolean {
  if (TALL.has(name)) return /\d{3}/.test(value)
  return name === 'height' && (PICTURES.has(tag) ? /\d{5}/ : /\d{4}/).test(value)
}

// Shown to the reader as they are.
const DESCRIBES: ReadonlySet<string> = wordSet('alt.aria-description.aria-label.placeholder.title.value')
const WORD = /^[\w\s.,:;%#+\-/*=]{0,200}$/

function applyRule(rule: AttributeRule, attribute: Attribute, context: WalkContext): string | undefined {
  const { tag, name, value } = attribute
  const { idPrefix } = context.options
  switch (rule) {
    case 'text':
      return DESCRIBES.has(name) || !/url\s*\(/i.test(value)
        ? value
        : refuse(attribute, 'not on the allow-list', context)
    case 'flag':
      return ''
    case 'word':
      return WORD.test(value) && !isTooHigh(attribute)
        ? value
        : refuse(attribute, 'not on the allow-list', context)
    case 'colour':
      return /^#?[\w ,.()%-]{0,60}$/.test(value) ? value : refuse(attribute, 'not on the allow-list', context)
    case 'size':
      if (name.endsWith('span')) context.spans = true
      return isSize(value) && !isTooHigh(attribute) ? value : refuse(attribute, 'restyles the page', context)
    case 'tabindex':
      return value === '0' || value === '-1' ? value : refuse(attribute, 'imitates the page', context)
    case 'role':
      return ROLES.has(value.trim().toLowerCase())
        ? value.trim().toLowerCase()
        : refuse(attribute, 'imitates the page', context)
    case 'class':
      return keepClasses(value, attribute, context)
    case 'style':
      return keepStyle(attribute, context)
    case 'id':
      return /\S/.test(value) && value.length <= 1000
        ? prefixed(value.trim(), idPrefix)
        : refuse(attribute, 'not on the allow-list', context)
    case 'ids':
      return value.length <= 10_000
        ? value
            .split(/\s+/)
            .filter((id) => id !== '')
            .map((id) => prefixed(id, idPrefix))
            .join(' ')
        : refuse(attribute, 'over the limit', context)
    case 'fragment':
      return value.startsWith('#')
        ? `#${prefixed(value.slice(1), idPrefix)}`
        : refuse(attribute, 'unsafe address', context)
    case 'link':
      return keepLink(attribute, context)
    case 'image': {
      const kept = loadable(value, tag === 'img' || name === 'poster' ? 'image' : 'media', context)
      if (kept === undefined) refuseAddress(value, { name, within: tag }, context)
      return kept
    }
    case 'images': {
      const kept = filterSrcset(value, (address) => {
        const loaded = loadable(address, 'image', context)
        if (loaded === undefined) refuseAddress(address, { name, within: tag }, context)
        return loaded
      })
      return kept === '' ? undefined : kept
    }
    case 'type':
      return keepType(attribute, context)
  }
}

/** What is left of a style, filtered as in a drawing or elsewhere; the reasons for the rest are recorded. */
export function keepStyle(
  { tag, value }: Attribute,
  context: WalkContext,
  filter: 'style' | 'drawingStyle' = 'style',
): string | undefined {
  const { text, dropped } = context[filter](value)
  recordDeclarations(context, dropped, tag)
  return text === '' ? undefined : text
}

/** `#name`, prefixed, as it is written into an address. */
export function fragmentAddress(name: string, context: WalkContext): string {
  try {
    return `#${encodeURIComponent(prefixed(name, context.options.idPrefix))}`
  } catch {
    // A lone surrogate has no percent-encoding, and nothing it could name.
    return '#'
  }
}

/** The address of a link as it is written, or undefined if it may not stay; then the reason is recorded. */
export function keepLink({ tag, name, value }: Attribute, context: WalkContext): string | undefined {
  const { policy, baseUrl } = context.options
  const link = checkLink(value, { schemes: policy.schemes, baseUrl })
  switch (link.kind) {
    case 'fragment':
      // Without a name it would lead to the top of the page; with the prefix alone it leads nowhere.
      return fragmentAddress(link.name, context)
    case 'address':
      return link.href
    case 'refused':
      record(context, { kind: 'address', name, within: tag, reason: link.reason })
      return undefined
  }
}

function keepType(attribute: Attribute, context: WalkContext): string | undefined {
  const value = attribute.value.trim()
  const lower = value.toLowerCase()
  if (attribute.tag === 'input')
    return INPUT_TYPES.has(lower) ? lower : refuse(attribute, 'submits a form', context)
  if (attribute.tag === 'button') return 'button'
  if (attribute.tag === 'source') return /^[\w/+.;= ,"-]{1,100}$/.test(value) ? value : undefined
  return /^(?:1|a|A|i|I|disc|circle|square)$/.test(value) ? value : undefined
}

// Numbers and percentages of at most five digits: enough for a picture, too few for an overlay.
function isSize(value: string): boolean {
  if (value.length > 200) return false
  return value.split(/[\s,]+/).every((part) => /^-?\d{0,5}(?:\.\d{0,20})?(?:%|px|em|pt|\*)?$/.test(part))
}

const PAGE_ATTRIBUTES: ReadonlyMap<string, RemovalReason> = reasons([
  ['imitates the page', 'accesskey autofocus command commandfor contenteditable draggable slot'],
  ['imitates the page', 'popover popovertarget popovertargetaction'],
  ['loads remote content', 'background dynsrc lowsrc manifest ping'],
  ['navigates the page', 'download target'],
  ['runs script', 'is srcdoc'],
  ['submits a form', 'action form formaction'],
])

const SILENT: ReadonlySet<string> = wordSet('rel.referrerpolicy.xmlns.xmlns:xlink.crossorigin.fetchpriority')

/** Says that an attribute goes because it is on no list, and why it could not be. */
export function refuseUnknown(attribute: Attribute, context: WalkContext): undefined {
  const { name, value } = attribute
  // Ours are put back where they belong; the author's say nothing to a reader.
  if (SILENT.has(name) || (name === 'target' && value === '_blank')) return
  context.plain = false
  const reason: RemovalReason = name.startsWith('on')
    ? 'runs script'
    : name.startsWith('data-commandlinker')
      ? 'imitates the page'
      : (PAGE_ATTRIBUTES.get(name) ?? 'not on the allow-list')
  refuse(attribute, reason, context)
}
