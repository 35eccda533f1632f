// What the look at markup before it is parsed knows about the names of tags.
import { words } from './words.js'

// What elements of a name are like, as bits.
export const VOID = 1
/** Their text is not markup, until their own end tag. */
export const RAW = 2
/** The parser opens these again in every block, until they are closed. */
export const FORMATTING = 4
/** Inside of these, SVG and MathML hold HTML again; `annotation-xml` only sometimes, and then more is counted than there is. */
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
  [VOID, 'area.base.br.col.embed.hr.img.input.link.meta.param.source.track.wbr'],
  [RAW, 'script.style.textarea.title.xmp.iframe.noembed.noframes'],
  [FORMATTING, 'a.b.big.code.em.font.i.nobr.s.small.strike.strong.tt.u'],
  [INTEGRATION, 'foreignobject.desc.title.mi.mo.mn.ms.mtext.annotation-xml'],
  [
    BREAKOUT,
    `b.big.blockquote.body.br.center.code.dd.div.dl.dt.em.embed.h1.h2.h3.h4.h5.h6.head.hr.i.img.li.listing.menu.meta.
    nobr.ol.p.pre.ruby.s.small.span.strong.strike.sub.sup.table.tt.u.ul.var`,
  ],
  [BOUNDARY, 'table.td.th.caption.template.object.marquee.applet.svg.math.select.html'],
  [FOREIGN, 'svg.math'],
  // A thousand unclosed ones are not nested.
  [CELL, 'td.th', CELL],
  [ROW, 'tr', ROW | CELL],
  [512, 'tbody.tfoot.thead', 512 | ROW | CELL],
  [1024, 'p', 1024],
  [2048, 'li', 2048],
  [4096, 'dt.dd', 4096],
  [8192, 'option', 8192],
]

/** Traits of the open elements that one ends when it begins are so many bits above its own. */
export const ENDS = 14

/** Above all these, so that a scan may add it: what is inside of an open element is SVG or MathML. */
export const FOREIGN_INSIDE: number = 1 << 28

/** The traits of elements, by name in lower case. */
export const KINDS: ReadonlyMap<string, number> = kindsOfNames()

function kindsOfNames(): Map<string, number> {
  const kinds = new Map<string, number>()
  for (const [trait, names, ends = 0] of TRAITS) {
    for (const name of words(names)) kinds.set(name, (kinds.get(name) ?? 0) | trait | (ends << ENDS))
  }
  return kinds
}
