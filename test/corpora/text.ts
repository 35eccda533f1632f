// The textual formats: Markdown, LaTeX and terminal text, each with what its own syntax can smuggle.
import { group, type Payload, type Row } from './payload.js'

const run = ['execution']
const dead = ['execution', 'navigation', 'selector:a[href^="j"],a[href^="d"],a[href^="v"],a[href^="f"]']
const net = ['network']
const lead = ['navigation']
const keep = (text: string): { mustRemain: string[] } => ({ mustRemain: [text] })

const md: Row[] = [
  ['a script block', '<script>{{run}}</script>'],
  ['a raw handler in a block', '<img src="data:," onerror="{{run}}">\n\ntext', keep('text')],
  ['a raw handler inline', 'text <img src="data:," onerror="{{run}}"> text', keep('text')],
  ['raw HTML split across lines', '<img\nsrc="data:,"\nonerror="{{run}}"\n>'],
  ['raw HTML split across a blank line', '<div title="\n\n"><img src="data:," onerror="{{run}}">">\n\ntext'],
  ['raw HTML in a list', '- one\n- <img src="data:," onerror="{{run}}">\n', keep('one')],
  ['raw HTML in a quote', '> <svg onload="{{run}}">\n> text'],
  [
    'raw HTML in a table',
    '| a | b |\n|---|---|\n| <img src=data:, onerror="{{run}}"> | cell |',
    keep('cell'),
  ],
  ['raw HTML in a heading', '# title <img src="data:," onerror="{{run}}">', keep('title')],
  ['raw HTML in a footnote', 'text[^1]\n\n[^1]: <img src="data:," onerror="{{run}}">', keep('text')],
  ['raw HTML in a task list', '- [x] <b onmouseover="{{run}}">text</b>\n- [ ] other', keep('text')],
  ['raw HTML in an image text', '![<img src=data:, onerror={{run}}>](data:,)'],
  ['raw HTML in a link text', '[<img src=data:, onerror="{{run}}">]({{link}})'],
  ['raw HTML in a link title', '[text]({{link}} "x\\"><img src=data:, onerror={{run}}>")', keep('text')],
  [
    'raw HTML in a reference title',
    '[text][r]\n\n[r]: {{link}} (<img src=data:, onerror={{run}}>)',
    keep('text'),
  ],
  ['raw HTML in a code span', '`<img src=data:, onerror={{run}}>`', keep('<img src=data:, onerror=')],
  ['raw HTML in a fence', '```\n<script>{{run}}</script>\n```', keep('<script>')],
  ['raw HTML in indented code', '    <script>{{run}}</script>', keep('<script>')],
  ['raw HTML after a fence that is never closed', '```html\n<script>{{run}}</script>', keep('<script>')],
  ['a code info string that breaks out', '```"><img src=data:, onerror={{run}}>\ncode\n```', keep('code')],
  [
    'a code info string with a quote and a class',
    "```x' onmouseover='{{run}}' class='host-dialog\ncode\n```",
    { mustNot: ['execution', 'imitation'], mustRemain: ['code'] },
  ],
  ['a code info string named __proto__', '```__proto__\ncode\n```\n```constructor\ncode\n```', keep('code')],
  [
    'a code info string that names a renderer',
    '```mermaid\ngraph TD; A["<img src=data:, onerror={{run}}>"]\n```',
  ],
  ['a comment', '<!-- <script>{{run}}</script> -->text', { mustNot: run }],
  ['a comment that ends early', '<!--> <img src="data:," onerror="{{run}}"> -->'],
  ['a comment that is never closed', 'text\n\n<!-- <img src="data:," onerror="{{run}}">'],
  ['a CDATA section', '<![CDATA[ <img src="data:," onerror="{{run}}"> ]]>'],
  ['a declaration', '<!X "<img src=data:, onerror={{run}}>">'],
  ['a processing instruction', '<? <img src="data:," onerror="{{run}}"> ?>'],
  [
    'a style block',
    '<style>*{display:none}body{background:url({{remote}})}</style>\n\ntext',
    { mustNot: ['style', 'network'], mustRemain: ['text'] },
  ],
  [
    'a style attribute',
    '<p style="position:fixed;inset:0;background:url({{remote}})">text</p>',
    { mustNot: ['style', 'network'], mustRemain: ['text'] },
  ],
  ['a form', '<form action="{{here}}"><button>send</button></form>', { mustNot: lead }],
  [
    'an iframe',
    '<iframe src="{{remote}}" srcdoc="<script>parent.__nbtrustCanary(1)</script>"></iframe>',
    { mustNot: ['execution', 'network'] },
  ],
  ['a meta refresh', '<meta http-equiv="refresh" content="0;url={{here}}">', { mustNot: lead }],
  [
    'a class of the host',
    '<div class="jp-Dialog host-dialog">text</div>',
    { mustNot: ['imitation'], mustRemain: ['text'] },
  ],
  ['an id of the host', '<div id="host-title">text</div>', { mustNot: ['clobbering'], mustRemain: ['text'] }],
  [
    'a declarative shadow root',
    '<div><template shadowrootmode="open"><img src="data:," onerror="{{run}}"></template></div>',
  ],
  [
    'a raw details with a handler',
    '<details open ontoggle="{{run}}"><summary>more</summary>\n\ntext\n\n</details>',
    keep('text'),
  ],
  ['a link with a script', '[text](javascript:{{run}})', { mustNot: dead, mustRemain: ['text'] }],
  [
    'a link with an entity in the scheme',
    '[text](java&#115;cript:alert`1`)',
    { mustNot: dead, mustRemain: ['text'] },
  ],
  [
    'a link with a tab reference',
    '[text](java&Tab;script:alert`1`)',
    { mustNot: dead, mustRemain: ['text'] },
  ],
  [
    'a link with a backslash escape',
    '[text](java\\script\\:alert`1`)',
    { mustNot: run, mustRemain: ['text'] },
  ],
  ['a link in angle brackets', '[text](<javascript:{{run}}>)', { mustNot: dead, mustRemain: ['text'] }],
  ['a link with a control character', '[text](\u0001javascript:alert`1`)', { mustNot: run }],
  ['a link in capitals', '[text](JAVASCRIPT:alert`1`)', { mustNot: dead, mustRemain: ['text'] }],
  ['a link with vbscript', '[text](vbscript:x)', { mustNot: dead, mustRemain: ['text'] }],
  [
    'a link with a data page',
    '[text](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    { mustNot: dead, mustRemain: ['text'] },
  ],
  ['a link with a file', '[text](file:///etc/passwd)', { mustNot: dead, mustRemain: ['text'] }],
  ['a link that no parser takes', '[text](http://[)', { mustNot: lead, mustRemain: ['text'] }],
  ['a link to the same origin', '[text]({{here}})', { mustNot: lead, mustRemain: ['text'] }],
  ['a link to a fragment of the host', '[text](#host-title)', { mustNot: lead, mustRemain: ['text'] }],
  [
    'a link with a title that breaks out',
    `[text]({{link}} 'x" onmouseover="{{run}}')`,
    { mustNot: run, mustRemain: ['text'] },
  ],
  [
    'a link with an address that breaks out',
    '[text]({{link}}"onmouseover="alert`1`)',
    { mustNot: run, mustRemain: ['text'] },
  ],
  [
    'a reference with a script',
    '[text][r]\n\n[r]: javascript:alert`1`',
    { mustNot: dead, mustRemain: ['text'] },
  ],
  [
    'a collapsed and a shortcut reference with a script',
    '[text][]\n\n[text]\n\n[text]: <javascript:alert`1`>',
    { mustNot: dead, mustRemain: ['text'] },
  ],
  [
    'a reference named __proto__',
    '[__proto__] [constructor] [toString]\n\n[__proto__]: javascript:alert`1`',
    { mustNot: dead, mustRemain: ['constructor'] },
  ],
  [
    'a reference defined twice',
    '[text][r]\n\n[r]: {{link}}\n[r]: javascript:alert`1`',
    { mustNot: dead, mustRemain: ['text'] },
  ],
  ['an autolink with a script', '<javascript:alert`1`>', { mustNot: dead }],
  [
    'an autolink with any scheme',
    '<x-evil:{{id}}> <made-up-scheme:1>',
    { mustNot: ['execution', 'navigation', 'selector:a[href]'] },
  ],
  ['a bare address', 'see {{link}} and www.link.example/{{id}}', { mustNot: run, mustRemain: ['see'] }],
  [
    'a bare address with a quote',
    'see {{link}}"onmouseover="alert`1` text',
    { mustNot: run, mustRemain: ['text'] },
  ],
  [
    'a bare e-mail address',
    'write to someone@link.example',
    { mustNot: run, mustRemain: ['someone@link.example'] },
  ],
  ['an e-mail autolink with markup', '<someone"onmouseover=alert`1`@link.example>', { mustNot: run }],
  [
    'a bare command address',
    'run command:workbench.action.x and vscode://x/{{id}}',
    { mustNot: ['navigation', 'selector:a[href^="command"],a[href^="vscode"]'], mustRemain: ['run'] },
  ],
  ['an image from elsewhere', '![a chart]({{remote}})', { mustNot: net }],
  ['an image of the same origin', '![a chart]({{here}})', { mustNot: net }],
  ['an image that would log out', '![a chart](/logout?{{id}})', { mustNot: net }],
  ['an image by reference', '![a chart][r]\n\n[r]: {{remote}}', { mustNot: net }],
  ['an image without a scheme', '![a chart](//remote.example/{{id}})', { mustNot: net }],
  [
    'an image with a title that breaks out',
    '![a chart]({{remote}} "x\\" onerror=\\"alert`1`")',
    { mustNot: ['execution', 'network'] },
  ],
  ['an image whose text breaks out', '![x" onerror="alert`1`](data:,)', { mustNot: run }],
  [
    'an image in a link',
    '[![a chart]({{remote}})](javascript:alert`1`)',
    { mustNot: ['execution', 'network', 'navigation'] },
  ],
  ['an image with a script', '![a chart](javascript:alert`1`)', { mustNot: run }],
  [
    'an image with a data SVG',
    '![a chart](data:image/svg+xml;base64,PHN2Zz48c2NyaXB0PmFsZXJ0KDEpPC9zY3JpcHQ+PC9zdmc+)',
    { mustNot: run },
  ],
  [
    'an image of an attachment that is not there',
    '![a chart](attachment:../../{{id}}.png)',
    { mustNot: net },
  ],
  ['entities that spell a tag', '&lt;img src=data:, onerror=alert`1`&gt;', keep('<img src=data:, onerror=')],
  ['entities that spell an entity', '&amp;lt;script&amp;gt;', keep('&lt;script&gt;')],
  ['invalid and huge numeric entities', '&#0; &#xD800; &#x110000; &#99999999999; text', keep('text')],
  [
    'a heading whose id is a name of the page',
    '# location\n\n## host-title\n\n### __proto__',
    { mustNot: ['clobbering'], mustRemain: ['location'] },
  ],
  [
    'a heading whose text is a tag',
    '# \\<img src=data:, onerror=alert`1`>',
    keep('<img src=data:, onerror='),
  ],
  [
    'a heading with an attribute list',
    '# title {#host-title .jp-Dialog onclick=alert(1)}',
    { mustNot: ['execution', 'clobbering', 'imitation'], mustRemain: ['title'] },
  ],
  ['inline math with HTML', '$x<img src=data:, onerror={{run}}>$', { mustNot: run }],
  ['display math with HTML', '$$\n</script><img src=data:, onerror={{run}}>\n$$', { mustNot: run }],
  [
    'math with a link',
    '$\\href{javascript:alert`1`}{x}$',
    { mustNot: ['execution', 'navigation', 'selector:a[href^="j"]'] },
  ],
  ['math with an image', '$\\includegraphics{{{remote}}}$', { mustNot: net }],
  ['math around Markdown', '$a_b$ and *text* and $c_d$', { mustNot: run, mustRemain: ['text'] }],
  ['math that is never closed', 'costs $5 <img src="data:," onerror="{{run}}"> and', keep('costs')],
  ['math in a code span', '`$<img src=data:, onerror=alert(1)>$`', keep('$<img src=data:')],
  ['math placeholders that collide', '@@0@@ $x$ @@1@@ {{id}} \u0002math0\u0003 text', keep('text')],
  [
    'a LaTeX environment with HTML',
    '\\begin{align}<img src=data:, onerror={{run}}>\\end{align}',
    { mustNot: run },
  ],
  [
    'an emphasis maze',
    `${'*_'.repeat(200)}text${'_*'.repeat(200)}<img src="data:," onerror="{{run}}">`,
    keep('text'),
  ],
  ['a link inside a link', '[a [b](javascript:alert`1`) c]({{link}})', { mustNot: dead, mustRemain: ['b'] }],
  [
    'a table that is misaligned by raw HTML',
    '| a |\n|---|\n| </td></tr></table><img src=data:, onerror="{{run}}"> |',
  ],
  ['a lazy continuation', '> <div title="\ntext"><img src="data:," onerror="{{run}}">'],
  [
    'raw HTML that closes the container',
    '</div></div></section></body></html><script>{{run}}</script>\n\ntext',
    keep('text'),
  ],
  ['raw HTML that is never closed', '<div><div><table><tr><td><select>\n\ntext'],
  ['an unclosed attribute that would take the page', '<a title="\n\ntext', keep('text')],
  [
    'a BOM, NULs and other controls',
    '\ufeff# title\u0000\n\n<img\u0000 src=data:, onerror="{{run}}">',
    keep('title'),
  ],
  [
    'Windows line ends and form feeds',
    '# title\r\n\r\n<img\fsrc=data:,\fonerror="{{run}}">\r\n',
    keep('title'),
  ],
  ['front matter', '---\ntitle: "<img src=data:, onerror={{run}}>"\n---\n\ntext', keep('text')],
  [
    'wiki links, directives and containers',
    '[[javascript:alert`1`]] :::{raw} html\n<script>{{run}}</script>\n:::',
    keep('[['),
  ],
  [
    'JSX and template tags',
    '{{ constructor.constructor("alert(1)")() }} {alert(1)} <%= x %> \u0024{alert(1)} text',
    keep('text'),
  ],
  [
    'an HTML block inside a list inside a quote',
    '> 1. <script>\n>    {{run}}\n>    </script>\n>\n> text',
    keep('text'),
  ],
]

