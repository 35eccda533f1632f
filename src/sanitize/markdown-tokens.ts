// Reads text and bare addresses for marked, in linear time. Its own rules look ahead over the whole text at every word for an
// e-mail address; these look at most as far as an address may reach, and not much further in vain.
import type { TokenizerObject, Tokens } from 'marked'
import { readAddress } from './autolink.js'

// How many characters of one text are read for addresses that turn out to be none, and for the ends of emphasis that has none: each
// star without an end has marked look through all of the rest.
const MOST_IN_VAIN = 2_000_000

/** Tokenizers to hand to an own instance of `Marked`, for one text. */
export function linearTokenizers(): TokenizerObject {
  let inVain = 0
  let inWord = false
  // False leaves it to marked.
  const unlessInVain = (): undefined | false => (inVain > MOST_IN_VAIN ? undefined : false)
  const webAddress = (source: string): Address | undefined => {
    if (inVain > MOST_IN_VAIN || !startsAddress(source, 0)) return undefined
    const raw = readAddress(source, 0)
    const href = raw.startsWith('www.') ? `http://${raw}` : raw
    if (isAddress(href, { needsDot: href !== raw })) return { raw, href }
    inVain += raw.length
    return undefined
  }
  return {
    url(source: string): Tokens.Link | false | undefined {
      const address = webAddress(source) ?? mailAddress(source)
      if (!address) return undefined
      const { raw, href } = address
      return {
        type: 'link',
        raw,
        text: raw,
        href,
        title: null,
        tokens: [{ type: 'text', raw, text: raw, escaped: false }],
      }
    },

    emStrong(_source: string, _masked: string, before = ''): undefined | false {
      inWord = /\w/.test(before)
      return unlessInVain()
    },

    del: unlessInVain,

    inlineText(source: string): Tokens.Text | undefined {
      // An underscore inside of a word begins nothing, nor does anything before a space.
      if ((inWord ? /^[*~]+[^\s*~]/ : /^[*_~]+[^\s*_~]/).test(source)) inVain += source.length
      const raw = source.slice(0, endOfText(source))
      return { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock }
    },
  }
}

interface Address {
  readonly raw: string
  readonly href: string
}

function isAddress(href: string, { needsDot }: { needsDot: boolean }): boolean {
  try {
    return new URL(href).host.includes('.') || !needsDot
  } catch {
    return false
  }
}

const LONGEST_MAIL = 320

// The parts of an address are as long as mail servers accept, so this looks at a few hundred characters at most.
function mailAddress(source: string): Address | undefined {
  const head = source.slice(0, LONGEST_MAIL)
  const match = /^[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?![\w@-])/.exec(head)
  return match ? { raw: match[0], href: `mailto:${match[0]}` } : undefined
}

// Up to where something else than text may begin. The first character is text in any case: nothing else wanted it.
function endOfText(source: string): number {
  let at = 1
  const first = source[0]
  if (first === '`' || first === '~') while (source[at] === first) at++
  for (; at < source.length; at++) {
    switch (source.charCodeAt(at)) {
      case 33: // !
      case 42: // *
      case 60: // <
      case 91: // [
      case 92: // \
      case 95: // _
      case 96: // `
      case 126: // ~
        return at
      case 32: {
        let end = at + 1
        while (source.charCodeAt(end) === 32) end++
        if (end - at >= 2 && source.charCodeAt(end) === 10) return at
        at = end - 1
        break
      }
      case 64: {
        const start = startOfMail(source, at)
        if (start > 0) return start
        break
      }
      case 104: // h
      case 119: // w
        if (startsAddress(source, at) && !/\w/.test(source[at - 1] ?? '')) return at
        break
      default:
    }
  }
  return source.length
}

function startsAddress(source: string, at: number): boolean {
  return (
    source.startsWith('http://', at) || source.startsWith('https://', at) || source.startsWith('www.', at)
  )
}

function startOfMail(source: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 64 && /[\w.+-]/.test(source[start - 1] ?? '')) start--
  return start < at && mailAddress(source.slice(start, start + LONGEST_MAIL)) ? start : -1
}
