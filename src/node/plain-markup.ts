// Tells of most HTML and Markdown that it does nothing but show text, without parsing it: an allow-list of whole tags, from
// which no address, script or form can be spelled. What it does not know is left to a real parser.
import { LIMITS, MOST_PLACES } from '../sanitize/limits.js'
import { isTooNested } from '../sanitize/markdown-nesting.js'

const elements =
  'div|span|p|pre|code|samp|kbd|b|i|u|s|em|strong|small|sub|sup|blockquote|h[1-6]|ul|ol|li|dl|dt|dd|' +
  'table|caption|colgroup|thead|tbody|tfoot|tr|th|td'
// Without parentheses, slashes and backslashes nothing in a value is an address or loads one. Of styles only those that
// tables are written with: others have limits of their own (sizes that grow with every element).
const attributes =
  '(?: (?:(?:class|border|align|valign|scope)="[\\w\\s:;.,%#-]*"|(?:col|row)span="[1-9]"' +
  '|style="(?:text|vertical)-align: ?[a-z]+;?")){0,64}'

const startTag = new RegExp(`<(${elements})${attributes}>`, 'y')
const endTag = new RegExp(`</(${elements})>`, 'y')
const voidTag = new RegExp(`<(?:br|hr|col)${attributes} ?/?>`, 'y')
// As pandas writes it above each table. Without @, url() and escapes a style sheet can only restyle.
const styleSheet = /<style(?: scoped)?(?: type="text\/css")?>[^<@\\(]*<\/style>/y

// A parser may add two elements for each tag (tbody, tr), which count against the sanitizer's limits too.
const maxTags = LIMITS.tags / 5
const maxDepth = LIMITS.depth / 4
// Each by nine at most.
const maxSpans = MOST_PLACES / 81
// Of the formatting tags among these a parser may open one again for each tag inside.
const maxInside = LIMITS.reopened / 2

/** True if the sanitizer would find nothing in this HTML that acts, asks or loads. False says nothing. */
export function isPlainHtml(html: string): boolean {
  // No other limit is within reach of whole tags from the list above, each closed in its turn.
  if (html.length > LIMITS.length || html.includes('\0')) return false
  const open: string[] = []
  let tags = 0
  let inside = 0
  let spans = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    inside += open.length
    if (++tags > maxTags || open.length > maxDepth || inside > maxInside) return false
    const end = html.charCodeAt(at + 1) === 0x2f
    const tag = matchAt(end ? endTag : startTag, html, at)
    // What is closed in another order than it was opened is for a parser to mend.
    if (tag && end && open.pop() !== tag[1]) return false
    if (tag && !end) open.push(tag[1] ?? '')
    if (tag?.[0].includes('span="') && ++spans > maxSpans) return false
    const other = tag ?? matchAt(voidTag, html, at) ?? matchAt(styleSheet, html, at)
    if (!other) return false
    at += other[0].length
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
