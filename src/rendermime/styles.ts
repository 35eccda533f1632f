// How outputs look, as two style sheets: one for the frame around an output, one for what stands inside its shadow
// root. Colours and sizes are custom properties (`--nbtrust-…`), which reach into shadow roots, so a host can set them.
import { ansiRules } from '../sanitize/ansi-colours.js'

/** The custom properties with their defaults, light and dark. A host overrides any of them on `:root` or closer. */
export const themeCss: string = `
:where(:root, :host) {
  --nbtrust-text: light-dark(#1d2330, #e4e8f0);
  --nbtrust-muted: light-dark(#5a6374, #a3adbf);
  --nbtrust-surface: light-dark(#ffffff, #171b24);
  --nbtrust-raised: light-dark(#f4f6fa, #202634);
  --nbtrust-line: light-dark(#d8dde7, #343c4d);
  --nbtrust-accent: light-dark(#1f5fd0, #86b3ff);
  --nbtrust-on-accent: light-dark(#ffffff, #0d1526);
  --nbtrust-good: light-dark(#17693f, #6fd3a0);
  --nbtrust-good-surface: light-dark(#e4f5ec, #14301f);
  --nbtrust-warn: light-dark(#875200, #f3bf63);
  --nbtrust-warn-surface: light-dark(#fff4de, #352812);
  --nbtrust-bad: light-dark(#b3261e, #ff9a92);
  --nbtrust-bad-surface: light-dark(#fdeceb, #3a1a18);
  --nbtrust-mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace;
  --nbtrust-font: inherit;
}
`

// Colours that follow the theme, and the rhythm of text. Without specificity, so that whatever an author styled wins. Tables have no
// border, because pandas writes border="1", which Jupyter's readers never see.
const contentRules = `
:where(pre, code, kbd, samp) { font-family: var(--nbtrust-mono, monospace); font-size: 0.875em; }
:where(pre) { line-height: 1.45; direction: ltr; print-color-adjust: exact; }
:where(pre code) { font-size: 1em; }
:where(table) { font-size: 0.875em; font-variant-numeric: tabular-nums; margin-block: 0.4em; }
:where(table, th, td) { border: 0; }
:where(th, td) { padding: 0.35em 0.75em; vertical-align: middle; border-block-end: 1px solid var(--nbtrust-line, #ddd); }
:where(thead) { border-block-end: 1px solid var(--nbtrust-muted, #888); }
:where(tbody tr:nth-child(odd)) { background: color-mix(in srgb, var(--nbtrust-raised, #f4f4f4) 70%, transparent); }
:where(kbd) { border: 1px solid var(--nbtrust-line, #ddd); border-block-end-width: 2px; border-radius: 4px; padding: 0.05em 0.35em; }
:where(caption) { padding: 0.35em; color: var(--nbtrust-muted, GrayText); }
:where(a:any-link) { color: var(--nbtrust-accent, LinkText); text-underline-offset: 0.15em; }
:where(a, summary):focus-visible { outline: 2px solid var(--nbtrust-accent, Highlight); outline-offset: 2px; }
:where(blockquote) { margin: 0.75em 0; border-color: var(--nbtrust-line, #ddd); color: var(--nbtrust-muted, inherit); }
:where(hr) { border: 0; border-block-start: 1px solid var(--nbtrust-line, #ddd); margin-block: 1.5em; }
:where(h1, h2, h3, h4, h5, h6) { line-height: 1.25; margin: 1.1em 0 0.5em; font-weight: 650; text-wrap: balance; }
:where(h1) { font-size: 1.85em; } :where(h2) { font-size: 1.45em; } :where(h3) { font-size: 1.2em; } :where(h4, h5, h6) { font-size: 1em; }
:where(p, ul, ol) { margin-block: 0.6em; }
:where(ul) { padding-inline-start: 1.6em; }
:where(.nbtrust-output > :first-child) { margin-block-start: 0; }
:where(.nbtrust-output > :last-child) { margin-block-end: 0; }
:where(:not(pre) > code) { background: var(--nbtrust-raised, #f4f4f4); border-radius: 4px; padding: 0.1em 0.3em; }
.katex-display { overflow: auto hidden; padding-block: 0.2em; }
${ansiRules('bg', (light, dark) => `light-dark(${light}, ${dark})`)}
:where(.ansi-black-bg, .ansi-black-intense-bg, .ansi-red-intense-bg, .ansi-green-intense-bg, .ansi-blue-intense-bg, .ansi-magenta-intense-bg) { color: #f4f6fa; }
${ansiRules('fg', (light, dark) => `light-dark(${light}, ${dark})`)}
:where(.ansi-white-fg, .ansi-white-intense-fg):where([class*='-bg']) { color: #fff; }
:where(.ansi-black-fg, .ansi-black-intense-fg):where([class*='-bg']) { color: light-dark(#14181f, #dfe4ec); }
`