const latex: Row[] = [
  [
    'a link with a script',
    '$\\href{javascript:{{run}}}{text}$',
    { mustNot: ['execution', 'navigation', 'selector:a[href^="j"]'] },
  ],
  [
    'a link with an encoded script',
    '$\\href{java%73cript:alert(1)}{text}$',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'a link with a data page',
    '$\\href{data:text/html,x}{text}$',
    { mustNot: ['navigation', 'selector:a[href^="d"]'] },
  ],
  [
    'a link with an editor command',
    '$\\href{command:x}{text}$',
    { mustNot: ['navigation', 'selector:a[href^="c"]'] },
  ],
  ['a link that leaves', '$\\href{{{link}}}{text}$', { mustNot: ['navigation'] }],
  ['a link to the same origin', '$\\href{{{here}}}{text}$', { mustNot: ['navigation'] }],
  ['a url', '$\\url{javascript:{{run}}}$', { mustNot: ['execution', 'navigation', 'selector:a[href^="j"]'] }],
  [
    'an image',
    '$\\includegraphics[height=9em,totalheight=9em,width=9em,alt=x]{{{remote}}}$',
    { mustNot: ['network'] },
  ],
  ['an image of the same origin', '$\\includegraphics{{{here}}}$', { mustNot: ['network'] }],
  [
    'an image beyond reason',
    '$\\includegraphics[width=900000em,height=900000em]{data:,}$',
    { mustNot: ['style', 'network'] },
  ],
  ['an HTML class', '$\\htmlClass{jp-Dialog host-dialog}{text}$', { mustNot: ['imitation'] }],
  ['an HTML id', '$\\htmlId{host-title}{text}$', { mustNot: ['clobbering'] }],
  ['an HTML style', '$\\htmlStyle{position:fixed;inset:0;background:red}{text}$', { mustNot: ['style'] }],
  [
    'HTML data',
    '$\\htmlData{commandlinker-command=host:delete}{text}$',
    { mustNot: ['imitation', 'markup:data-commandlinker'] },
  ],
  ['HTML data that breaks out', '$\\htmlData{x"onmouseover="alert(1)=y}{text}$', { mustNot: ['execution'] }],
  [
    'MathJax class, style and id',
    '$\\class{host-dialog}{x}\\style{position:fixed;inset:0}{y}\\cssId{host-title}{z}$',
    { mustNot: ['imitation', 'style', 'clobbering'] },
  ],
  [
    'MathJax require and autoload',
    '$\\require{action}\\toggle{x}{y}\\endtoggle\\mathtip{a}{b}$',
    { mustNot: ['execution', 'network'] },
  ],
  [
    'MathJax unicode and data',
    '$\\unicode[serif\\";background:url({{remote}})]{x41}\\data{onclick=alert(1)}{x}$',
    { mustNot: ['execution', 'network'] },
  ],
  ['raw HTML in math', '$<img src=data:, onerror={{run}}>$', { mustNot: ['execution'] }],
  ['raw HTML in text mode', '$\\text{<img src=data:, onerror={{run}}>}$', { mustNot: ['execution'] }],
  ['raw HTML in an unknown command', '$\\<img src=data:, onerror={{run}}>$', { mustNot: ['execution'] }],
  ['raw HTML in an error message', '$\\frac{<script>{{run}}</script>$', { mustNot: ['execution'] }],
  ['raw HTML outside of math', '<script>{{run}}</script> $x$', { mustNot: ['execution'] }],
  ['a negative space over the page', '$\\kern-9000em\\rule{18000em}{9000em}$', { mustNot: ['style'] }],
  ['a rule beyond reason', '$\\rule{900000em}{900000em}$', { mustNot: ['style'] }],
  [
    'raised and lowered boxes',
    '$\\raisebox{9000em}{text}\\rlap{\\rule{9000em}{9em}}\\llap{\\rule{9000em}{9em}}$',
    { mustNot: ['style'] },
  ],
  ['sizes that multiply', `$${'\\Huge{'.repeat(30)}x${'}'.repeat(30)}$`, { mustNot: ['style', 'resources'] }],
  [
    'a smash and a phantom',
    '$\\smash{\\rule{9em}{900em}}\\vphantom{\\rule{9em}{900em}}\\mathrlap{\\rule{900em}{9em}}$',
    { mustNot: ['style'] },
  ],
  [
    'a colour that breaks out',
    '$\\color{red;background:url({{remote}})}x\\textcolor{#f00"onclick="alert(1)}{y}$',
    { mustNot: ['execution', 'network'] },
  ],
  [
    'a colour box that breaks out',
    '$\\colorbox{url({{remote}})}{x}\\fcolorbox{red}{expression(alert(1))}{y}$',
    { mustNot: ['execution', 'network'] },
  ],
  ['a macro that calls itself', '$\\def\\x{\\x\\x}\\x$', { mustNot: ['resources'] }],
  [
    'macros that grow tenfold nine times',
    `$\\def\\a{xxxxxxxxxx}${'bcdefghi'
      .split('')
      .map((name, index) => `\\def\\${name}{${`\\${'abcdefghi'[index]}`.repeat(10)}}`)
      .join('')}\\i$`,
    { mustNot: ['resources'] },
  ],
  [
    'a macro that redefines a host macro',
    '$\\gdef\\frac#1#2{\\href{javascript:alert(1)}{x}}\\newcommand\\text{x}\\renewcommand\\sqrt{y}\\frac12$',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'a macro named __proto__',
    '$\\def\\__proto__{x}\\gdef\\constructor{y}\\constructor$',
    { mustNot: ['resources', 'clobbering'] },
  ],
  [
    'a newcommand with 9 arguments deep',
    '$\\newcommand{\\y}[9]{#1#2#3#4#5#6#7#8#9#9#9#9}\\y{\\y{\\y 123456789}23456789}23456789$',
    { mustNot: ['resources'] },
  ],
  [
    'csname and input',
    '$\\csname href\\endcsname{javascript:alert(1)}{x}\\input{/etc/passwd}\\write18{id}\\openin0=x$',
    { mustNot: ['execution', 'navigation'] },
  ],
  ['catcode changes', '$\\catcode`\\<=13\\char`\\<script\\char"3E$', { mustNot: ['execution'] }],
  [
    'math inside math',
    '$$\\text{$\\href{javascript:alert(1)}{x}$}$$',
    { mustNot: ['execution', 'navigation'] },
  ],
  ['an array of 99,999 columns', '$\\begin{array}{*{99999}{c}}x\\end{array}$', { mustNot: ['resources'] }],
  [
    'a tag and a label',
    '$$x\\tag{<img src=data:, onerror=alert(1)>}\\label{host-title}\\ref{host-title}$$',
    { mustNot: ['execution', 'clobbering'] },
  ],
  ['control and bidi characters', '$\u202e\u0000\u0007x\u2028$', { mustNot: ['execution'] }],
  ['an unclosed group and environment', '$\\begin{matrix}{{{x & \\\\$', { mustNot: ['resources'] }],
]

