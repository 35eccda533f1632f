// Composes hostile and harmless markup at random, for properties that must hold whatever comes in.
import fc from 'fast-check'

const tags = [
  'a abbr area article audio b blockquote body br button caption center code col colgroup dd details dialog div dl dt em',
  'fieldset font form frameset h1 head hr html i iframe img input label legend li link main map math mi mo mtext mglyph',
  'malignmark annotation-xml semantics nobr noembed noscript object ol optgroup option output p picture plaintext pre',
  's script section select slot source span strike strong style sub summary sup svg table tbody td template textarea tfoot',
  'th thead title tr track tt u ul video wbr xmp x-y',
]
  .join(' ')
  .split(' ')
const drawn =
  'a animate circle clipPath defs desc feImage filter foreignObject g image linearGradient mask path script set style svg text title use'.split(
    ' ',
  )
const names = [
  'accesskey action align alt aria-hidden aria-label aria-live autofocus background bgcolor border checked class colspan',
  'contenteditable data-x dir download draggable fill filter for form formaction headers height hidden href id is lang',
  'name nonce onclick onerror onload open part ping popover poster rel role slot src srcdoc srcset style tabindex target title',
  'type usemap value width xlink:href xmlns xml:base attributeName values',
]
  .join(' ')
  .split(' ')
const values = [
  '',
  '1',
  '-1',
  '9999999999',
  '100%',
  'a',
  'a b',
  'nbout-a',
  '#a',
  '#a%20b',
  'url(#a)',
  'url(//evil.example/x)',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>1</script>',
  'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
  'data:image/svg+xml,<svg onload=x>',
  'https://evil.example/x',
  '//evil.example/x',
  '/logout',
  'x.png 1x, data:image/gif;base64,R0lGODlhAQABAAAAACw= 2x',
  '_top',
  'dialog',
  'img',
  'checkbox',
  'password',
  'jp-Dialog ansi-red-fg',
  'color:red;position:fixed;margin:-9px;border:1px solid red;border-left:none',
  'background:red;background-size:3px;font:bold 9px x;font-style:italic',
  'background:u\\72l(//evil.example/x);--x:url(y);width:calc(1px + 2px)',
  'list-style:none;text-decoration:underline;overflow:hidden;flex:1;grid-area:a',
  '-->',
  ']]>',
  '</style><img src=x onerror=y>',
  '"><img src=x onerror=y>',
  'é\u202e\u0000',
]

const tag = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...tags) },
  { weight: 1, arbitrary: fc.constantFrom(...drawn) },
)
const quoted = fc.constantFrom(...values).map((value) => `"${value.replaceAll('"', '&quot;')}"`)
const attribute = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...names), quoted).map((pair) => pair.join('=')) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)).map((pair) => pair.join('=')),
  },
)
const open = fc
  .tuple(tag, fc.array(attribute, { maxLength: 4 }), fc.constantFrom('>', '>', '>', '/>', ''))
  .map(([name, attributes, end]) => `<${[name, ...attributes].join(' ')}${end}`)
const close = tag.map((name) => `</${name}>`)
const text = fc.constantFrom(
  'text',
  ' ',
  '&lt;b&gt;',
  '<!-- c -->',
  '<!--',
  '-->',
  '<![CDATA[x]]>',
  '<?x?>',
  '*{color:red}',
  '@import "//evil.example/x";',
  '</style>',
  '\u0000',
)

/** Markup of up to forty pieces. */
export const markup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: open }, { weight: 3, arbitrary: close }, { weight: 2, arbitrary: text }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''))

const shapes =
  'a circle clipPath defs desc ellipse g image line linearGradient marker mask metadata path pattern polygon polyline radialGradient rect stop style svg symbol text textPath title tspan use'.split(
    ' ',
  )
const shapeAttributes = [
  'class="a"',
  'clip-path="url(#a)"',
  'clip-path="url(//evil.example/x)"',
  'd="M 0 0 L 10 10 z"',
  'fill="none"',
  'fill="url(#a) red"',
  'font-size="12"',
  'height="100%"',
  'href="#a"',
  'href="https://evil.example/x"',
  'id="a"',
  'offset="0.5"',
  'onclick="x()"',
  'opacity="0.5"',
  'points="0,0 1,1"',
  'preserveAspectRatio="none"',
  'stroke="#1f77b4"',
  'stroke-width="1.5"',
  'style="fill: none; stroke: #1f77b4"',
  'style="position: fixed; fill: url(x)"',
  'text-anchor="middle"',
  'transform="rotate(-90) scale(2)"',
  'viewBox="0 0 10 10"',
  'width="9e9px"',
  'xlink:href="data:image/gif;base64,R0lGODlhAQABAAAAACw="',
  'xlink:href="javascript:x()"',
  'xml:space="preserve"',
  'xmlns="http://www.w3.org/2000/svg"',
]

/** A drawing as chart libraries write them, with now and then something that does not belong there. */
export const drawing: fc.Arbitrary<string> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...shapes),
        fc.array(fc.constantFrom(...shapeAttributes), { maxLength: 5 }),
        fc.constantFrom('></', '/></', '>text</', '><b>text</b></', ''),
      )
      .map(([name, attributes, end]) => {
        const start = `<${[name, ...attributes].join(' ')}`
        return end === '' ? `${start}>` : `${start}${end}${name}>`
      }),
    { minLength: 1, maxLength: 20 },
  )
  .map((pieces) => `<svg width="10pt" viewBox="0 0 10 10">${pieces.join('')}</svg>`)
