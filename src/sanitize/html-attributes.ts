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

const everywhere = (rule: AttributeRule): AttributeEntry => ({ rule, on: '*' })
const on = (rule: AttributeRule, ...names: string[]): AttributeEntry => ({ rule, on: new Set(names) })
const CELLS = ['td', 'th', 'tr', 'col', 'colgroup', 'tbody', 'thead', 'tfoot', 'table', 'caption']
const BLOCKS = ['div', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'img', 'legend']

/** Attribute name to entry. */
export const HTML_ATTRIBUTES: ReadonlyMap<string, AttributeEntry> = new Map([
  ['class', everywhere('class')],
  ['dir', everywhere('word')],
  ['hidden', everywhere('word')],
  ['id', everywhere('id')],
  ['lang', everywhere('word')],
  ['role', everywhere('role')],
  ['style', everywhere('style')],
  ['tabindex', everywhere('tabindex')],
  ['title', everywhere('text')],
  ['translate', everywhere('word')],

  ['abbr', on('text', 'td', 'th')],
  ['align', on('word', ...CELLS, ...BLOCKS)],
  ['alt', on('text', 'img', 'area', 'input')],
  ['bgcolor', on('colour', ...CELLS)],
  ['border', on('size', 'table', 'img')],
  ['cellpadding', on('size', 'table')],
  ['cellspacing', on('size', 'table')],
  ['checked', on('flag', 'input')],
  ['clear', on('word', 'br')],
  ['color', on('colour', 'font', 'hr')],
  ['cols', on('size', 'textarea')],
  ['colspan', on('size', 'td', 'th')],
  ['compact', on('flag', 'dl', 'ol', 'ul', 'dir', 'menu')],
  ['controls', on('flag', 'audio', 'video')],
  ['coords', on('size', 'area')],
  ['datetime', on('word', 'time', 'del', 'ins')],
  ['decoding', on('word', 'img')],
  ['disabled', on('flag', 'input', 'button', 'select', 'option', 'optgroup', 'textarea', 'fieldset')],
  ['face', on('word', 'font')],
  ['for', on('ids', 'label', 'output')],
  ['frame', on('word', 'table')],
  // What pandas writes for align.
  ['halign', on('word', ...CELLS)],
  ['headers', on('ids', 'td', 'th')],
  ['height', on('size', 'img', 'video', 'table', 'td', 'th', 'tr', 'source')],
  ['high', on('size', 'meter')],
  ['href', on('link', 'a', 'area')],
  ['hreflang', on('word', 'a')],
  ['label', on('text', 'option', 'optgroup')],
  ['loading', on('word', 'img')],
  ['loop', on('flag', 'audio', 'video')],
  ['low', on('size', 'meter')],
  ['max', on('word', 'input', 'meter', 'progress')],
  ['maxlength', on('size', 'input', 'textarea')],
  ['media', on('text', 'source')],
  ['min', on('word', 'input', 'meter')],
  ['minlength', on('size', 'input', 'textarea')],
  ['multiple', on('flag', 'select')],
  ['muted', on('flag', 'audio', 'video')],
  ['name', on('id', 'a', 'input', 'map', 'details')],
  ['noshade', on('flag', 'hr')],
  ['nowrap', on('flag', 'td', 'th')],
  ['open', on('flag', 'details')],
  ['optimum', on('size', 'meter')],
  ['placeholder', on('text', 'input', 'textarea')],
  ['playsinline', on('flag', 'video')],
  ['poster', on('image', 'video')],
  ['preload', on('word', 'audio', 'video')],
  ['readonly', on('flag', 'input', 'textarea')],
  ['reversed', on('flag', 'ol')],
  ['rows', on('size', 'textarea')],
  ['rowspan', on('size', 'td', 'th')],
  ['rules', on('word', 'table')],
  ['scope', on('word', 'th')],
  ['selected', on('flag', 'option')],
  ['shape', on('word', 'area')],
  ['size', on('word', 'font', 'hr', 'input', 'select')],
  ['sizes', on('text', 'img', 'source')],
  ['span', on('size', 'col', 'colgroup')],
  ['src', on('image', 'img', 'audio', 'video', 'source')],
  ['srcset', on('images', 'img', 'source')],
  ['start', on('size', 'ol')],
  ['step', on('word', 'input')],
  ['summary', on('text', 'table')],
  ['type', on('type', 'input', 'ol', 'ul', 'li', 'source', 'button')],
  ['usemap', on('fragment', 'img')],
  ['valign', on('word', ...CELLS)],
  ['value', on('text', 'data', 'input', 'li', 'meter', 'option', 'progress', 'button')],
  ['width', on('size', 'img', 'video', 'table', 'td', 'th', 'col', 'colgroup', 'hr', 'pre', 'source')],
  ['wrap', on('word', 'textarea')],
])

/** aria-* attributes that describe. Left out: aria-live, aria-modal, aria-atomic, aria-busy (they speak over the page). */
export const ARIA_ATTRIBUTES: ReadonlyMap<string, AttributeRule> = new Map([
  ['aria-braillelabel', 'text'],
  ['aria-checked', 'word'],
  ['aria-colcount', 'word'],
  ['aria-colindex', 'word'],
  ['aria-colspan', 'word'],
  ['aria-controls', 'ids'],
  ['aria-current', 'word'],
  ['aria-describedby', 'ids'],
  ['aria-description', 'text'],
  ['aria-details', 'ids'],
  ['aria-disabled', 'word'],
  ['aria-expanded', 'word'],
  ['aria-flowto', 'ids'],
  ['aria-hidden', 'word'],
  ['aria-label', 'text'],
  ['aria-labelledby', 'ids'],
  ['aria-level', 'word'],
  ['aria-orientation', 'word'],
  ['aria-posinset', 'word'],
  ['aria-pressed', 'word'],
  ['aria-readonly', 'word'],
  ['aria-roledescription', 'text'],
  ['aria-rowcount', 'word'],
  ['aria-rowindex', 'word'],
  ['aria-rowspan', 'word'],
  ['aria-selected', 'word'],
  ['aria-setsize', 'word'],
  ['aria-sort', 'word'],
  ['aria-valuemax', 'word'],
  ['aria-valuemin', 'word'],
  ['aria-valuenow', 'word'],
  ['aria-valuetext', 'text'],
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
