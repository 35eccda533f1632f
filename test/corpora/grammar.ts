// A grammar for hostile markup: elements, attributes, addresses, styles and broken syntax, composed at random.
import fc from 'fast-check'
import { mounted } from './index.js'

const run = "window.__nbtrustCanary('fuzz')"
const remote = 'https://remote.example/fuzz'
const tags =
  'a abbr area article audio b base bdo blockquote body button canvas caption col datalist dd del details dialog div dl embed fieldset font footer form frame frameset h1 head html i iframe img input label legend li link listing map marquee math menu meta meter mglyph mi mtext malignmark annotation-xml noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress ruby rt rp s script section select selectedcontent slot small source span strike style sub summary svg g path rect use image animate set foreignObject desc title filter feImage linearGradient textPath table tbody td template textarea tfoot th thead tr track u ul var video wbr xmp x-custom constructor'.split(
    ' ',
  )
const names =
  'onclick onerror onload onmouseover onfocus ontoggle onbegin href xlink:href src srcset style class id name for form action formaction target rel download ping poster background data srcdoc type value is slot part popover popovertarget commandfor command autofocus accesskey tabindex contenteditable draggable role aria-label aria-labelledby title alt width height colspan rowspan usemap cite longdesc shadowrootmode http-equiv content attributeName to values from fill mask filter clip-path xmlns encoding nonce inert hidden data-commandlinker-command __proto__'.split(
    ' ',
  )
const values = [
  run,
  `javascript:${run}`,
  `java\tscript:${run}`,
  ` \u0001javascript:${run}`,
  remote,
  '//remote.example/fuzz',
  '/__canary/fuzz',
  'data:text/html,<script>1</script>',
  'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
  'http://link.example/fuzz',
  '#host-title',
  'host-title',
  'location',
  'jp-Dialog host-dialog',
  '_top',
  'opener',
  'text/html',
  'href',
  'fixed',
  '99999999',
  '9e15px',
  `background:url(${remote})`,
  `position:fixed;inset:0;background:u\\72l(${remote})`,
  `--x:url(${remote});mask:var(--x)`,
  `url(${remote}#x)`,
  '</style><img src=x onerror=1>',
  '--><img src=x onerror=1>',
  ']]><script>1</script>',
  '"\'`=<>',
  '\u0000\ufffe\u202e',
  '',
]
const texts = [
  'text',
  '<',
  '&lt;img src=x onerror=1&gt;',
  '&#x6a;avascript:1',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '</p>',
  '</svg>',
  '</math>',
  '</style>',
  '</script>',
  '</template>',
  '</table>',
  '<?x',
  `*{background:url(${remote})}`,
  '@import "https://remote.example/fuzz";',
  ':host{position:fixed;inset:0}',
  '$x$',
  '\n\n',
  '\u0000',
]

const attribute: fc.Arbitrary<string> = fc
  .record({
    name: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    ),
    value: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...values) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
    ),
    quote: fc.constantFrom('"', "'", '', '`'),
    space: fc.constantFrom(' ', '/', '\f', '\n'),
  })
  .map(({ name, value, quote, space }) => `${space}${name}=${quote}${value}${quote}`)

const { markup }: { markup: fc.Arbitrary<string> } = fc.letrec<{ markup: string; element: string }>(
  (tie) => ({
    markup: fc
      .array(
        fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.constantFrom(...texts),
          fc.string({ maxLength: 8 }),
          tie('element'),
        ),
        { maxLength: 5 },
      )
      .map((parts) => parts.join('')),
    element: fc
      .record({
        tag: fc.constantFrom(...tags),
        attributes: fc.array(attribute, { maxLength: 4 }),
        inner: tie('markup'),
        end: fc.constantFrom('right', 'right', 'right', 'none', 'wrong'),
      })
      .map(({ tag, attributes, inner, end }) => {
        const close = end === 'right' ? `</${tag}>` : end === 'wrong' ? '</b></table></svg>' : ''
        return `<${tag}${attributes.join('')}>${inner}${close}`
      }),
  }),
)

const written: readonly string[] = mounted.flatMap(({ kind, input }) =>
  ['html', 'css', 'url', 'mathml'].includes(kind) && typeof input === 'string' && input.length < 2000
    ? [input]
    : [],
)

/** Markup of the grammar, payloads of the corpora spliced into each other, and both at once. */
export const hostileMarkup: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: markup },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...written), fc.constantFrom(...written), fc.nat(1000), fc.nat(1000))
      .map(
        ([one, other, cut, at]) =>
          one.slice(0, cut % (one.length + 1)) + other.slice(at % (other.length + 1)) + one,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(markup, fc.constantFrom(...written))
      .map(([outer, inner]) => outer.replace('text', inner)),
  },
)
