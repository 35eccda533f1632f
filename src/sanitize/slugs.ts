// Makes the names of headings, as JupyterLab does: the heading's text with `-` for spaces, a number where a name is taken.

/** A function that gives each heading of one text its name; empty for a heading without text. */
export function headingSlugs(): (text: string) => string {
  const taken = new Map<string, number>()
  return (text) => {
    const name = text.trim().slice(0, 200).replace(/\s+/g, '-')
    const before = taken.get(name)
    taken.set(name, (before ?? 0) + 1)
    return before === undefined || name === '' ? name : `${name}-${before}`
  }
}
