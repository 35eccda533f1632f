// The CSS properties that untrusted content may set, and where. A property in neither list is dropped: what moves a box out of
// its place (position: fixed), what reads the page (content of the host's attributes), what is yet to be invented.

/** `anywhere` also in the page's own tree; `contained` only inside a shadow root whose overflow is clipped. */
export type PropertySurface = 'anywhere' | 'contained'

const list = (surface: PropertySurface, names: string): [string, PropertySurface][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, surface])

/** Property name to where it may be used. Values are checked apart (`css-values.ts`). */
export const CSS_PROPERTIES: ReadonlyMap<string, PropertySurface> = new Map([
  ...list(
    'anywhere',
    `
    accent-color
    background
    background-clip
    background-color
    background-image
    background-origin
    background-position
    background-position-x
    background-position-y
    background-repeat
    background-size
    border
    border-block
    border-block-color
    border-block-end
    border-block-start
    border-block-style
    border-block-width
    border-bottom
    border-bottom-color
    border-bottom-left-radius
    border-bottom-right-radius
    border-bottom-style
    border-bottom-width
    border-collapse
    border-color
    border-end-end-radius
    border-end-start-radius
    border-inline
    border-inline-color
    border-inline-end
    border-inline-start
    border-inline-style
    border-inline-width
    border-left
    border-left-color
    border-left-style
    border-left-width
    border-radius
    border-right
    border-right-color
    border-right-style
    border-right-width
    border-spacing
    border-start-end-radius
    border-start-start-radius
    border-style
    border-top
    border-top-color
    border-top-left-radius
    border-top-right-radius
    border-top-style
    border-top-width
    border-width
    box-sizing
    break-after
    break-before
    break-inside
    caption-side
    color
    color-scheme
    direction
    display
    empty-cells
    font
    font-family
    font-feature-settings
    font-kerning
    font-optical-sizing
    font-size
    font-size-adjust
    font-stretch
    font-style
    font-synthesis
    font-variant
    font-variant-caps
    font-variant-east-asian
    font-variant-ligatures
    font-variant-numeric
    font-variation-settings
    font-weight
    hyphens
    line-height
    list-style
    list-style-position
    list-style-type
    margin
    margin-block
    margin-block-end
    margin-block-start
    margin-bottom
    margin-inline
    margin-inline-end
    margin-inline-start
    margin-left
    margin-right
    margin-top
    max-width
    min-width
    object-fit
    object-position
    opacity
    orphans
    overflow
    overflow-wrap
    overflow-x
    overflow-y
    padding
    padding-block
    padding-block-end
    padding-block-start
    padding-bottom
    padding-inline
    padding-inline-end
    padding-inline-start
    padding-left
    padding-right
    padding-top
    page-break-after
    page-break-before
    page-break-inside
    print-color-adjust
    quotes
    ruby-align
    ruby-position
    tab-size
    table-layout
    text-align
    text-align-last
    text-decoration
    text-decoration-color
    text-decoration-line
    text-decoration-skip-ink
    text-decoration-style
    text-decoration-thickness
    text-emphasis
    text-emphasis-color
    text-emphasis-style
    text-justify
    text-orientation
    text-overflow
    text-transform
    text-underline-offset
    text-underline-position
    text-wrap
    unicode-bidi
    vertical-align
    visibility
    white-space
    white-space-collapse
    widows
    width
    word-break
    word-spacing
    word-wrap
    writing-mode
    text-size-adjust
    -moz-osx-font-smoothing
    -webkit-font-smoothing
    -webkit-text-fill-color
    -webkit-text-size-adjust
    -webkit-print-color-adjust
    `,
  ),
  // SVG presentation properties.
  ...list(
    'anywhere',
    `
    alignment-baseline
    baseline-shift
    clip-rule
    color-interpolation
    color-interpolation-filters
    color-rendering
    dominant-baseline
    fill
    fill-opacity
    fill-rule
    flood-color
    flood-opacity
    image-rendering
    lighting-color
    marker
    marker-end
    marker-mid
    marker-start
    mask-type
    paint-order
    shape-rendering
    stop-color
    stop-opacity
    stroke
    stroke-dasharray
    stroke-dashoffset
    stroke-linecap
    stroke-linejoin
    stroke-miterlimit
    stroke-opacity
    stroke-width
    text-anchor
    text-rendering
    vector-effect
    `,
  ),
  ...list(
    'contained',
    `
    align-content
    align-items
    align-self
    appearance
    aspect-ratio
    backface-visibility
    background-attachment
    background-blend-mode
    block-size
    bottom
    box-decoration-break
    box-shadow
    caret-color
    clear
    clip
    clip-path
    column-count
    column-fill
    column-gap
    column-rule
    column-rule-color
    column-rule-style
    column-rule-width
    column-span
    column-width
    columns
    contain
    container
    container-name
    container-type
    content
    counter-increment
    counter-reset
    counter-set
    cursor
    filter
    flex
    flex-basis
    flex-direction
    flex-flow
    flex-grow
    flex-shrink
    flex-wrap
    float
    gap
    grid
    grid-area
    grid-auto-columns
    grid-auto-flow
    grid-auto-rows
    grid-column
    grid-column-end
    grid-column-gap
    grid-column-start
    grid-gap
    grid-row
    grid-row-end
    grid-row-gap
    grid-row-start
    grid-template
    grid-template-areas
    grid-template-columns
    grid-template-rows
    height
    inline-size
    inset
    inset-block
    inset-block-end
    inset-block-start
    inset-inline
    inset-inline-end
    inset-inline-start
    isolation
    justify-content
    justify-items
    justify-self
    left
    letter-spacing
    line-break
    mask
    max-block-size
    max-height
    max-inline-size
    min-block-size
    min-height
    min-inline-size
    mix-blend-mode
    order
    outline
    outline-color
    outline-offset
    outline-style
    outline-width
    overflow-anchor
    perspective
    perspective-origin
    place-content
    place-items
    place-self
    pointer-events
    position
    resize
    right
    rotate
    row-gap
    scale
    scrollbar-color
    scrollbar-gutter
    scrollbar-width
    shape-margin
    shape-outside
    text-indent
    text-shadow
    top
    transform
    transform-box
    transform-origin
    transform-style
    transition
    transition-delay
    transition-duration
    transition-property
    transition-timing-function
    translate
    user-select
    will-change
    z-index
    zoom
    -moz-appearance
    -moz-user-select
    -webkit-appearance
    -webkit-box-orient
    -webkit-line-clamp
    -webkit-text-stroke
    -webkit-text-stroke-color
    -webkit-text-stroke-width
    -webkit-user-select
    `,
  ),
])

