// The HTML elements that untrusted content may use, and the ones whose content goes with them.
// An element in neither list is replaced by what it holds: unknown tags, custom elements, forms, dialogs.
import type { RemovalReason } from './removal.js'
import { reasons, wordSet, words } from './words.js'

/**
 * Elements of the fast path: HTML whose parsing holds no surprises. Content in which the walk met nothing else needs no second
 * opinion, because every node, attribute and value of it was proven harmless one by one.
 */
export const PLAIN_ELEMENTS: ReadonlySet<string> = wordSet(
  'a.abbr.b.blockquote.br.caption.cite.code.col.colgroup.dd.del.details.dfn.div.dl.dt.em.figcaption.figure.' +
    'h1.h2.h3.h4.h5.h6.hr.i.img.input.ins.kbd.li.mark.ol.p.pre.q.s.samp.small.span.strong.sub.summary.sup.' +
    'table.tbody.td.tfoot.th.thead.time.tr.u.ul.var.wbr',
)

/** Elements that are kept. No element here can run, load or submit anything once its attributes are filtered. */
export const HTML_ELEMENTS: ReadonlySet<string> = new Set([
  ...PLAIN_ELEMENTS,
  ...words(
    'acronym.address.area.article.aside.audio.bdi.bdo.big.button.center.data.datalist.dir.fieldset.font.' +
      'footer.header.hgroup.label.legend.main.map.menu.meter.nav.nobr.optgroup.option.output.picture.progress.' +
      'rp.rt.ruby.search.section.select.source.strike.textarea.tt.video',
  ),
])

/** Elements that are taken out together with everything inside, and why. */
export const DROPPED_WHOLE: ReadonlyMap<string, RemovalReason> = reasons([
  ['runs script', 'script embed'],
  ['navigates the page', 'portal base meta'],
  ['loads remote content', 'frame.frameset.fencedframe.iframe.link.track'],
  ['restyles the page', 'style'],
  // A template holds a document of its own; with shadowrootmode it becomes a shadow root. Declarative partial updates (patch)
  // write into other elements.
  ['not on the allow-list', 'title.xmp.noembed.noframes.plaintext.template.head.param.selectedcontent.patch'],
])

/** Why an element that is replaced by its content may not stay. Others are just not on the allow-list. */
export const UNWRAPPED: ReadonlyMap<string, RemovalReason> = reasons([
  ['submits a form', 'form'],
  // A marquee moves by itself.
  ['imitates the page', 'dialog marquee'],
  // What they hold is shown where they do not work, which is here.
  ['runs script', 'applet object'],
  // Without script a canvas is an empty picture, which may be so large that printing it stops the page.
  ['not on the allow-list', 'canvas noscript'],
])
