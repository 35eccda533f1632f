// SVG and MathML: scripts, loads, animation, foreign content and references, as an `image/svg+xml` output and inline.
import { group, type Payload, type Row } from './payload.js'

const ns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const svg = (inner: string, more = ''): string =>
  `<svg ${ns} width="80" height="40" viewBox="0 0 80 40" ${more}><text y="30">before {{id}}</text>${inner}</svg>`
const row = (title: string, inner: string, mustNot: readonly string[]): Row => [
  title,
  svg(inner),
  { mustNot, mustRemain: ['before {{id}}'] },
]
const load = (title: string, inner: string): Row => row(title, inner, ['network'])
const run = (title: string, inner: string): Row => row(title, inner, ['execution'])
const lead = (title: string, inner: string): Row => row(title, inner, ['navigation', 'execution'])

const documents: Row[] = [
  run('a script', '<script>{{run}}</script>'),
  run(
    'a script of ECMAScript type in CDATA',
    '<script type="application/ecmascript"><![CDATA[{{run}}]]></script>',
  ),
  run('a module script', '<script type="module">{{run}}</script>'),
  run('a script in another prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">{{run}}</s:script>'),
  run('an XHTML script', '<script xmlns="http://www.w3.org/1999/xhtml">{{run}}</script>'),
  run('an XHTML script with a prefix', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">{{run}}</h:script>'),
  [
    'onload on the root',
    svg('', 'onload="{{run}}"'),
    { mustNot: ['execution'], mustRemain: ['before {{id}}'] },
  ],
  run('onload on a group', '<g onload="{{run}}"/>'),
  run(
    'onclick, onmouseover and onfocusin on shapes',
    '<rect width="80" height="40" onclick="{{run}}" onmouseover="{{run}}" onfocusin="{{run}}" tabindex="0"/>',
  ),
  run(
    'onzoom, onscroll and onunload',
    '<g onzoom="{{run}}" onscroll="{{run}}" onunload="{{run}}" onresize="{{run}}"/>',
  ),
  run(
    'a handler element',
    '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">{{run}}</handler><listener event="load" handler="#x"/>',
  ),
  run('an entity declared in a doctype', '&x;'),
  [
    'a doctype whose entity holds a script',
    `<!DOCTYPE svg [<!ENTITY x "<script>{{run}}</script>">]>${svg('&x;')}`,
    { mustNot: ['execution'] },
  ],
  [
    'a doctype with an external entity',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "{{remote}}">]>${svg('&x;')}`,
    { mustNot: ['network'] },
  ],
  [
    'a doctype with an external subset',
    `<!DOCTYPE svg SYSTEM "{{remote}}">${svg('')}`,
    { mustNot: ['network'] },
  ],
  [
    'entities that grow tenfold nine times',
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
      .join('')}]>${svg('&i;')}`,
    { mustNot: ['resources'] },
  ],
  [
    'an XML style sheet instruction',
    `<?xml-stylesheet type="text/xsl" href="{{remote}}"?>${svg('')}`,
    { mustNot: ['network', 'markup:remote.example'] },
  ],
  [
    'an XML style sheet instruction with data',
    `<?xml-stylesheet type="text/css" href="data:text/css,*{background:url({{remote}})}"?>${svg('')}`,
    { mustNot: ['network', 'markup:remote.example'] },
  ],
  [
    'an XML declaration and comment',
    `<?xml version="1.0" encoding="UTF-8"?><!-- comment -->${svg('')}`,
    { mustNot: ['execution'], mustRemain: ['before {{id}}'] },
  ],
  ['an SVG that is HTML', '<p>text</p><script>{{run}}</script>', { mustNot: ['execution'] }],
  [
    'an SVG that is not well-formed',
    `<svg ${ns}><g><text>open<img src="data:," onerror="{{run}}">`,
    { mustNot: ['execution'] },
  ],
  ['an SVG after other markup', `<img src="data:," onerror="{{run}}">${svg('')}`, { mustNot: ['execution'] }],
  [
    'an SVG without its namespace',
    '<svg><script>{{run}}</script><text y="9">text</text></svg>',
    { mustNot: ['execution'] },
  ],
  [
    'an SVG in a wrong namespace',
    '<svg xmlns="http://www.w3.org/1999/xhtml"><img src="data:," onerror="{{run}}"/></svg>',
    { mustNot: ['execution'] },
  ],
  ['an empty SVG', '', { mustNot: ['execution'] }],
  [
    'an SVG with a base',
    svg('<image href="pic.png" width="9" height="9"/>', 'xml:base="https://remote.example/{{id}}/"'),
    { mustNot: ['network'] },
  ],

  load('an image', '<image href="{{remote}}" width="9" height="9"/>'),
  load('an image by xlink', '<image xlink:href="{{remote}}" width="9" height="9"/>'),
  load('an image of the same origin', '<image href="{{here}}" width="9" height="9"/>'),
  load(
    'an image by a prefix nobody expects',
    '<image xmlns:y="http://www.w3.org/1999/xlink" y:href="{{remote}}" width="9" height="9"/>',
  ),
  load(
    'an image that is an SVG that loads',
    `<image width="9" height="9" href="data:image/svg+xml,&lt;svg xmlns='http://www.w3.org/2000/svg'>&lt;image href='{{remote}}'/>&lt;/svg>"/>`,
  ),
  load('use of another document', '<use href="{{remote}}#x"/>'),
  load('use of the same origin', '<use xlink:href="{{here}}#x"/>'),
  load(
    'use of a data document',
    `<use href="data:image/svg+xml,&lt;svg id='x' xmlns='http://www.w3.org/2000/svg'>&lt;image href='{{remote}}'/>&lt;/svg>#x"/>`,
  ),
  load(
    'feImage',
    '<filter id="{{id}}-f"><feImage href="{{remote}}"/></filter><rect width="9" height="9" filter="url(#{{id}}-f)"/>',
  ),
  load(
    'feImage of the same origin by xlink',
    '<filter id="{{id}}-f"><feImage xlink:href="{{here}}"/></filter><rect width="9" height="9" filter="url(#{{id}}-f)"/>',
  ),
  ...[
    'fill',
    'stroke',
    'filter',
    'mask',
    'clip-path',
    'marker',
    'marker-start',
    'marker-mid',
    'marker-end',
    'cursor',
  ].map(
    (name): Row =>
      load(`${name} as a presentation attribute`, `<path d="M0,0L9,9L9,0" ${name}="url({{remote}}#x)"/>`),
  ),
  load('fill with an escape in the attribute', '<path d="M0,0L9,9" fill="u\\72l({{remote}}#x)"/>'),
  load('fill with a fallback colour', '<path d="M0,0L9,9" fill="url({{remote}}#x) red"/>'),
  load('fill of the same origin with quotes', '<path d="M0,0L9,9" fill="url(\'{{here}}#x\')"/>'),
  load('style attribute', '<path d="M0,0L9,9" style="fill:url({{remote}}#x);mask:url({{here}}#y)"/>'),
  load('style element', '<style>text{fill:url({{remote}}#x);background:url({{here}})}</style>'),
  load('style element that imports', '<style>@import url({{remote}});</style>'),
  load(
    'style element in CDATA',
    '<style><![CDATA[@import "{{remote}}";rect{mask:url({{here}}#x)}]]></style><rect width="9" height="9"/>',
  ),
  load(
    'style element with a font',
    '<style>@font-face{font-family:f;src:url({{remote}})}text{font-family:f}</style>',
  ),
  load(
    'an animated fill',
    '<rect width="9" height="9"><animate attributeName="fill" values="url({{remote}}#x);red" dur="1s"/></rect>',
  ),
  load(
    'an animated href of an image',
    '<image width="9" height="9"><animate attributeName="href" values="{{remote}};{{here}}" dur="1s"/></image>',
  ),
  load(
    'a set href of an image',
    '<image width="9" height="9"><set attributeName="xlink:href" to="{{remote}}"/></image>',
  ),
  load(
    'an animated style of a mask',
    '<rect width="9" height="9"><set attributeName="mask" attributeType="CSS" to="url({{remote}}#m)"/></rect>',
  ),
  load(
    'a gradient that inherits from elsewhere',
    '<linearGradient id="{{id}}-g" href="{{remote}}#g"/><rect width="9" height="9" fill="url(#{{id}}-g)"/>',
  ),
  load(
    'a pattern that inherits from elsewhere',
    '<pattern id="{{id}}-p" xlink:href="{{remote}}#p"/><rect width="9" height="9" fill="url(#{{id}}-p)"/>',
  ),
  load('text on a path from elsewhere', '<text><textPath href="{{remote}}#p">text</textPath></text>'),
  load(
    'tref and altGlyph',
    '<text><tref xlink:href="{{remote}}#t"/><altGlyph xlink:href="{{remote}}#g">a</altGlyph></text>',
  ),
  load(
    'an SVG font',
    '<font-face font-family="f"><font-face-src><font-face-uri xlink:href="{{remote}}#f"/></font-face-src></font-face>',
  ),
  load('an SVG cursor', '<cursor xlink:href="{{remote}}"/><color-profile xlink:href="{{remote}}" name="p"/>'),
  load(
    'a color profile and icc',
    '<color-profile name="p" xlink:href="{{here}}"/><rect width="9" height="9" fill="red icc-color(p,1)"/>',
  ),
  load(
    'SVG audio, video and iframe',
    '<audio href="{{remote}}"/><video href="{{remote}}" src="{{here}}"/><iframe src="{{remote}}"/>',
  ),
  load(
    'an XHTML image in the SVG namespace tree',
    '<img xmlns="http://www.w3.org/1999/xhtml" src="{{remote}}"/>',
  ),
  load(
    'an XHTML link in the SVG',
    '<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="{{remote}}"/>',
  ),
  load(
    'an image in foreignObject',
    '<foreignObject width="80" height="40"><img xmlns="http://www.w3.org/1999/xhtml" src="{{remote}}"/></foreignObject>',
  ),
  load('xi:include', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{{remote}}"/>'),
  load(
    'an XSLT',
    '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:include href="{{remote}}"/></xsl:stylesheet>',
  ),
  load(
    'discard, view and metadata',
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:resource="{{remote}}"/></rdf:RDF></metadata><discard begin="0s" href="#host-title"/>',
  ),

  lead('a link', '<a href="javascript:{{run}}"><rect width="80" height="40"/></a>'),
  lead('a link by xlink', '<a xlink:href="javascript:{{run}}"><rect width="80" height="40"/></a>'),
  lead(
    'a link with both',
    '<a href="{{link}}" xlink:href="javascript:{{run}}"><rect width="80" height="40"/></a>',
  ),
  lead('a link to the top', '<a href="{{here}}" target="_top"><rect width="80" height="40"/></a>'),
  lead(
    'a link with xlink:show and actuate',
    '<a xlink:href="{{here}}" xlink:show="replace" xlink:actuate="onLoad"><rect width="80" height="40"/></a>',
  ),
  lead('a link that downloads', '<a href="{{here}}" download="x.exe"><rect width="80" height="40"/></a>'),
  lead('a link with ping', '<a href="{{link}}" ping="{{remote}}"><rect width="80" height="40"/></a>'),
  lead(
    'an animated link',
    '<a href="#"><rect width="80" height="40"/><animate attributeName="href" values="javascript:{{run}}" dur="1s" fill="freeze"/></a>',
  ),
  lead(
    'an animated link, from and to',
    '<a href="#"><rect width="80" height="40"/><animate attributeName="xlink:href" from="#" to="javascript:{{run}}" dur="1ms" fill="freeze"/></a>',
  ),
  lead(
    'an animated link, by',
    '<a href="java"><rect width="80" height="40"/><animate attributeName="href" by="script:{{run}}" additive="sum" accumulate="sum" dur="1ms" fill="freeze"/></a>',
  ),
  lead(
    'a link set from outside by an id',
    '<a id="{{id}}-a"><rect width="80" height="40"/></a><set href="#{{id}}-a" attributeName="href" to="javascript:{{run}}"/>',
  ),
  lead(
    'an animation aimed at the host',
    '<set href="#host-link" attributeName="href" to="javascript:{{run}}"/><animate xlink:href="#host-title" attributeName="opacity" to="0" dur="1ms" fill="freeze"/>',
  ),
  lead(
    'an animation of a handler',
    '<rect width="80" height="40"><set attributeName="onmouseover" to="{{run}}"/><animate attributeName="onload" to="{{run}}" dur="1ms"/></rect>',
  ),
  lead(
    'an animation with prefix and case changes',
    '<a><rect width="80" height="40"/><ANIMATE attributename="HREF" values="javascript:{{run}}"/><animate attributeName="ns1:href" to="javascript:{{run}}"/></a>',
  ),
  lead(
    'animateTransform, animateMotion and animateColor of href',
    '<a><animateTransform attributeName="href" to="javascript:{{run}}"/><animateMotion attributeName="href" to="javascript:{{run}}"/><animateColor attributeName="href" to="javascript:{{run}}"/><rect width="80" height="40"/></a>',
  ),
  lead(
    'a script address in use',
    '<use href="javascript:{{run}}"/><use xlink:href="data:image/svg+xml;base64,PHN2Zy8+#x"/>',
  ),

  row(
    'foreignObject with a handler',
    '<foreignObject width="80" height="40"><body xmlns="http://www.w3.org/1999/xhtml" onload="{{run}}"><img src="data:," onerror="{{run}}"/></body></foreignObject>',
    ['execution'],
  ),
  row(
    'foreignObject with a form',
    '<foreignObject width="80" height="40"><form xmlns="http://www.w3.org/1999/xhtml" action="{{here}}"><button>send</button></form></foreignObject>',
    ['navigation'],
  ),
  row(
    'foreignObject with an iframe',
    '<foreignObject width="80" height="40"><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script>parent.__nbtrustCanary(1)&lt;/script>"/></foreignObject>',
    ['execution', 'selector:iframe'],
  ),
  row(
    'foreignObject that covers',
    '<foreignObject x="-2000" y="-2000" width="9000" height="9000" style="overflow:visible"><div xmlns="http://www.w3.org/1999/xhtml" style="position:fixed;inset:0;background:red">text</div></foreignObject>',
    ['style'],
  ),
  row(
    'ids of the host',
    '<g id="host-title"/><g id="location"/><rect id="host-search" width="9" height="9"/>',
    ['clobbering'],
  ),
  row('classes of the host', '<g class="jp-Dialog host-dialog"/>', ['imitation']),
  row('a style element over the page', '<style>*{display:none!important}:root{background:red}</style>', [
    'style',
  ]),
  row('a title that follows the pointer', '<title>Session expired: log in</title><desc>text</desc>', [
    'imitation',
  ]),
  row('a shape outside of the canvas', '<rect x="-3000" y="-3000" width="9000" height="9000" fill="red"/>', [
    'style',
  ]),
  [
    'overflow visible and a fixed root',
    svg(
      '<rect x="-3000" y="-3000" width="9000" height="9000" fill="red"/>',
      'style="overflow:visible;position:fixed;top:0;left:0;z-index:9"',
    ),
    { mustNot: ['style'], mustRemain: ['before {{id}}'] },
  ],
  [
    'a size of 9e15',
    `<svg ${ns} width="9e15" height="9e15"><rect width="100%" height="100%" fill="red"/></svg>`,
    { mustNot: ['style', 'resources'] },
  ],
  [
    'a size in viewport units',
    `<svg ${ns} width="900vw" height="9000vh"><rect width="100%" height="100%" fill="red"/></svg>`,
    { mustNot: ['style'] },
  ],
  [
    'a negative and a NaN size',
    `<svg ${ns} width="-9" height="NaN" viewBox="0 0 0 0"><rect width="9" height="9"/></svg>`,
    { mustNot: ['resources'] },
  ],
  row('use of itself', '<g id="{{id}}-a"><use href="#{{id}}-a"/></g>', ['resources']),
  row(
    'use in circles',
    '<g id="{{id}}-a"><use href="#{{id}}-b"/></g><g id="{{id}}-b"><use href="#{{id}}-a"/></g>',
    ['resources'],
  ),
  row(
    'use that doubles 24 times',
    `${Array.from(
      { length: 24 },
      (_, n) => `<g id="{{id}}-${n + 1}"><use href="#{{id}}-${n}"/><use href="#{{id}}-${n}"/></g>`,
    ).join('')}<rect id="{{id}}-0" width="1" height="1"/>`,
    ['resources'],
  ),
  row(
    'patterns that nest in each other',
    '<pattern id="{{id}}-p" width="1" height="1" patternUnits="userSpaceOnUse"><rect width="9" height="9" fill="url(#{{id}}-q)"/></pattern><pattern id="{{id}}-q" width="1" height="1" patternUnits="userSpaceOnUse"><rect width="9" height="9" fill="url(#{{id}}-p)"/></pattern><rect width="80" height="40" fill="url(#{{id}}-p)"/>',
    ['resources'],
  ),
  row(
    'a filter with a radius of a million',
    '<filter id="{{id}}-f" x="-9" y="-9" width="99" height="99"><feGaussianBlur stdDeviation="1000000"/><feMorphology radius="1000000"/><feTurbulence numOctaves="100000"/></filter><rect width="80" height="40" filter="url(#{{id}}-f)"/>',
    ['resources'],
  ),
  row(
    'a stroke of a million dashes',
    '<path d="M0 0H1e9" stroke="red" stroke-width="1" stroke-dasharray=".001"/>',
    ['resources'],
  ),
  row(
    'a filter that reads the page behind',
    '<filter id="{{id}}-f"><feImage href="#host-title"/><feTile/></filter><rect width="80" height="40" filter="url(#{{id}}-f)" style="background-image:-moz-element(#host-title)"/>',
    ['style'],
  ),
]

const inline: Row[] = [
  [
    'an SVG in HTML whose desc returns to HTML',
    '<svg><desc><img src="data:," onerror="{{run}}"></desc></svg>',
  ],
  ['an SVG title that returns to HTML', '<svg><title><img src="data:," onerror="{{run}}"></title></svg>'],
  ['an HTML tag that breaks out of SVG', '<svg><p><img src="data:," onerror="{{run}}"></p></svg>'],
  ['an SVG style that is not text', '<svg><style><img src="data:," onerror="{{run}}"></style></svg>'],
  [
    'an SVG that closes in an attribute',
    '<svg><style><a title="</style></svg><img src=data:, onerror={{run}}>"></style></svg>',
  ],
  [
    'an SVG script that contains a comment',
    '<svg><script><!--</script><img src="data:," onerror="{{run}}">--></svg>',
  ],
  ['an SVG image spelled img', '<svg><img src="data:," onerror="{{run}}"></svg>'],
  [
    'animate of href in mixed case',
    '<svg width="60" height="20"><a><ANIMATE ATTRIBUTENAME="HREF" VALUES="javascript:{{run}}"/><text y="15">text</text></a></svg>',
  ],
  ['an SVG tag with a prefix in HTML', '<svg:svg><svg:script>{{run}}</svg:script></svg:svg>'],
  [
    'an SVG with an anchor around the page',
    '<svg><a href="javascript:{{run}}"><foreignObject width="60" height="20"><p>text</p></foreignObject></a></svg>',
  ],
  [
    'an SVG use of a script in the output',
    '<svg><defs><g id="{{id}}-x"><script>{{run}}</script></g></defs><use href="#{{id}}-x"/></svg>',
  ],
]

const math: Row[] = [
  [
    'maction with a status line',
    '<math><maction actiontype="statusline#{{link}}" xlink:href="javascript:{{run}}"><mi>x</mi></maction></math>',
  ],
  [
    'maction that toggles',
    '<math><maction actiontype="toggle" selection="2"><mi>x</mi><mtext><img src="data:," onerror="{{run}}"></mtext></maction></math>',
  ],
  [
    'href on mrow',
    '<math><mrow href="javascript:{{run}}"><mi>x</mi></mrow></math>',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'xlink:href on math',
    '<math xlink:href="javascript:{{run}}" xlink:type="simple"><mi>x</mi></math>',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'semantics with an HTML annotation',
    '<math><semantics><mi>x</mi><annotation-xml encoding="text/html"><img src="data:," onerror="{{run}}"></annotation-xml></semantics></math>',
  ],
  [
    'semantics with an XHTML annotation',
    '<math><semantics><mi>x</mi><annotation-xml encoding="application/xhtml+xml"><script>{{run}}</script></annotation-xml></semantics></math>',
  ],
  [
    'semantics with an SVG annotation',
    '<math><semantics><mi>x</mi><annotation-xml><svg onload="{{run}}"/></annotation-xml></semantics></math>',
  ],
  [
    'an annotation with a source',
    '<math><semantics><mi>x</mi><annotation src="{{remote}}" encoding="application/x-tex">x</annotation></semantics></math>',
    { mustNot: ['network'] },
  ],
  [
    'mglyph with a source',
    '<math><mi><mglyph src="{{remote}}" alt="x"/></mi></math>',
    { mustNot: ['network'] },
  ],
  ['an altimg', '<math altimg="{{remote}}" altimg-width="9"><mi>x</mi></math>', { mustNot: ['network'] }],
  [
    'mtext that returns to HTML',
    '<math><mtext><table><mglyph><style><img src="data:," onerror="{{run}}"></style></mglyph></table></mtext></math>',
  ],
  [
    'mstyle that covers',
    '<math><mstyle mathsize="90000px" mathbackground="red" scriptlevel="-99"><mi>x</mi></mstyle></math>',
    { mustNot: ['style'] },
  ],
  [
    'mspace and mpadded that cover',
    '<math><mspace width="90000px" height="90000px" depth="90000px"/><mpadded width="-9000px" lspace="-9000px" voffset="9000px"><mi>x</mi></mpadded></math>',
    { mustNot: ['style'] },
  ],
  [
    'a style attribute that is fixed',
    '<math style="position:fixed;inset:0;background:red"><mi style="position:fixed;inset:0">x</mi></math>',
    { mustNot: ['style'] },
  ],
  [
    'ids and classes of the host',
    '<math id="host-title" class="jp-Dialog"><mi id="location">x</mi></math>',
    { mustNot: ['clobbering', 'imitation'] },
  ],
  [
    'an unknown MathML element',
    '<math><script>{{run}}</script><mscript>x</mscript><mi><iframe srcdoc="x"></iframe></mi></math>',
    { mustNot: ['execution', 'selector:iframe'] },
  ],
  [
    'a definition URL',
    '<math><csymbol definitionURL="{{remote}}" cd="{{remote}}">x</csymbol><share href="{{remote}}"/></math>',
    { mustNot: ['network'] },
  ],
  [
    'an mtable that spans beyond reason',
    '<math><mtable><mtr><mtd columnspan="99999999" rowspan="99999999"><mi>x</mi></mtd></mtr></mtable></math>',
    { mustNot: ['resources'] },
  ],
  [
    'a handler on every kind of token',
    '<math onclick="{{run}}"><mi onmouseover="{{run}}">x</mi><mo onfocus="{{run}}" tabindex="0">+</mo><mn onpointerdown="{{run}}">1</mn></math>',
  ],
  [
    'a handler on a container',
    '<math><mrow onclick="{{run}}"><mfrac onmouseover="{{run}}"><mn>1</mn><mn>2</mn></mfrac></mrow></math>',
  ],
  [
    'a link that opens the top window',
    '<math><mrow href="{{here}}" target="_top"><mtext>text</mtext></mrow></math>',
    { mustNot: ['navigation', 'network'] },
  ],
  [
    'HTML in mtext',
    '<math><mtext><img src="{{here}}" onerror="{{run}}"><a href="javascript:{{run}}">text</a></mtext></math>',
    { mustNot: ['execution', 'network', 'navigation'] },
  ],
  [
    'HTML in ms, mn, mo and mi',
    '<math><ms><img src="data:," onerror="{{run}}"></ms><mn><audio src="{{here}}" autoplay></audio></mn><mo><video poster="{{remote}}"></video></mo><mi><input autofocus onfocus="{{run}}"></mi></math>',
    { mustNot: ['execution', 'network'] },
  ],
  [
    'a background of a table cell',
    '<math><mtable><mtr><mtd background="{{remote}}" style="background:url({{here}})"><mi>x</mi></mtd></mtr></mtable></math>',
    { mustNot: ['network'] },
  ],
  [
    'a style sheet in mtext',
    '<math><mtext><style>#host-title{display:none}body{background:url({{here}})}</style>x</mtext></math>',
    { mustNot: ['style', 'network'] },
  ],
  [
    'mathcolor and mathbackground with a function',
    '<math mathbackground="url({{remote}})" mathcolor="expression({{run}})"><mi>x</mi></math>',
    { mustNot: ['network', 'execution'] },
  ],
  [
    'an operator that stretches over the page',
    '<math><mo stretchy="true" minsize="90000px" maxsize="90000px" lspace="-900px" rspace="-900px">(</mo></math>',
    { mustNot: ['style'] },
  ],
]

/** `image/svg+xml` outputs. */
export const svgDocuments: readonly Payload[] = group(
  'svg',
  { kind: 'svg', mustNot: ['execution'] },
  documents,
)
/** SVG inside HTML. */
export const svgInline: readonly Payload[] = group(
  'svg-inline',
  { kind: 'html', mustNot: ['execution'] },
  inline,
)
/** MathML inside HTML. */
export const mathml: readonly Payload[] = group('mathml', { kind: 'mathml', mustNot: ['execution'] }, math)
