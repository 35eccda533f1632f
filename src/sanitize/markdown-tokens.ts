// Finds where text ends in Markdown, and bare addresses in it, in linear time. marked's own rules look ahead over the whole text at every
// word for an e-mail address; these look at most as far as an address may reach, and not much further in vain.
import { readAddress } from './autolink.js'

/** An address as it stands in the text, and where it leads. */
export interface Address {
  readonly raw: string
  readonly href: string
}

/** What a text begins with that may be a http or https address. */
export function webAddress(source: string): Address {
  const raw = readAddress(source, 0)
  return { raw, href: raw.startsWith('www.') ? `http://${raw}` : raw }
}

/** Whether it is one. What begins with `www.` needs another dot. */
export function isAddress({ raw, href }: Address): boolean {
  try {
    return new URL(href).host.includes('.') || href === raw
  } catch {
    return false
  }
}

const LONGEST_MAIL = 320

/** The mail address that a text begins with. Its parts are as long as mail servers accept, so this looks at a few hundred characters. */
export function mailAddress(source: string): Address | undefined {
  const head = source.slice(0, LONGEST_MAIL)
  const match = /^[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?![\w@-])/.exec(head)
  return match ? { raw: match[0], href: `mailto:${match[0]}` } : undefined
}

// Where something else than text may begin. That is asked for at once, because engines look for it faster than a loop does.
const STOPS = /[!*<[\\_`~@\n]|\b(?:https?:\/\/|www\.)/g

/** Up to where something else than text may begin. The first character is text in any case: nothing else wanted it. */
export function endOfText(source: string): number {
  let start = 1
  const first = source[0]
  if (first === '`' || first === '~') while (source[start] === first) start++
  STOPS.lastIndex = start
  for (let found = STOPS.exec(source); found; found = STOPS.exec(source)) {
    let at = found.index
    if (found[0] === '\n') {
      // Two spaces or more before it break the line.
      while (at > start && source[at - 1] === ' ') at--
      if (found.index - at < 2) continue
    } else if (found[0] === '@') {
      at = startOfMail(source, at)
      if (at <= 0) continue
    }
    return at
  }
  return source.length
}

/** Whether something that may be a http or https address begins there. */
export function startsAddress(source: string, at: number): boolean {
  return (
    source.startsWith('http://', at) || source.startsWith('https://', at) || source.startsWith('www.', at)
  )
}

function startOfMail(source: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 64 && /[\w.+-]/.test(source[start - 1] ?? '')) start--
  return start < at && mailAddress(source.slice(start, start + LONGEST_MAIL)) ? start : -1
}
