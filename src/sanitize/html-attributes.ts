// The attributes that untrusted HTML may have, each with the rule its value has to pass (`attributes.ts`).
// Left out on purpose: accesskey, autofocus, contenteditable, draggable, inert, tabindex above 0 (they reach for the reader's
// keyboard or mouse); action, formaction, method, target, download, ping (they send or navigate); popover, popovertarget,
// command, commandfor, is, slot, part, exportparts, nonce, data-* (the page's own scripts and styles answer to them).

/** How the value of an attribute is checked. */
export type AttributeRule =
  /** Any text: it is only shown. */
  | 'text'
  /** True by being there. */
  | 'flag'
  /** A word or number of a few characters. */
  | 'word'
  /** A length or a list of numbers, within bounds. */
  | 'size'
  | 'tabindex'
  | 'role'
  | 'class'
  | 'style'
  /** Names something: gets the output's prefix. */
  | 'id'
  /** Refers to names in this output: each gets the prefix. */
  | 'ids'
  /** A link's address. */
  | 'link'
  /** `#name` of something in this output. */
  | 'fragment'
  | 'image'
  | 'images'
  /** `type` of inputs, lists, sources and buttons. */
  | 'type'
  | 'colour'

/** Where an attribute may stand, and its rule. `*` is every element. */
export interface AttributeEntry {
  readonly rule: AttributeRule
  readonly on: '*' | ReadonlySet<string>
}

const CELLS = 'caption col colgroup table tbody td tfoot th thead tr'
const FIELDS = 'input textarea'
const PLAYERS = 'audio video'

// A rule, the attributes it holds for, and the elements they may stand on.
const TABLE: readonly (readonly [rule: AttributeRule, names: string, elements: string])[] = [
  ['class', 'class', '*'],
  ['id', 'id', '*'],
  ['role', 'role', '*'],
  ['style', 'style', '*'],
  ['tabindex', 'tabindex', '*'],
  ['text', 'title', '*'],
  ['word', 'dir hidden lang translate', '*'],

  ['colour', 'bgcolor', CELLS],
  ['colour', 'color', 'font hr'],
  ['flag', 'checked', 'input'],
  ['flag', 'compact', 'dir dl menu ol ul'],
  ['flag', 'controls loop muted', PLAYERS],
  ['flag', 'disabled', 'button fieldset input optgroup option select textarea'],
  ['flag', 'multiple', 'select'],
  ['flag', 'noshade', 'hr'],
  ['flag', 'nowrap', 'td th'],
  ['flag', 'open', 'details'],
  ['flag', 'playsinline', 'video'],
  ['flag', 'readonly', FIELDS],
  ['flag', 'reversed', 'ol'],
  ['flag', 'selected', 'option'],
  ['fragment', 'usemap', 'img'],
  ['id', 'name', 'a details input map'],
  ['ids', 'for', 'label output'],
  ['ids', 'headers', 'td th'],
  ['image', 'poster', 'video'],
  ['image', 'src', 'audio img source video'],
  ['images', 'srcset', 'img source'],
  ['link', 'href', 'a area'],
  ['size', 'border', 'img table'],
  ['size', 'cellpadding cellspacing', 'table'],
  ['size', 'cols rows', 'textarea'],
  ['size', 'colspan rowspan', 'td th'],
  ['size', 'coords', 'area'],
  ['size', 'height', 'img source table td th tr video'],
  ['size', 'high low optimum', 'meter'],
  ['size', 'maxlength minlength', FIELDS],
  ['size', 'span', 'col colgroup'],
  ['size', 'start', 'ol'],
  ['size', 'width', 'col colgroup hr img pre source table td th video'],
  ['text', 'abbr', 'td th'],
  ['text', 'alt', 'area img input'],
  ['text', 'label', 'optgroup option'],
  ['text', 'media', 'source'],
  ['text', 'placeholder', FIELDS],
  ['text', 'sizes', 'img source'],
  ['text', 'summary', 'table'],
  ['text', 'value', 'button data input li meter option progress'],
  ['type', 'type', 'button input li ol source ul'],
  ['word', 'align', `${CELLS} div h1 h2 h3 h4 h5 h6 hr img legend p`],
  ['word', 'clear', 'br'],
  ['word', 'datetime', 'del ins time'],
  ['word', 'decoding loading', 'img'],
  ['word', 'face', 'font'],
  ['word', 'frame rules', 'table'],
  ['word', 'hreflang', 'a'],
  ['word', 'max', 'input meter progress'],
  ['word', 'min', 'input meter'],
  ['word', 'preload', PLAYERS],
  ['word', 'scope', 'th'],
  ['word', 'shape', 'area'],
  ['word', 'size', 'font hr input select'],
  ['word', 'step', 'input'],
  // What pandas writes for align.
  ['word', 'halign valign', CELLS],
  ['word', 'wrap', 'textarea'],
]

/** Attribute name to entry. */
export const HTML_ATTRIBUTES: ReadonlyMap<string, AttributeEntry> = new Map(
  TABLE.flatMap(([rule, names, elements]) => {
    const entry: AttributeEntry = { rule, on: elements === '*' ? elements : new Set(elements.split(' ')) }
    return names.split(' ').map((name) => [name, entry])
  }),
)

const aria = (rule: AttributeRule, names: string): [string, AttributeRule][] =>
  names.split(' ').map((name) => [`aria-${name}`, rule])

/** aria-* attributes that describe. Left out: aria-live, aria-modal, aria-atomic, aria-busy (they speak over the page). */
export const ARIA_ATTRIBUTES: ReadonlyMap<string, AttributeRule> = new Map([
  ...aria('ids', 'controls describedby details flowto labelledby'),
  ...aria('text', 'braillelabel description label roledescription valuetext'),
  ...aria('word', 'checked colcount colindex colspan current disabled expanded hidden level orientation'),
  ...aria('word', 'posinset pressed readonly rowcount rowindex rowspan selected setsize sort'),
  ...aria('word', 'valuemax valuemin valuenow'),
])

/** Roles that describe content. Left out: dialog, alertdialog, alert, status, log, marquee, timer, application, menu and toolbar roles (the page's own). */
export const ROLES: ReadonlySet<string> = new Set([
  'article',
  'blockquote',
  'caption',
  'cell',
  'code',
  'columnheader',
  'definition',
  'deletion',
  'document',
  'emphasis',
  'figure',
  'generic',
  'graphics-document',
  'graphics-object',
  'graphics-symbol',
  'grid',
  'gridcell',
  'group',
  'heading',
  'img',
  'image',
  'insertion',
  'list',
  'listitem',
  'math',
  'meter',
  'none',
  'note',
  'paragraph',
  'presentation',
  'progressbar',
  'region',
  'row',
  'rowgroup',
  'rowheader',
  'separator',
  'strong',
  'subscript',
  'superscript',
  'table',
  'term',
  'time',
  'tree',
  'treeitem',
])

/** Kinds of `<input>` that are shown, always disabled (but see `harden.ts` on check boxes). Others become text fields or go. */
export const INPUT_TYPES: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'number',
  'radio',
  'range',
  'search',
  'text',
])
