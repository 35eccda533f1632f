// The CSS properties that untrusted content may set, and where. A property in neither list is dropped: what moves a box out of
// its place by itself, what reads the page (content of the host's attributes), what is yet to be invented.

/** `anywhere` also in the page's own tree; `contained` only inside a shadow root whose overflow is clipped. */
export type PropertySurface = 'anywhere' | 'contained'

/** Names as a shell would expand them: `margin{,-left}` is `margin` and `margin-left`. */
function names(text: string): string[] {
  return text.trim().split(/\s+/).flatMap(expand)
}

function expand(name: string): string[] {
  const [, before = '', endings, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(name) ?? []
  return endings === undefined
    ? [name]
    : endings.split(',').flatMap((ending) => expand(before + ending + after))
}

const on = (surface: PropertySurface, text: string): [string, PropertySurface][] =>
  names(text).map((name) => [name, surface])

const ANYWHERE = `
  accent-color
  background{,-clip,-color,-image,-origin,-position,-position-x,-position-y,-repeat,-size}
  border{,-block,-bottom,-inline,-left,-right,-top}{,-color,-style,-width}
  border-{block,inline}-{end,start}
  border-{bottom,top}-{left,right}-radius border-{end,start}-{end,start}-radius border-radius
  border-{collapse,spacing}
  box-sizing
  break-{after,before,inside}
  caption-side
  color color-scheme
  direction
  display
  empty-cells
  font{,-family,-feature-settings,-kerning,-optical-sizing,-size,-size-adjust,-stretch,-style,-synthesis}
  font-variant{,-caps,-east-asian,-ligatures,-numeric}
  font-{variation-settings,weight}
  hyphens
  line-height
  list-style{,-position,-type}
  {margin,padding}{,-block,-block-end,-block-start,-bottom,-inline,-inline-end,-inline-start,-left,-right,-top}
  max-width min-width width
  object-{fit,position}
  opacity
  orphans widows
  overflow{,-wrap,-x,-y}
  page-break-{after,before,inside}
  {,-webkit-}print-color-adjust
  quotes
  ruby-{align,position}
  tab-size
  table-layout
  text-align{,-last}
  text-decoration{,-color,-line,-skip-ink,-style,-thickness}
  text-emphasis{,-color,-style}
  text-{justify,orientation,overflow,transform} text-wrap{,-mode,-style}
  {,-webkit-}text-size-adjust
  text-underline-{offset,position}
  unicode-bidi
  vertical-align
  visibility
  white-space{,-collapse}
  word-{break,spacing,wrap}
  writing-mode
  -{moz-osx,webkit}-font-smoothing
  -webkit-text-fill-color
`

/** Properties for drawings, each also an attribute of theirs. https://svgwg.org/svg2-draft/styling.html#PresentationAttributes */
export const SVG_PROPERTIES: readonly string[] = names(`
  alignment-baseline
  baseline-shift
  clip-rule
  color-interpolation{,-filters} color-rendering
  dominant-baseline
  fill{,-opacity,-rule}
  flood-{color,opacity}
  image-rendering
  lighting-color
  marker{,-end,-mid,-start}
  mask-type
  paint-order
  shape-rendering
  stop-{color,opacity}
  stroke{,-dasharray,-dashoffset,-linecap,-linejoin,-miterlimit,-opacity,-width}
  text-{anchor,rendering}
  vector-effect
`)

const CONTAINED = `
  align-{content,items,self}
  {,-moz-,-webkit-}appearance
  aspect-ratio
  backface-visibility
  background-{attachment,blend-mode}
  {,max-,min-}{block-size,inline-size,height}
  box-{decoration-break,shadow}
  caret-color
  clear
  clip{,-path}
  column-{count,fill,gap,span,width} columns
  {column-rule,outline}{,-color,-style,-width} outline-offset
  contain container{,-name,-type}
  content
  counter-{increment,reset,set}
  cursor
  filter
  flex{,-basis,-direction,-flow,-grow,-shrink,-wrap}
  float
  {,row-}gap
  grid{,-area,-gap,-auto-columns,-auto-flow,-auto-rows,-template,-template-areas,-template-columns,-template-rows}
  grid-{column,row}{,-end,-gap,-start}
  inset{,-block,-block-end,-block-start,-inline,-inline-end,-inline-start}
  bottom left right top
  isolation
  justify-{content,items,self}
  letter-spacing
  line-break
  mask
  mix-blend-mode
  order
  overflow-anchor
  perspective{,-origin}
  place-{content,items,self}
  pointer-events
  position
  resize
  rotate scale translate
  scrollbar-{color,gutter,width}
  shape-{margin,outside}
  text-{indent,shadow}
  transform{,-box,-origin,-style}
  transition{,-delay,-duration,-property,-timing-function}
  {,-moz-,-webkit-}user-select
  will-change
  z-index
  zoom
  -webkit-{box-orient,line-clamp}
  -webkit-text-stroke{,-color,-width}
`

/** Property name to where it may be used. Values are checked apart (`css-values.ts`). */
export const CSS_PROPERTIES: ReadonlyMap<string, PropertySurface> = new Map([
  ...on('anywhere', ANYWHERE),
  ...SVG_PROPERTIES.map((name): [string, PropertySurface] => [name, 'anywhere']),
  ...on('contained', CONTAINED),
])

/** Properties whose value may refer to a paint, mask, filter or marker of the same output by `url(#name)`. */
export const REFERRING_PROPERTIES: ReadonlySet<string> = new Set(
  names('clip-path fill filter marker{,-end,-mid,-start} mask stroke'),
)

/** Properties whose value may hold a `data:` image that passes `images.ts`. */
export const IMAGE_PROPERTIES: ReadonlySet<string> = new Set(names('background{,-image} content'))

/** Properties in which a negative number stays where the box is, so that it is harmless anywhere. */
export const SIGNED_PROPERTIES: ReadonlySet<string> = new Set(
  names(
    'background{,-position,-position-x,-position-y} font-variation-settings object-position stroke-dashoffset',
  ),
)

/** CSS functions that may stand in a value. Left out: url and its kin (checked apart), image-set, cross-fade, element, paint, if, env, attr, expression. */
export const CSS_FUNCTIONS: ReadonlySet<string> = new Set(
  names(`
    abs {,a}cos {,a}sin {,a}tan atan2 calc clamp exp hypot log max min mod pow rem round sign sqrt
    blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    circle ellipse inset path polygon rect xywh
    color color-mix {hsl,rgb}{,a} hwb {,ok}lab {,ok}lch light-dark
    {,repeating-}{conic,linear,radial}-gradient
    counter{,s} symbols
    cubic-bezier linear steps
    fit-content minmax repeat
    matrix{,3d} perspective {rotate,scale,translate}{,3d,x,y,z} skew{,x,y}
    var
  `),
)

/** Functions that compute a length: outside a clipped box they could hide a negative one. */
export const CSS_MATH: ReadonlySet<string> = new Set(
  names('abs calc clamp exp hypot log max min mod pow rem round sign sin sqrt tan var'),
)

const LARGEST: readonly (readonly [largest: number, units: string])[] = [
  [60, 's'],
  [100, 'cqb cqh cqi cqmax cqmin cqw dppx dvh dvw in lvh lvw svh svw turn vb vh vi vmax vmin vw'],
  [200, 'cap ic lh rlh'],
  [250, 'cm'],
  [500, 'em rem'],
  [600, 'pc'],
  [630, 'rad'],
  [1000, '% ch ex fr'],
  [2500, 'mm'],
  [7500, 'pt'],
  [10_000, 'px q'],
  [36_000, 'deg'],
  [40_000, 'grad'],
  [60_000, 'ms'],
]

/** The largest value of each unit: what is larger only breaks the page's scroll bars. Units that are not here are refused. */
export const CSS_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1_000_000],
  ...LARGEST.flatMap(([largest, units]) => units.split(' ').map((unit): [string, number] => [unit, largest])),
])

