// The state that SGR sequences (`ESC [ … m`) leave a terminal in, and what it looks like in HTML.
// https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ 8.3.117

/** A colour: one of the 16 named ones, or red, green and blue. */
export type AnsiColour = number | readonly [red: number, green: number, blue: number]

/** How the next characters look. Frozen: a change makes a new one. */
export interface AnsiStyle {
  readonly foreground: AnsiColour | undefined
  readonly background: AnsiColour | undefined
  readonly bold: boolean
  readonly faint: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly inverse: boolean
  readonly concealed: boolean
  readonly strike: boolean
}

/** How text looks that nothing was said about. */
export const PLAIN_STYLE: AnsiStyle = Object.freeze({
  foreground: undefined,
  background: undefined,
  bold: false,
  faint: false,
  italic: false,
  underline: false,
  inverse: false,
  concealed: false,
  strike: false,
})

/** The style after one SGR sequence. Unknown numbers are ignored. */
export function applySgr(style: AnsiStyle, parameters: readonly number[]): AnsiStyle {
  const next = { ...style }
  const list = parameters.length ? parameters : [0]
  for (let at = 0; at < list.length; at++) {
    const code = list[at] ?? 0
    if (code === 38 || code === 48) {
      const { colour, used } = readColour(list, at + 1)
      if (colour !== undefined) next[code === 38 ? 'foreground' : 'background'] = colour
      at += used
    } else {
      applyCode(next, code)
    }
  }
  return next
}

function applyCode(style: { -readonly [Name in keyof AnsiStyle]: AnsiStyle[Name] }, code: number): void {
  if (code >= 30 && code <= 37) style.foreground = code - 30
  else if (code >= 40 && code <= 47) style.background = code - 40
  else if (code >= 90 && code <= 97) style.foreground = code - 82
  else if (code >= 100 && code <= 107) style.background = code - 92
  else if (code === 39) style.foreground = undefined
  else if (code === 49) style.background = undefined
  else if (code === 0) Object.assign(style, PLAIN_STYLE)
  else if (code === 21) style.underline = true
  else if (code === 22) Object.assign(style, { bold: false, faint: false })
  else if (code < 30) {
    const flag = FLAGS[code % 20]
    if (flag) style[flag] = code < 20
  }
}

// By the code that switches each of them on; the one that switches it off is 20 more.
const NONE = undefined
const FLAGS = [
  NONE,
  'bold',
  'faint',
  'italic',
  'underline',
  NONE,
  NONE,
  'inverse',
  'concealed',
  'strike',
] as const

// 38;5;n is a palette of 256, 38;2;r;g;b is the colour itself.
function readColour(
  list: readonly number[],
  at: number,
): { readonly colour: AnsiColour | undefined; readonly used: number } {
  const byte = (index: number): number => Math.min(255, Math.max(0, list[index] ?? 0))
  if (list[at] === 2) return { colour: [byte(at + 1), byte(at + 2), byte(at + 3)], used: 4 }
  if (list[at] === 5) return { colour: paletteColour(byte(at + 1)), used: 2 }
  return { colour: undefined, used: 0 }
}

// 16 named colours, a cube of 6 x 6 x 6, 24 greys.
function paletteColour(index: number): AnsiColour {
  if (index < 16) return index
  if (index > 231) {
    const grey = (index - 232) * 10 + 8
    return [grey, grey, grey]
  }
  const step = (value: number): number => (value === 0 ? 0 : value * 40 + 55)
  const cube = index - 16
  return [step(Math.floor(cube / 36)), step(Math.floor((cube % 36) / 6)), step(cube % 6)]
}

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const

/** Classes and inline declarations of a style; both empty for plain text. The class names are nbconvert's and JupyterLab's. */
export function ansiLook(style: AnsiStyle): { readonly classes: string; readonly css: string } {
  const classes: string[] = []
  const css: string[] = []
  let { foreground, background } = style
  if (style.inverse) [foreground, background] = [background, foreground]
  // A terminal shows bold text of a named colour in its brighter variant.
  if (style.bold && typeof foreground === 'number' && foreground < 8) foreground += 8
  paint('fg', 'color', foreground)
  paint('bg', 'background-color', background)
  if (style.inverse && foreground === undefined) classes.push('ansi-inverse-fg')
  if (style.inverse && background === undefined) classes.push('ansi-inverse-bg')
  for (const name of ['bold', 'faint', 'italic', 'underline', 'concealed', 'strike'] as const) {
    if (style[name]) classes.push(`ansi-${name}`)
  }
  return { classes: classes.join(' '), css: css.join('; ') }

  function paint(end: 'fg' | 'bg', property: string, colour: AnsiColour | undefined): void {
    if (colour === undefined) return
    if (typeof colour === 'number') {
      classes.push(`ansi-${NAMES[colour % 8]}${colour > 7 ? '-intense' : ''}-${end}`)
    } else {
      css.push(`${property}: rgb(${colour.join(', ')})`)
    }
  }
}
