// Finds http and https addresses in plain text, so that they can be followed. Linear; no other scheme, nothing that hides.

/** A piece of text, and the address it is if it is one. */
export interface LinkedText {
  readonly text: string
  /** What `new URL` makes of the text; the text itself is shown. */
  readonly href?: string
}

const MAX_LINKS = 2_000
// Spaces, quotes and brackets end an address, and so do marks that turn the direction of text around or cannot be seen, and emoji.
const ADDRESS = /[^\s<>"'`\\^{}|\p{C}\u115f\u1160\u17b4\u17b5\u3164\uffa0\u{10000}-\u{10ffff}]{0,2000}/uy

/** Splits text at its addresses. Never throws. */
export function autolink(text: string): LinkedText[] {
  const pieces: LinkedText[] = []
  let done = 0
  let from = 0
  for (let links = 0; links < MAX_LINKS; ) {
    const at = text.indexOf('://', from)
    if (at < 0) break
    const start = schemeStart(text, at)
    from = at + 3
    if (start < done) continue
    const address = readAddress(text, start)
    // What was read is not read again, address or not.
    from = start + address.length
    const href = hrefOf(address)
    if (href === undefined) continue
    if (start > done) pieces.push({ text: text.slice(done, start) })
    pieces.push({ text: address, href })
    done = from
    links++
  }
  if (done < text.length) pieces.push({ text: text.slice(done) })
  return pieces
}

// Where `http` or `https` before `://` begins, -1 if something else stands there.
function schemeStart(text: string, at: number): number {
  for (const scheme of ['https', 'http']) {
    const start = at - scheme.length
    if (start < 0 || text.slice(start, at).toLowerCase() !== scheme) continue
    return start === 0 || !/[\w+.-]/.test(text[start - 1] ?? '') ? start : -1
  }
  return -1
}

/** The address that begins at `start`, without the punctuation that belongs to the sentence around it. */
export function readAddress(text: string, start: number): string {
  ADDRESS.lastIndex = start
  ADDRESS.test(text)
  let end = ADDRESS.lastIndex
  // Punctuation at the end belongs to the sentence, a bracket only if it was opened inside.
  let brackets = 0
  for (let at = start; at < end; at++) brackets += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
  while (end > start) {
    const last = text[end - 1] ?? ''
    if (last === ')' && brackets < 0) brackets++
    else if (!'.,:;!?*_~]'.includes(last)) break
    end--
  }
  return text.slice(start, end)
}

function hrefOf(address: string): string | undefined {
  try {
    const url = new URL(address)
    return url.host && !url.username && !url.password ? url.href : undefined
  } catch {
    return undefined
  }
}
