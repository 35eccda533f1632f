// Shell patterns for shells that don't expand them, and for patterns in quotes: * ? [a-z] {a,b} and ** for any number of folders.

/** True if a path argument is a pattern. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path)
}

/**
 * The pattern in the spelling of the paths that it is compared with: without `//`, `/./` and `/../`. A `..` after braces stays, since
 * they may hold a part of a path; it matches nothing.
 */
export function normalizeGlob(pattern: string): string {
  const root = pattern.startsWith('/') ? '/' : ''
  const kept: string[] = []
  for (const part of pattern.split('/')) {
    const above = kept.at(-1)
    if (part === '' || part === '.') continue
    if (part !== '..' || above === '..' || (above !== undefined && /[{}]/.test(above))) kept.push(part)
    else if (above !== undefined) kept.pop()
    // The folder above the root is the root.
    else if (root === '') kept.push(part)
  }
  const end = kept.length > 0 && pattern.endsWith('/') ? '/' : ''
  return `${root}${kept.join('/')}${end}`
}

/** The folder that a pattern begins in: the part before the first component with a pattern in it; `.` if there is none. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex(isGlob)
  return parts.slice(0, first < 0 ? -1 : first).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

/**
 * A regular expression for whole paths with forward slashes. As in a shell, wildcards don't match a leading dot, and a range that
 * runs backwards (`[z-a]`) matches nothing.
 */
export function globToRegExp(pattern: string): RegExp {
  const path = pattern.replace(/^(?:\.\/)+/, '')
  let source = ''
  let braces = 0
  for (let at = 0; at < path.length; ) {
    const rest = path.slice(at)
    const start = at === 0 || path[at - 1] === '/'
    const list = /^\[(!|\^)?(\]?[^\]]*)\]/.exec(rest)
    if (start && /^\*\*(?:\/|$)/.test(rest)) {
      source += rest.startsWith('**/') ? '(?:(?!\\.)[^/]+/)*' : '(?:(?!\\.)[^/]+/)*(?!\\.)[^/]+'
      at += 3
    } else if (rest[0] === '*') {
      source += `${start ? '(?!\\.)' : ''}[^/]*`
      at++
    } else if (rest[0] === '?') {
      source += `${start ? '(?!\\.)' : ''}[^/]`
      at++
    } else if (list) {
      source += `(?!/)[${list[1] ? '^' : ''}${(list[2] ?? '').replace(/[\\\]^[]/g, '\\$&')}]`
      at += list[0].length
    } else if (rest[0] === '{' && rest.includes('}')) {
      source += '(?:'
      braces++
      at++
    } else if (braces > 0 && (rest[0] === ',' || rest[0] === '}')) {
      source += rest[0] === ',' ? '|' : ')'
      if (rest[0] === '}') braces--
      at++
    } else {
      source += (rest[0] ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      at++
    }
  }
  try {
    return new RegExp(`^(?:${source}${')'.repeat(braces)})$`, 'u')
  } catch {
    return /(?!)/
  }
}
