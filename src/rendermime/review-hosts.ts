// Finds the hosts that a piece of text names, for a reader who decides whether to trust it. A hint: code can hide a host.

/** The host of one address, as a list of none or one. A relative address has none. */
export function hostOf(address: string): string[] {
  const absolute = /^(?:https?:|wss?:)?\/\//i.test(address.trim())
  if (!absolute) return []
  try {
    return [new URL(address.trim(), 'https://relative.invalid').host]
  } catch {
    return []
  }
}

/** The hosts of all absolute addresses in a text, each once. */
export function hostsIn(text: string): string[] {
  const found = text.slice(0, 1_000_000).matchAll(/\b(?:https?|wss?):\/\/[^\s/'"`<>\\)]+/gi)
  return [...new Set([...found].flatMap(([address]) => hostOf(address)))]
}
