// What untrusted content may consist of, as frozen data. A policy names less than the package allows at most: whatever a
// policy says, `compilePolicy` keeps only what is in our own lists, so no policy can widen what is safe.
import { HTML_ATTRIBUTES } from './html-attributes.js'
import { HTML_ELEMENTS, PLAIN_ELEMENTS } from './html-elements.js'
import { MATHML_ELEMENTS, SVG_ELEMENTS } from './svg-elements.js'
import { LINK_SCHEMES } from './url.js'
import { words } from './words.js'

/** What may be in the output. All names in lower case; schemes with their colon. */
export interface Policy {
  readonly name: string
  /** HTML elements. */
  readonly elements: readonly string[]
  /** Attributes, wherever our own table allows them. */
  readonly attributes: readonly string[]
  /** Schemes of links. */
  readonly schemes: readonly string[]
  /** `all` keeps inline SVG and MathML, sanitized; `none` takes it out. */
  readonly svg: 'all' | 'none'
  readonly mathml: 'all' | 'none'
  /** `rendered` sets the formulas of Markdown and LaTeX through KaTeX; `source` shows how they were written. */
  readonly formulas: 'rendered' | 'source'
  /** `all` keeps pictures, sound and film that came along as data. */
  readonly data: 'all' | 'images' | 'none'
}

/**
 * A policy by name. `default`: everything that is harmless where it is shown. `strict`: text, tables, links and data pictures, without
 * styles, controls, ids, drawings and rendered formulas. `github`: what GitHub shows of a README. `jupyterlab`: the elements of JupyterLab's
 * own sanitizer.
 */
export type PolicyName = 'strict' | 'default' | 'github' | 'jupyterlab'

const ALL_ATTRIBUTES: readonly string[] = Object.freeze([...HTML_ATTRIBUTES.keys()])

/** Everything that is harmless where the output is shown. */
const everything: Policy = Object.freeze({
  name: 'default',
  elements: Object.freeze([...HTML_ELEMENTS]),
  attributes: ALL_ATTRIBUTES,
  schemes: Object.freeze([...LINK_SCHEMES]),
  svg: 'all',
  mathml: 'all',
  formulas: 'rendered',
  data: 'all',
})

// All of a list but some, and some more.
const adjusted = (
  base: ReadonlySet<string>,
  { without, and }: { without: string; and?: string },
): readonly string[] =>
  Object.freeze([...base].filter((name) => !words(without).includes(name)).concat(and ? words(and) : []))

/** Text, tables, links and pictures: no style, no control, no name, no drawing. */
const strict: Policy = Object.freeze({
  name: 'strict',
  elements: adjusted(PLAIN_ELEMENTS, { without: 'details input summary', and: 'bdi bdo rp rt ruby' }),
  attributes: words(
    'align.alt.colspan.datetime.dir.height.href.lang.reversed.rowspan.scope.span.src.start.title.width',
  ),
  schemes: words('https: http: mailto:'),
  svg: 'none',
  mathml: 'none',
  formulas: 'source',
  data: 'images',
})

/** What GitHub shows of a README. */
const github: Policy = Object.freeze({
  name: 'github',
  elements: adjusted(PLAIN_ELEMENTS, {
    without: 'col colgroup u',
    and: 'bdo picture rp rt ruby source strike tt',
  }),
  attributes: words(
    'abbr.align.alt.aria-describedby.aria-hidden.aria-label.aria-labelledby.border.cellpadding.cellspacing.' +
      'checked.clear.color.cols.colspan.compact.coords.datetime.dir.disabled.for.headers.height.href.hreflang.' +
      'id.label.lang.media.name.noshade.nowrap.open.role.rows.rowspan.rules.scope.selected.shape.size.span.src.' +
      'srcset.start.summary.tabindex.title.type.valign.value.width',
  ),
  schemes: strict.schemes,
  svg: 'none',
  mathml: 'none',
  formulas: 'rendered',
  data: 'images',
})

// JupyterLab 4.8's list. What its own sanitizer lets through beyond our attribute and value rules is still stopped here:
// addresses that load, forms, host classes, overlays.
const jupyterlab: Policy = Object.freeze({
  ...everything,
  name: 'jupyterlab',
  elements: adjusted(HTML_ELEMENTS, { without: 'main picture rp rt ruby search' }),
  svg: 'none',
  mathml: 'none',
})