const esc = '\u001b'
const ansi: Row[] = [
  [
    'markup in plain text',
    '<img src=data:, onerror={{run}}>',
    { mustNot: run, mustRemain: ['<img src=data:, onerror='] },
  ],
  [
    'markup in coloured text',
    `${esc}[31m<script>{{run}}</script>${esc}[0m`,
    { mustNot: run, mustRemain: ['<script>'] },
  ],
  [
    'markup across a colour change',
    `<scr${esc}[31mipt>{{run}}</scr${esc}[0mipt>`,
    { mustNot: run, mustRemain: ['<script>'] },
  ],
  ['entities', '&lt;b&gt; &amp;lt; &#60;', { mustNot: run, mustRemain: ['&lt;b&gt;'] }],
  [
    'a colour with a quote',
    `${esc}[38;2;1;2;3"onmouseover="alert(1)m text`,
    { mustNot: run, mustRemain: ['text'] },
  ],
  [
    'a true colour out of range',
    `${esc}[38;2;999;-1;1e9m text ${esc}[48;5;99999m text`,
    { mustNot: ['execution', 'style'], mustRemain: ['text'] },
  ],
  ['a colour with a semicolon too many', `${esc}[38;2;;;;;;m text ${esc}[;;;;m text`, keep('text')],
  ['a colour with colons', `${esc}[38:2::1:2:3m text ${esc}[4:3m text`, keep('text')],
  [
    'all 256 colours',
    Array.from({ length: 256 }, (_, n) => `${esc}[38;5;${n}m${n}${esc}[0m `).join(''),
    keep('255'),
  ],
  ['concealed and inverse text', `${esc}[8mhidden${esc}[28m ${esc}[7minverse${esc}[27m`, keep('hidden')],
  [
    'blinking, struck and framed text',
    `${esc}[5m${esc}[6mtext${esc}[9m${esc}[51m text ${esc}[0m`,
    keep('text'),
  ],
  [
    'OSC 8 with a script',
    `${esc}]8;;javascript:{{run}}${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: ['execution', 'navigation', 'selector:a[href^="j"]'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 with a script and a BEL',
    `${esc}]8;;javascript:{{run}}\u0007text${esc}]8;;\u0007`,
    { mustNot: ['execution', 'navigation', 'selector:a[href^="j"]'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 with a file',
    `${esc}]8;;file:///etc/passwd${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: ['navigation', 'selector:a[href^="f"]'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 with an editor command',
    `${esc}]8;;command:x${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: ['navigation', 'selector:a[href^="c"]'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 with a data page',
    `${esc}]8;;data:text/html,x${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: ['navigation', 'selector:a[href^="d"]'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 that leaves',
    `${esc}]8;id={{id}};{{link}}${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: ['execution'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 to the same origin',
    `${esc}]8;;{{here}}${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: ['navigation'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 with a quote',
    `${esc}]8;;{{link}}"onmouseover="alert(1)${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: run, mustRemain: ['text'] },
  ],
  [
    'OSC 8 with parameters that break out',
    `${esc}]8;id="><img src=data:, onerror=alert(1)>;{{link}}${esc}\\text${esc}]8;;${esc}\\`,
    { mustNot: run, mustRemain: ['text'] },
  ],
  [
    'OSC 8 that is never closed',
    `${esc}]8;;{{link}}${esc}\\text and all the rest`,
    { mustNot: ['navigation'], mustRemain: ['text'] },
  ],
  [
    'OSC 8 that is never terminated',
    `before ${esc}]8;;{{link}}text and all the rest`,
    { mustNot: ['navigation'], mustRemain: ['before'] },
  ],
  [
    'OSC 8 inside OSC 8',
    `${esc}]8;;{{link}}${esc}\\a${esc}]8;;javascript:alert(1)${esc}\\b${esc}]8;;${esc}\\`,
    { mustNot: ['execution', 'selector:a[href^="j"]'], mustRemain: ['b'] },
  ],
  ['OSC 52, the clipboard', `${esc}]52;c;cm0gLXJm${esc}\\text`, { mustNot: run, mustRemain: ['text'] }],
  [
    'OSC 0 and 2, the title',
    `${esc}]0;owned${esc}\\${esc}]2;owned\u0007text`,
    { mustNot: ['style', 'imitation'], mustRemain: ['text'] },
  ],
  [
    'OSC 1337, a file',
    `${esc}]1337;File=inline=1:PHN2Zy8+${esc}\\text`,
    { mustNot: ['network'], mustRemain: ['text'] },
  ],
  [
    'DCS, APC, PM and SOS strings',
    `${esc}P+q${esc}\\${esc}_Gi=1;x${esc}\\${esc}^x${esc}\\${esc}Xx${esc}\\text`,
    keep('text'),
  ],
  ['a sixel image', `${esc}Pq#0;2;0;0;0#0~~@@${esc}\\text`, keep('text')],
  [
    'cursor movement over earlier text',
    `line one\n${esc}[1A${esc}[2Kline two${esc}[999D${esc}[H${esc}[2J`,
    keep('line two'),
  ],
  ['carriage returns and backspaces', 'progress 10%\rprogress 20%\rprogress 30%\b\b\b', keep('30')],
  [
    '8-bit control sequences',
    '\u009b31mtext\u009c\u009d8;;javascript:alert(1)\u009ctext',
    { mustNot: ['execution', 'selector:a[href^="j"]'], mustRemain: ['text'] },
  ],
  ['a lone escape at the end', `text ${esc}`, keep('text')],
  ['an unfinished sequence at the end', `text ${esc}[38;2;1`, keep('text')],
  ['a parameter of 10,000 digits', `${esc}[${'9'.repeat(10_000)}m text`, keep('text')],
  [
    'a bare address',
    'see {{link}} or javascript:alert(1) or file:///etc/passwd',
    { mustNot: ['execution', 'navigation', 'selector:a[href^="j"],a[href^="f"]'], mustRemain: ['see'] },
  ],
  [
    'bidi overrides in a traceback',
    'access = "user\u202e \u2066// admin\u2069 \u2066" text',
    { mustNot: ['style'], mustRemain: ['admin'] },
  ],
  ['NUL, BEL and other controls', 'a\u0000b\u0007c\u007fd text', keep('text')],
]

/** Markdown outputs and cells. */
export const markdown: readonly Payload[] = group('markdown', { kind: 'markdown', mustNot: run }, md)
/** `text/latex` outputs. */
export const latexText: readonly Payload[] = group('latex', { kind: 'latex', mustNot: run }, latex)
/** Streams with terminal escapes. */
export const ansiText: readonly Payload[] = group('ansi', { kind: 'ansi', mustNot: run }, ansi)
