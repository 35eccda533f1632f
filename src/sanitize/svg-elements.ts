// The SVG and MathML elements and attributes that untrusted content may use, compared in lower case.
// Left out of SVG: script, foreignObject, style (its text is handled apart), animate*, set, discard (SMIL can set an address after
// the check), feImage, tref, handler, cursor, font-face-uri. Out of MathML: maction, annotation-xml, mglyph, malignmark.
import { SVG_PROPERTIES } from './css-properties.js'
import { words } from './words.js'

/** SVG elements that are kept. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set(
  words(`
    a.circle.clippath.defs.desc.ellipse.feblend.fecolormatrix.fecomponenttransfer.fecomposite
    feconvolvematrix.fediffuselighting.fedisplacementmap.fedistantlight.fedropshadow.feflood.fefunca
    fefuncb.fefuncg.fefuncr.fegaussianblur.femerge.femergenode.femorphology.feoffset.fepointlight
    fespecularlighting.fespotlight.fetile.feturbulence.filter.g.image.line.lineargradient.marker.mask
    path.pattern.polygon.polyline.radialgradient.rect.stop.svg.switch.symbol.text.textpath.title.tspan
    use.view
  `),
)

/** SVG elements of the fast path: what charts are drawn with. Nothing in them is HTML, a link, or a filter. */
export const PLAIN_DRAWING: ReadonlySet<string> = new Set(
  words(`
    circle.clippath.defs.ellipse.g.image.line.lineargradient.marker.mask.path.pattern.polygon.polyline
    radialgradient.rect.stop.svg.symbol.text.title.tspan.use
  `),
)

/** SVG attributes whose values only draw. */
export const SVG_ATTRIBUTES: ReadonlySet<string> = new Set(
  words(`
    amplitude.azimuth.basefrequency.baseprofile.bias.clippathunits.cx.cy.d.diffuseconstant.divisor.dx.dy
    edgemode.elevation.exponent.filterunits.fr.fx.fy.gradienttransform.gradientunits.height.in.in2
    intercept.k1.k2.k3.k4.kernelmatrix.kernelunitlength.lengthadjust.limitingconeangle.markerheight
    markerunits.markerwidth.maskcontentunits.maskunits.method.mode.numoctaves.offset.operator.order
    orient.pathlength.patterncontentunits.patterntransform.patternunits.points.pointsatx.pointsaty
    pointsatz.preservealpha.preserveaspectratio.primitiveunits.r.radius.refx.refy.result.rotate.rx.ry
    scale.seed.side.slope.spacing.specularconstant.specularexponent.spreadmethod.startoffset.stddeviation
    stitchtiles.surfacescale.systemlanguage.tablevalues.targetx.targety.textlength.transform.type.values
    version.viewbox.width.x.x1.x2.xchannelselector.xml:lang.xml:space.y.y1.y2.ychannelselector.z
  `),
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
  ...words(`
    clip-path.color.cursor.direction.display.filter.font-family.font-size.font-size-adjust.font-stretch
    font-style.font-variant.font-weight.letter-spacing.mask.opacity.overflow.pointer-events
    text-decoration.transform-origin.unicode-bidi.visibility.word-spacing.writing-mode
  `),
])

/** SVG elements whose `href` may name something in the same output. */
export const SVG_REFERRING: ReadonlySet<string> = new Set(
  words(`
    use textpath lineargradient radialgradient pattern filter
  `),
)

/** MathML elements that are kept. */
export const MATHML_ELEMENTS: ReadonlySet<string> = new Set(
  words(`
    annotation.math.menclose.merror.mfenced.mfrac.mi.mmultiscripts.mn.mo.mover.mpadded.mphantom
    mprescripts.mroot.mrow.ms.mspace.msqrt.mstyle.msub.msubsup.msup.mtable.mtd.mtext.mtr.munder
    munderover.none.semantics
  `),
)

/** MathML attributes that are kept. No address (`href`, `src`, `altimg`), no negative space that leaves the formula unchecked. */
export const MATHML_ATTRIBUTES: ReadonlySet<string> = new Set(
  words(`
    accent.accentunder.align.close.columnalign.columnlines.columnspacing.columnspan.depth.display
    displaystyle.encoding.fence.form.frame.framespacing.height.largeop.linethickness.lspace
    mathbackground.mathcolor.mathsize.mathvariant.maxsize.minlabelspacing.minsize.movablelimits.notation
    open.rowalign.rowlines.rowspacing.rowspan.rspace.scriptlevel.separator.separators.side.stretchy
    symmetric.voffset.width
  `),
)

/** Attributes of MathML that measure; `foreign.ts` bounds them. */
export const MATHML_LENGTHS: ReadonlySet<string> = new Set(
  words(`
    depth height linethickness lspace mathsize maxsize minsize rspace voffset width
  `),
)