const OVERFLOW: ReadonlyMap<string, PropertySurface> = new Map([
  ...on('anywhere', 'hidden auto scroll clip'),
  ...on('contained', 'visible inherit'),
])

/** The only values these properties may have; `contained` as above. Anything else is dropped. */
export const CSS_KEYWORDS: ReadonlyMap<string, ReadonlyMap<string, PropertySurface>> = new Map([
  [
    'position',
    new Map([
      ...on('anywhere', 'static initial unset'),
      // fixed and sticky end at the border too, but fixed only by containment that a host may override.
      ...on('contained', 'relative absolute {,-webkit-}sticky'),
    ]),
  ],
  [
    'display',
    new Map([
      ...on(
        'anywhere',
        '{,inline-}{block,flex,grid,table} inline none list-item flow-root ruby{,-text} math',
      ),
      ...on('anywhere', 'table-{row,cell,column,caption} table-{row,header,footer,column}-group'),
      ...on('anywhere', 'initial inherit unset revert'),
      ...on('contained', 'contents -webkit-{,inline-}box'),
    ]),
  ],
  [
    // Left out: none, which hides the pointer, and wait, which says that the page is busy.
    'cursor',
    new Map(
      on(
        'contained',
        'auto default pointer {,vertical-}text help move not-allowed grab{,bing} copy crosshair cell zoom-{in,out} {col,row,ew,ns}-resize context-menu alias inherit initial unset',
      ),
    ),
  ],
  ['overflow', OVERFLOW],
  ['overflow-x', OVERFLOW],
  ['overflow-y', OVERFLOW],
])