/** Properties whose value may be an image or refer to a paint, mask, filter or marker of the same output by `url(#name)`. */
export const REFERRING_PROPERTIES: ReadonlySet<string> = new Set([
  'clip-path',
  'fill',
  'filter',
  'marker',
  'marker-end',
  'marker-mid',
  'marker-start',
  'mask',
  'stroke',
])

/** Properties whose value may hold a `data:` image that passes `images.ts`. */
export const IMAGE_PROPERTIES: ReadonlySet<string> = new Set(['background', 'background-image', 'content'])

/** Properties in which a negative number stays where the box is, so that it is harmless anywhere. */
export const SIGNED_PROPERTIES: ReadonlySet<string> = new Set([
  'background',
  'background-position',
  'background-position-x',
  'background-position-y',
  'font-variation-settings',
  'object-position',
  'stroke-dashoffset',
])

/** CSS functions that may stand in a value. Left out: url and its kin (checked apart), image-set, cross-fade, element, paint, if, env, attr, expression. */
export const CSS_FUNCTIONS: ReadonlySet<string> = new Set([
  'abs',
  'acos',
  'asin',
  'atan',
  'atan2',
  'blur',
  'brightness',
  'calc',
  'circle',
  'clamp',
  'color',
  'color-mix',
  'conic-gradient',
  'contrast',
  'cos',
  'counter',
  'counters',
  'cubic-bezier',
  'drop-shadow',
  'ellipse',
  'exp',
  'fit-content',
  'grayscale',
  'hsl',
  'hsla',
  'hue-rotate',
  'hwb',
  'hypot',
  'inset',
  'invert',
  'lab',
  'lch',
  'light-dark',
  'linear',
  'linear-gradient',
  'log',
  'matrix',
  'matrix3d',
  'max',
  'min',
  'minmax',
  'mod',
  'oklab',
  'oklch',
  'opacity',
  'path',
  'perspective',
  'polygon',
  'pow',
  'radial-gradient',
  'rect',
  'rem',
  'repeat',
  'repeating-conic-gradient',
  'repeating-linear-gradient',
  'repeating-radial-gradient',
  'rgb',
  'rgba',
  'rotate',
  'rotate3d',
  'rotatex',
  'rotatey',
  'rotatez',
  'round',
  'saturate',
  'scale',
  'scale3d',
  'scalex',
  'scaley',
  'scalez',
  'sepia',
  'sign',
  'sin',
  'skew',
  'skewx',
  'skewy',
  'sqrt',
  'steps',
  'symbols',
  'tan',
  'translate',
  'translate3d',
  'translatex',
  'translatey',
  'translatez',
  'var',
  'xywh',
])

