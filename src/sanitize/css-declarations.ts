// Filters a list of CSS declarations, as in a style attribute: each is kept or dropped whole, by property and value.
import { CSS_PROPERTIES } from './css-properties.js'
import { isDelim, splitAt, trimSpace } from './css-token-lists.js'
import { type CssToken, tokenizeCss } from './css-tokens.js'
import { type CssContext, checkValue, REFUSED } from './css-values.js'
import { writeName } from './css-write.js'
import type { RemovalReason } from './removal.js'

/** A declaration that was dropped. */
export interface DroppedDeclaration {
  readonly property: string
  readonly reason: RemovalReason
  readonly host?: string | undefined
}

/** What is left of a declaration list, and what is not. */
export interface FilteredDeclarations {
  readonly text: string
  readonly dropped: readonly DroppedDeclaration[]
}

/** Filters the text of a style attribute. Linear; never throws. */
export function filterDeclarations(source: string, context: CssContext): FilteredDeclarations {
  const { text, dropped } = filterDeclarationTokens(tokenizeCss(source), context)
  // Browsers write style attributes with a semicolon at the end.
  return { text: text === '' ? '' : `${text};`, dropped }
}

/** The same for tokens, as they come out of a rule's block. */
export function filterDeclarationTokens(
  tokens: readonly CssToken[],
  context: CssContext,
): FilteredDeclarations {
  const kept: string[] = []
  const dropped: DroppedDeclaration[] = []
  for (const part of splitAt(';', tokens)) {
    const declaration = parseDeclaration(part)
    if (!declaration) continue
    const { property, value } = declaration
    // A vendor's old spelling says nothing if it is unknown: the unprefixed one stands beside it.
    const known = property.startsWith('--') || CSS_PROPERTIES.has(property)
    const checked = known ? checkValue(property, value, context) : REFUSED
    if ('text' in checked) {
      kept.push(`${property.startsWith('--') ? writeName(property) : property}: ${checked.text}`)
    } else {
      const host = remoteHost(value, context) ?? checked.host
      const reason = host === undefined ? checked.reason : 'loads remote content'
      dropped.push({ property, reason, host })
    }
  }
  return { text: kept.join('; '), dropped }
}

interface Declaration {
  readonly property: string
  readonly value: readonly CssToken[]
}

function parseDeclaration(tokens: readonly CssToken[]): Declaration | undefined {
  const [name, ...after] = trimSpace(tokens)
  if (!name) return undefined
  if (name.type !== 'ident') return { property: name.value.slice(0, 40), value: [] }
  const property = name.value.startsWith('--') ? name.value : name.value.toLowerCase()
  const [colon, ...value] = trimSpace(after)
  return { property, value: isDelim(colon, ':') ? value : [] }
}

function remoteHost(tokens: readonly CssToken[], context: CssContext): string | undefined {
  for (const token of tokens) {
    if (token.type !== 'url' && token.type !== 'string') continue
    const host = context.host(token.value)
    if (host !== undefined) return host
  }
  return undefined
}
