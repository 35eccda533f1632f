// What the look at markup before it is parsed knows about the names of tags.
import { words } from './words.js'

// What elements of a name are like, as bits.
export const VOID = 1
/** Their text is not markup, until their own end tag, which only `plaintext` lacks. */
export const RAW = 2
/** The parser opens these again in every block, until they are closed. */
export const FORMATTING = 4
/** Inside of these, SVG and MathML hold HTML again; and sometimes inside of `annotation-xml`, which is not followed. */
export const INTEGRATION = 8
/** The parser leaves SVG and MathML at these. https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign */
export const BREAKOUT = 16
/** An end tag does not close anything beyond these. */
export const BOUNDARY = 32
export const FOREIGN = 64
const CELL = 128
const ROW = 256

/** By traits: their elements' names, and with what traits an open element is ended by one that begins. */
const TRAITS: readonly (readonly [trait: number, names: string, ends?: number])[] = [
  [VOID, 'area.base.col.input.link.param.source.track.wbr'],
  [VOID | BREAKOUT, 'br.embed.hr.img.meta'],
  [RAW, 'iframe.script.style.textarea.title.xmp.noembed.noframes.plaintext'],
  [FORMATTING, 'a.font'],
  [FORMATTING | BREAKOUT, 'b.big.code.em.i.nobr.s.small.strike.strong.tt.u'],
  [INTEGRATION, 'foreignobject.desc.title.mi.mo.mn.ms.mtext'],
  [
    BREAKOUT,
    'blockquote.body.center.div.dl.h1.h2.h3.h4.h5.h6.head.listing.menu.ol.pre.ruby.span.sub.sup.ul.var',
  ],
  [BOUNDARY, 'td.th.caption.template.object.marquee.applet.select.html'],
  [BOUNDARY | BREAKOUT, 'table'],
  [BOUNDARY | FOREIGN, 'svg.math'],
  // A thousand unclosed ones are not nested.
  [CELL, 'td.th', CELL],
  [ROW, 'tr', ROW | CELL],
  [512, 'tbody.tfoot.thead', 512 | ROW | CELL],
  [BREAKOUT | 1024, 'p', 1024],
  [BREAKOUT | 2048, 'li', 2048],
  [BREAKOUT | 4096, 'dt.dd', 4096],
  [8192, 'option', 8192],
]

/** Traits of the open elements that one ends when it begins are so many bits above its own. */
export const ENDS = 14

/** Above all these, so that a scan may add it: what is inside of an open element is SVG or MathML. */
export const FOREIGN_INSIDE: number = 1 << 28

/** The same: the open element is SVG or MathML, or is somewhere in it. */
export const WITHIN: number = 1 << 29

/** The traits of elements, by name in lower case. */
export const KINDS: ReadonlyMap<string, number> = kindsOfNames()

function kindsOfNames(): Map<string, number> {
  const kinds = new Map<string, number>()
  for (const [trait, names, ends = 0] of TRAITS) {
    for (const name of words(names)) kinds.set(name, (kinds.get(name) ?? 0) | trait | (ends << ENDS))
  }
  return kinds
}
