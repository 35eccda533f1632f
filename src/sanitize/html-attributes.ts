// The attributes that untrusted HTML may have, each with the rule its value has to pass (`attributes.ts`).
// Left out on purpose: accesskey, autofocus, contenteditable, draggable, inert, tabindex above 0 (they reach for the reader's
// keyboard or mouse); action, formaction, method, target, download, ping (they send or navigate); popover, popovertarget,
// command, commandfor, is, slot, part, exportparts, nonce, data-* (the page's own scripts and styles answer to them).

import { wordSet, words } from './words.js'

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

// By rule: the attributes it holds for, and after the colon the elements they may stand on. `halign` is what pandas writes for align.
const TABLE: readonly (readonly [rule: AttributeRule, places: string])[] = [
  ['class', 'class:*'],
  ['id', 'id:*;name:a details input map'],
  ['role', 'role:*'],
  ['style', 'style:*'],
  ['tabindex', 'tabindex:*'],
  [
    'text',
    `title:*;abbr:td th;alt:area img input;label:optgroup option;media:source;placeholder:${FIELDS};
    sizes:img source;summary:table;value:button data input li meter option progress`,
  ],
  [
    'word',
    `dir hidden lang translate:*;align:${CELLS} div h1 h2 h3 h4 h5 h6 hr img legend p;clear:br;
    datetime:del ins time;decoding loading:img;face:font;frame rules:table;hreflang:a;
    max:input meter progress;min:input meter;preload:${PLAYERS};scope:th;shape:area;
    size:font hr input select;step:input;halign valign:${CELLS};wrap:textarea`,
  ],
  ['colour', `bgcolor:${CELLS};color:font hr`],
  [
    'flag',
    `checked:input;compact:dir dl menu ol ul;controls loop muted:${PLAYERS};
    disabled:button fieldset input optgroup option select textarea;multiple:select;noshade:hr;nowrap:td th;
    open:details;playsinline:video;readonly:${FIELDS};reversed:ol;selected:option`,
  ],
  ['fragment', 'usemap:img'],
  ['ids', 'for:label output;headers:td th'],
  ['image', 'poster:video;src:audio img source video'],
  ['images', 'srcset:img source'],
  ['link', 'href:a area'],
  [
    'size',
    `border:img table;cellpadding cellspacing:table;cols rows:textarea;colspan rowspan:td th;coords:area;
    height:img source table td th tr video;high low optimum:meter;maxlength minlength:${FIELDS};
    span:col colgroup;start:ol;width:col colgroup hr img pre source table td th video`,
  ],
  ['type', 'type:button input li ol source ul'],
]

const aria = (rule: AttributeRule, names: string): [string, AttributeEntry][] =>
  words(names).map((name) => [`aria-${name}`, { rule, on: '*' }])

/**
 * Attribute name to entry. Of aria-* those that describe. Left out: aria-live, aria-modal, aria-atomic, aria-busy (they speak over the
 * page).
 */
export const HTML_ATTRIBUTES: ReadonlyMap<string, AttributeEntry> = new Map([
  ...TABLE.flatMap(([rule, places]) =>
    places.split(';').flatMap((place) => {
      const [names = [], elements = []] = place.split(':').map(words)
      const on = elements[0] === '*' ? '*' : new Set(elements)
      return names.map((name): [string, AttributeEntry] => [name, { rule, on }])
    }),
  ),
  ...aria('ids', 'controls describedby details flowto labelledby'),
  ...aria('text', 'braillelabel description label roledescription valuetext'),
  ...aria(
    'word',
    'checked colcount colindex colspan current disabled expanded hidden level orientation posinset pressed ' +
      'readonly rowcount rowindex rowspan selected setsize sort valuemax valuemin valuenow',
  ),
])

/** Roles that describe content. Left out: dialog, alertdialog, alert, status, log, marquee, timer, application, menu and toolbar roles (the page's own). */
export const ROLES: ReadonlySet<string> = wordSet(
  'article.blockquote.caption.cell.code.columnheader.definition.deletion.document.emphasis.figure.generic.graphics-document.graphics-object.graphics-symbol.grid.gridcell.group.heading.img.image.insertion.list.listitem.math.meter.none.note.paragraph.presentation.progressbar.region.row.rowgroup.rowheader.separator.strong.subscript.superscript.table.term.time.tree.treeitem',
)

/** Kinds of `<input>` that are shown, always disabled (but see `harden.ts` on check boxes). Others become text fields or go. */
export const INPUT_TYPES: ReadonlySet<string> = wordSet('button.checkbox.number.radio.range.search.text')
