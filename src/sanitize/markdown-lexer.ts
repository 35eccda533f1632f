// Turns Markdown into HTML through marked, in linear time, and by the shorter way where there is nothing to look for: most runs of text
// hold no mark at all.

import { getDefaults, Lexer, Parser, type Token, Tokenizer, type Tokens } from 'marked'
import { linearRules } from './markdown-rules.js'
import {
  type Address,
  endOfText,
  isAddress,
  mailAddress,
  startsAddress,
  webAddress,
} from './markdown-tokens.js'

/** GitHub's Markdown as HTML, which nobody has looked at yet. Throws RangeError for what is nested too deeply. */
export function markdownToHtml(source: string): string {
  return Parser.parse(new LinearLexer().lex(source), getDefaults())
}

// How many characters of one text are read for addresses that turn out to be none, and for the ends of emphasis that has none: each
// star without an end has marked look through all of the rest.
const MOST_IN_VAIN = 2_000_000

class LinearTokenizer extends Tokenizer {
  #inVain = 0
  #inWord = false

  override url(source: string): Tokens.Link | undefined {
    const address = this.#webAddress(source) ?? mailAddress(source)
    if (!address) return undefined
    const { raw, href } = address
    const tokens: Token[] = [{ type: 'text', raw, text: raw, escaped: false }]
    return { type: 'link', raw, text: raw, href, title: null, tokens }
  }

  #webAddress(source: string): Address | undefined {
    if (this.#inVain > MOST_IN_VAIN || !startsAddress(source, 0)) return undefined
    const address = webAddress(source)
    if (isAddress(address)) return address
    this.#inVain += address.raw.length
    return undefined
  }

  override emStrong(source: string, masked: string, before = ''): Tokens.Em | Tokens.Strong | undefined {
    this.#inWord = /\w/.test(before)
    return this.#inVain > MOST_IN_VAIN ? undefined : super.emStrong(source, masked, before)
  }

  override del(source: string, masked: string, before = ''): Tokens.Del | undefined {
    return this.#inVain > MOST_IN_VAIN ? undefined : super.del(source, masked, before)
  }

  override inlineText(source: string): Tokens.Text {
    // An underscore inside of a word begins nothing, nor does anything before a space.
    if ((this.#inWord ? /^[*~]+[^\s*~]/ : /^[*_~]+[^\s*_~]/).test(source)) this.#inVain += source.length
    return textToken(source.slice(0, endOfText(source)), this.lexer)
  }
}

function textToken(raw: string, { state }: Pick<Lexer, 'state'>): Tokens.Text {
  return { type: 'text', raw, text: raw, escaped: state.inRawBlock }
}

class LinearLexer extends Lexer {
  constructor() {
    const tokenizer = new LinearTokenizer()
    super({ ...getDefaults(), tokenizer })
    const { block, inline, other } = tokenizer.rules
    tokenizer.rules = { other, block: linearRules(block), inline: linearRules(inline) }
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (MARK.test(source)) return super.inlineTokens(source, tokens)
    if (source !== '') tokens.push(textToken(source, this))
    return tokens
  }
}

// Whatever may begin something else than text.
const MARK = /[!*<[\\_`~@\n]|:\/\/|www\./
