// Reads the candidates of a srcset and keeps those whose address may be loaded.
// https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute
import { isSpace } from './code-units.js'

const MOST_KEPT = 100

/** The first candidates that `check` answers with an address, written anew; it is asked about all. Linear; never throws. */
export function filterSrcset(source: string, check: (address: string) => string | undefined): string {
  const kept: string[] = []
  let at = 0
  while (at < source.length) {
    while (at < source.length && isSeparator(source.charCodeAt(at))) at++
    const start = at
    while (at < source.length && !isSpace(source.charCodeAt(at))) at++
    let end = at
    while (end > start && source[end - 1] === ',') end--
    const address = source.slice(start, end)
    let descriptor = ''
    if (end === at) {
      const comma = source.indexOf(',', at)
      const stop = comma < 0 ? source.length : comma
      descriptor = source.slice(at, stop).trim()
      at = stop + 1
    }
    if (!address) continue
    const loaded = check(address)
    if (loaded === undefined || kept.length >= MOST_KEPT) continue
    kept.push(/^\d{1,5}(?:\.\d{1,5})?[xw]$/.test(descriptor) ? `${loaded} ${descriptor}` : loaded)
  }
  return kept.join(', ')
}

function isSeparator(code: number): boolean {
  return code === 44 || isSpace(code)
}
