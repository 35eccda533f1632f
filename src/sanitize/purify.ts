// The second opinion: DOMPurify, an own instance per window, over nodes that are already parsed. It gets no text, so
// nothing is parsed twice, and nothing here reads `DOMPurify.removed`.
import createDOMPurify, { type Config, type DOMPurify } from 'dompurify'
import { NbtrustError } from '../lib/errors.js'
import { HTML_ATTRIBUTES } from './html-attributes.js'
import { trustedTypesPolicy } from './inert.js'
import type { DomWindow } from './options.js'
import type { CompiledPolicy } from './policy.js'
import { MATHML_ATTRIBUTES, SVG_ATTRIBUTES, SVG_PRESENTATION } from './svg-elements.js'

// One instance for each policy of a window: its configuration is read once, not once for each of a thousand outputs.
const instances: WeakMap<DomWindow, WeakMap<CompiledPolicy, DOMPurify>> = new WeakMap()

// Everything our own walk may have left on an element, its own hardening included.
const ATTRIBUTES: readonly string[] = [
  ...HTML_ATTRIBUTES.keys(),
  ...SVG_ATTRIBUTES,
  ...MATHML_ATTRIBUTES,
  ...SVG_PRESENTATION,
  'style',
  'rel',
  'target',
  'referrerpolicy',
  'xlink:href',
  'xml:space',
  'xmlns',
]

// DOMPurify takes `note: this` in any other attribute for an address. Ours are checked by their own rules before.
const NOT_ADDRESSES: readonly string[] = ATTRIBUTES.filter(
  (name) => name !== 'href' && name !== 'src' && name !== 'xlink:href',
)

/**
 * A purified copy of the fragment, which is left as it is. Throws `ERR_MISSING_DEPENDENCY` for a window that DOMPurify
 * cannot work with, because it would hand everything back unchanged there.
 */
export function purifyFragment(
  window: DomWindow,
  fragment: DocumentFragment,
  policy: CompiledPolicy,
): DocumentFragment {
  // The configured instance answers with a fragment, whatever its type says.
  return purifierOf(window, policy).sanitize(fragment) as unknown as DocumentFragment
}

function purifierOf(window: DomWindow, policy: CompiledPolicy): DOMPurify {
  const ofWindow = instances.get(window) ?? new WeakMap<CompiledPolicy, DOMPurify>()
  instances.set(window, ofWindow)
  const known = ofWindow.get(policy)
  if (known) return known
  const purifier = createDOMPurify(window)
  if (!purifier.isSupported) {
    throw new NbtrustError('ERR_MISSING_DEPENDENCY', 'This window has no DOM that DOMPurify supports.')
  }
  purifier.setConfig(configOf(window, policy))
  ofWindow.set(policy, purifier)
  return purifier
}

function configOf(window: DomWindow, policy: CompiledPolicy): Config {
  const config: Config = {
    RETURN_DOM_FRAGMENT: true,
    // DOMPurify puts the nodes into a body of its own, and makes a second copy of everything if it finds that forbidden. In content
    // there is none: no fragment is parsed into one, and our own walk would have taken it out.
    ALLOWED_TAGS: ['body', ...policy.elements, ...policy.svg, ...policy.mathml],
    ALLOWED_ATTR: [...ATTRIBUTES],
    ADD_URI_SAFE_ATTR: [...NOT_ADDRESSES],
    ALLOW_DATA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
  }
  const trusted = trustedTypesPolicy(window)
  if (trusted) config.TRUSTED_TYPES_POLICY = trusted as NonNullable<Config['TRUSTED_TYPES_POLICY']>
  return config
}
