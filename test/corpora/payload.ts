// What a payload of the corpora is: an input with the claim it puts to the test. The rows are written short in the
// data modules; `group` gives every row its id and fills the canaries in.
import type { Notebook, Output } from '../../src/nbformat/model.js'

/** What is counted, one column of the engines' table each. */
export type Column =
  | 'execution'
  | 'network'
  | 'navigation'
  | 'clobbering'
  | 'style'
  | 'imitation'
  | 'resources'

/** Every column, in the order of the table. */
export const columns: readonly Column[] = [
  'execution',
  'network',
  'navigation',
  'clobbering',
  'style',
  'imitation',
  'resources',
]

/** How the input reaches the page. `html`, `css`, `url` and `mathml` are all markup; the kind says what is under attack. */
export type Kind =
  | 'html'
  | 'css'
  | 'url'
  | 'mathml'
  | 'svg'
  | 'markdown'
  | 'latex'
  | 'ansi'
  | 'output'
  | 'attachment'
  | 'notebook'

/** A large input as a recipe: `before`, `open` n times, `middle`, `close` n times, `after`. `{{n}}` in it is the index. */
export interface Repeat {
  readonly before?: string
  readonly repeat: string
  readonly times: number
  /** Each repetition is one `repeat` longer than the one before, with a space between; `times` is how many there are in all. */
  readonly growing?: true
  readonly middle?: string
  readonly close?: string
  readonly after?: string
}

/** A Markdown cell with its attachments. */
export interface MarkdownInput {
  readonly source: string
  readonly attachments: { readonly [name: string]: { readonly [mime: string]: unknown } }
}

/** Text for the textual kinds; an output, a Markdown cell or a notebook for the others. */
export type Input = string | Repeat | Output | MarkdownInput | Notebook

export interface Payload {
  readonly id: string
  readonly title: string
  readonly kind: Kind
  readonly input: Input
  /** Columns it aims at, and needles: `selector:…` matches nothing in the result, `markup:…` is nowhere in it. */
  readonly mustNot: readonly string[]
  /** Text that is still there, or `selector:…` that still matches. */
  readonly mustRemain: readonly string[]
}

/** What a row may say besides title and input. */
export interface RowDetails {
  /** Replaces the group's columns. */
  readonly mustNot?: readonly string[]
  readonly mustRemain?: readonly string[]
  /** Put no `<p>` of harmless text in front: the attack needs the very beginning. */
  readonly bare?: true
}

/** Title, input, details. Tokens in the input: `{{run}}`, `{{remote}}`, `{{here}}`, `{{link}}`, `{{id}}`. */
export type Row = readonly [title: string, input: Input, details?: RowDetails]

/** What all rows of a group share. */
export interface GroupDetails {
  readonly kind: Kind
  readonly mustNot: readonly string[]
}

const markupKinds: ReadonlySet<Kind> = new Set(['html', 'css', 'url', 'mathml'])

/** Makes payloads of rows. Ids are `name-1`, `name-2`, … in the order of the rows; others refer to them, so new rows come last. */
export function group(name: string, details: GroupDetails, rows: readonly Row[]): Payload[] {
  return rows.map(([title, input, row = {}], index) => {
    const id = `${name}-${index + 1}`
    const lead = markupKinds.has(details.kind) && !row.bare && typeof input === 'string'
    return {
      id,
      title,
      kind: details.kind,
      input: fill(lead ? `<p>before {{id}}</p>${input}` : input, id),
      mustNot: (row.mustNot ?? details.mustNot).map((needle) => fillText(needle, id)),
      mustRemain: [...(lead ? [`before ${id}`] : []), ...(row.mustRemain ?? [])].map((text) =>
        fillText(text, id),
      ),
    }
  })
}

/** The text of a recipe at a multiple of its size. */
export function expand(recipe: Repeat, factor = 1): string {
  const times = Math.round(recipe.times * factor)
  const many = (text: string): string => {
    if (recipe.growing) {
      const runs = Math.round(Math.sqrt(2 * times))
      return Array.from({ length: runs }, (_, index) => text.repeat(index + 1)).join(' ')
    }
    return text.includes('{{n}}')
      ? Array.from({ length: times }, (_, index) => text.replaceAll('{{n}}', String(index))).join('')
      : text.repeat(times)
  }
  const close = recipe.close === undefined ? '' : many(recipe.close)
  return `${recipe.before ?? ''}${many(recipe.repeat)}${recipe.middle ?? ''}${close}${recipe.after ?? ''}`
}

/** Whether an input is a recipe. */
export function isRepeat(input: Input): input is Repeat {
  return typeof input === 'object' && 'repeat' in input
}

// Through JSON's text, so that a key `__proto__` stays an ordinary key. The tokens' values hold nothing JSON escapes.
function fill(input: Input, id: string): Input {
  return typeof input === 'string' ? fillText(input, id) : JSON.parse(fillText(JSON.stringify(input), id))
}

function fillText(text: string, id: string): string {
  return text
    .replaceAll('{{run}}', `window.__nbtrustCanary('${id}')`)
    .replaceAll('{{remote}}', `https://remote.example/${id}`)
    .replaceAll('{{here}}', `/__canary/${id}`)
    .replaceAll('{{link}}', `http://link.example/${id}`)
    .replaceAll('{{id}}', id)
}
