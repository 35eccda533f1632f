// Looks at a result with rules of its own, which know nothing of the sanitizer's lists: whatever is neither plainly harmless
// nor contained is a finding. Works in any DOM, so that the browsers and jsdom ask the same questions.
import type { Column, Payload } from './payload.js'

/** One thing that should not be there. */
export interface Finding {
  readonly column: Column | 'remains'
  readonly detail: string
}

/** Where a result stands: inside a shadow root with containment, or anywhere in the page. */
export type Surface = 'contained' | 'anywhere'

const elements: { readonly [column in Column]?: ReadonlySet<string> } = {
  execution: new Set(
    'script iframe frame frameset object embed applet template portal fencedframe webview handler listener noscript noembed noframes plaintext xmp'.split(
      ' ',
    ),
  ),
  network: new Set(
    'link base bgsound layer ilayer feimage-remote tref font-face-uri color-profile'.split(' '),
  ),
  navigation: new Set('meta form keygen isindex'.split(' ')),
  imitation: new Set('dialog permission geolocation usermedia install menuitem'.split(' ')),
}
const attributes: { readonly [column in Column]?: ReadonlySet<string> } = {
  execution: new Set('srcdoc nonce is datasrc dataformatas'.split(' ')),
  network: new Set(
    'ping background lowsrc dynsrc longdesc manifest profile codebase archive classid imagesrcset attributionsrc xml:base altimg icon'.split(
      ' ',
    ),
  ),
  navigation: new Set('action formaction formtarget http-equiv download'.split(' ')),
  clobbering: new Set('form list itemref slot'.split(' ')),
  imitation: new Set(
    'popover popovertarget popovertargetaction command commandfor interestfor interesttarget invoketarget anchor autofocus accesskey contenteditable draggable contextmenu part exportparts autocomplete autoplay aria-modal elementtiming virtualkeyboardpolicy'.split(
      ' ',
    ),
  ),
}
const references: ReadonlySet<string> = new Set(
  'for headers aria-labelledby aria-describedby aria-controls aria-owns aria-activedescendant aria-flowto aria-details aria-errormessage'.split(
    ' ',
  ),
)
const posing: ReadonlySet<string> = new Set(
  'dialog alertdialog application main banner navigation contentinfo search menubar'.split(' '),
)
const inputs: ReadonlySet<string> = new Set('password file hidden image submit reset color date'.split(' '))
const actedOn =
  /^(?:data-(?:commandlinker|jupyter|lm-|bs-|toggle|action|method|remote|turbo|ng-|confirm|href)|hx-|x-|v-|@|ng-|wire:|jsaction)/
/** Classes that the harness's page, or a page like it, dresses up. */
const hostClasses: RegExp =
  /^(?:jp-|lm-|p-|host-|modal|monaco-|codicon|Toastify|nbtrust-(?!withheld$|math)|fixed$|inset-|z-|position-|dropdown|show$|w-100$|h-100$|fade$)/
/** Attributes that are read to a person: what they say is only text. So is a heading's id, which is what the heading says. */
const spoken =
  /^(?:alt|id|title|value|label|placeholder|summary|aria-(?:label|description|roledescription|valuetext))$/
/** Attributes that name elements, or are true by being there: nobody asks an address for what they say. */
const named = /^(?:aria-(?:controls|describedby|details|flowto|labelledby)|class|for|headers|hidden|name)$/
/** Addresses of the corpora's that load. */
const ours = /(?:\/\/remote\.example|\/__canary)\//i
const prefixed = /^nbout-/
const mediaData = /^data:(?:image|audio|video|font)\/[\w.+-]+[;,]/i
const rasterData = /^data:image\/[\w.+-]+[;,]/i

/** Everything wrong with what stands below `roots`. `names` are ids and names that belong to the page. */
export function inspect(roots: readonly ParentNode[], surface: Surface): Finding[] {
  const findings: Finding[] = []
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) inspectElement(element, surface, findings)
    for (const sheet of adoptedSheets(root)) inspectSheet(sheet, findings)
  }
  return findings
}

