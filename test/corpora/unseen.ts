// Markup that acts, or asks, in some parser or other and does not look like it: what is taken out of it leaves little in the tree to
// report. Whoever reviews it or writes an inert copy must not take an empty report for a harmless text.

/** One of them. */
export interface Unseen {
  readonly title: string
  readonly mimeType: 'text/html' | 'image/svg+xml'
  readonly markup: string
  /** What a review names: the name of a handler, an element or a host. */
  readonly names: readonly string[]
  /** What no inert copy holds. */
  readonly never: RegExp
}

const picture = '<img src=x onerror="run()">'
const html = (title: string, markup: string, names = 'onerror', never = /onerror/i): Unseen => ({
  title,
  mimeType: 'text/html',
  markup,
  names: names.split(' ').filter((name) => name !== ''),
  never,
})
const svg = (title: string, markup: string, names: string, never: RegExp): Unseen => ({
  ...html(title, markup, names, never),
  mimeType: 'image/svg+xml',
})

const candidates = Array.from(
  { length: 100 },
  (_, at) => `data:image/gif;base64,R0lGODlhAQABAAAAACw= ${at + 1}w`,
)

export const unseen: readonly Unseen[] = [
  html(
    'the boxes of a formula',
    `<span><math></math></span><span class="katex-html">${picture}<script>run()</script></span>`,
    'onerror script',
    /onerror|<script/i,
  ),
  html('behind a column without a table', `<col>${picture}`),
  html('in a list of choices', `<select>${picture}</select>`),
  html(
    'a frame in a list of choices',
    '<select><p><iframe srcdoc="x"></iframe></select>',
    'iframe',
    /iframe/i,
  ),
  html('in a copy of what was chosen', `<selectedcontent>${picture}</selectedcontent>`),
  html('in an element that nobody knows', `<patch>${picture}</patch>`),
  html('in an annotation', `<math><annotation-xml encoding="text/html">${picture}</annotation-xml></math>`),
  html('in an action of MathML', `<math><maction><mtext>${picture}</mtext></maction></math>`),
  html('in the metadata of a drawing', '<svg><metadata><image href=x onerror="run()"/></metadata></svg>'),
  html(
    'an animation in metadata',
    '<svg><metadata><animate onbegin="run()"/></metadata></svg>',
    'onbegin',
    /onbegin/i,
  ),
  html('in a film without an address', `<video>${picture}</video>`),
  html(
    'in a film that is not loaded',
    `<video src="https://film.example/v">${picture}<script>run()</script></video>`,
    'onerror script film.example',
    /onerror|<script|film\.example\/v/i,
  ),
  html(
    'a source that plays nothing',
    '<source style="display:block;content-visibility:auto" oncontentvisibilityautostatechange="run()">',
    'oncontentvisibilityautostatechange',
    /oncontentvisibility/i,
  ),
  html(
    'a source that takes the focus',
    '<source tabindex=0 autofocus onfocus="run()">',
    'onfocus',
    /onfocus/i,
  ),
  html(
    'a style behind a name of ours',
    '<p data-nbtrust-style="" style="position:fixed;inset:0;background:url(https://style.example/b)">text</p>',
    'style.example',
    /style\.example|fixed/i,
  ),
  html(
    'a handler behind a name of ours',
    '<p data-nbtrust-onclick="" onclick="run()">text</p>',
    'onclick',
    /[" ]onclick/i,
  ),
  html(
    'the last of many candidates',
    `<img srcset="${candidates.join(', ')}, https://last.example/i 101w">`,
    'last.example',
    /last\.example/i,
  ),
  html('a style sheet with a handler', '<style onload="run()">p{}</style>', 'onload', /onload/i),
  html(
    'a style sheet that loads another',
    '<style>@import url(https://sheet.example/s.css);</style>',
    'sheet.example',
    /@import/i,
  ),
  html('a body', '<p>text</p><body onload="run()">', 'onload', /onload/i),
  html('a set of frames', '<frameset onload="run()"></frameset>', '', /onload/i),
  html(
    'a link that keeps its opener',
    '<a target=_blank rel=opener href="https://link.example/">link</a>',
    '',
    /[" ]opener|=opener/i,
  ),
  svg('HTML before a drawing', `${picture}<svg></svg>`, 'onerror', /onerror/i),
  svg(
    'a script under another name before a drawing',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">run()</x:script><svg></svg>',
    '',
    /script/i,
  ),
]
