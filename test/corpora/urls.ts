// Addresses: every scheme and spelling in a link, and every attribute that holds an address.
import { group, type Payload, type Row } from './payload.js'

const link = (title: string, href: string, mustNot: readonly string[] = ['execution', 'navigation']): Row => [
  title,
  `<a href="${href}">text</a>`,
  { mustNot, mustRemain: ['text'] },
]

const dead = ['execution', 'navigation', 'selector:a[href]']
const schemes: Row[] = [
  link('javascript', 'javascript:{{run}}', dead),
  link('javascript in mixed case', 'JaVaScRiPt:{{run}}', dead),
  link('javascript after spaces', '  javascript:{{run}}', dead),
  link('javascript after a control character', '\u0001javascript:{{run}}', dead),
  link('javascript after a NUL reference', '&#0;javascript:{{run}}', dead),
  link('javascript with a tab inside', 'java\tscript:{{run}}', dead),
  link('javascript with a newline inside', 'java\nscript:{{run}}', dead),
  link('javascript with a carriage return inside', 'java\rscript:{{run}}', dead),
  link('javascript with named tab and newline references', 'java&Tab;script&NewLine;:{{run}}', dead),
  link('javascript with a colon reference', 'javascript&colon;{{run}}', dead),
  link(
    'javascript with decimal references',
    '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;{{run}}',
    dead,
  ),
  link(
    'javascript with hexadecimal references without semicolons',
    '&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A{{run}}',
    dead,
  ),
  link('javascript with leading zeros in references', '&#0000106avascript:{{run}}', dead),
  link('javascript with a percent-encoded scheme', '%6Aavascript:{{run}}'),
  link('javascript with a percent-encoded colon', 'javascript%3A{{run}}'),
  link('javascript with a comment that looks like a host', 'javascript://link.example/%0A{{run}}', dead),
  link('javascript with a void', 'javascript:void({{run}})', dead),
  link('javascript after a zero-width space', '\u200bjavascript:{{run}}'),
  link('javascript after a byte order mark', '\ufeffjavascript:{{run}}'),
  link('javascript after a no-break space', '\u00a0javascript:{{run}}'),
  link('javascript after an ideographic space', '\u3000javascript:{{run}}'),
  link('javascript after a line separator', '\u2028javascript:{{run}}'),
  link('javascript with a full-width colon', 'javascript：{{run}}'),
  link('javascript with a long s', 'javaſcript:{{run}}'),
  link('javascript with a Cyrillic letter', 'jаvascript:{{run}}'),
  link('javascript behind view-source', 'view-source:javascript:{{run}}', dead),
  link('javascript behind feed', 'feed:javascript:{{run}}', dead),
  link('javascript behind jar', 'jar:javascript:{{run}}!/', dead),
  link('javascript behind wyciwyg', 'wyciwyg://javascript:{{run}}', dead),
  link('javascript behind url:', 'url:javascript:{{run}}', dead),
  link('vbscript', 'vbscript:{{run}}', dead),
  link('livescript and mocha', 'livescript:{{run}}', dead),
  link('a data page', 'data:text/html,<script>{{run}}</script>', dead),
  link('a data page in base64', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', dead),
  link('a data SVG', "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", dead),
  link(
    'a data XHTML page',
    "data:application/xhtml+xml,<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
    dead,
  ),
  link('a data XML page with a style sheet', 'data:text/xml,<?xml-stylesheet href="{{remote}}"?><a/>', dead),
  link('a data page with no type', 'data:,text', dead),
  link('a data image that is a page', 'data:image/png,<script>{{run}}</script>', dead),
  link('blob', 'blob:https://remote.example/{{id}}', dead),
  link('filesystem', 'filesystem:http://localhost/temporary/{{id}}', dead),
  link('file', 'file:///etc/passwd', dead),
  link('file on a share', 'file://remote.example/share/{{id}}', dead),
  link('about:blank', 'about:blank', dead),
  link('chrome and resource pages', 'chrome://settings', dead),
  link('resource', 'resource://gre/{{id}}', dead),
  link('an extension page', 'moz-extension://{{id}}/page.html', dead),
  link('a socket', 'wss://remote.example/{{id}}', dead),
  link('gopher', 'gopher://remote.example/{{id}}', dead),
  link('an Android intent', 'intent://remote.example/#Intent;scheme=https;end', dead),
  link('an editor command', 'command:workbench.action.terminal.new', dead),
  link('an editor address', 'vscode://extension/{{id}}', dead),
  link('an office document', 'ms-word:ofe|u|{{remote}}', dead),
  link('a search of the desktop', 'search-ms:query={{id}}', dead),
  link('a help page', 'ms-its:{{remote}}', dead),
  link('a PGP or web+ handler', 'web+nbtrust:{{id}}', dead),
  link('a custom scheme with digits', 'x2y+z.w-v:{{id}}', dead),
  link('an attachment scheme outside of Markdown', 'attachment:{{id}}.png'),
  link('a mail', 'mailto:someone@link.example', ['execution']),
  link('a mail with headers and a body', 'mailto:someone@link.example?bcc=spy@link.example&amp;body=x', [
    'execution',
  ]),
  link('a telephone number', 'tel:+100', ['execution']),
  link('ftp', 'ftp://link.example/{{id}}', ['execution']),
  link('an address that no parser takes', 'http://[', ['navigation']),
  link('a port out of range', 'http://link.example:99999/', ['navigation']),
  link('a host with a space', 'http://a b/{{id}}', ['navigation']),
  link('a host with a percent', 'http://%zz/{{id}}', ['navigation']),
  link('a scheme without a host', 'https://', ['navigation']),
  link('a single slash after the scheme', 'https:/remote.example/{{id}}', ['navigation']),
  link('no slash after the scheme', 'https:remote.example/{{id}}', ['navigation']),
  link('the scheme of the page without slashes', 'http:__canary/{{id}}', ['navigation']),
  link('backslashes for slashes', 'https:\\\\remote.example\\{{id}}', ['navigation']),
  link('slash backslash', '/\\remote.example/{{id}}', ['navigation']),
  link('no scheme', '//remote.example/{{id}}', ['navigation']),
  link('three slashes', '///remote.example/{{id}}', ['navigation']),
  link('a relative path', 'page.html?{{id}}', ['navigation']),
  link('a path up', '../../{{id}}', ['navigation']),
  link('a path with tabs', '/\t/remote.example/{{id}}', ['navigation']),
  link('a host in user information', 'https://jupyter.org@remote.example/{{id}}', ['navigation']),
  link('a password in user information', 'https://user:secret@remote.example/{{id}}', ['navigation']),
  link('an address with bidi override', 'https://remote.example/\u202e{{id}}', ['navigation']),
  link('a host with zero-width characters', 'https://re\u200bmote.exam\u200dple/{{id}}', ['navigation']),
  link('a host in punycode that looks like another', 'https://xn--pypi-55d.example/{{id}}', ['navigation']),
  link('a host in Cyrillic', 'https://руpі.example/{{id}}', ['navigation']),
  link('a host with full-width letters', 'https://ｒemote.example/{{id}}', ['navigation']),
  link('a host with an ideographic full stop', 'https://remote。example/{{id}}', ['navigation']),
  link('a host as a number', 'http://2130706433/{{id}}', ['navigation']),
  link('a host in octal and hex', 'http://0177.0x0.1/{{id}}', ['navigation']),
  link('an address of 100 kB', `https://link.example/${'a'.repeat(100_000)}`, ['resources']),
]

// Text whose reading misleads about where it leads: the text stays, the direction must not leak out of the output.
const deceiving: Row[] = [
  [
    'bidi override in link text',
    '<a href="{{link}}">\u202egro.retypuj\u202c</a>',
    { mustNot: ['imitation', 'style'] },
  ],
  [
    'an unclosed bidi override',
    '<p>start \u202e reversed</p>',
    { mustNot: ['style'], mustRemain: ['start'] },
  ],
  [
    'unclosed isolates, 200 deep',
    `<p>${'\u2067'.repeat(200)}text</p>`,
    { mustNot: ['style'], mustRemain: ['text'] },
  ],
  [
    'bdo and dir on the output',
    '<bdo dir="rtl">text</bdo><p dir="rtl">text</p>',
    { mustNot: ['style'], mustRemain: ['text'] },
  ],
  [
    'link text that names another host',
    '<a href="{{link}}">https://jupyter.org/</a>',
    { mustNot: ['navigation'], mustRemain: ['https://jupyter.org/'] },
  ],
  [
    'link title that imitates a tooltip',
    '<a href="{{link}}" title="https://jupyter.org/">text</a>',
    { mustNot: ['navigation'], mustRemain: ['text'] },
  ],
  [
    'invisible characters between letters',
    '<p>pay\u200b\u2060\u00ad\ufeffload</p>',
    { mustNot: ['execution'], mustRemain: ['pay'] },
  ],
  [
    'tag characters',
    '<p>text\u{e0041}\u{e0042}\u{e007f}</p>',
    { mustNot: ['execution'], mustRemain: ['text'] },
  ],
  [
    '4,000 combining marks on one letter',
    `<p>z${'\u0300'.repeat(4000)} text</p>`,
    { mustNot: ['style', 'resources'], mustRemain: ['text'] },
  ],
  [
    'a lone surrogate in an attribute',
    '<p title="\ud800">text</p>',
    { mustNot: ['resources'], mustRemain: ['text'] },
  ],
  [
    'noncharacters and private use',
    '<p>\ufffe\uffff\ue000 text</p>',
    { mustNot: ['resources'], mustRemain: ['text'] },
  ],
]

// [element and attribute, markup around it]; `@` stands for the address.
const attributes: readonly (readonly [string, string])[] = [
  ['a href', '<a href="@">text</a>'],
  [
    'area href',
    '<map name="{{id}}-m"><area href="@" shape="default"></map><img usemap="#{{id}}-m" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="60" height="20">',
  ],
  ['audio src', '<audio src="@" autoplay></audio>'],
  ['base href', '<base href="@">'],
  ['blockquote cite', '<blockquote cite="@">text</blockquote>'],
  ['body background', '<body background="@">text</body>'],
  ['button formaction', '<form><button formaction="@">send</button></form>'],
  ['del cite', '<del cite="@">text</del>'],
  ['ins cite', '<ins cite="@">text</ins>'],
  ['q cite', '<q cite="@">text</q>'],
  ['embed src', '<embed src="@">'],
  ['form action', '<form action="@"><button>send</button></form>'],
  ['iframe src', '<iframe src="@"></iframe>'],
  ['img src', '<img src="@">'],
  ['img srcset', '<img srcset="@ 1x">'],
  ['input formaction', '<form><input type="submit" formaction="@"></form>'],
  ['input image src', '<input type="image" src="@">'],
  ['link href', '<link rel="stylesheet" href="@">'],
  ['object data', '<object data="@"></object>'],
  ['param value', '<object><param name="src" value="@"></object>'],
  ['script src', '<script src="@"></script>'],
  ['source src', '<video autoplay muted><source src="@"></video>'],
  ['source srcset', '<picture><source srcset="@"><img alt="a chart"></picture>'],
  ['track src', '<video src="data:video/mp4;base64,AAAA"><track default src="@"></video>'],
  ['video poster', '<video poster="@"></video>'],
  ['video src', '<video src="@" autoplay muted></video>'],
  ['svg a href', '<svg width="60" height="20"><a href="@"><text y="15">text</text></a></svg>'],
  ['svg a xlink:href', '<svg width="60" height="20"><a xlink:href="@"><text y="15">text</text></a></svg>'],
  ['svg image href', '<svg><image href="@" width="9" height="9"/></svg>'],
  ['svg image xlink:href', '<svg><image xlink:href="@" width="9" height="9"/></svg>'],
  ['svg use href', '<svg><use href="@#x"/></svg>'],
  [
    'svg feImage href',
    '<svg><filter id="{{id}}-f"><feImage href="@"/></filter><rect width="9" height="9" filter="url(#{{id}}-f)"/></svg>',
  ],
  [
    'svg gradient href',
    '<svg><linearGradient id="{{id}}-g" href="@#g"/><rect width="9" height="9" fill="url(#{{id}}-g)"/></svg>',
  ],
  [
    'svg pattern href',
    '<svg><pattern id="{{id}}-p" href="@#p"/><rect width="9" height="9" fill="url(#{{id}}-p)"/></svg>',
  ],
  ['svg textPath href', '<svg><text><textPath href="@#t">text</textPath></text></svg>'],
  [
    'svg mpath href',
    '<svg><rect width="9" height="9"><animateMotion dur="1s"><mpath href="@#m"/></animateMotion></rect></svg>',
  ],
  ['svg script href', '<svg><script href="@"></script></svg>'],
  [
    'svg animation of href',
    '<svg width="60" height="20"><a><animate attributeName="href" values="@" dur="1s" fill="freeze"/><text y="15">text</text></a></svg>',
  ],
  [
    'svg set of href',
    '<svg width="60" height="20"><a><set attributeName="href" to="@"/><text y="15">text</text></a></svg>',
  ],
  ['mathml href', '<math href="@"><mi>x</mi></math>'],
  ['mathml xlink:href', '<math><mi xlink:href="@">x</mi></math>'],
  ['mathml action', '<math><maction actiontype="statusline" href="@"><mi>x</mi></maction></math>'],
]

// These rows are in `elements.ts` already.
const elsewhere: ReadonlySet<string> = new Set(['a href', 'embed src', 'form action', 'object data'])

/** Schemes and spellings in a link. */
export const schemeUrls: readonly Payload[] = group(
  'scheme',
  { kind: 'url', mustNot: ['execution', 'navigation'] },
  schemes,
)
/** Links and text that look like something else. */
export const deceivingText: readonly Payload[] = group(
  'deceive',
  { kind: 'url', mustNot: ['imitation'] },
  deceiving,
)
/** Each address attribute with a script address. */
export const scriptAttributes: readonly Payload[] = group(
  'url-script',
  { kind: 'url', mustNot: ['execution', 'navigation'] },
  attributes
    .filter(([name]) => !elsewhere.has(name))
    .map(([name, markup]): Row => [`${name}: a script address`, markup.replace('@', 'javascript:{{run}}')]),
)
/** Each address attribute that loads or leads, with one address elsewhere and one of the same origin. */
export const remoteAttributes: readonly Payload[] = group(
  'url-remote',
  { kind: 'url', mustNot: ['network', 'navigation'] },
  attributes.map(
    ([name, markup]): Row => [
      `${name}: addresses elsewhere and of the same origin`,
      `${markup.replaceAll('@', '{{remote}}')}${markup.replaceAll('@', '{{here}}').replaceAll('{{id}}-', '{{id}}-b-')}`,
    ],
  ),
)