/** What stands inside an output's shadow root, beside the sanitizer's own sheet. */
export const contentCss: string = `
:host { color: var(--nbtrust-text, CanvasText); font-family: var(--nbtrust-font, inherit); line-height: 1.5; overflow-wrap: break-word; }
${contentRules}
`

// A trusted output stands in the page itself, without the sanitizer's sheet.
const liveCss = `
:where(.nbtrust-live) {
  line-height: 1.5; overflow-wrap: break-word;
  :where(table) { border-collapse: collapse; border-spacing: 0; }
  :where(th, td) { text-align: end; }
  :where(img, svg, video, canvas) { max-inline-size: 100%; }
  :where(img:not([height]), video) { block-size: auto; }
  ${contentRules}
}
`

// Code and terminals read from left to right on every page. A traceback can bring colours of its own, made for light paper.
/** The frame around an output: notices, buttons, the JSON tree. For the document, or a host's own shadow root. */
export const outputCss: string = `
${themeCss}
${liveCss}
:where(.nbtrust-output) { display: block; max-inline-size: 100%; color: var(--nbtrust-text); font-family: var(--nbtrust-font); }
:where(.nbtrust-content) { overflow: auto; max-inline-size: 100%; }
:where(.nbtrust-content) img { max-inline-size: 100%; block-size: auto; }
.nbtrust-output[data-stream='stderr'] > .nbtrust-content { background: var(--nbtrust-bad-surface); border-radius: 6px; padding: 0.25em 0.6em; }
.nbtrust-output[data-stream='error'] > .nbtrust-content { background: light-dark(#fdf6f5, #2b1a1b); border-radius: 6px; padding: 0.5em 0.75em; }
.nbtrust-output[data-paper] > .nbtrust-content { color-scheme: light; }
.nbtrust-json, .nbtrust-output:is([data-stream^='std'], [data-stream='error']) > .nbtrust-content { direction: ltr; text-align: left; }
.nbtrust-notice {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15em 0.75em; margin-block: 0.5em;
  padding: 0.4em 0.75em; border-inline-start: 3px solid var(--nbtrust-warn); border-radius: 4px;
  background: var(--nbtrust-warn-surface); color: var(--nbtrust-text); font-size: 0.875em; line-height: 1.5; overflow-wrap: anywhere;
}
.nbtrust-notice[data-weight='quiet'] { border: 0; background: none; padding: 0; color: var(--nbtrust-muted); font-size: 0.8125em; }
.nbtrust-notice[data-weight='error'] { border-color: var(--nbtrust-bad); background: var(--nbtrust-bad-surface); }
.nbtrust-notice p { margin: 0; }
.nbtrust-notice details[open] { flex-basis: 100%; order: 1; }
.nbtrust-notice summary { cursor: pointer; text-decoration: underline; text-underline-offset: 0.2em; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); inline-size: fit-content; }
.nbtrust-notice summary:hover { text-decoration-color: currentColor; }
.nbtrust-notice ul { margin: 0.3em 0 0; padding-inline-start: 1.3em; max-block-size: 16em; overflow: auto; }
.nbtrust-notice button, .nbtrust-download, .nbtrust-json button {
  font: inherit; color: var(--nbtrust-accent); background: none; border: 0; padding: 0.1em; cursor: pointer;
  text-decoration: underline; text-underline-offset: 0.2em; text-align: start;
}
.nbtrust-output :is(button, summary):focus-visible { outline: 2px solid var(--nbtrust-accent); outline-offset: 2px; border-radius: 2px; }
.nbtrust-json { font: 0.875em/1.6 var(--nbtrust-mono); color: var(--nbtrust-text); overflow-wrap: anywhere; }
.nbtrust-json ul { list-style: none; margin: 0; padding-inline-start: 1.25em; border-inline-start: 1px solid var(--nbtrust-line); margin-inline-start: 0.35em; }
.nbtrust-json summary { cursor: pointer; inline-size: fit-content; }
.nbtrust-json summary::marker { color: var(--nbtrust-muted); }
.nbtrust-json [data-json='key'] { color: var(--nbtrust-accent); }
.nbtrust-json [data-json='string'] { color: var(--nbtrust-good); white-space: pre-wrap; }
.nbtrust-json [data-json='number'], .nbtrust-json [data-json='boolean'] { color: var(--nbtrust-warn); }
.nbtrust-json [data-json='null'], .nbtrust-json [data-json='count'] { color: var(--nbtrust-muted); }
`

/** Added inside a Markdown cell's shadow root, where tables read left to right and code blocks have a ground. */
export const markdownCss: string = `
:where(pre) { background: var(--nbtrust-raised, #f4f4f4); border-radius: 6px; padding: 0.7em 0.9em; margin-block: 0.75em; }
:where(th, td) { text-align: start; }
`
