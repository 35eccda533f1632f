// HTML outputs for the sanitizer: from what is plain to what has to be worked on.
import { tableHtml } from './outputs.js'
import { seededRandom } from './random.js'
import { markdownLines } from './text.js'

/** One output, or many small ones. Every sample is rendered by all contestants. */
export type HtmlSample = readonly string[]

const random = () => seededRandom(7)

function cells(rows: number, columns: number): string[][] {
  const source = random()
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => source.normal().toFixed(6)))
}

// `df.to_html()` has no style element, `df._repr_html_()` has one.
function plain(table: string[]): string {
  return table.filter((line) => !line.startsWith('<style')).join('')
}

function styled(rows: number, columns: number): string {
  const source = random()
  return plain(tableHtml(cells(rows, columns))).replaceAll('<td>', () => {
    const shade = source.below(40)
    return `<td style="background-color: #${(0xd0 + shade).toString(16)}e0ff; color: rgb(${shade}, 0, 0); text-align: right">`
  })
}

// A figure as plotly's `fig.to_html(include_plotlyjs=False)` writes it: nearly all of it is one script.
function plotlyHtml(bytes: number): string {
  const source = random()
  const numbers: string[] = []
  for (let length = 0; length < bytes; length += 20) numbers.push((source.normal() * 100).toFixed(15))
  return `<div>\n<div id="figure-1" class="plotly-graph-div" style="height:525px; width:100%;"></div>\n<script type="text/javascript">window.PLOTLYENV=window.PLOTLYENV || {};Plotly.newPlot("figure-1", [{"y":[${numbers.join(',')}]}])</script>\n</div>`
}

// Ticks, marks and labels as matplotlib's SVG backend writes them.
function drawing(marks: number): string {
  const source = random()
  const shapes = Array.from({ length: marks }, (_, index) => {
    const [x, y] = [source.below(4000) / 10, source.below(3000) / 10]
    return `<g id="line2d_${index}"><path d="M ${x} ${y} L ${y} ${x}" clip-path="url(#p1)" style="fill: none; stroke: #1f77b4; stroke-width: 1.5; stroke-linecap: square"/><text style="font: 10px 'DejaVu Sans', sans-serif; text-anchor: middle" x="${x}" y="${y}" transform="rotate(-0 ${x} ${y})">${index}</text></g>`
  })
  return `<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" xmlns="http://www.w3.org/2000/svg" version="1.1"><g id="figure_1">${shapes.join('')}</g><defs><clipPath id="p1"><rect x="57.6" y="41.472" width="357.12" height="266.112"/></clipPath></defs></svg>`
}

/** By name. */
export const htmlSamples: Readonly<Record<string, () => HtmlSample>> = {
  'table 10x10': () => [plain(tableHtml(cells(10, 10)))],
  'table 1000x20': () => [plain(tableHtml(cells(1000, 20)))],
  'pandas table 1000x20, with its style element': () => [tableHtml(cells(1000, 20)).join('')],
  'styled table 1000x20': () => [styled(1000, 20)],
  'table 1000x20 with a handler': () => [
    plain(tableHtml(cells(1000, 20))).replace('<td>', '<td onclick="alert(1)">'),
  ],
  // Not among the plain elements, so that DOMPurify is asked about all of it.
  'table 1000x20 with a button': () => [
    plain(tableHtml(cells(1000, 20))).replace('<td>', '<td><button>more</button>'),
  ],
  '1000 small outputs': () =>
    Array.from(
      { length: 1000 },
      (_, index) => `<p>Result <b>${index}</b> of <i>1000</i>: <code>x = ${index}</code></p>`,
    ),
  'drawing with 2000 marks': () => [drawing(2000)],
  '3 MB plotly HTML': () => [plotlyHtml(3e6)],
}

/** Markdown of about so many bytes. */
export function makeMarkdown(bytes: number): string {
  const source = random()
  const pieces: string[] = []
  for (let length = 0; length < bytes; ) {
    const piece = markdownLines(source, 3).join('')
    pieces.push(piece)
    length += piece.length
  }
  return pieces.join('')
}
