// Decides about elements and attributes of SVG and MathML. Their names are compared in lower case, whatever the parser made of them.

import {
  decideAttribute,
  fragmentAddress,
  keepLink,
  keepStyle,
  refuseUnknown,
  unlessBreakingOut,
} from './attributes.js'
import { keepClasses } from './classes.js'
import {
  doubt,
  loadable,
  prefixed,
  record,
  refuseAttribute as refuse,
  refuseAddress,
  type WalkContext,
} from './context.js'
import { tokenizeCss } from './css-tokens.js'
import { checkValue } from './css-values.js'
import { dropElement, takeStyleSheet } from './drop.js'
import { hardenLink } from './harden.js'
import { setInlineStyle, spokenName } from './inline-styles.js'
import { HTML, MATHML, SVG } from './namespaces.js'
import type { RemovalReason } from './removal.js'
import {
  MATHML_ATTRIBUTES,
  MATHML_LENGTHS,
  PLAIN_DRAWING,
  SVG_ATTRIBUTES,
  SVG_NUMBERS,
  SVG_PRESENTATION,
  SVG_REFERRING,
} from './svg-elements.js'
import { decodeName } from './url.js'
import type { Step } from './walk.js'
import { wordSet } from './words.js'

const RUNS: ReadonlySet<string> = wordSet('script.handler.listener.foreignobject.annotation-xml')
const ANIMATES: ReadonlySet<string> = wordSet('animate.animatemotion.animatetransform.set.discard')

/** Decides about an element that is not HTML. */
export function visitForeign(element: Element, context: WalkContext): Step {
  context.foreign = true
  const tag = element.localName.toLowerCase()
  if (element.namespaceURI !== SVG || !PLAIN_DRAWING.has(tag)) doubt(element, context)
  const parent = element.parentNode as Element | DocumentFragment | null
  const parentSpace = parent && 'namespaceURI' in parent ? parent.namespaceURI : HTML
  const { policy } = context.options
  if (element.namespaceURI === SVG) {
    if (tag === 'style') return takeStyleSheet(element, context)
    const fits = parentSpace === SVG ? true : tag === 'svg' && parentSpace === HTML
    if (!fits || !policy.svg.has(tag)) return dropElement(element, context, svgReason(tag))
    const style = filterForeign(element, context, decideSvg)
    if (tag === 'a') hardenLink(element)
    if (style !== undefined) setInlineStyle(element, style)
    return 'enter'
  }
  if (element.namespaceURI === MATHML) {
    const fits = parentSpace === MATHML ? true : tag === 'math' && parentSpace === HTML
    if (!fits || !policy.mathml.has(tag)) return dropElement(element, context)
    const style = filterForeign(element, context, decideMathml)
    if (style !== undefined) setInlineStyle(element, style)
    return 'enter'
  }
  return dropElement(element, context)
}

function svgReason(tag: string): RemovalReason | undefined {
  if (RUNS.has(tag)) return 'runs script'
  return ANIMATES.has(tag) ? 'not on the allow-list' : undefined
}

interface ForeignAttribute {
  readonly element: Element
  readonly tag: string
  readonly name: string
  readonly value: string
}

type Decide = (attribute: ForeignAttribute, context: WalkContext) => string | undefined

function filterForeign(element: Element, context: WalkContext, decide: Decide): string | undefined {
  const tag = element.localName.toLowerCase()
  const { attributes } = element
  let style: string | undefined
  for (let index = attributes.length - 1; index >= 0; index--) {
    const attribute = attributes[index]
    if (!attribute) continue
    const { value } = attribute
    const name = spokenName(attribute.name)
    const kept = unlessBreakingOut(decide({ element, tag, name, value }, context), { tag, name }, context)
    if (name === 'style') style = kept
    if (kept === undefined || name === 'style') element.removeAttributeNode(attribute)
    else if (kept !== value) attribute.value = kept
  }
  return style
}

// Attributes that mean the same in every namespace.
const SHARED: ReadonlySet<string> = wordSet('dir.lang.role.style')

function decideShared(attribute: ForeignAttribute, context: WalkContext): string | undefined | 'unknown' {
  const { tag, name, value } = attribute
  if (name === 'id') return /\S/.test(value) ? prefixed(value.trim(), context.options.idPrefix) : undefined
  if (name === 'class') return keepClasses(value, { tag, name }, context)
  if (SHARED.has(name) || name.startsWith('aria-')) return decideAttribute({ tag, name, value }, context)
  return 'unknown'
}

