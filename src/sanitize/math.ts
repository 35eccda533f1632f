// Renders formulas through a KaTeX that was handed in. What it writes is parsed inertly and goes through the same walk as everything
// else; without KaTeX, or where it fails, the formula's source is shown.

import { createContext, record, type WalkContext } from './context.js'
import type { PropertySurface } from './css-properties.js'
import { cleanFragment } from './html.js'
import { inertElement } from './inert.js'
import { macroBudget } from './macro-budget.js'
import type { Formula } from './math-delimiters.js'
import { withMath } from './policy.js'
import { scanMarkup } from './scan.js'
import { parseInert } from './sink.js'

/** What is used of KaTeX. */
export interface Katex {
  /** As KaTeX documents it: markup for one formula. May throw. */
  renderToString(tex: string, options: KatexOptions): string
}

/** The options KaTeX gets. `trust: false` keeps \href, \includegraphics and \html… from doing anything. */
export interface KatexOptions {
  readonly displayMode: boolean
  readonly throwOnError: false
  readonly trust: false
  readonly strict: 'ignore'
  readonly maxExpand: number
  readonly maxSize: number
  readonly output: MathOutput
  readonly macros: Record<string, string>
}

/**
 * How formulas are written. `mathml` (default) needs no style sheet and no fonts. `htmlAndMathml` is KaTeX's own layout: it needs KaTeX's style
 * sheet inside the shadow root (`mountSafeHtml`'s `styleSheets`) and its fonts in the page.
 */
export type MathOutput = 'mathml' | 'htmlAndMathml'

/** Options about math. */
export interface MathOptions {
  /** KaTeX, or something with its `renderToString`. Without it formulas are shown as source. */
  readonly katex?: Katex | undefined
  readonly mathOutput?: MathOutput | undefined
}

/**
 * Renders the formulas of one text; macros that one defines, the next ones know. Each comes back as nodes that went through the walk;
 * formulas beyond the limits, and those that KaTeX fails on, as their source.
 */
export function renderFormulas(
  formulas: readonly Formula[],
  { katex, mathOutput = 'mathml' }: MathOptions,
  context: WalkContext,
): readonly Node[] {
  const { limits, policy } = context.options
  if (!katex || policy.formulas === 'source') return formulas.map((formula) => mathSource(formula, context))
  const macros: Record<string, string> = {}
  const budget = macroBudget()
  let left = limits.formulaText
  const markups = formulas.map(({ tex, display }) => {
    left -= tex.length
    if (tex.length > limits.formula || left < 0) return undefined
    const maxExpand = budget.admit(tex)
    if (maxExpand === undefined) return undefined
    let markup: string | undefined
    try {
      markup = katex.renderToString(tex, {
        displayMode: display,
        throwOnError: false,
        trust: false,
        strict: 'ignore',
        maxExpand,
        // In em.
        maxSize: 50,
        output: mathOutput,
        macros,
      })
    } catch {
      // KaTeX throws for some input whatever its options say (deep nesting, macros without end).
    }
    budget.charge(markup?.includes('katex-error') ? undefined : markup)
    return markup
  })
  const cleaned = cleanFormulas(markups, mathOutput === 'htmlAndMathml' ? 'contained' : 'anywhere', context)
  return formulas.map((formula, index) => cleaned[index] ?? mathSource(formula, context))
}

const OWN: ReadonlySet<string> = new Set(['imitates the page', 'restyles the page', 'not on the allow-list'])

// All at once: a page of formulas is one parse and one walk, not a thousand.
function cleanFormulas(
  markups: readonly (string | undefined)[],
  // KaTeX places its boxes by classes and positions, which hold inside a shadow root only; its MathML stands anywhere.
  surface: PropertySurface,
  outer: WalkContext,
): readonly (Node | undefined)[] {
  const { options } = outer
  const markup = markups.map((one) => `<span>${one ?? ''}</span>`).join('')
  const scanned = scanMarkup(markup, options.limits)
  if ('exceeded' in scanned) return []
  const context = createContext({ ...options, policy: withMath(options.policy) }, { surface })
  const cleaned = cleanFragment(parseInert(options.window, scanned.quiet), context)
  // Markup that closes more than it opens would be another formula's.
  if (typeof cleaned === 'string' || cleaned.childNodes.length !== markups.length) return []
  // That a class or style of KaTeX's own is not needed here is nothing to tell the reader.
  for (const removal of context.removed) if (!OWN.has(removal.reason)) record(outer, removal)
  return [...cleaned.childNodes].map((wrapper) => (wrapper.hasChildNodes() ? unwrapped(wrapper) : undefined))
}

function unwrapped(wrapper: Node): Node {
  const fragment = (wrapper.ownerDocument as Document).createDocumentFragment()
  while (wrapper.firstChild) fragment.append(wrapper.firstChild)
  return fragment
}

function mathSource({ source, display }: Formula, { options }: WalkContext): Node {
  const code = inertElement(options.window, display ? 'pre' : 'code')
  code.className = 'nbtrust-math-source'
  code.textContent = source
  return code
}

/** Puts rendered formulas in the place of their marks in text. */
export function replaceMarks(
  root: DocumentFragment,
  marks: readonly [string, string],
  rendered: readonly Node[],
): void {
  const walker = root.ownerDocument.createTreeWalker(root, 4)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node as Text).data.includes(marks[0])) texts.push(node as Text)
  }
  for (const text of texts) {
    const pieces = text.data.split(marks[0])
    const parts: (string | Node)[] = [pieces[0] ?? '']
    for (const piece of pieces.slice(1)) {
      const end = piece.indexOf(marks[1])
      const formula = rendered[Number(piece.slice(0, end))]
      if (formula) parts.push(formula)
      parts.push(piece.slice(end + 1))
    }
    text.replaceWith(...parts.filter((part) => part !== ''))
  }
}

/** Puts the source of formulas back where a mark ended up in an attribute, such as a picture's description or an address. */
export function restoreMarksInAttributes(
  root: DocumentFragment,
  { formulas, marks }: { formulas: readonly Formula[]; marks: readonly [string, string] },
): void {
  if (!formulas.length) return
  // Of forms nothing stays, and their controls hide their properties.
  for (const { attributes } of root.querySelectorAll(':not(form)')) {
    // The parser makes names that setAttribute refuses.
    for (const attribute of attributes) {
      const restored = restoreMarks(attribute.value, { formulas, marks })
      if (restored !== attribute.value) attribute.value = restored
    }
  }
}

function restoreMarks(
  value: string,
  { formulas, marks }: { formulas: readonly Formula[]; marks: readonly [string, string] },
): string {
  // Addresses come percent-encoded out of Markdown.
  const [open, close] = marks
  let text = value
  for (const [from, to] of [marks, [encodeURI(open), encodeURI(close)]]) {
    if (from === undefined || to === undefined || !text.includes(from)) continue
    text = text
      .split(from)
      .map((piece, index) => {
        const end = index === 0 ? -1 : piece.indexOf(to)
        const formula = end < 0 ? undefined : formulas[Number(piece.slice(0, end))]
        return formula ? formula.source + piece.slice(end + to.length) : piece
      })
      .join('')
  }
  return text.replaceAll(open, '').replaceAll(close, '')
}
