// The SVG and MathML elements and attributes that untrusted content may use, compared in lower case.
// Left out of SVG: script, foreignObject, style (its text is handled apart), animate*, set, discard (SMIL can set an address after
// the check), feImage, tref, handler, cursor, font-face-uri. Out of MathML: maction, annotation-xml, mglyph, malignmark.
// In the order of DOMPurify's lists, after what those lack, so that a compressed bundle says them once.
import { SVG_PROPERTIES } from './css-properties.js'
import { wordSet, words } from './words.js'

/** SVG elements that are kept. */
export const SVG_ELEMENTS: ReadonlySet<string> = wordSet(
  'feblend.fecolormatrix.fecomponenttransfer.fecomposite.feconvolvematrix.fediffuselighting.' +
    'fedisplacementmap.fedistantlight.fedropshadow.feflood.fefunca.fefuncb.fefuncg.fefuncr.fegaussianblur.' +
    'femerge.femergenode.femorphology.feoffset.fepointlight.fespecularlighting.fespotlight.fetile.' +
    'feturbulence.use.svg.a.circle.clippath.defs.desc.ellipse.filter.g.image.line.lineargradient.marker.mask.' +
    'path.pattern.polygon.polyline.radialgradient.rect.stop.switch.symbol.text.textpath.title.tspan.view',
)

/** SVG elements of the fast path: what charts are drawn with. Nothing in them is HTML, a link, or a filter. */
export const PLAIN_DRAWING: ReadonlySet<string> = wordSet(
  'use.svg.circle.clippath.defs.ellipse.g.image.line.lineargradient.marker.mask.path.pattern.polygon.' +
    'polyline.radialgradient.rect.stop.symbol.text.title.tspan',
)

/** SVG attributes whose values only draw. */
export const SVG_ATTRIBUTES: ReadonlySet<string> = wordSet(
  'baseprofile.fr.limitingconeangle.pointsatx.pointsaty.pointsatz.side.spacing.xml:lang.xml:space.' +
    'amplitude.azimuth.basefrequency.bias.clippathunits.cx.cy.d.dx.dy.diffuseconstant.divisor.edgemode.' +
    'elevation.exponent.filterunits.fx.fy.gradientunits.gradienttransform.height.in.in2.intercept.k1.k2.k3.' +
    'k4.lengthadjust.kernelmatrix.kernelunitlength.markerheight.markerunits.markerwidth.maskcontentunits.' +
    'maskunits.method.mode.numoctaves.offset.operator.order.orient.pathlength.patterncontentunits.' +
    'patterntransform.patternunits.points.preservealpha.preserveaspectratio.primitiveunits.r.rx.ry.radius.' +
    'refx.refy.result.rotate.scale.seed.slope.specularconstant.specularexponent.spreadmethod.startoffset.' +
    'stddeviation.stitchtiles.surfacescale.systemlanguage.tablevalues.targetx.targety.transform.textlength.' +
    'type.values.viewbox.version.width.xchannelselector.ychannelselector.x.x1.x2.y.y1.y2.z',
)

/** The largest number in an SVG attribute whose cost grows with it: what a filter looks at for every pixel. */
export const SVG_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['numoctaves', 8],
  ['order', 9],
  ['radius', 20],
  ['stddeviation', 200],
])

/** SVG attributes that are CSS properties, and are checked as such: those for drawings, and some of everybody's. */
export const SVG_PRESENTATION: ReadonlySet<string> = new Set([
  ...SVG_PROPERTIES,
  ...words(
    'cursor.unicode-bidi.clip-path.color.direction.display.filter.font-family.font-size.font-size-adjust.' +
      'font-stretch.font-style.font-variant.font-weight.letter-spacing.mask.opacity.overflow.pointer-events.' +
      'transform-origin.text-decoration.visibility.word-spacing.writing-mode',
  ),
])

/** SVG elements whose `href` may name something in the same output. */
export const SVG_REFERRING: ReadonlySet<string> = wordSet(
  'use.textpath.lineargradient.radialgradient.pattern.filter',
)

/** MathML elements that are kept. */
export const MATHML_ELEMENTS: ReadonlySet<string> = wordSet(
  'annotation.none.semantics.math.menclose.merror.mfenced.mfrac.mi.mmultiscripts.mn.mo.mover.mpadded.' +
    'mphantom.mroot.mrow.ms.mspace.msqrt.mstyle.msub.msup.msubsup.mtable.mtd.mtext.mtr.munder.munderover.' +
    'mprescripts',
)

/** MathML attributes that are kept. No address (`href`, `src`, `altimg`), no negative space that leaves the formula unchecked. */
export const MATHML_ATTRIBUTES: ReadonlySet<string> = wordSet(
  'form.framespacing.minlabelspacing.side.accent.accentunder.align.close.columnalign.columnlines.' +
    'columnspacing.columnspan.depth.display.displaystyle.encoding.fence.frame.height.largeop.linethickness.' +
    'lspace.mathbackground.mathcolor.mathsize.mathvariant.maxsize.minsize.movablelimits.notation.open.' +
    'rowalign.rowlines.rowspacing.rowspan.rspace.scriptlevel.separator.separators.stretchy.symmetric.voffset.' +
    'width',
)

/** Attributes of MathML that measure; `foreign.ts` bounds them. */
export const MATHML_LENGTHS: ReadonlySet<string> = wordSet(
  'depth.height.linethickness.lspace.mathsize.maxsize.minsize.rspace.voffset.width',
)