function inspectElement(element: Element, surface: Surface, findings: Finding[]): void {
  const tag = element.localName.toLowerCase()
  const add = (column: Column, detail: string): void => {
    findings.push({ column, detail: `<${tag}> ${detail}` })
  }
  if (String(element.attributes) !== '[object NamedNodeMap]') {
    add('clobbering', 'has a control in place of its attributes')
    return
  }
  for (const [column, names] of Object.entries(elements) as [Column, ReadonlySet<string>][]) {
    if (names.has(tag)) add(column, 'is there')
  }
  if (tag.includes('-') && element.namespaceURI === 'http://www.w3.org/1999/xhtml')
    add('execution', 'is custom')
  if (tag === 'style') {
    if (surface === 'anywhere') add('style', 'is there')
    inspectCss(element.textContent ?? '', add)
  }
  if (/^(?:animate|animatetransform|animatemotion|animatecolor|set)$/.test(tag)) {
    const target = element.getAttribute('attributeName') ?? ''
    if (/href$|^on|^style$|^class$|^id$|^(?:fill|stroke|mask|filter|clip-path|cursor)$/i.test(target)) {
      add('execution', `animates ${target}`)
    }
  }
  for (const { name, value } of element.attributes)
    inspectAttribute(element, { name: name.toLowerCase(), value }, { surface, add })
}

interface Place {
  readonly surface: Surface
  readonly add: (column: Column, detail: string) => void
}

function inspectAttribute(
  element: Element,
  { name, value }: { name: string; value: string },
  { surface, add }: Place,
): void {
  const tag = element.localName.toLowerCase()
  if (/^(?:[\w.-]+:)?on/.test(name)) add('execution', name)
  if (!spoken.test(name) && !named.test(name)) {
    if (/javascript:/i.test(value)) add('execution', `${name}=${value.slice(0, 60)}`)
    if (ours.test(value) && !isLink(element, name)) add('network', `${name}=${value.slice(0, 60)}`)
  }
  for (const [column, names] of Object.entries(attributes) as [Column, ReadonlySet<string>][]) {
    // MathML's own `form` says on which side an operator stands.
    const operator = name === 'form' && tag === 'mo' && /^(?:in|post|pre)fix$/.test(value)
    if (names.has(name) && !operator) add(column, `${name}=${value.slice(0, 60)}`)
  }
  if (actedOn.test(name)) add('imitation', `${name}=${value.slice(0, 60)}`)
  if (name === 'role' && value.split(/\s+/).some((role) => posing.has(role.toLowerCase())))
    add('imitation', `role=${value}`)
  if (name === 'aria-live' && value !== 'off') add('imitation', `aria-live=${value}`)
  if (name === 'tabindex' && Number(value) > 0) add('imitation', `tabindex=${value}`)
  if (tag === 'input' && name === 'type' && inputs.has(value.toLowerCase())) add('imitation', `type=${value}`)
  if (name === 'target' && value !== '_blank') add('navigation', `target=${value}`)
  if (surface === 'anywhere') {
    if (name === 'class') {
      for (const word of value.split(/\s+/)) if (hostClasses.test(word)) add('imitation', `class ${word}`)
    }
    if ((name === 'id' || name === 'name') && !prefixed.test(value))
      add('clobbering', `${name}=${value.slice(0, 60)}`)
    if (references.has(name) && !value.split(/\s+/).every((id) => id === '' || prefixed.test(id))) {
      add('imitation', `${name}=${value.slice(0, 60)}`)
    }
  }
  if (name === 'href' || name === 'xlink:href' || name.endsWith(':href')) inspectLink(element, value, add)
  else if (name === 'src' || name === 'poster' || name === 'data') {
    if (value !== '' && !mediaData.test(value)) add('network', `${name}=${value.slice(0, 80)}`)
  } else if (name === 'srcset') inspectSrcset(value, add)
  else if (name === 'usemap' && !value.startsWith('#')) add('network', `usemap=${value.slice(0, 60)}`)
  else if (name === 'style') inspectStyle(value, { surface, add })
  // Engines read CSS from SVG's attributes as well; elsewhere it is only text.
  else if (
    element.namespaceURI === 'http://www.w3.org/2000/svg' &&
    !/^(?:id|class|lang|role|tabindex|aria-.*)$/.test(name)
  ) {
    inspectCss(value, add)
  }
}

function isLink(element: Element, name: string): boolean {
  return /^(?:xlink:)?href$/.test(name) && /^(?:a|area)$/i.test(element.localName)
}

function inspectLink(element: Element, value: string, add: Place['add']): void {
  const tag = element.localName.toLowerCase()
  if (value.startsWith('#')) return
  if (tag !== 'a' && tag !== 'area') {
    if ((tag === 'image' || tag === 'feimage') && rasterData.test(value)) return
    add('network', `href=${value.slice(0, 80)}`)
    return
  }
  if (!/^(?:https?:\/\/|ftp:\/\/|mailto:|tel:)/.test(value)) {
    add('navigation', `href=${value.slice(0, 80)}`)
    return
  }
  try {
    new URL(value)
  } catch {
    add('navigation', `href=${value.slice(0, 80)} is no address`)
  }
  if (!/^(?:https?|ftp):/.test(value)) return
  const rel = (element.getAttribute('rel') ?? '').split(/\s+/)
  if (element.getAttribute('target') !== '_blank')
    add('navigation', `link without target=_blank: ${value.slice(0, 60)}`)
  if (!rel.includes('noopener') || rel.includes('opener'))
    add('navigation', `link with an opener: ${value.slice(0, 60)}`)
}

