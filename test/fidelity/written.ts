// Snippets of libraries that Debian does not have, or that need a kernel: written here after the shape of their documented output.
import type { Snippet } from './snippet.js'

const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAIBRAA7'
const html = (library: string, title: string, data: string): Snippet => ({
  library,
  title,
  kind: 'html',
  data,
})
const svg = (library: string, title: string, data: string): Snippet => ({ library, title, kind: 'svg', data })
const markdown = (library: string, title: string, data: string): Snippet => ({
  library,
  title,
  kind: 'markdown',
  data,
})

/** Snippets that were written by hand. */
export const written: readonly Snippet[] = [
  html(
    'tqdm',
    'a progress bar of the notebook, as saved',
    '<div style="display:flex;flex-flow:row wrap;align-items:center"><span style="width:9ch">100%</span><progress value="20" max="20" style="width:300px"></progress><span>20/20 [00:02&lt;00:00, 9.71it/s]</span></div>',
  ),
  html(
    'fastprogress',
    'a finished bar',
    "<style>progress{border:none;background-size:auto}progress:not([value]){background:repeating-linear-gradient(45deg,#7e7e7e,#7e7e7e 10px,#5c5c5c 10px,#5c5c5c 20px)}.progress-bar-interrupted{background:#f44336}</style><div><progress value='5' class='' max='5' style='width:300px; height:20px; vertical-align: middle;'></progress> 100.00% [5/5 00:01&lt;00:00]</div>",
  ),
  html(
    'rich',
    'a table as HTML',
    '<pre style="white-space:pre;overflow-x:auto;line-height:normal;font-family:Menlo,\'DejaVu Sans Mono\',consolas,\'Courier New\',monospace">┏━━━━━━┓\n┃<span style="font-weight: bold"> Name </span>┃\n┡━━━━━━┩\n│<span style="color: #008080; text-decoration-color: #008080"> Ada  </span>│\n└──────┘\n</pre>',
  ),
  html(
    'polars',
    'a frame',
    '<div><style>.dataframe > thead > tr,.dataframe > tbody > tr{text-align:right;white-space:pre-wrap}</style><small>shape: (2, 2)</small><table border="1" class="dataframe"><thead><tr><th>name</th><th>n</th></tr><tr><td>str</td><td>i64</td></tr></thead><tbody><tr><td>&quot;a&quot;</td><td>1</td></tr><tr><td>&quot;b&quot;</td><td>2</td></tr></tbody></table></div>',
  ),
  html(
    'dask',
    'an array with its chunks',
    '<table><tr><td><table style="border-collapse: collapse;"><thead><tr><td> </td><th> Array </th><th> Chunk </th></tr></thead><tbody><tr><th> Bytes </th><td> 7.63 MiB </td><td> 781.25 kiB </td></tr><tr><th> Shape </th><td> (1000, 1000) </td><td> (100, 1000) </td></tr></tbody></table></td><td><svg width="90" height="90" style="stroke:rgb(0,0,0);stroke-width:1"><line x1="0" y1="0" x2="60" y2="0" style="stroke-width:2"/><polygon points="0,0 60,0 60,60 0,60" style="fill:#ECB172A0;stroke-width:0"/><text x="30" y="80" font-size="1.0rem" font-weight="100" text-anchor="middle">1000</text><text x="80" y="30" text-anchor="middle" transform="rotate(-90,80,30)">1000</text></svg></td></tr></table>',
  ),
  html(
    'astropy',
    'a table',
    '<div><i>Table length=2</i><table id="table139" class="table-striped table-bordered table-condensed"><thead><tr><th>name</th><th>flux</th></tr></thead><thead><tr><th></th><th>Jy</th></tr></thead><tr><td>M31</td><td>1.5</td></tr><tr><td>M33</td><td>0.3</td></tr></table></div>',
  ),
  html(
    'great_tables',
    'a table with a scoped sheet',
    '<div id="gt1" style="padding-left:0px;padding-right:0px;overflow-x:auto;width:auto;"><style>#gt1 table{font-family:system-ui,sans-serif;-webkit-font-smoothing:antialiased}#gt1 .gt_table{display:table;border-collapse:collapse;margin-left:auto;margin-right:auto;color:#333333;font-size:16px;background-color:#FFFFFF;border-top:2px solid #A8A8A8}#gt1 .gt_col_heading{color:#333;padding:5px;vertical-align:bottom;text-align:left;border-bottom:2px solid #D3D3D3}#gt1 .gt_row{padding:8px 5px;border-top:1px solid #D3D3D3}#gt1 .gt_right{text-align:right;font-variant-numeric:tabular-nums}</style><table class="gt_table" data-quarto-disable-processing="false"><thead><tr><th class="gt_col_heading" scope="col" id="name">name</th><th class="gt_col_heading gt_right" scope="col" id="n">n</th></tr></thead><tbody><tr><td class="gt_row" headers="name">a</td><td class="gt_row gt_right" headers="n">1</td></tr></tbody></table></div>',
  ),
  html(
    'itables',
    'the table below the script',
    '<table id="itables_1" class="display nowrap" data-quarto-disable-processing="true" style="table-layout:auto;width:auto;margin:auto;caption-side:bottom"><caption>Loading</caption><thead><tr style="text-align: right;"><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  ),
  html(
    'plotly',
    'the static picture of a figure',
    `<div style="width:300px;height:120px;"><img src="${gif}" alt="Bar chart of sales" width="300" height="120" style="object-fit: contain; aspect-ratio: 5 / 2"></div>`,
  ),
  svg(
    'plotly',
    'a figure saved as SVG',
    '<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="120" style="" viewBox="0 0 200 120"><rect x="0" y="0" width="200" height="120" style="fill: rgb(255, 255, 255); fill-opacity: 1;"/><defs id="defs-a"><g class="clips"><clipPath id="clipaxy" class="plotclip"><rect width="160" height="80"/></clipPath></g></defs><g class="cartesianlayer" transform="translate(20,20)" clip-path="url(#clipaxy)"><path class="js-line" d="M0,80L40,20L80,60L160,0" style="vector-effect: none; fill: none; stroke: rgb(99, 110, 250); stroke-opacity: 1; stroke-width: 2px; opacity: 1;"/></g><text x="100" y="115" text-anchor="middle" style="font-family: \'Open Sans\', verdana, arial, sans-serif; font-size: 12px; fill: rgb(42, 63, 95); white-space: pre;">time</text></svg>',
  ),
  svg(
    'altair',
    'a chart saved as SVG',
    '<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="120" height="80" viewBox="0 0 120 80"><rect width="120" height="80" fill="white"/><g fill="none" stroke-miterlimit="10" transform="translate(30,10)"><g class="mark-group role-frame root" role="graphics-object" aria-roledescription="group mark container"><g class="mark-rect role-mark marks" role="graphics-symbol" aria-roledescription="bar" aria-label="a: A; b: 28"><path d="M1,20h18v40h-18Z" fill="#4c78a8"/><path d="M21,5h18v55h-18Z" fill="#4c78a8"/></g><g class="mark-text role-axis-label" pointer-events="none"><text text-anchor="end" transform="translate(15,72) rotate(270)" font-family="sans-serif" font-size="10px" fill="#000" opacity="1">A</text></g></g></g></svg>',
  ),
  html(
    'bokeh',
    'the note where a plot would load',
    '<div class="bk-notebook-logo"></div><a href="https://bokeh.org" target="_blank" class="bk-logo bk-logo-small bk-logo-notebook"></a><span id="p1001">BokehJS 3.4.0 successfully loaded.</span>',
  ),
  svg(
    'bokeh',
    'a plot exported as SVG',
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="120" height="80"><defs><clipPath id="c1"><path fill="none" stroke="none" d="M 10 10 L 110 10 L 110 70 L 10 70 Z"/></clipPath></defs><g><path fill="rgb(255,255,255)" stroke="none" d="M 0 0 L 120 0 L 120 80 L 0 80 Z"/><g clip-path="url(#c1)"><path fill="none" stroke="rgb(31,119,180)" paint-order="fill stroke markers" d="M 20 60 L 60 20 L 100 50" stroke-linejoin="bevel" stroke-miterlimit="10" stroke-width="2" stroke-dasharray=""/></g></g></svg>',
  ),
  svg(
    'graphviz',
    'a graph',
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg width="62pt" height="116pt" viewBox="0.00 0.00 62.00 116.00" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(4 112)"><title>G</title><polygon fill="white" stroke="transparent" points="-4,4 -4,-112 58,-112 58,4 -4,4"/><g id="node1" class="node"><title>a</title><ellipse fill="none" stroke="black" cx="27" cy="-90" rx="27" ry="18"/><text text-anchor="middle" x="27" y="-86.3" font-family="Times,serif" font-size="14.00">a</text></g><g id="edge1" class="edge"><title>a&#45;&gt;b</title><path fill="none" stroke="black" d="M27,-71.7C27,-64 27,-54.7 27,-46.1"/><polygon fill="black" stroke="black" points="30.5,-46.1 27,-36.1 23.5,-46.1 30.5,-46.1"/></g><g id="node2" class="node"><title>b</title><ellipse fill="none" stroke="black" cx="27" cy="-18" rx="27" ry="18"/><text text-anchor="middle" x="27" y="-14.3" font-family="Times,serif" font-size="14.00">b</text></g></g></svg>',
  ),
  svg(
    'shapely',
    'a polygon',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100.0" height="100.0" viewBox="-0.08 -0.08 2.16 2.16" preserveAspectRatio="xMinYMin meet"><g transform="matrix(1,0,0,-1,0,2.0)"><path fill-rule="evenodd" fill="#66cc99" stroke="#555555" stroke-width="0.043" opacity="0.6" d="M 0,0 L 2,0 L 2,2 L 0,2 L 0,0 z M 0.5,0.5 L 1,0.5 L 1,1 z"/></g></svg>',
  ),
  svg(
    'chess',
    'a board with defined pieces',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 45" width="180" height="90"><desc><pre>K .</pre></desc><defs><g id="white-king" class="white king" fill="none" fill-rule="evenodd" stroke="#000" stroke-linecap="round" stroke-linejoin="round" stroke-width="1.5"><path d="M22.5 11.63V6M20 8h5" stroke-linejoin="miter"/><path d="M22.5 25s4.5-7.5 3-10.5c0 0-1-2.5-3-2.5s-3 2.5-3 2.5c-1.5 3 3 10.5 3 10.5" fill="#fff"/></g></defs><rect x="0" y="0" width="45" height="45" class="square light" stroke="none" fill="#ffce9e"/><rect x="45" y="0" width="45" height="45" class="square dark" stroke="none" fill="#d18b47"/><use href="#white-king" xlink:href="#white-king" transform="translate(0, 0)"/></svg>',
  ),
  html(
    'RDKit',
    'a molecule in a table',
    '<table><tr><td style="text-align: center"><svg version="1.1" baseProfile="full" xmlns="http://www.w3.org/2000/svg" width="60px" height="40px" viewBox="0 0 60 40"><rect style="opacity:1.0;fill:#FFFFFF;stroke:none" width="60" height="40"/><path class="bond-0" d="M 10,20 L 30,10" style="fill:none;fill-rule:evenodd;stroke:#000000;stroke-width:2.0px;stroke-linecap:butt;stroke-linejoin:miter;stroke-opacity:1"/></svg></td><td style="text-align: left">ethane</td></tr></table>',
  ),
  html(
    'IRdisplay',
    'an R data.frame',
    '<table class="dataframe"><caption>A data.frame: 2 × 2</caption><thead><tr><th></th><th scope=col>mpg</th><th scope=col>cyl</th></tr><tr><th></th><th scope=col>&lt;dbl&gt;</th><th scope=col>&lt;int&gt;</th></tr></thead><tbody><tr><th scope=row>Mazda RX4</th><td>21.0</td><td>6</td></tr></tbody></table><style>.list-inline{list-style:none;margin:0;padding:0}.list-inline>li{display:inline-block}.list-inline>li:not(:last-child)::after{content:"\\00b7";padding:0 .5ex}</style><ol class=list-inline><li>1</li><li>2</li></ol>',
  ),
  html(
    'DataFrames.jl',
    'a Julia frame',
    '<div><div style = "float: left;"><span>2×1 DataFrame</span></div><div style = "clear: both;"></div></div><div class = "data-frame" style = "overflow-x: scroll;"><table class = "data-frame" style = "margin-bottom: 6px;"><thead><tr class = "header"><th class = "rowNumber" style = "font-weight: bold; text-align: right;">Row</th><th style = "text-align: left;">a</th></tr><tr class = "subheader headerLastRow"><th class = "rowNumber" style = "font-weight: bold; text-align: right;"></th><th title = "Int64" style = "text-align: left;">Int64</th></tr></thead><tbody><tr><td class = "rowNumber" style = "font-weight: bold; text-align: right;">1</td><td style = "text-align: right;">1</td></tr></tbody></table></div>',
  ),
  html(
    'spaCy',
    'entities in text',
    '<div class="entities" style="line-height: 2.5; direction: ltr"><mark class="entity" style="background: #7aecec; padding: 0.45em 0.6em; margin: 0 0.25em; line-height: 1; border-radius: 0.35em;">Apple<span style="font-size: 0.8em; font-weight: bold; line-height: 1; border-radius: 0.35em; vertical-align: middle; margin-left: 0.5rem">ORG</span></mark> is looking</div>',
  ),
  svg(
    'spaCy',
    'a dependency tree',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en" id="d0" class="displacy" width="220" height="120" direction="ltr" style="max-width: none; height: 120px; color: #000000; background: #ffffff; font-family: Arial; direction: ltr"><text class="displacy-token" fill="currentColor" text-anchor="middle" y="90"><tspan class="displacy-word" fill="currentColor" x="50">This</tspan><tspan class="displacy-tag" dy="2em" fill="currentColor" x="50">PRON</tspan></text><g class="displacy-arrow"><path class="displacy-arc" id="arrow-d0" stroke-width="2px" d="M50,60 C50,10 160,10 160,60" fill="none" stroke="currentColor"/><text dy="1.25em" style="font-size: 0.8em; letter-spacing: 1px"><textPath xlink:href="#arrow-d0" class="displacy-label" startOffset="50%" side="left" fill="currentColor" text-anchor="middle">nsubj</textPath></text></g></svg>',
  ),
  html(
    'SHAP',
    'text coloured by weight',
    '<div style="display:inline;text-align:center"><div style="display: none; color: #999; font-size: 12px">0.12</div><div style="display: inline; background: rgba(255, 13, 87, 0.4); border-radius: 3px; padding: 0px">good </div></div><span style="background:hsl(210deg 80% 80% / 60%)">film</span>',
  ),
  html(
    'ipywidgets',
    'the text where a widget would be',
    '<div class="widget-html-content"><pre style="white-space:pre-wrap">IntSlider(value=7, continuous_update=False, description=&#x27;x:&#x27;, max=10)</pre></div>',
  ),
  html(
    'a course',
    'a box with tabs of its own, by check boxes and labels',
    '<style>.tabs{display:flex;flex-wrap:wrap;border:1px solid #ccc;border-radius:6px}.tabs label{padding:4px 10px;order:1;background:#eee}.tabs input{position:absolute;opacity:0}.tabs .panel{order:9;width:100%;padding:8px}</style><div class="tabs"><input type="checkbox" id="tab-one" checked><label for="tab-one">One</label><div class="panel">First</div></div>',
  ),
  html(
    'a course',
    'a contents list with links inside',
    '<nav><ol><li><a href="#intro">Introduction</a></li><li><a href="#end">End</a></li></ol></nav><h2 id="intro">Introduction</h2><p>text</p><h2 id="end">End</h2>',
  ),
  html(
    'a course',
    'modern CSS in style attributes',
    '<div style="--gap: 6px; display: grid; grid-template-columns: repeat(auto-fit, minmax(8ch, 1fr)); gap: var(--gap); inset: auto; padding-inline: 2ch; color: rgb(0 0 0 / 80%); max-width: max-content; text-align: start"><span style="clip-path: circle(40%); filter: sepia(50%); transform: rotate(2deg); font-weight: 650">a</span><span style="background: conic-gradient(red, blue); aspect-ratio: 1 / 1; border-radius: 50%">b</span></div>',
  ),
  html(
    'a course',
    'ruby, bidi text and old markup',
    '<p><ruby>漢字<rp>(</rp><rt>kanji</rt><rp>)</rp></ruby> <bdo dir="rtl">abc</bdo> <font color="green" face="serif" size="4">green</font> <span lang="he" dir="rtl">שלום</span></p><main><center><big>big</big> <tt>tt</tt></center></main>',
  ),
  markdown(
    'a course',
    'a Markdown cell with everything GFM has',
    '# Title\n\nText with *em*, **strong**, ~~del~~, `code` and https://jupyter.org\n\n1. one\n   - nested\n2. two\n\n| left | right |\n|:-----|------:|\n| 1    | 2     |\n\n- [ ] open\n- [x] done\n\n> quote\n\n<details><summary>more</summary>\n\nhidden **text**\n\n</details>\n\n![dot](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAIBRAA7)',
  ),
  markdown(
    'a course',
    'a Markdown cell with HTML in it',
    '<div style="border: 1px solid #888; padding: 8px; background: #f6f8fa">\n\n**Note:** press <kbd>Shift</kbd>+<kbd>Enter</kbd>.\n\n</div>\n\n<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAIBRAA7" width="40" height="20" align="right" alt="right">\n\nH<sub>2</sub>O and x<sup>2</sup>\n',
  ),
]
