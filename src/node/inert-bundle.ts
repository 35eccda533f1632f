// One output's data with only what is inert in any frontend: text, pictures, sanitized markup. Everything else goes.
import type { JsonObject, JsonValue } from '../lib/json.js'
import { joinLines, type Mimebundle } from '../nbformat/index.js'
import { isLines } from '../nbformat/lines.js'
import { mimeTypesV3, notDataV3 } from '../nbformat/outputs.js'
import { essence } from '../rendermime/mime-type.js'
import type { Removal } from '../sanitize/removal.js'
import { type InertMarkup, type InertOptions, inertHtml, inertMarkdown, inertSvg } from './inert-markup.js'

export type { InertOptions } from './inert-markup.js'

/** What an output's data became. */
export interface InertData {
  readonly value: JsonObject
  readonly removed: readonly Removal[]
  readonly removedTypes: readonly string[]
}

// What no frontend runs, follows or loads anything for.
const inertTypes: ReadonlySet<string> = new Set([
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'application/json',
])
const sanitizers: ReadonlyMap<string, (text: string, limits: InertOptions) => InertMarkup | undefined> =
  new Map([
    ['text/html', inertHtml],
    ['image/svg+xml', inertSvg],
    ['text/markdown', inertMarkdown],
  ])

// Commands with which TeX renderers make links, load pictures, set attributes or define other commands that do.
const activeLatex =
  /\\(?:href|url|includegraphics|html|class|style|cssId|data|require|def|gdef|edef|xdef|let|newcommand|renewcommand|newenvironment|unicode|action|toggle|texttip|tooltip|mmlToken)(?![a-z])|\\html/i

/** The inert part of a bundle, or undefined if the whole bundle is inert. */
export function inertBundle(bundle: Mimebundle, limits: InertOptions): InertData | undefined {
  return inertFields(bundle, { ...limits, typeOf: essence, plainKey: 'text/plain' })
}

/** The inert part of a version 3 output, whose types are short keys beside its other fields. */
export function inertOutputV3(output: JsonObject, limits: InertOptions): InertData | undefined {
  const typeOf = (key: string): string | undefined =>
    notDataV3.has(key) ? undefined : (mimeTypesV3.get(key) ?? essence(key))
  return inertFields(output, { ...limits, typeOf, plainKey: 'text' })
}

interface FieldOptions extends InertOptions {
  /** The MIME type that a key stands for; undefined for a field that is no data. */
  readonly typeOf: (key: string) => string | undefined
  readonly plainKey: string
}

function inertFields(object: JsonObject, limits: FieldOptions): InertData | undefined {
  const kept: [string, JsonValue][] = []
  const removed: Removal[] = []
  const removedTypes: string[] = []
  let changed = false
  for (const [key, value] of Object.entries(object)) {
    const type = limits.typeOf(key)
    const inert = type === undefined ? { value, removed: [] } : inertValue(type, value, limits)
    if (!inert) {
      removedTypes.push(key)
      continue
    }
    changed ||= inert.value !== value
    for (const removal of inert.removed) removed.push(removal)
    kept.push([key, inert.value])
  }
  if (!changed && removedTypes.length === 0) return undefined
  const showsSomething = kept.some(([key]) => limits.typeOf(key) !== undefined)
  if (!showsSomething)
    kept.push([limits.plainKey, removedTypes.map((type) => `[${type} was removed]`).join('\n')])
  // Defines keys and never assigns them, so that `__proto__` stays an ordinary one.
  return { value: Object.fromEntries(kept), removed, removedTypes }
}

// Undefined if the data has to go.
function inertValue(
  type: string,
  value: JsonValue,
  limits: InertOptions,
): { readonly value: JsonValue; readonly removed: readonly Removal[] } | undefined {
  if (inertTypes.has(type)) return { value, removed: [] }
  if (typeof value !== 'string' && !isLines(value)) return undefined
  const text = joinLines(value)
  if (type === 'text/latex') return activeLatex.test(text) ? undefined : { value, removed: [] }
  const sanitize = limits.markup === 'drop' ? undefined : sanitizers.get(type)
  if (!sanitize) return undefined
  const inert = sanitize(text, limits)
  return inert ? { value: inert.text, removed: inert.removed } : { value, removed: [] }
}
