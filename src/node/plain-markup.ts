// Tells of most HTML and Markdown that it does nothing but show text, without parsing it: an allow-list of whole tags, from
// which no address, script or form can be spelled. What it does not know is left to a real parser.
import { LIMITS } from '../sanitize/limits.js'
import { isTooNested } from '../sanitize/markdown-nesting.js'
import { overLimit } from '../sanitize/scan.js'

const elements =
  'div|span|p|pre|code|samp|kbd|b|i|u|s|em|strong|small|sub|sup|blockquote|h[1-6]|ul|ol|li|dl|dt|dd|' +
  'table|caption|colgroup|thead|tbody|tfoot|tr|th|td'
// Without parentheses, slashes and backslashes nothing in a value is an address or loads one. Of styles only those that
// tables are written with: others have limits of their own (sizes that grow with every element).
const attributes =
  '(?: (?:(?:class|border|align|valign|colspan|rowspan|scope)="[\\w\\s:;.,%#-]*"' +
  '|style="(?:text|vertical)-align: ?[a-z]+;?"))*'

const startTag = new RegExp(`<(${elements})${attributes}>`, 'y')
const endTag = new RegExp(`</(${elements})>`, 'y')
const voidTag = new RegExp(`<(?:br|hr|col)${attributes} ?/?>`, 'y')
// As pandas writes it above each table. Without @, url() and escapes a style sheet can only restyle.
const styleSheet = /<style(?: scoped)?(?: type="text\/css")?>[^<@\\(]*<\/style>/y

// A parser may add two elements for each tag (tbody, tr), which count against the sanitizer's limits too.
const maxTags = LIMITS.tags / 5
const maxDepth = LIMITS.depth / 4

/** True if the sanitizer would find nothing in this HTML that acts, asks or loads. False says nothing. */
export function isPlainHtml(html: string): boolean {
  if (overLimit(html, LIMITS) || html.includes('\0')) return false
  const open: string[] = []
  let tags = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (++tags > maxTags || open.length > maxDepth) return false
    const started = matchAt(startTag, html, at)
    if (started) open.push(started[1] ?? '')
    const ended = started ?? matchAt(endTag, html, at)
    // What is closed in another order than it was opened is for a parser to mend.
    if (ended && !started && open.pop() !== ended[1]) return false
    const tag = ended ?? matchAt(voidTag, html, at) ?? matchAt(styleSheet, html, at)
    if (!tag) return false
    at += tag[0].length
  }
  return open.length === 0
}

// Beyond it a formula, an autolink or a table could meet one of the sanitizer's smaller limits.
const maxMarkdown = 20_000
const webLink = /(?<!!)\[[^[\]<&@$\\\0]*\]\(https?:\/\/[\w.~:/?#=%+,-]*\)/g
// HTML and references, pictures and other links, mail addresses, formulas and escapes.
const notPlain = /[<&[\]@$\\\0]/

/** The same for Markdown: no HTML, no links but plain ones to the web, no pictures, no formulas. */
export function isPlainMarkdown(source: string): boolean {
  if (source.length > maxMarkdown || notPlain.test(source.replaceAll(webLink, 'link'))) return false
  return !isTooNested(source, LIMITS.nesting / 4)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