/** The policies by name. */
export const POLICIES: Readonly<Record<PolicyName, Policy>> = Object.freeze({
  strict,
  default: everything,
  github,
  jupyterlab,
})

/** What `restrictPolicy` may change. Lists say what may stay. */
export type PolicyChanges = Partial<Policy>

/**
 * A policy with less in it: what is in both. Names that the policy lacks are ignored, so nothing is ever added.
 * An unknown name of a policy counts as `strict`. Never throws.
 */
export function restrictPolicy(policy: Policy | PolicyName, changes: PolicyChanges): Policy {
  const base = typeof policy === 'string' ? named(policy) : policy
  return Object.freeze({
    name: changes.name ?? base.name,
    elements: both(base.elements, changes.elements),
    attributes: both(base.attributes, changes.attributes),
    schemes: both(base.schemes, changes.schemes),
    svg: base.svg === 'all' && (changes.svg ?? 'all') === 'all' ? 'all' : 'none',
    mathml: base.mathml === 'all' && (changes.mathml ?? 'all') === 'all' ? 'all' : 'none',
    formulas:
      base.formulas === 'rendered' && (changes.formulas ?? 'rendered') === 'rendered' ? 'rendered' : 'source',
    data: DATA[Math.min(DATA.indexOf(base.data), DATA.indexOf(changes.data ?? 'all'))] ?? 'none',
  })
}

const DATA = ['none', 'images', 'all'] as const

function both(base: readonly string[], changes: readonly string[] | undefined): readonly string[] {
  if (!changes) return base
  const allowed = new Set(changes.map((name) => name.toLowerCase()))
  return Object.freeze(base.filter((name) => allowed.has(name)))
}

/** A policy made ready for the walk: sets, cut down to our own lists. */
export interface CompiledPolicy {
  readonly elements: ReadonlySet<string>
  readonly attributes: ReadonlySet<string>
  readonly schemes: ReadonlySet<string>
  readonly svg: ReadonlySet<string>
  readonly mathml: ReadonlySet<string>
  readonly formulas: Policy['formulas']
  readonly data: Policy['data']
}

const compiled: WeakMap<Policy, CompiledPolicy> = new WeakMap()

/** The sets of a policy. An unknown name counts as `strict`. */
export function compilePolicy(policy: Policy | PolicyName | undefined): CompiledPolicy {
  const chosen = typeof policy === 'object' ? policy : policy === undefined ? everything : named(policy)
  const known = compiled.get(chosen)
  if (known) return known
  const made: CompiledPolicy = {
    elements: new Set(chosen.elements.filter((name) => HTML_ELEMENTS.has(name))),
    attributes: new Set(chosen.attributes.filter((name) => HTML_ATTRIBUTES.has(name))),
    schemes: new Set(chosen.schemes.filter((name) => LINK_SCHEMES.has(name))),
    svg: chosen.svg === 'all' ? SVG_ELEMENTS : new Set(),
    mathml: chosen.mathml === 'all' ? MATHML_ELEMENTS : new Set(),
    formulas: chosen.formulas,
    data: chosen.data,
  }
  if (Object.isFrozen(chosen)) compiled.set(chosen, made)
  return made
}

function named(name: string): Policy {
  return Object.hasOwn(POLICIES, name) ? POLICIES[name as PolicyName] : strict
}

const mathematical: WeakMap<CompiledPolicy, CompiledPolicy> = new WeakMap()

/** The same policy for content that holds formulas of our own rendering: MathML, and the classes and styles of KaTeX's boxes. */
export function withMath(policy: CompiledPolicy): CompiledPolicy {
  if (policy.formulas === 'source') return policy
  const known = mathematical.get(policy)
  if (known) return known
  const made: CompiledPolicy = {
    ...policy,
    elements: new Set([...policy.elements, 'span']),
    attributes: new Set([...policy.attributes, 'class', 'style', 'aria-hidden']),
    svg: SVG_ELEMENTS,
    mathml: MATHML_ELEMENTS,
  }
  mathematical.set(policy, made)
  return made
}