/** Functions that compute a length: outside a clipped box they could hide a negative one. */
export const CSS_MATH: ReadonlySet<string> = new Set([
  'abs',
  'calc',
  'clamp',
  'exp',
  'hypot',
  'log',
  'max',
  'min',
  'mod',
  'pow',
  'rem',
  'round',
  'sign',
  'sin',
  'sqrt',
  'tan',
  'var',
])

/** The largest value of each unit: what is larger only breaks the page's scroll bars. Units that are not here are refused. */
export const CSS_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1_000_000],
  ['%', 1000],
  ['cap', 200],
  ['ch', 1000],
  ['cm', 250],
  ['cqb', 100],
  ['cqh', 100],
  ['cqi', 100],
  ['cqmax', 100],
  ['cqmin', 100],
  ['cqw', 100],
  ['deg', 36_000],
  ['dppx', 100],
  ['dvh', 100],
  ['dvw', 100],
  ['em', 500],
  ['ex', 1000],
  ['fr', 1000],
  ['grad', 40_000],
  ['ic', 200],
  ['in', 100],
  ['lh', 200],
  ['lvh', 100],
  ['lvw', 100],
  ['mm', 2500],
  ['ms', 60_000],
  ['pc', 600],
  ['pt', 7500],
  ['px', 10_000],
  ['q', 10_000],
  ['rad', 630],
  ['rem', 500],
  ['rlh', 200],
  ['s', 60],
  ['svh', 100],
  ['svw', 100],
  ['turn', 100],
  ['vb', 100],
  ['vh', 100],
  ['vi', 100],
  ['vmax', 100],
  ['vmin', 100],
  ['vw', 100],
])

/** The only values these properties may have; `contained` as above. Anything else is dropped. */
export const CSS_KEYWORDS: ReadonlyMap<string, ReadonlyMap<string, PropertySurface>> = new Map([
  [
    'position',
    new Map([
      ...list('anywhere', 'static initial unset'),
      // fixed and sticky end at the border too, but fixed only by containment that a host may override.
      ...list('contained', 'relative absolute sticky -webkit-sticky'),
    ]),
  ],
  [
    'display',
    new Map([
      ...list('anywhere', 'block inline inline-block none list-item table inline-table table-row table-cell'),
      ...list('anywhere', 'table-row-group table-header-group table-footer-group table-column'),
      ...list('anywhere', 'table-column-group table-caption flow-root flex inline-flex grid inline-grid'),
      ...list('anywhere', 'initial inherit unset revert ruby ruby-text block math'),
      ...list('contained', 'contents -webkit-box -webkit-inline-box'),
    ]),
  ],
  [
    // Left out: none, which hides the pointer, and wait, which says that the page is busy.
    'cursor',
    new Map(
      list(
        'contained',
        'auto default pointer text vertical-text help move not-allowed grab grabbing copy crosshair cell zoom-in zoom-out col-resize row-resize ew-resize ns-resize context-menu alias inherit initial unset',
      ),
    ),
  ],
  [
    'overflow',
    new Map([...list('anywhere', 'hidden auto scroll clip'), ...list('contained', 'visible inherit')]),
  ],
  [
    'overflow-x',
    new Map([...list('anywhere', 'hidden auto scroll clip'), ...list('contained', 'visible inherit')]),
  ],
  [
    'overflow-y',
    new Map([...list('anywhere', 'hidden auto scroll clip'), ...list('contained', 'visible inherit')]),
  ],
])
