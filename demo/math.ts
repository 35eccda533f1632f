// KaTeX for the notebook, with its fonts loaded at the start: showing a formula requests nothing.
import katex from 'katex'
import css from 'katex/dist/katex.min.css?raw'

const fonts: Record<string, string> = import.meta.glob('../node_modules/katex/dist/fonts/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
})

export { katex }

/**
 * KaTeX's rules for a shadow root: without @font-face, which counts in documents only, and with the counter of numbered
 * equations inside the root, where containment ends it, instead of on the body.
 */
export const mathCss: string = css
  .replace(/@font-face\{[^}]*\}/g, '')
  .replace('body{counter', '.nbtrust-output{counter')

/** Loads every font of KaTeX. Resolves also if one fails: math then falls back to another font. */
export async function loadMathFonts(): Promise<void> {
  await Promise.allSettled(
    Object.entries(fonts).map(async ([path, address]) => {
      // KaTeX_Main-BoldItalic.woff2
      const [, family = '', style = ''] = /(KaTeX_\w+)-(\w+)\.woff2$/.exec(path) ?? []
      const face = new FontFace(family, `url(${address}) format('woff2')`, {
        weight: style.startsWith('Bold') ? 'bold' : 'normal',
        style: style.endsWith('Italic') ? 'italic' : 'normal',
      })
      document.fonts.add(await face.load())
    }),
  )
}