function inspectSrcset(value: string, add: Place['add']): void {
  // No address but data: may stand anywhere in it, however a parser splits it.
  const rest = value.replace(/data:image\/[\w.+-]+(?:;[\w=-]+)*,[\w+/=%-]*/gi, '')
  if (/[/:\\]|[a-z]{3}/i.test(rest)) add('network', `srcset=${value.slice(0, 80)}`)
}

function inspectStyle(value: string, { surface, add }: Place): void {
  inspectCss(value, add)
  const text = unescaped(value).toLowerCase()
  if (surface === 'anywhere' && /position\s*:\s*(?:fixed|absolute|sticky)|z-index/.test(text))
    add('style', `style=${value.slice(0, 80)}`)
}

function inspectCss(css: string, add: Place['add']): void {
  const text = unescaped(css)
  for (const [, address = ''] of text.matchAll(/url\s*\(\s*["']?\s*([^"')]*)/gi)) {
    if (!address.startsWith('#') && !mediaData.test(address)) add('network', `url(${address.slice(0, 60)})`)
  }
  if (/(?:image-set|image|src|cross-fade)\s*\(\s*["']\s*(?!data:)/i.test(text))
    add('network', `image function: ${text.slice(0, 80)}`)
  if (ours.test(text)) add('network', text.slice(0, 80))
  if (/expression\s*\(|-moz-binding|behavior\s*:/i.test(text)) add('execution', text.slice(0, 80))
  if (/@(?:import|font-face|namespace|property|document|-moz-document)/i.test(text))
    add('network', text.slice(0, 80))
}

function inspectSheet(sheet: CSSStyleSheet, findings: Finding[]): void {
  inspectCss([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'), (column, detail) => {
    findings.push({ column, detail: `sheet: ${detail}` })
  })
}

function adoptedSheets(root: ParentNode): readonly CSSStyleSheet[] {
  return 'adoptedStyleSheets' in root ? (root as ShadowRoot).adoptedStyleSheets : []
}

// CSS escapes and comments undone, so that no spelling hides a function's name.
function unescaped(css: string): string {
  return css
    .replace(/\\\r?\n/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, digits: string) => {
      const code = Number.parseInt(digits, 16)
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
    })
    .replace(/\\(.)/g, '$1')
    .replace(/\/\*[\s\S]*?\*\//g, '')
}

/** What of a payload's own claims does not hold: needles that are there, and text or elements that are not. */
export function checkClaims(payload: Payload, roots: readonly ParentNode[]): Finding[] {
  const findings: Finding[] = []
  const text = (): string => roots.map(visibleText).join('\n')
  for (const needle of payload.mustNot) {
    const [kind, rest] = split(needle)
    if (kind === 'selector' && roots.some((root) => root.querySelector(rest))) {
      findings.push({ column: firstColumn(payload), detail: `${rest} matches` })
    } else if (kind === 'markup' && roots.some((root) => markupOf(root).includes(rest))) {
      findings.push({ column: firstColumn(payload), detail: `${rest} is there` })
    }
  }
  for (const needle of payload.mustRemain) {
    const [kind, rest] = split(needle)
    const there = kind === 'selector' ? roots.some((root) => matches(root, rest)) : text().includes(needle)
    if (!there) findings.push({ column: 'remains', detail: `${needle} is gone` })
  }
  return findings
}

// Attribute names and elements of SVG are in mixed case, which a selector in an HTML document matches only as written.
function matches(root: ParentNode, selector: string): boolean {
  return root.querySelector(selector) !== null
}

function split(needle: string): readonly [kind: string, rest: string] {
  const at = needle.indexOf(':')
  const kind = needle.slice(0, at)
  return kind === 'selector' || kind === 'markup' ? [kind, needle.slice(at + 1)] : ['', needle]
}

function firstColumn(payload: Payload): Column {
  return (payload.mustNot.find((needle) => !needle.includes(':')) ?? 'imitation') as Column
}

function visibleText(root: ParentNode): string {
  return (root as ParentNode & Node).textContent ?? ''
}

/** The markup below a node, as the DOM writes it out. */
function markupOf(root: ParentNode): string {
  const children = [...(root as ParentNode & Node).childNodes]
  return children
    .map((child) => ('outerHTML' in child ? (child as Element).outerHTML : (child.textContent ?? '')))
    .join('')
}