function decideSvg(attribute: ForeignAttribute, context: WalkContext): string | undefined {
  const { name, value } = attribute
  if (name === 'href' || name === 'xlink:href') return decideSvgAddress(attribute, context)
  if (name === 'style' && !isOutermost(attribute.element))
    return keepStyle(attribute, context, 'drawingStyle')
  const shared = decideShared(attribute, context)
  if (shared !== 'unknown') return shared
  if ((name === 'width' || name === 'height') && isOutermost(attribute.element)) {
    return isLength(value) ? value : refuse(attribute, 'restyles the page', context)
  }
  const largest = SVG_NUMBERS.get(name)
  if (largest !== undefined && !isWithin(value, largest)) return refuse(attribute, 'over the limit', context)
  if (SVG_ATTRIBUTES.has(name)) {
    return /url\s*\(|[\\<]/i.test(value) ? refuse(attribute, 'not on the allow-list', context) : value
  }
  if (SVG_PRESENTATION.has(name)) return decidePresentation(attribute, context)
  // HTML's own attributes mean nothing here, even where they would be harmless.
  return refuseUnknown(attribute, context)
}

function isWithin(value: string, largest: number): boolean {
  const numbers = value
    .slice(0, 200)
    .trim()
    .split(/[\s,]+/)
  return numbers.every((number) => Math.abs(Number(number)) <= largest)
}

// The outermost svg clips what is inside, so inside a drawing the rules of the contained surface are safe everywhere.
function isOutermost(element: Element): boolean {
  return element.parentNode?.nodeType !== 1 || (element.parentNode as Element).namespaceURI !== SVG
}

function decidePresentation(attribute: ForeignAttribute, context: WalkContext): string | undefined {
  const { name, value, tag, element } = attribute
  if (value.length > 10_000) return refuse(attribute, 'over the limit', context)
  if (value.trim() === '') return ''
  const css = isOutermost(element) ? context.css : { ...context.css, surface: 'contained' as const }
  const checked = checkValue(name, tokenizeCss(value), css)
  // Presentation attributes are mostly written without quotes.
  if ('text' in checked) return checked.text.replace(/url\("(#[\w-]+)"\)/g, 'url($1)')
  const { reason, host } = checked
  record(context, { kind: 'attribute', name, within: tag, reason, host })
  return undefined
}

function decideSvgAddress(attribute: ForeignAttribute, context: WalkContext): string | undefined {
  const { tag, name, value } = attribute
  if (tag === 'a') return keepLink(attribute, context)
  if (SVG_REFERRING.has(tag) && value.trim().startsWith('#')) {
    return fragmentAddress(decodeName(value.trim().slice(1)), context)
  }
  const image = tag === 'image' ? loadable(value, 'image', context) : undefined
  if (image === undefined) refuseAddress(value, { name, within: tag }, context)
  return image
}

const MATHML_FORMS: ReadonlySet<string> = wordSet('infix.postfix.prefix')

function decideMathml(attribute: ForeignAttribute, context: WalkContext): string | undefined {
  const { name, value } = attribute
  const shared = decideShared(attribute, context)
  if (shared !== 'unknown') return shared
  if (!MATHML_ATTRIBUTES.has(name)) return refuseUnknown(attribute, context)
  if (name.endsWith('span')) context.spans = true
  // On which side an operator stands; in HTML the same name is that of a form. https://w3c.github.io/mathml-core/#dfn-form
  if (name === 'form' && !(attribute.tag === 'mo' && MATHML_FORMS.has(value))) {
    return refuse(attribute, 'not on the allow-list', context)
  }
  // Below zero each level is half as large again.
  if (name === 'scriptlevel' && !/^\+?\d$/.test(value)) return refuse(attribute, 'restyles the page', context)
  if (MATHML_LENGTHS.has(name)) {
    return isMathLength(value, context) ? value : refuse(attribute, 'restyles the page', context)
  }
  const form = MATHML_SIGNS.has(name)
    ? /^[^<>]{0,20}$/
    : name.startsWith('math')
      ? MATHML_COLOUR
      : MATHML_WORDS
  return form.test(value) ? value : refuse(attribute, 'not on the allow-list', context)
}

// Brackets and what stands between their contents are any sign.
const MATHML_SIGNS: ReadonlySet<string> = wordSet('close.open.separators')
const MATHML_COLOUR = /^#?[\w ,.()%-]{0,60}$/
const MATHML_WORDS = /^[\w\s.,:;%#+/-]{0,200}$/

function isLength(value: string): boolean {
  const checked = checkValue('width', tokenizeCss(value.slice(0, 100)), PLAIN_CSS)
  return 'text' in checked
}

const PLAIN_CSS = {
  surface: 'anywhere',
  prefixed: (name: string): string => name,
  image: (): undefined => undefined,
  host: (): undefined => undefined,
  has: { count: 0 },
} as const

// `-0.1667em`, `+2px`, `thickmathspace`, `0.5height`. Far moves would leave the formula, so they stay small out of a clipped box.
function isMathLength(value: string, context: WalkContext): boolean {
  const match = /^\s*([-+]?)(\d{0,6}(?:\.\d{0,20})?)\s*([a-z%]{0,20})\s*$/i.exec(value)
  if (!match) return false
  const size = Number(match[2] || 0)
  const unit = (match[3] ?? '').toLowerCase()
  const small = unit === 'px' || unit === 'pt' || unit === '%' ? 200 : 10
  const large = unit === 'px' || unit === 'pt' || unit === '%' ? 5000 : 500
  if (context.surface === 'contained') return size <= large
  return match[1] === '-' ? size <= small / 5 : size <= small
}
