// The sixteen colours of a terminal, chosen so that text in them can be read.

// A name; behind text on light and on dark paper; of text on light and on dark paper.
const COLOURS = `
  black          3e424d 3e424d 3e424d a5adbd
  red            e75c58 86312d c4302b ff8d85
  green          00a250 11633a 007427 6fd38d
  yellow         ddb62b 665213 8a5a00 e5bd5c
  blue           208ffb 19508f 0065ca 83b8ff
  magenta        d160c4 77377f a03196 ec9ae2
  cyan           60c6c8 23656a 00707a 6bcfd9
  white          c5c1b4 5f625f 6e6e6e d5d5d5
  black-intense  282c36 282c36 282c36 bcc3d0
  red-intense    b22b31 a13a36 b22b31 ffaba5
  green-intense  007427 1b7a49 005a1e 97e5af
  yellow-intense b27d12 7f661c 6f4800 f3d48b
  blue-intense   0065ca 2562a8 0050a0 abd0ff
  magenta-intense a03196 8d4595 7d2475 f5bdee
  cyan-intense   258f8f 2f7c82 00565e 9be3ea
  white-intense  a1a6b2 777b82 585858 f2f2f2
`

/**
 * The rules for `.ansi-red-bg` and the others, or for `.ansi-red-fg` and the others; `value` writes the value of `background-color` or
 * `color` from the colour for light and the one for dark paper. Without specificity.
 */
export function ansiRules(ground: 'bg' | 'fg', value: (light: string, dark: string) => string): string {
  const rules = COLOURS.trim()
    .split('\n')
    .map((line) => {
      const [name, ...colours] = line.trim().split(/\s+/)
      const [light, dark] = ground === 'bg' ? colours : colours.slice(2)
      const property = ground === 'bg' ? 'background-color' : 'color'
      return `:where(.ansi-${name}-${ground}) { ${property}: ${value(`#${light}`, `#${dark}`)}; }`
    })
  return rules.join('\n')
}
